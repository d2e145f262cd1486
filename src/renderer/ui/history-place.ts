import { create } from 'zustand'
import type { DatasetId } from '../../domain/dataset.ts'

/** What the history panel shows: everything, or one dataset. */
export interface HistoryPlace {
  readonly datasetId: DatasetId | null
}

/** null while the panel is closed. */
export const useHistoryPlace = create<HistoryPlace | null>(() => null)

/** Opens the panel over whatever is on screen. */
export function showHistory(datasetId: DatasetId | null = null): void {
  useHistoryPlace.setState({ datasetId }, true)
}

export function hideHistory(): void {
  useHistoryPlace.setState(null, true)
}
