import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/domain/result.ts'
import { ProtectionFields } from '../../../../src/renderer/steps/identify/protection-fields.tsx'
import type { DatasetChanges } from '../../../support/builders.ts'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

type Identification = NonNullable<DatasetChanges['identification']>

const releasable = (more: Identification = {}): DatasetChanges => ({
  identification: { access: 'protected-releasable', ...more },
})

async function shownFor(changes: readonly DatasetChanges[], isReading = false) {
  const datasets = someDatasets(changes)
  const view = aView(aPlan({ datasets }))
  return onScreen(<ProtectionFields datasets={datasets} />, isReading ? toRead(view) : view)
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const labels = () =>
  screen.queryAllByRole('textbox').map((one) => (one as HTMLInputElement).labels?.[0]?.textContent)

test('what is said of the protection is saved for the dataset, each text in its own place', async () => {
  const { person, bridge, asked } = await shownFor([releasable()])
  for (const label of ['Legal basis of the protection', 'Suppression rule', 'Who checks it before release']) {
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(label), ` ${label} `)
    await person.tab()
  }
  bridge.answerNext(ok(aChange(3)))
  await person.click(screen.getByRole('button', { name: 'Aggregate: publish counts or totals' }))
  const ids = ['dataset-1']
  expect(asked()).toEqual([
    ['identify.set', { ids, changes: { legalBasis: 'Legal basis of the protection' } }],
    ['identify.set', { ids, changes: { suppressionRule: 'Suppression rule' } }],
    ['identify.set', { ids, changes: { checkedBy: 'Who checks it before release' } }],
    ['identify.set', { ids, changes: { releaseRoute: 'aggregate' } }],
  ])
})

describe('of several datasets', () => {
  const two = [
    releasable({ legalBasis: 'CGS Sec. 1-210', checkedBy: 'Counsel', releaseRoute: 'aggregate' }),
    releasable({ legalBasis: 'HIPAA', checkedBy: 'Counsel' }),
  ]

  test('what they do not share is not shown as theirs, and not overwritten by passing through its field', async () => {
    const { person, asked } = await shownFor(two)
    expect(field('Legal basis of the protection').value).toBe('')
    expect(field('Who checks it before release').value).toBe('Counsel')
    expect(screen.getAllByText('They differ now. What you type here replaces all of them.')).toHaveLength(1)
    await person.click(field('Legal basis of the protection'))
    await person.keyboard('{Enter}')
    await person.type(field('Legal basis of the protection'), 'x{Backspace}')
    await person.tab()
    await person.click(field('Who checks it before release'))
    await person.tab()
    expect(asked()).toEqual([])
  })

  test('what is typed or chosen goes to all of them', async () => {
    const { person, bridge, asked } = await shownFor(two)
    bridge.answerNext(ok(aChange(2)))
    await person.type(field('Legal basis of the protection'), 'FERPA{Enter}')
    bridge.answerNext(ok(aChange(3)))
    await person.click(screen.getByRole('button', { name: 'Not yet determined' }))
    const ids = ['dataset-1', 'dataset-2']
    expect(asked()).toEqual([
      ['identify.set', { ids, changes: { legalBasis: 'FERPA' } }],
      ['identify.set', { ids, changes: { releaseRoute: null } }],
    ])
  })

  test('nothing is offered over what one of them says already', async () => {
    const said = (legalBasis: string): DatasetChanges => ({
      facts: { 'legal-basis': 'From the inventory' },
      ...releasable({ legalBasis }),
    })
    await shownFor([said('HIPAA'), said('')])
    expect(screen.queryByRole('button', { name: 'Use “From the inventory”' })).toBeNull()
  })
})

describe('only what there is to say is asked', () => {
  const all = ['Legal basis of the protection', 'Suppression rule', 'Who checks it before release']

  test.each([
    ['public', []],
    ['undetermined', []],
    ['protected', all.slice(0, 1)],
    ['protected-releasable', all],
  ] as const)('of what is %s', async (access, expected) => {
    await shownFor([{ identification: { access } }])
    expect(labels()).toEqual(expected)
  })

  test('of several what there is to say of each of them', async () => {
    await shownFor([releasable(), { identification: { access: 'protected' } }])
    expect(labels()).toEqual(all.slice(0, 1))
  })

  test('of several of which one is public nothing', async () => {
    await shownFor([releasable(), { identification: { access: 'public' } }])
    expect(labels()).toEqual([])
  })

  test('and releasing protected data as they are is no way', async () => {
    await shownFor([releasable()])
    expect(screen.queryByRole('button', { name: /^As is/ })).toBeNull()
    expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(4)
  })
})

test('a rule that is taken from the list is saved whole, and the inventory’s own words as they stand', async () => {
  const { person, bridge, asked } = await shownFor([
    { facts: { 'legal-basis': ' CGS Sec. 17a-101k ' }, ...releasable() },
  ])
  bridge.answerNext(ok(aChange(2)))
  await person.click(screen.getByRole('button', { name: 'Use “Example”' }))
  bridge.answerNext(ok(aChange(3)))
  await person.click(screen.getByRole('button', { name: 'Use “CGS Sec. 17a-101k”' }))
  expect(asked()).toEqual([
    ['identify.set', { ids: ['dataset-1'], changes: { suppressionRule: 'Hide counts of 5 or fewer.' } }],
    ['identify.set', { ids: ['dataset-1'], changes: { legalBasis: 'CGS Sec. 17a-101k' } }],
  ])
})

test('where rules are offered it is said that they are examples, and where none are it is not', async () => {
  const examples = /^The rules offered are examples/
  const { remove } = await shownFor([releasable()])
  expect(screen.getByText(examples)).toBeTruthy()
  remove()
  const datasets = someDatasets([releasable()])
  const plan = aPlan({ datasets })
  const suppressionRules = { ...plan.reference.suppressionRules, entries: [] }
  await onScreen(
    <ProtectionFields datasets={datasets} />,
    aView({ ...plan, reference: { ...plan.reference, suppressionRules } }),
  )
  expect(screen.queryByText(examples)).toBeNull()
})

test('what was refused stays in its field and is said to be unsaved', async () => {
  const { person, bridge } = await shownFor([releasable()])
  bridge.answerNext(err({ code: 'dataset-not-found' }))
  await person.type(field('Who checks it before release'), 'Counsel{Enter}')
  expect(field('Who checks it before release').value).toBe('Counsel')
  expect(screen.getByText('Not saved yet. Press Enter to try again.')).toBeTruthy()
})

test('in a plan that is open to read nothing is typed, chosen or taken over', async () => {
  const { person, asked } = await shownFor(
    [{ facts: { 'legal-basis': 'CGS Sec. 17a-101k' }, ...releasable() }],
    true,
  )
  const fields = screen.getAllByRole<HTMLInputElement>('textbox')
  expect(fields.map(({ readOnly }) => readOnly)).toEqual([true, true, true])
  expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Aggregate: publish counts or totals' }))
  expect(asked()).toEqual([])
})
