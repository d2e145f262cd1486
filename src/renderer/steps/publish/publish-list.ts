import { useState } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { useCurrentDataset } from '../../ui/current-dataset.ts'

export type Tab = 'planned' | 'published'

/** One of the two lists of this step, and where a person is in it. */
export interface PublishList {
  readonly datasets: readonly Dataset[]
  readonly isOpen: (dataset: Dataset) => boolean
  /** How many are not settled. */
  readonly open: number
  readonly currentId: DatasetId | null
  readonly setCurrentId: (id: DatasetId) => void
  readonly goToNextOpen: () => void
  readonly goToPrevious: () => void
  readonly selected: readonly DatasetId[]
  readonly setSelected: (ids: readonly DatasetId[]) => void
  /** Those whose boxes are ticked, else the one being worked on. */
  readonly worked: readonly Dataset[]
}

export function usePublishList(
  datasets: readonly Dataset[],
  isOpen: (dataset: Dataset) => boolean,
): PublishList {
  const { current, ...moving } = useCurrentDataset(datasets, isOpen)
  const [chosen, setSelected] = useState<readonly DatasetId[]>([])
  const ticked = datasets.filter(({ id }) => chosen.includes(id))
  return {
    ...moving,
    datasets,
    isOpen,
    open: datasets.filter(isOpen).length,
    currentId: current?.id ?? null,
    selected: ticked.map(({ id }) => id),
    setSelected,
    worked: ticked.length > 0 ? ticked : current === null ? [] : [current],
  }
}
