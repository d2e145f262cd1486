import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/domain/result.ts'
import { BulkReview, DatasetReview } from '../../../../src/renderer/steps/review/dataset-review.tsx'
import { ReviewStep } from '../../../../src/renderer/steps/review/review-step.tsx'
import { aDataset, aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const three = someDatasets([
  { facts: { title: 'Licenses' }, review: { availability: 'not-public' } },
  { facts: { title: 'Complaints' } },
  { facts: { title: 'Grants' } },
])
const plan = aView(aPlan({ datasets: three }))

const boxes = () => screen.getAllByRole('checkbox', { name: /^Select this dataset/ })
const pressed = () => screen.queryAllByRole('button', { pressed: true }).map((button) => button.textContent)

async function theStep(view = plan) {
  const shown = await onScreen(<ReviewStep />, view)
  const rows = await screen.findAllByRole('checkbox', { name: /^Select this dataset/ })
  expect(rows).toHaveLength(3)
  return shown
}

describe('an answer', () => {
  test('goes to the first dataset that has none, by its button or by its key', async () => {
    const { person, bridge, asked } = await theStep()
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: /^On the open data portal/ }))
    bridge.answerNext(ok(aChange(3)))
    await person.click(screen.getByRole('heading', { level: 1 }))
    await person.keyboard('4')
    expect(asked()).toEqual([
      ['review.set', { ids: ['dataset-2'], changes: { availability: 'on-portal' } }],
      ['review.set', { ids: ['dataset-2'], changes: { availability: 'not-public' } }],
    ])
  })

  test('goes to those that are ticked and to no other, the one in work included', async () => {
    const { person, bridge, asked } = await theStep()
    await person.click(boxes()[0] as HTMLElement)
    await person.click(boxes()[2] as HTMLElement)
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: /^Public elsewhere/ }))
    bridge.answerNext(ok(aChange(3)))
    await person.keyboard('6')
    expect(asked()).toEqual([
      ['review.set', { ids: ['dataset-1', 'dataset-3'], changes: { availability: 'public-data' } }],
      ['review.set', { ids: ['dataset-1', 'dataset-3'], changes: { availability: 'cannot-determine' } }],
    ])
  })

  test('of none is given in a plan that is open to read, by button or by key, for one or for several', async () => {
    const { person, asked } = await theStep(toRead(plan))
    await person.click(screen.getByRole('button', { name: /^On the open data portal/ }))
    await person.click(screen.getByRole('heading', { level: 1 }))
    await person.keyboard('1')
    await person.click(boxes()[0] as HTMLElement)
    await person.click(screen.getByRole('button', { name: /^On the open data portal/ }))
    await person.keyboard('1')
    expect(asked()).toEqual([])
  })

  test('is counted, and the way on is to what has none', async () => {
    const { person, bridge } = await theStep()
    expect(screen.getByText('1 of 3 datasets answered · 2 left')).toBeTruthy()
    const answered = three.map((dataset) => ({
      ...dataset,
      review: { ...dataset.review, availability: 'not-public' as const },
    }))
    bridge.answerNext(ok(aChange(2, { datasets: answered.slice(0, 2) })))
    await person.click(screen.getByRole('button', { name: /^Not public/ }))
    expect(screen.getByText('2 of 3 datasets answered · 1 left')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: 'Next unanswered' }))
    expect(screen.getByRole('heading', { level: 2, name: 'Grants' })).toBeTruthy()
    bridge.answerNext(ok(aChange(3, { datasets: answered.slice(2) })))
    await person.click(screen.getByRole('button', { name: /^Not public/ }))
    expect(screen.getByText('All 3 datasets answered')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Next unanswered' })).toBeNull()
    await person.click(screen.getByRole('button', { name: 'Go on to Brainstorm' }))
    expect(window.history.state).toEqual({ place: { screen: 'brainstorm' } })
  })
})

test('several that differ have no answer in common, and several that agree have theirs', async () => {
  const { show } = await onScreen(<BulkReview datasets={three} onAnswer={() => undefined} />, plan)
  expect(screen.getByRole('group', { name: 'The same answer for 3 selected datasets' })).toBeTruthy()
  expect(pressed()).toEqual([])
  show(<BulkReview datasets={three.slice(1)} onAnswer={() => undefined} />)
  expect(pressed()).toEqual(['5Not yet determinedcome back to it'])
})

describe('what belongs to an answer', () => {
  const published = aDataset({
    facts: { url: ' https://example.gov/licenses ', format: 'CSV' },
    review: { availability: 'public-report' },
  })
  const card = (dataset: typeof published | null) => (
    <DatasetReview dataset={dataset} onAnswer={() => undefined} />
  )
  const view = aView(aPlan({ datasets: [published] }))

  test('is saved with the dataset, each text in its own place, without the spaces around it', async () => {
    const { person, bridge, asked } = await onScreen(card(published), view)
    for (const label of ['Where it is published', 'In which format', 'Note']) {
      bridge.answerNext(ok(aChange(2)))
      await person.type(screen.getByLabelText(label), ` ${label} `)
      await person.tab()
    }
    expect(asked()).toEqual([
      ['review.set', { ids: ['dataset-1'], changes: { publishedAt: 'Where it is published' } }],
      ['review.set', { ids: ['dataset-1'], changes: { publishedFormat: 'In which format' } }],
      ['review.set', { ids: ['dataset-1'], changes: { reviewNote: 'Note' } }],
    ])
  })

  test('is asked of what is public today alone; a note may stand on anything', async () => {
    const { show } = await onScreen(card(published), view)
    const labels = () =>
      screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).labels?.[0]?.textContent)
    expect(labels()).toEqual(['Where it is published', 'In which format', 'Note'])
    show(card(three[0] ?? null))
    expect(labels()).toEqual(['Note'])
    show(card(null))
    expect(screen.queryAllByRole('textbox')).toEqual([])
    expect(screen.getByText('Choose a dataset in the table.')).toBeTruthy()
  })

  test('is offered from the inventory, each in its own place, where nothing stands there yet', async () => {
    const { person, bridge, asked, show } = await onScreen(card(published), view)
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: 'Use “https://example.gov/licenses”' }))
    bridge.answerNext(ok(aChange(3)))
    await person.click(screen.getByRole('button', { name: 'Use “CSV”' }))
    expect(asked()).toEqual([
      ['review.set', { ids: ['dataset-1'], changes: { publishedAt: 'https://example.gov/licenses' } }],
      ['review.set', { ids: ['dataset-1'], changes: { publishedFormat: 'CSV' } }],
    ])
    show(card({ ...published, review: { ...published.review, publishedAt: 'Annual report' } }))
    expect(screen.queryByRole('button', { name: /licenses/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Use “CSV”' })).not.toBeNull()
  })

  test('stays in its field and is said to be unsaved where it was refused', async () => {
    const { person, bridge } = await onScreen(card(published), view)
    bridge.answerNext(err({ code: 'dataset-not-found' }))
    await person.type(screen.getByLabelText('Note'), 'Ask the unit')
    await person.tab()
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note').value).toBe('Ask the unit')
    expect(screen.getByText('Not saved yet. Press Enter to try again.')).toBeTruthy()
  })

  test('is neither typed nor taken from the inventory in a plan that is open to read', async () => {
    await onScreen(card(published), toRead(view))
    const fields = screen.getAllByRole<HTMLInputElement>('textbox')
    expect(fields.map(({ readOnly }) => readOnly)).toEqual([true, true, true])
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
  })
})
