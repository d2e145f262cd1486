import { useState } from 'react'
import type { Weights } from '../../../domain/plan.ts'
import { usePlan } from '../../plan/program.tsx'
import { useSavedOnLeaving } from '../../plan/unsaved-drafts.ts'
import { usePendingValue } from '../../ui/pending-value.ts'

export interface DraftWeights {
  /** As they stand on screen, a slider in motion included. */
  readonly weights: Weights
  readonly move: (weights: Weights) => void
  /** Saves where a slider was moved to. */
  readonly settle: () => void
  readonly set: (weights: Weights) => void
}

/** Weights that move at once and are saved once: a slider passes many values on its way, and each would be an action. */
export function useDraftWeights(): DraftWeights {
  const { plan, change } = usePlan()
  const { value, save } = usePendingValue(
    plan.weights,
    async (weights) => (await change('prioritize.weigh', { weights })).ok,
  )
  const [moving, setMoving] = useState<Weights | null>(null)
  useSavedOnLeaving(moving !== null, moving, (weights) => void save(weights))
  return {
    weights: moving ?? value,
    move: setMoving,
    settle: () => {
      if (moving !== null) void save(moving)
      setMoving(null)
    },
    set: (weights) => void save(weights),
  }
}
