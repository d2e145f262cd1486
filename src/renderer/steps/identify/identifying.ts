import { useState } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { isIdentified } from '../../../domain/progress.ts'
import type { Access } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { useCurrentDataset } from '../../ui/current-dataset.ts'

export interface Identifying {
  readonly current: Dataset | null
  readonly choose: (id: DatasetId) => void
  /** The datasets whose boxes are ticked; while there are any, an answer is for all of them. */
  readonly selected: readonly DatasetId[]
  readonly select: (ids: readonly DatasetId[]) => void
  readonly answer: (access: Access) => void
  readonly goOn: () => void
  readonly goBack: () => void
}

export function isOpen(dataset: Dataset): boolean {
  return !isIdentified(dataset)
}

/** Which datasets are being answered, and the answers. */
export function useIdentifying(): Identifying {
  const { plan, change } = usePlan()
  const [selected, select] = useState<readonly DatasetId[]>([])
  const { current, setCurrentId, goToNextOpen, goToPrevious } = useCurrentDataset(plan.datasets, isOpen)

  const answer = (access: Access) => {
    const ids = selected.length > 0 ? [...selected] : current === null ? [] : [current.id]
    if (ids.length > 0) void change('identify.set', { ids, changes: { access } })
  }
  /** Going on means one dataset again. */
  const alone = (move: () => void) => () => {
    select([])
    move()
  }
  return {
    current,
    choose: setCurrentId,
    selected,
    select,
    answer,
    goOn: alone(goToNextOpen),
    goBack: alone(goToPrevious),
  }
}
