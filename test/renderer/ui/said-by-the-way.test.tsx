import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { CallProgressLine } from '../../../src/renderer/ui/call-progress.tsx'
import { accessTones, availabilityTones, Chip, tierTones } from '../../../src/renderer/ui/chip.tsx'
import { CorrectableFacts, DatasetFacts, DatasetHeading } from '../../../src/renderer/ui/dataset-facts.tsx'
import { hideHistory, useHistoryPlace } from '../../../src/renderer/ui/history-place.ts'
import { NameCell } from '../../../src/renderer/ui/name-cell.tsx'
import { Suggestion } from '../../../src/renderer/ui/suggestion.tsx'
import { aDataset } from '../support/fake-plan.ts'
import { onScreen, toRead } from '../support/on-screen.tsx'

test('a suggestion says what it would fill in, and fills it in only when it is taken', async () => {
  const onTake = vi.fn()
  const { person, show } = await onScreen(<Suggestion value="Monthly" onTake={onTake} />)
  expect(onTake).not.toHaveBeenCalled()
  await person.click(screen.getByRole('button', { name: 'Use “Monthly”' }))
  expect(onTake).toHaveBeenCalledOnce()
  show(<Suggestion value="Monthly" words="Take it for all of them" onTake={onTake} />)
  expect(screen.getByRole('button', { name: 'Take it for all of them' })).toBeTruthy()
})

test('nothing is suggested in a plan that can only be read', async () => {
  await onScreen(<Suggestion value="Monthly" onTake={() => undefined} />, toRead())
  expect(screen.queryByRole('button')).toBeNull()
})

test('a long call says how far it is as soon as that is known, and can be left once', async () => {
  const onCancel = vi.fn()
  const line = (done: number, total: number, isCancelling = false) => (
    <CallProgressLine label="Reading the workbook…" {...{ done, total, isCancelling, onCancel }} />
  )
  const { person, show } = await onScreen(line(0, 0))
  const bar = () => screen.getByRole('progressbar', { name: 'Reading the workbook…' })
  expect(screen.getByRole('status').textContent).toBe('Reading the workbook…')
  expect(bar().getAttribute('aria-valuenow')).toBeNull()
  expect(screen.queryByText(/%/)).toBeNull()
  show(line(299, 400))
  expect(screen.getByText('74 %')).toBeTruthy()
  expect(bar().getAttribute('aria-valuenow')).toBe('0.7475')
  await person.click(screen.getByRole('button', { name: 'Cancel' }))
  show(line(299, 400, true))
  await person.click(screen.getByRole('button', { name: 'Cancelling…' }))
  expect(onCancel).toHaveBeenCalledOnce()
})

test('a chip says in words what its colour says, and what is closed, careful and open differ in colour', async () => {
  await onScreen(<Chip tone={accessTones.protected}>Protected</Chip>)
  expect(document.body.textContent).toBe('Protected')
  expect(new Set(Object.values(accessTones)).size).toBe(4)
  expect(availabilityTones['not-yet-determined']).toBe(accessTones.undetermined)
  expect(tierTones.now).toBe(accessTones.public)
})

test('a dataset without a name is called something in a table too', async () => {
  const { show } = await onScreen(<NameCell dataset={aDataset('a', 0, { title: 'Licenses' })} />)
  expect(document.body.textContent).toBe('Licenses')
  show(<NameCell dataset={aDataset('a', 0, { title: '  ' })} />)
  expect(document.body.textContent?.trim()).not.toBe('')
})

const licenses = aDataset('d7', 2, {
  title: 'Licenses issued',
  'inventory-number': ' DES-003 ',
  description: 'All of them',
  owner: 'J. Rivera',
  notes: '  ',
})

test('a dataset’s heading says its name, its number, where it stands and what it is', async () => {
  const { show } = await onScreen(<DatasetHeading dataset={licenses} />)
  expect(screen.getByRole('heading', { level: 2, name: 'Licenses issued' })).toBeTruthy()
  expect(screen.getByText('DES-003 · row 7 of Inventory')).toBeTruthy()
  expect(screen.getByText('All of them')).toBeTruthy()
  show(<DatasetHeading dataset={{ ...aDataset('x', 0), source: null }} />)
  expect(screen.getByText('added during the work')).toBeTruthy()
})

test('a dataset’s own history is a click away', async () => {
  function Shown() {
    return <p>{`history of ${useHistoryPlace()?.datasetId ?? 'nothing'}`}</p>
  }
  const { person } = await onScreen(
    <>
      <DatasetHeading dataset={licenses} />
      <Shown />
    </>,
  )
  expect(screen.getByText('history of nothing')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: 'History of this dataset' }))
  expect(screen.getByText('history of d7')).toBeTruthy()
  act(hideHistory)
  expect(screen.getByText('history of nothing')).toBeTruthy()
})

const terms = () => screen.queryAllByRole('term').map(({ textContent }) => textContent)

test('what the inventory says is listed without what it leaves empty and what stands in the heading', async () => {
  const { show } = await onScreen(<DatasetFacts dataset={licenses} />)
  expect(terms()).toHaveLength(1)
  expect(screen.getByText('J. Rivera')).toBeTruthy()
  show(<DatasetFacts dataset={licenses} fields={['title']} />)
  expect(screen.getByText('Licenses issued')).toBeTruthy()
  show(<DatasetFacts dataset={aDataset('x', 0)} />)
  expect(screen.getByText('The inventory says nothing more about this dataset.')).toBeTruthy()
  show(<DatasetFacts dataset={aDataset('x', 0)} nothingSaid="No word on it." />)
  expect(screen.getByText('No word on it.')).toBeTruthy()
})

test('where it may be put right, the way to do so stands below', async () => {
  await onScreen(<CorrectableFacts dataset={licenses} />)
  expect(terms()).toHaveLength(1)
  expect(screen.getByRole('button', { name: 'Correct the inventory' })).toBeTruthy()
})
