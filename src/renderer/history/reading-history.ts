import { useCallback, useRef, useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { HistoryEntry, HistoryPage } from '../../contract/views.ts'
import type { DatasetId } from '../../domain/dataset.ts'
import { useHost, usePlanView } from '../plan/program.tsx'
import { useRead } from '../plan/read.ts'

export interface ReadHistory {
  /** null until the first of them are read. */
  readonly entries: readonly HistoryEntry[] | null
  readonly hasMore: boolean
  readonly problem: AppError | null
  /** Reads the next page; while one is on its way nothing more is asked. */
  readonly readOlder: () => void
}

/** A first page with what was read below it. */
interface ReadOn {
  readonly first: HistoryPage
  readonly pages: HistoryPage
  readonly problem: AppError | null
}

/** The history a page at a time, read afresh from its top whenever the plan changes. */
export function useReadHistory(planId: string, datasetId: DatasetId | null): ReadHistory {
  const { client } = useHost()
  const revision = usePlanView()?.revision
  const { value: first, problem } = useRead('history.read', { datasetId, before: null }, { planId, revision })
  const [readOn, setReadOn] = useState<ReadOn | null>(null)
  // Below which first page the next one is on its way.
  const reading = useRef<HistoryPage | null>(null)

  // What was read below a first page that is gone belongs to a list that is gone.
  const now = readOn?.first === first ? readOn : null
  const pages = now?.pages ?? first
  const readOlder = useCallback(async () => {
    const last = pages?.entries.at(-1)?.id
    if (first === null || pages === null || last === undefined || reading.current === first) return
    reading.current = first
    const answer = await client.call('history.read', { datasetId, before: last }, { planId })
    if (reading.current !== first) return
    reading.current = null
    if (!answer.ok) return setReadOn({ first, pages, problem: answer.error })
    const { entries, hasMore } = answer.value
    setReadOn({ first, pages: { entries: [...pages.entries, ...entries], hasMore }, problem: null })
  }, [client, planId, datasetId, first, pages])
  return {
    entries: pages?.entries ?? null,
    hasMore: pages?.hasMore ?? false,
    problem: problem ?? now?.problem ?? null,
    readOlder: useCallback(() => void readOlder(), [readOlder]),
  }
}
