import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Criterion, CriterionId } from '../../../domain/criteria.ts'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { useWalk } from '../../ui/walk.ts'
import { focusRating } from './criterion-rating.tsx'
import { isAsked, nextOpenRating } from './open-rating.ts'

export interface OpenRatings {
  readonly currentId: DatasetId | null
  readonly choose: (id: DatasetId) => void
  readonly goToNextOpen: () => void
}

/** The way through what is still to be rated, in the order of the ranking. */
export function useOpenRatings(candidates: readonly Dataset[], criteria: readonly Criterion[]): OpenRatings {
  const isOpen = useCallback((candidate: Dataset) => isAsked(candidate, criteria), [criteria])
  const { current, goTo } = useWalk(candidates, isOpen)
  const [lastGoneTo, setLastGoneTo] = useState<CriterionId | null>(null)
  const currentId = current?.id ?? null

  const choose = (id: DatasetId) => {
    goTo(id)
    setLastGoneTo(null)
  }
  const goToNextOpen = () => {
    const next = nextOpenRating(candidates, criteria, currentId, lastGoneTo)
    if (next === null) return
    // The rating may belong to another dataset: it must be on the page before it can have the focus.
    flushSync(() => {
      goTo(next.id)
      setLastGoneTo(next.criterion)
    })
    focusRating(next.criterion)
  }
  return { currentId, choose, goToNextOpen }
}
