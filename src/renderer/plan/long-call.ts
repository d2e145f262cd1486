import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { Result } from '../../domain/result.ts'
import { useHost } from './program.tsx'

/** How far a running call is; `total` is 0 while unknown. */
export interface CallProgress {
  readonly name: CallName
  readonly done: number
  readonly total: number
  /** Asked to stop; the answer is still to come. */
  readonly isCancelling: boolean
}

export interface LongCall {
  /** null while nothing runs. */
  readonly progress: CallProgress | null
  /** Answers null when a later call, or leaving the screen, overtook this one: its outcome matters to nobody. */
  readonly run: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Result<OutputOf<Name>, AppError> | null>
  readonly cancel: () => void
}

/** Calls that may take seconds: one at a time, with progress, and stopped when the screen is left. */
export function useLongCall(): LongCall {
  const { bridge, client, onEvent } = useHost()
  const running = useRef<string | null>(null)
  const [progress, setProgress] = useState<CallProgress | null>(null)

  const cancel = useCallback(() => {
    if (running.current === null) return
    bridge.cancel(running.current)
    setProgress((now) => now && { ...now, isCancelling: true })
  }, [bridge])

  const run = useCallback(
    async <Name extends CallName>(name: Name, input: InputOf<Name>) => {
      cancel()
      const callId = crypto.randomUUID()
      running.current = callId
      setProgress({ name, done: 0, total: 0, isCancelling: false })
      const answer = await client.call(name, input, { callId })
      if (running.current !== callId) return null
      running.current = null
      setProgress(null)
      return answer
    },
    [client, cancel],
  )

  useEffect(() => {
    const stop = onEvent((event) => {
      if (event.kind !== 'progress' || event.callId !== running.current) return
      setProgress((now) => now && { ...now, done: event.done, total: event.total })
    })
    return () => {
      stop()
      cancel()
      running.current = null
    }
  }, [onEvent, cancel])

  return { progress, run, cancel }
}
