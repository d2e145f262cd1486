import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import { useReadHistory } from '../../../src/renderer/history/reading-history.ts'
import { aPlan, aView } from '../support/fake-plan.ts'
import { onScreen } from '../support/on-screen.tsx'

function Entries() {
  const { entries, hasMore, readOlder } = useReadHistory('plan-1', null)
  return (
    <>
      <p role="status">{entries?.map(({ id }) => id).join(' ') ?? 'nothing yet'}</p>
      <button type="button" disabled={!hasMore} onClick={readOlder}>
        Older
      </button>
    </>
  )
}

const page = (...ids: readonly number[]) => ok({ entries: ids.map((id) => ({ id })), hasMore: true })

test('an older page that was asked for below an earlier list takes nothing from the one that is there now', async () => {
  const { bridge, person, show } = await onScreen(null, aView(aPlan(1)))
  const older = () => person.click(screen.getByRole('button', { name: 'Older' }))
  bridge.answerNext(page(9, 8))
  show(<Entries />)
  await screen.findByText('9 8')

  const giveLate = bridge.holdNext()
  await older()
  bridge.answerNext(ok(aView(aPlan(1), 7)))
  bridge.answerNext(page(10, 9))
  await act(async () => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  await screen.findByText('10 9')
  bridge.answerNext(page(8, 7))
  await older()
  await screen.findByText('10 9 8 7')

  await act(async () => giveLate(page(7, 6)))
  expect(screen.getByRole('status').textContent).toBe('10 9 8 7')
})

test('page after page is read below the one before, and nothing more where there is none', async () => {
  const { bridge, person, show, asked } = await onScreen(null, aView(aPlan(1)))
  const older = () => person.click(screen.getByRole('button', { name: 'Older' }))
  bridge.answerNext(page(9, 8))
  show(<Entries />)
  await screen.findByText('9 8')
  bridge.answerNext(page(7, 6))
  await older()
  await screen.findByText('9 8 7 6')
  bridge.answerNext(ok({ entries: [{ id: 5 }], hasMore: false }))
  await older()
  await screen.findByText('9 8 7 6 5')
  expect(asked()).toEqual([null, 8, 6].map((before) => ['history.read', { datasetId: null, before }]))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Older' }).disabled).toBe(true)
})

test('a page that could not be read takes nothing from those that are there, and is asked for again', async () => {
  const { bridge, person, show } = await onScreen(null, aView(aPlan(1)))
  const older = () => person.click(screen.getByRole('button', { name: 'Older' }))
  bridge.answerNext(page(9, 8))
  show(<Entries />)
  await screen.findByText('9 8')
  bridge.answerNext(err({ code: 'engine-gone' }))
  await older()
  expect(screen.getByRole('status').textContent).toBe('9 8')
  bridge.answerNext(page(7))
  await older()
  await screen.findByText('9 8 7')
})
