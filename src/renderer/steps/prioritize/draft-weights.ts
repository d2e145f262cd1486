import { useState } from 'react'
import type { Criterion, CriterionId } from '../../../domain/criteria.ts'
import { usePlan } from '../../plan/program.tsx'
import { useSavedOnLeaving } from '../../plan/unsaved-drafts.ts'
import { usePendingValue } from '../../ui/pending-value.ts'

export interface DraftWeights {
  /** With their weights as they stand on screen, a slider in motion included. */
  readonly criteria: readonly Criterion[]
  readonly moveOne: (id: CriterionId, weight: number) => void
  /** Saves where a slider was moved to. */
  readonly settle: () => void
  readonly set: (criteria: readonly Criterion[]) => void
}

/** Weights that move at once and are saved once: a slider passes many values on its way, and each would be an action. */
export function useDraftWeights(): DraftWeights {
  const { plan, change } = usePlan()
  const { value, save } = usePendingValue(
    plan.criteria,
    async (criteria) => (await change('prioritize.weigh', { weights: weightsOf(criteria) })).ok,
  )
  const [moving, setMoving] = useState<readonly Criterion[] | null>(null)
  useSavedOnLeaving(moving !== null, moving, (criteria) => void save(criteria))
  const criteria = moving ?? value
  return {
    criteria,
    moveOne: (id, weight) =>
      setMoving(criteria.map((criterion) => (criterion.id === id ? { ...criterion, weight } : criterion))),
    settle: () => {
      if (moving !== null) void save(moving)
      setMoving(null)
    },
    set: (given) => void save(given),
  }
}

function weightsOf(criteria: readonly Criterion[]): Record<CriterionId, number> {
  return Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]))
}
