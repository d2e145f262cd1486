import type { Dataset } from '../../domain/dataset.ts'
import type { Plan } from '../../domain/plan.ts'
import { type Progress, progressOf, type StepProgress } from '../../domain/progress.ts'

const known = new WeakMap<Plan, Progress>()
let latest: WeakRef<Plan> | null = null

/** How far the plan is, worked out once for each state of it: every field of a screen asks. */
export function planProgress(plan: Plan): Progress {
  const progress = known.get(plan) ?? progressAfter(latest?.deref() ?? null, plan)
  known.set(plan, progress)
  latest = new WeakRef(plan)
  return progress
}

/** Nearly every state differs from the one before in a few datasets; only those are counted again. */
function progressAfter(before: Plan | null, plan: Plan): Progress {
  const counted = before === null ? undefined : known.get(before)
  if (before === null || counted === undefined) return progressOf(plan)
  if (before.criteria !== plan.criteria || before.datasets.length !== plan.datasets.length)
    return progressOf(plan)
  const earlier: Dataset[] = []
  const later: Dataset[] = []
  for (const [index, dataset] of plan.datasets.entries()) {
    const was = before.datasets[index]
    if (was === undefined || was === dataset) continue
    earlier.push(was)
    later.push(dataset)
  }
  const gone = progressOf({ ...plan, datasets: earlier })
  const come = progressOf({ ...plan, datasets: later })
  return {
    review: moved(counted.review, gone.review, come.review),
    brainstorm: come.brainstorm,
    identify: moved(counted.identify, gone.identify, come.identify),
    prioritize: moved(counted.prioritize, gone.prioritize, come.prioritize),
    publish: moved(counted.publish, gone.publish, come.publish),
  }
}

function moved(counted: StepProgress, gone: StepProgress, come: StepProgress): StepProgress {
  return {
    done: counted.done - gone.done + come.done,
    total: counted.total - gone.total + come.total,
  }
}
