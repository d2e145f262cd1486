import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ok } from '../../../src/domain/result.ts'
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
