import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../../src/domain/criteria.ts'
import { ok } from '../../../../src/domain/result.ts'
import { PrioritizeStep } from '../../../../src/renderer/steps/prioritize/prioritize-step.tsx'
import type { DatasetChanges } from '../../../support/builders.ts'
import { aPlan, ratings, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const all = guidanceCriteria.map(({ id }) => id)
const candidate = (title: string, more: DatasetChanges = {}): DatasetChanges => ({
  ...more,
  facts: { title, ...more.facts },
  review: { availability: 'not-public' },
  identification: { access: 'public', ...more.identification },
})
const rated = (title: string, value: 0 | 1 | 2 | 3, on = all, more: DatasetChanges = {}): DatasetChanges =>
  candidate(title, { ...more, priority: { ratings: ratings(value, on), override: null, ...more.priority } })

const four = someDatasets([
  rated('Low', 1),
  rated('Partly', 2, ['goals', 'quality']),
  rated('High', 3),
  candidate('Unrated'),
])

async function theStep(datasets = four, view = aView(aPlan({ datasets }))) {
  const shown = await onScreen(<PrioritizeStep />, view)
  await waitFor(() => expect(column('dataset').length).toBeGreaterThan(0))
  return {
    ...shown,
    press: (name: string | RegExp) => shown.person.click(screen.getByRole('button', { name })),
  }
}

const column = (id: string) =>
  [...document.querySelectorAll(`[role="gridcell"][col-id="${id}"]`)].map(({ textContent }) => textContent)
const current = () =>
  screen.getByRole('heading', { level: 2, name: /^(Low|Partly|High|Unrated)$/ }).textContent
const criterion = (id: string) => guidanceCriteria.find((known) => known.id === id)?.name ?? ''
const group = (id: string) => screen.getByRole('group', { name: criterion(id) })
const focused = () => document.activeElement?.closest('fieldset')?.id

describe('the candidates', () => {
  test('stand in the order of their score, with rank and tier; what is not rated comes last', async () => {
    await theStep()
    expect(column('dataset')).toEqual(['High', 'Partly', 'Low', 'Unrated'])
    expect(column('rank')).toEqual(['1', '2', '3', '–'])
    expect(column('score')).toEqual(['3.00', '2.00', '1.00', '–'])
    expect(column('tier').at(-1)).toBe('Not rated')
  })

  test('are what is public or releasable and not yet published, and no other', async () => {
    await theStep(
      someDatasets([
        candidate('Public'),
        candidate('Releasable', { identification: { access: 'protected-releasable' } }),
        candidate('Protected', { identification: { access: 'protected' } }),
        { ...candidate('Published'), review: { availability: 'on-portal' } },
      ]),
    )
    expect([...column('dataset')].sort()).toEqual(['Public', 'Releasable'])
  })

  test('are counted: how many are placed and what is open', async () => {
    await theStep()
    expect(screen.getByText('2 of 4 candidates placed · 2 left')).toBeTruthy()
    expect(screen.getByText('8 ratings open in 2 candidates')).toBeTruthy()
  })

  test('follow a weight that is moved, before it is saved', async () => {
    const [goals, quality] = someDatasets([
      rated('Goals', 3, ['goals']),
      rated('Both', 2, ['goals', 'quality']),
    ])
    if (goals === undefined || quality === undefined) throw new Error('two were made')
    const poor = {
      ...goals,
      priority: { ...goals.priority, ratings: { ...goals.priority.ratings, ...ratings(0, ['quality']) } },
    }
    const { asked } = await theStep([poor, quality])
    expect(column('dataset')).toEqual(['Both', 'Goals'])
    fireEvent.change(screen.getByRole('slider', { name: criterion('quality') }), { target: { value: '0' } })
    await waitFor(() => expect(column('dataset')).toEqual(['Goals', 'Both']))
    expect(asked()).toEqual([])
    fireEvent.pointerUp(screen.getByRole('slider', { name: criterion('quality') }))
    expect(asked()).toMatchObject([['prioritize.weigh', { weights: { quality: 0, goals: 1 } }]])
  })

  test('that are not fully rated can be shown alone', async () => {
    const { press } = await theStep()
    await press('Not fully rated 2')
    await waitFor(() => expect(column('dataset')).toEqual(['Partly', 'Unrated']))
  })
})

describe('the way through the ratings', () => {
  test('begins with the first candidate that has one open, and goes to its first open criterion', async () => {
    const { press } = await theStep()
    expect(current()).toBe('Partly')
    await press('Next open rating')
    expect(focused()).toBe('rating-focal-points')
    await press('Next open rating')
    expect(focused()).toBe('rating-demand')
    await press('Next open rating')
    expect(focused()).toBe('rating-machine-readable')
    await press('Next open rating')
    expect(current()).toBe('Unrated')
    expect(focused()).toBe('rating-goals')
  })

  test('a number rates the criterion in work, and Enter goes to the next open one', async () => {
    const { person, bridge, asked, press } = await theStep()
    await press('Next open rating')
    const given = { ...ratings(2, ['goals', 'quality']), 'focal-points': { value: 3, reason: '' } } as const
    const datasets = four
      .slice(1, 2)
      .map((dataset) => ({ ...dataset, priority: { ratings: given, override: null } }))
    bridge.answerNext(ok(aChange(2, { datasets })))
    await person.keyboard('3')
    expect(asked()).toEqual([
      ['prioritize.rate', { id: 'dataset-2', criterion: 'focal-points', value: 3, reason: '' }],
    ])
    expect(within(group('focal-points')).getByRole('button', { pressed: true }).textContent).toBe('3')
    expect(document.activeElement?.textContent).toBe('3')
    await person.keyboard('{Enter}')
    expect(focused()).toBe('rating-demand')
  })

  test('the same number again asks nothing, and a number in a reason is text', async () => {
    const { person, asked } = await theStep()
    within(group('goals')).getByRole('button', { pressed: true }).focus()
    await person.keyboard('2')
    expect(asked()).toEqual([])
    await person.type(within(group('goals')).getByLabelText('Reason'), '3')
    expect(asked()).toEqual([])
  })

  test('a number with Ctrl, Alt or the Command key is not a rating', async () => {
    const { person, asked } = await theStep()
    within(group('goals')).getByRole('button', { pressed: true }).focus()
    await person.keyboard('{Control>}3{/Control}{Alt>}3{/Alt}{Meta>}3{/Meta}')
    expect(asked()).toEqual([])
  })

  test('a rating is left open again, and its reason is saved with it', async () => {
    const { person, bridge, asked } = await theStep()
    bridge.answerNext(ok(aChange(2)))
    await person.click(within(group('goals')).getByRole('button', { name: 'Open' }))
    bridge.answerNext(ok(aChange(3)))
    await person.type(within(group('quality')).getByLabelText('Reason'), ' and more ')
    await person.tab()
    expect(asked()).toEqual([
      ['prioritize.rate', { id: 'dataset-2', criterion: 'goals', value: null, reason: 'Because of goals' }],
      [
        'prioritize.rate',
        { id: 'dataset-2', criterion: 'quality', value: 2, reason: 'Because of quality and more' },
      ],
    ])
  })

  test('a reason that is left for a rating goes with it, while the reason is still on its way', async () => {
    const { person, bridge, asked } = await theStep()
    const give = bridge.holdNext()
    await person.type(within(group('demand')).getByLabelText('Reason'), 'Asked for')
    bridge.answerNext(ok(aChange(3)))
    await person.click(within(group('demand')).getByRole('button', { name: /^3/ }))
    await act(async () => give(ok(aChange(2))))
    const rate = (value: number | null) => [
      'prioritize.rate',
      { id: 'dataset-2', criterion: 'demand', value, reason: 'Asked for' },
    ]
    expect(asked()).toEqual([rate(null), rate(3)])
  })

  test('ends at the next step once nothing is open', async () => {
    const { press } = await theStep(someDatasets([rated('Low', 1), rated('High', 3)]))
    expect(screen.queryByRole('button', { name: 'Next open rating' })).toBeNull()
    await press('Go on to Publish')
    expect(window.history.state.place).toEqual({ screen: 'publish' })
  })

  test('passes a candidate whose tier a person set', async () => {
    const override = {
      tier: 'now',
      reason: 'Promised',
      who: 'J. Rivera',
      at: '2026-11-22T15:00:00.000Z',
    } as const
    const { press } = await theStep(
      someDatasets([candidate('Low', { priority: { override } }), candidate('Unrated')]),
    )
    expect(current()).toBe('Unrated')
    await press('Next open rating')
    expect(current()).toBe('Unrated')
    expect(screen.getByText('5 ratings open in 1 candidate')).toBeTruthy()
  })
})

test('what the inventory says for a rating stands with its criterion', async () => {
  await theStep(
    someDatasets([
      candidate('Unrated', { facts: { demand: 'Weekly calls', format: ' CSV ', category: 'Health' } }),
    ]),
  )
  expect(group('demand').textContent).toContain('Your inventory:')
  expect(group('demand').textContent).toContain('Weekly calls')
  expect(within(group('machine-readable')).getByText('Your inventory: Format: CSV')).toBeTruthy()
  expect(group('goals').textContent).toContain('Health')
  expect(group('quality').textContent).not.toContain('Your inventory:')
})

describe('another tier', () => {
  const override = {
    tier: 'later',
    reason: 'Staff',
    who: 'J. Rivera',
    at: '2026-11-22T15:00:00.000Z',
  } as const

  test('is set with its reason, and not without', async () => {
    const { person, press, bridge, asked } = await theStep()
    await press('Set another tier…')
    await press('Now')
    await press('Save this tier')
    expect(screen.getByText('Give the reason: the plan prints it.')).toBeTruthy()
    expect(asked()).toEqual([])
    bridge.answerNext(ok(aChange(2)))
    await person.type(screen.getByLabelText('Why'), ' Promised {Enter}')
    expect(asked()).toEqual([
      ['prioritize.override', { id: 'dataset-2', override: { tier: 'now', reason: 'Promised' } }],
    ])
    await waitFor(() => expect(screen.queryByLabelText('Why')).toBeNull())
  })

  test('is asked for where none is chosen, and Escape sets none', async () => {
    const { person, press, asked } = await theStep(someDatasets([candidate('Unrated')]))
    await press('Set another tier…')
    await person.type(screen.getByLabelText('Why'), 'Promised')
    await press('Save this tier')
    expect(screen.getByText('Choose a tier.')).toBeTruthy()
    await person.type(screen.getByLabelText('Why'), '{Escape}')
    expect(screen.queryByLabelText('Why')).toBeNull()
    expect(asked()).toEqual([])
  })

  test('is said with who, when and why, and can be taken back', async () => {
    const { press, bridge, asked } = await theStep(
      someDatasets([rated('High', 3, all, { priority: { override } })]),
    )
    expect(screen.getByText(/^Set by J\. Rivera, .+: “Staff”$/)).toBeTruthy()
    expect(column('tier')[0]).toContain('Later')
    expect(screen.getByRole('img', { name: 'Set by a person' })).toBeTruthy()
    bridge.answerNext(ok(aChange(2)))
    await press('Take it back')
    expect(asked()).toEqual([['prioritize.override', { id: 'dataset-1', override: null }]])
  })

  test('is not for whoever can only read', async () => {
    const { press, asked } = await theStep(
      four,
      toRead(aView(aPlan({ datasets: someDatasets([rated('High', 3, all, { priority: { override } })]) }))),
    )
    await press('Set another tier…')
    expect(screen.queryByLabelText('Why')).toBeNull()
    await press('Take it back')
    expect(asked()).toEqual([])
  })
})

test('where there is no candidate it says why, adding up to all, and leads to the step before', async () => {
  const datasets = someDatasets([
    { facts: { title: 'Undetermined' } },
    { facts: { title: 'Protected' }, identification: { access: 'protected' } },
    { facts: { title: 'Published' }, review: { availability: 'on-portal' } },
    { facts: { title: 'Published too' }, review: { availability: 'on-portal' } },
  ])
  const { person } = await onScreen(<PrioritizeStep />, aView(aPlan({ datasets })))
  expect(screen.getByText('Of 4 datasets:')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '1 with access undetermined',
    '1 protected',
    '2 published as data already',
  ])
  await person.click(screen.getByRole('button', { name: 'Go to Identify' }))
  expect(window.history.state.place).toEqual({ screen: 'identify' })
})

test('where no criterion counts it says that there is no order', async () => {
  const criteria = guidanceCriteria.map((known) => ({ ...known, weight: 0 }))
  await theStep(four, aView(aPlan({ datasets: four, criteria })))
  expect(screen.getByText('Nothing counts now, so there is no order.')).toBeTruthy()
})
