import type { EngineEvent } from '../../contract/events.ts'
import { writeIncident } from '../computer/log-file.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { revisionOf } from '../store/history.ts'
import { isInPlace } from '../store/open-plan-file.ts'

/** How long nothing is done before the log is written into the plan's file, in milliseconds. */
const idleTime = 1_000
/** How often the open plan is looked after, in milliseconds. */
const pace = 2_000

export interface PlanWatch {
  readonly onEvent: (event: EngineEvent) => void
  readonly stop: () => void
}

/**
 * Looks after the open plan between calls. A moment after the last action it writes the log into the plan's file, so
 * that the file alone is nearly always whole; says when the file has gone; and says when another program has changed
 * a plan that is open here to read.
 */
export function watchPlan(context: EngineContext): PlanWatch {
  let idle: NodeJS.Timeout | undefined
  let lost: OpenPlan | null = null
  let seen: { readonly plan: OpenPlan; readonly version: unknown } | null = null

  const look = () => {
    const plan = context.openPlan.get()
    if (plan === null) return
    const wasLost = lost === plan
    const isLost = !isInPlace(plan.file)
    lost = isLost ? plan : null
    if (wasLost !== isLost) context.emit({ kind: 'plan-file', planId: plan.planId, isInPlace: !isLost })
    if (plan.file.lock !== null || isLost) return
    const version = plan.file.db.pragma('data_version', { simple: true })
    if (seen?.plan === plan && seen.version !== version) {
      const { revision } = revisionOf(plan.file.db)
      context.emit({ kind: 'changed', planId: plan.planId, revision })
    }
    seen = { plan, version }
  }
  const regularly = setInterval(() => reporting(context, look), pace)
  regularly.unref()

  return {
    onEvent: ({ kind }) => {
      if (kind !== 'changed' && kind !== 'opened') return
      clearTimeout(idle)
      idle = setTimeout(() => reporting(context, () => writeLogIntoFile(context)), idleTime)
      idle.unref()
    },
    stop: () => {
      clearTimeout(idle)
      clearInterval(regularly)
    },
  }
}

/** PASSIVE waits for nobody and takes nothing back: what was acknowledged is in the log on the disk all along. */
function writeLogIntoFile({ openPlan }: EngineContext): void {
  const plan = openPlan.get()
  if (plan !== null && plan.file.lock !== null && isInPlace(plan.file))
    plan.file.db.pragma('wal_checkpoint(PASSIVE)')
}

/** Nobody waits for an answer here; the next action meets a failing disk itself and says so. */
function reporting({ dataDir, newId, now }: EngineContext, work: () => void): void {
  try {
    work()
  } catch (cause) {
    const incident = diskProblem(cause)?.code ?? newId().slice(0, 8)
    writeIncident(dataDir, incident, now().toISOString(), cause)
  }
}
