import type { EngineEvent } from '../../contract/events.ts'
import { writeIncident } from '../computer/log-file.ts'
import type { EngineContext } from '../context.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { revisionOf } from '../store/history.ts'
import { makeBackup, newestRevision } from './backups.ts'

const tenMinutes = 10 * 60 * 1000

/**
 * Backs the open plan up by itself: when it is opened with work that no backup holds yet, and every ten minutes of
 * work. Answers the listener for the engine's events; the work is done after the call that caused it was answered.
 */
export function automaticBackups(context: EngineContext): (event: EngineEvent) => void {
  let lastAt = 0
  return (event) => {
    const now = context.now().getTime()
    // A clock set back must not put the next backup off for hours.
    const isDue = event.kind === 'opened' || Math.abs(now - lastAt) > tenMinutes
    if (event.kind === 'engine-restarted' || event.kind === 'progress' || !isDue) return
    lastAt = now
    setImmediate(() => backUp(context))
  }
}

function backUp(context: EngineContext): void {
  const plan = context.openPlan.get()
  // A plan that is only read here is backed up by whoever has it open.
  if (plan === null || plan.file.lock === null) return
  const { dataDir } = context
  try {
    const { revision } = revisionOf(plan.file.db)
    // Of an import without any work the agency has the workbook itself.
    if (revision <= 1 || newestRevision(dataDir, plan.file.path) === revision) return
    makeBackup(context, plan.file, 'automatic', '')
  } catch (cause) {
    // Work goes on without a backup; what was decided is in the plan all the same.
    const incident = diskProblem(cause)?.code ?? context.newId().slice(0, 8)
    writeIncident(dataDir, incident, context.now().toISOString(), cause)
  }
}
