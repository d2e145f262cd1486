import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { ok } from '../../../src/domain/result.ts'
import { useLongCall } from '../../../src/renderer/plan/long-call.ts'
import { onScreen } from '../support/on-screen.tsx'

function TakesLong() {
  const { progress, run, cancel } = useLongCall()
  const [outcomes, setOutcomes] = useState<readonly string[]>([])
  const begin = async () => {
    const answer = await run('start.read', {})
    const outcome = answer === null ? 'overtaken' : answer.ok ? answer.value.yourName : answer.error.code
    setOutcomes((before) => [...before, outcome])
  }
  const running =
    progress && `${progress.done} of ${progress.total}${progress.isCancelling ? ', ending' : ''}`
  return (
    <>
      <p role="status">{running ?? 'nothing runs'}</p>
      <p role="note">{outcomes.join(', ')}</p>
      <button type="button" onClick={() => void begin()}>
        Begin
      </button>
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </>
  )
}

const shown = () => [screen.getByRole('status').textContent, screen.getByRole('note').textContent]
const answer = (yourName: string) => ok({ yourName, recentPlans: [], version: '1' })

async function aLongCall() {
  const { bridge, person, remove } = await onScreen(<TakesLong />)
  const cancelled = vi.spyOn(bridge, 'cancel')
  return {
    bridge,
    remove,
    /** Answers with the call's id and how it is answered. */
    begin: async () => {
      const give = bridge.holdNext()
      await person.click(screen.getByRole('button', { name: 'Begin' }))
      const callId = bridge.calls.at(-1)?.callId ?? ''
      return { callId, give: (name: string) => act(async () => give(answer(name))) }
    },
    cancel: () => person.click(screen.getByRole('button', { name: 'Cancel' })),
    tell: (callId: string, done: number) =>
      act(async () => bridge.emit({ kind: 'progress', callId, done, total: 9 })),
    cancelled: () => cancelled.mock.calls.map(([callId]) => callId),
  }
}

test('how far a call is shows until it is answered, and what is told of another call does not', async () => {
  const { begin, tell, cancelled } = await aLongCall()
  expect(shown()).toEqual(['nothing runs', ''])
  const { callId, give } = await begin()
  expect(shown()).toEqual(['0 of 0', ''])
  await tell(callId, 3)
  await tell('another', 7)
  expect(shown()).toEqual(['3 of 9', ''])
  await give('done')
  expect(shown()).toEqual(['nothing runs', 'done'])
  expect(cancelled()).toEqual([])
})

test('a call that is cancelled is said to be ending until its answer is there', async () => {
  const { begin, cancel, cancelled } = await aLongCall()
  const { callId, give } = await begin()
  await cancel()
  expect(cancelled()).toEqual([callId])
  expect(shown()).toEqual(['0 of 0, ending', ''])
  await give('all the same')
  expect(shown()).toEqual(['nothing runs', 'all the same'])
})

test('a later call ends the one before it, whose answer matters to nobody', async () => {
  const { begin, cancelled } = await aLongCall()
  const first = await begin()
  const second = await begin()
  expect(cancelled()).toEqual([first.callId])
  await first.give('the first')
  expect(shown()).toEqual(['0 of 0', 'overtaken'])
  await second.give('the second')
  expect(shown()).toEqual(['nothing runs', 'overtaken, the second'])
})

test('leaving the screen ends what runs', async () => {
  const { begin, remove, cancelled } = await aLongCall()
  const { callId } = await begin()
  remove()
  expect(cancelled()).toEqual([callId])
})
