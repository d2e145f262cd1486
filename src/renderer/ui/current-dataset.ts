import { useState } from 'react'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'

export interface CurrentDataset {
  /** null only while there are no datasets. */
  readonly current: Dataset | null
  readonly setCurrentId: (id: DatasetId) => void
  /** The next one with an open question, from the top again after the last. */
  readonly goToNextOpen: () => void
  readonly goToPrevious: () => void
}

/** Which dataset is being worked on: at first the first with an open question. */
export function useCurrentDataset(
  datasets: readonly Dataset[],
  isOpen: (dataset: Dataset) => boolean,
): CurrentDataset {
  const [currentId, setCurrentId] = useState<DatasetId | null>(
    () => (datasets.find(isOpen) ?? datasets[0])?.id ?? null,
  )
  const index = Math.max(
    0,
    datasets.findIndex(({ id }) => id === currentId),
  )
  const goTo = (dataset: Dataset | undefined) => {
    if (dataset !== undefined) setCurrentId(dataset.id)
  }
  return {
    current: datasets[index] ?? null,
    setCurrentId,
    goToNextOpen: () => goTo([...datasets.slice(index + 1), ...datasets.slice(0, index)].find(isOpen)),
    goToPrevious: () => goTo(datasets.at(index - 1)),
  }
}
