import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { HistoryEntry } from '../../contract/views.ts'
import type { DatasetId } from '../../domain/dataset.ts'
import { useHost, usePlanView } from '../plan/program.tsx'

export interface ReadHistory {
  /** null until the first of them are read. */
  readonly entries: readonly HistoryEntry[] | null
  readonly hasMore: boolean
  readonly problem: AppError | null
  /** Reads the next page; while one is on its way nothing more is asked. */
  readonly readOlder: () => void
}

interface State {
  readonly entries: readonly HistoryEntry[] | null
  readonly hasMore: boolean
  readonly problem: AppError | null
}

const nothing: State = { entries: null, hasMore: false, problem: null }

/** The history a page at a time, read afresh from its top whenever the plan changes. */
export function useReadHistory(planId: string, datasetId: DatasetId | null): ReadHistory {
  const { client } = useHost()
  const revision = usePlanView()?.revision ?? 0
  const [state, setState] = useState(nothing)
  // A page that was asked for before the plan changed belongs to a list that is gone.
  const reading = useRef(0)
  const isReading = useRef(false)

  const read = useCallback(
    async (before: number | null) => {
      reading.current += 1
      const turn = reading.current
      isReading.current = true
      const answer = await client.call('history.read', { datasetId, before }, { planId })
      if (turn !== reading.current) return
      isReading.current = false
      setState((now) => {
        if (!answer.ok) return { ...now, problem: answer.error }
        const { entries, hasMore } = answer.value
        const newer = before === null ? [] : (now.entries ?? [])
        return { entries: [...newer, ...entries], hasMore, problem: null }
      })
    },
    [client, planId, datasetId],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is why the history is read again
  useEffect(() => {
    void read(null)
    return () => {
      reading.current += 1
    }
  }, [read, revision])

  const last = state.entries?.at(-1)?.id
  const readOlder = useCallback(() => {
    if (last !== undefined && !isReading.current) void read(last)
  }, [last, read])
  return { ...state, readOlder }
}
