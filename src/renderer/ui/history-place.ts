import { useSyncExternalStore } from 'react'
import type { DatasetId } from '../../domain/dataset.ts'

/** What the history panel shows: everything, or one dataset. */
export interface HistoryPlace {
  readonly datasetId: DatasetId | null
}

/** null while the panel is closed. */
let shown: HistoryPlace | null = null
const listeners = new Set<() => void>()

/** Opens the panel over whatever is on screen. */
export function showHistory(datasetId: DatasetId | null = null): void {
  move({ datasetId })
}

export function hideHistory(): void {
  move(null)
}

export function useHistoryPlace(): HistoryPlace | null {
  return useSyncExternalStore(listen, () => shown)
}

function move(place: HistoryPlace | null): void {
  shown = place
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
