import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { ok } from '../../../../src/domain/result.ts'
import { PlannedFields } from '../../../../src/renderer/steps/publish/commitment-fields.tsx'
import { PlannedCard } from '../../../../src/renderer/steps/publish/publish-cards.tsx'
import type { DatasetChanges } from '../../../support/builders.ts'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

async function shownFor(changes: readonly DatasetChanges[], worked = changes.length, isReading = false) {
  const among = someDatasets(changes)
  const view = aView(aPlan({ datasets: among }))
  return onScreen(
    <PlannedFields datasets={among.slice(0, worked)} among={among} />,
    isReading ? toRead(view) : view,
  )
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const texts = ['Steward', 'Custodian', 'How it gets there']

test('what is promised is saved for the dataset, each part in its own place', async () => {
  const { person, bridge, asked } = await shownFor([{}])
  for (const label of texts) {
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(label), ` ${label} `)
    await person.tab()
  }
  bridge.answerNext(ok(aChange(2)))
  fireEvent.change(field('Target date'), { target: { value: '2027-06-30' } })
  fireEvent.blur(field('Target date'))
  bridge.answerNext(ok(aChange(2)))
  await person.selectOptions(field('Automation'), 'Partly automated')
  bridge.answerNext(ok(aChange(2)))
  await person.type(field('Update frequency'), 'Every spring')
  await person.tab()
  const ids = ['dataset-1']
  expect(asked()).toEqual([
    ['publish.set', { ids, changes: { steward: 'Steward' } }],
    ['publish.set', { ids, changes: { custodian: 'Custodian' } }],
    ['publish.set', { ids, changes: { method: 'How it gets there' } }],
    ['publish.set', { ids, changes: { targetDate: '2027-06-30' } }],
    ['publish.set', { ids, changes: { automation: 'partly-automated' } }],
    ['publish.set', { ids, changes: { updateFrequency: 'Every spring' } }],
  ])
})

describe('of several datasets', () => {
  const two: readonly DatasetChanges[] = [
    {
      commitment: {
        targetDate: '2027-06-30',
        updateFrequency: 'Monthly',
        steward: 'M. Osei',
        custodian: 'IT',
        method: 'Upload',
        automation: 'manual',
      },
    },
    { commitment: { custodian: 'IT', automation: 'automated' } },
  ]

  test('what they do not share is not shown as theirs, and not overwritten by passing through its field', async () => {
    const { person, asked } = await shownFor(two)
    const differing = ['Target date', 'Update frequency', 'Steward', 'How it gets there']
    expect(differing.map((label) => field(label).value)).toEqual(['', '', '', ''])
    expect(field('Custodian').value).toBe('IT')
    expect(screen.getByRole<HTMLOptionElement>('option', { selected: true }).textContent).toBe(
      'Different answers',
    )
    // Four hints, and what stands for the automation of both.
    expect(screen.getAllByText('Different answers')).toHaveLength(5)
    for (const label of [...differing, 'Custodian']) {
      await person.click(field(label))
      await person.tab()
    }
    expect(asked()).toEqual([])
  })

  test('that they differ in how they are automated is no answer to choose', async () => {
    const { person, bridge, asked } = await shownFor(two)
    await person.selectOptions(field('Automation'), 'Different answers')
    expect(asked()).toEqual([])
    bridge.answerNext(ok(aChange(2)))
    await person.selectOptions(field('Automation'), 'By hand')
    expect(asked()).toEqual([
      ['publish.set', { ids: ['dataset-1', 'dataset-2'], changes: { automation: 'manual' } }],
    ])
  })

  test('what is filled in goes to all of them', async () => {
    const { person, bridge, asked } = await shownFor(two)
    bridge.answerNext(ok(aChange(2)))
    await person.type(field('Steward'), 'A. Other{Enter}')
    bridge.answerNext(ok(aChange(3)))
    fireEvent.change(field('Target date'), { target: { value: '2027-12-31' } })
    fireEvent.blur(field('Target date'))
    const ids = ['dataset-1', 'dataset-2']
    expect(asked()).toEqual([
      ['publish.set', { ids, changes: { steward: 'A. Other' } }],
      ['publish.set', { ids, changes: { targetDate: '2027-12-31' } }],
    ])
  })

  test('is said how many they are, and no place in the order', async () => {
    const datasets = someDatasets(two)
    const places = new Map([
      ['dataset-1', { place: 1, tier: 'now' as const }],
      ['dataset-2', { place: 2, tier: 'later' as const }],
    ])
    const { show } = await onScreen(<PlannedCard datasets={datasets} among={datasets} places={places} />)
    expect(screen.getByRole('heading', { name: 'The same for 2 selected datasets' })).toBeTruthy()
    expect(screen.queryByText(/in the plan’s order/)).toBeNull()
    show(<PlannedCard datasets={datasets.slice(1)} among={datasets} places={places} />)
    expect(screen.getByText('number 2 of 2 in the plan’s order')).toBeTruthy()
    expect(screen.getByText('Later')).toBeTruthy()
    show(<PlannedCard datasets={[]} among={datasets} places={places} />)
    expect(screen.queryAllByRole('textbox')).toEqual([])
  })
})

describe('what the inventory says', () => {
  test('is offered for the one in work, or for all that say the same, and goes to those and no others', async () => {
    const said = (owner: string, word: string): DatasetChanges => ({
      facts: { owner, 'update-frequency': word },
    })
    const { person, bridge, asked } = await shownFor(
      [said(' J. Rivera ', 'monthly'), said('', 'Monthly'), said('', 'Yearly')],
      1,
    )
    for (const name of ['Use “J. Rivera”', 'Use “Monthly”', 'Use “Monthly” for all 2']) {
      bridge.answerNext(ok(aChange(2)))
      await person.click(screen.getByRole('button', { name }))
    }
    expect(asked()).toEqual([
      ['publish.set', { ids: ['dataset-1'], changes: { steward: 'J. Rivera' } }],
      ['publish.set', { ids: ['dataset-1'], changes: { updateFrequency: 'Monthly' } }],
      ['publish.set', { ids: ['dataset-1', 'dataset-2'], changes: { updateFrequency: 'Monthly' } }],
    ])
  })

  test('is not offered where something is said already, or where it differs among several', async () => {
    const steward = { facts: { owner: 'J. Rivera' }, commitment: { steward: 'M. Osei' } }
    const { remove } = await shownFor([steward])
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
    remove()
    await shownFor([{ facts: { owner: 'J. Rivera' } }, { facts: { owner: 'A. Other' } }])
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  })
})

test('a day that is past is said to be past, and the day itself is not', async () => {
  vi.useFakeTimers({ now: new Date('2027-03-15T12:00:00'), toFake: ['Date'] })
  const { remove } = await shownFor([{ commitment: { targetDate: '2027-03-14' } }])
  expect(screen.getByText('March 14, 2027. This day is past.')).toBeTruthy()
  remove()
  await shownFor([{ commitment: { targetDate: '2027-03-15' } }])
  expect(screen.getByText('March 15, 2027')).toBeTruthy()
})

test('automating is advised where all of them are brought up to date often and by hand', async () => {
  const often: DatasetChanges = { commitment: { updateFrequency: 'Weekly', automation: 'manual' } }
  const { remove } = await shownFor([often, often])
  expect(screen.getByText(/the handbook advises automating/)).toBeTruthy()
  remove()
  await shownFor([often, { commitment: { updateFrequency: 'Annually', automation: 'manual' } }])
  expect(screen.queryByText(/the handbook advises automating/)).toBeNull()
})

test('in a plan that is open to read nothing is typed, chosen or taken over', async () => {
  const { asked, person } = await shownFor(
    [{ facts: { owner: 'J. Rivera', 'update-frequency': 'monthly' } }],
    1,
    true,
  )
  expect(['Target date', ...texts].map((label) => field(label).readOnly)).toEqual([true, true, true, true])
  expect(['Automation', 'Update frequency'].map((label) => field(label).disabled)).toEqual([true, true])
  expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  await person.click(field('Steward'))
  await person.keyboard('x{Enter}')
  expect(asked()).toEqual([])
})
