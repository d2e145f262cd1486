import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import { useHost } from './program.tsx'

export interface Read<Value> {
  /** What was read last; null until then. It stays while it is read again, and when that fails. */
  readonly value: Value | null
  /** Why it could not be read the last time; null when it could. */
  readonly problem: AppError | null
  readonly readAgain: () => void
}

interface Answered<Value> extends Omit<Read<Value>, 'readAgain'> {
  readonly question: string
}

/** What the reading is about; it is done again when one of them changes. */
export interface ReadOf {
  /** Left out for what belongs to this computer. */
  readonly planId?: string
  /** The plan's, for what follows from all of it. */
  readonly revision?: number | undefined
}

/** Reads for a screen as long as it is shown. An answer to an earlier question is dropped, however late it comes. */
export function useRead<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
  { planId, revision }: ReadOf = {},
): Read<OutputOf<Name>> {
  const { client } = useHost()
  const question = JSON.stringify([name, input, planId])
  const [times, setTimes] = useState(0)
  const [answered, setAnswered] = useState<Answered<OutputOf<Name>>>({ question, value: null, problem: null })
  const ask = useEffectEvent(() => client.call(name, input, planId === undefined ? {} : { planId }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision and being asked are why it is read again
  useEffect(() => {
    let isWanted = true
    void ask().then((answer) => {
      if (!isWanted) return
      setAnswered((before) => ({
        question,
        value: answer.ok ? answer.value : before.question === question ? before.value : null,
        problem: answer.ok ? null : answer.error,
      }))
    })
    return () => {
      isWanted = false
    }
  }, [question, revision, times])
  const readAgain = useCallback(() => setTimes((before) => before + 1), [])
  // What was read for another question says nothing of this one.
  const { value, problem } = answered.question === question ? answered : { value: null, problem: null }
  return { value, problem, readAgain }
}
