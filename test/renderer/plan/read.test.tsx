import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { AppError } from '../../../src/contract/errors.ts'
import { err, ok, type Result } from '../../../src/domain/result.ts'
import { useRead } from '../../../src/renderer/plan/read.ts'
import { onScreen } from '../support/on-screen.tsx'

interface ReadsProps {
  readonly planId: string
  readonly revision?: number
}

function Reads({ planId, revision }: ReadsProps) {
  const { value, problem, readAgain } = useRead('start.read', {}, { planId, revision })
  return (
    <>
      <p role="status">{value?.yourName ?? 'nothing yet'}</p>
      <p role="note">{problem?.code ?? 'no problem'}</p>
      <button type="button" onClick={readAgain}>
        Read again
      </button>
    </>
  )
}

const shown = () => [screen.getByRole('status').textContent, screen.getByRole('note').textContent]
const answer = (yourName: string) => ok({ yourName, recentPlans: [], version: '1' })

/** A screen that reads, each of whose readings waits for the test. */
async function aReader() {
  const { bridge, show, person, remove } = await onScreen(null)
  const next = () => {
    const give = bridge.holdNext()
    return (given: Result<unknown, AppError>) => act(async () => give(given))
  }
  const readAgain = () => person.click(screen.getByRole('button', { name: 'Read again' }))
  return { bridge, next, readAgain, remove, show: (props: ReadsProps) => show(<Reads {...props} />) }
}

test('what was read is shown, and stays while it is read again and when that fails', async () => {
  const { next, show, readAgain } = await aReader()
  const first = next()
  show({ planId: 'a', revision: 1 })
  expect(shown()).toEqual(['nothing yet', 'no problem'])
  await first(answer('J. Rivera'))
  expect(shown()).toEqual(['J. Rivera', 'no problem'])

  const second = next()
  show({ planId: 'a', revision: 2 })
  expect(shown()).toEqual(['J. Rivera', 'no problem'])
  await second(err({ code: 'plan-file-lost' }))
  expect(shown()).toEqual(['J. Rivera', 'plan-file-lost'])

  const third = next()
  await readAgain()
  await third(answer('M. Chen'))
  expect(shown()).toEqual(['M. Chen', 'no problem'])
})

test('an answer to an earlier question is dropped, however late it comes', async () => {
  const { next, show } = await aReader()
  const [early, late] = [next(), next()]
  show({ planId: 'a', revision: 1 })
  show({ planId: 'a', revision: 2 })
  await late(answer('of revision 2'))
  await early(answer('of revision 1'))
  expect(shown()).toEqual(['of revision 2', 'no problem'])
})

test('what was read of one plan is not shown for another, and no failure of it either', async () => {
  const { bridge, next, show } = await aReader()
  const [ofA, ofB, ofA2] = [next(), next(), next()]
  show({ planId: 'a' })
  await ofA(answer('of a'))
  show({ planId: 'b' })
  // Named in the question, so that it is refused where another plan is open by then.
  expect(bridge.calls.slice(-2).map(({ planId }) => planId)).toEqual(['a', 'b'])
  expect(shown()).toEqual(['nothing yet', 'no problem'])
  await ofB(err({ code: 'plan-file-lost' }))
  expect(shown()).toEqual(['nothing yet', 'plan-file-lost'])
  show({ planId: 'a' })
  expect(shown()).toEqual(['nothing yet', 'no problem'])
  await ofA2(answer('of a again'))
  expect(shown()).toEqual(['of a again', 'no problem'])
})
