import type { Plan } from '../domain/plan.ts'
import { type Progress, progressOf } from '../domain/progress.ts'

const known = new WeakMap<Plan, Progress>()

/** How far the plan is, worked out once for each state of it: every field of a screen asks. */
export function planProgress(plan: Plan): Progress {
  const progress = known.get(plan) ?? progressOf(plan)
  known.set(plan, progress)
  return progress
}
