import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import {
  closePlanFile,
  hasItsName,
  isInPlace,
  openForReading,
  openPlanFile,
  type StoreProblem,
} from '../store/open-plan-file.ts'
import { openPlanAt, viewOf } from './open-plan.ts'
import { copyOfPlanId, planPath } from './plans-folder.ts'
import { wholePlanFile } from './whole-plan-file.ts'

/**
 * Writes the open plan anew after its file was removed, moved or replaced: what the open handle still reads is all of
 * it. It gets its old name back where that is free, else a new one beside whatever has taken the old one.
 */
export function rescuePlan(context: EngineContext): Result<PlanView, AppError> {
  const plan = context.openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  const { file, planId } = plan
  if (file.lock === null) return err({ code: 'plan-read-only' })
  if (isInPlace(file)) return ok(viewOf(plan, context))
  // Emptied into the file, since it would be taken for the log of whatever has the name next.
  file.db.pragma('wal_checkpoint(TRUNCATE)')
  if (hasItsName(file)) return reopen(file.path, context)
  const path = existsSync(file.path) ? copyPath(context, planId) : file.path
  // The whole folder may have gone.
  mkdirSync(dirname(path), { recursive: true })
  const made = wholePlanFile(path, (temporary) => copyInto(file.db, temporary))
  return made.ok ? reopen(path, context) : made
}

/** Closes what was open first, so that nothing of it is beside the file that is opened now. */
function reopen(path: string, context: EngineContext): Result<PlanView, AppError> {
  const before = context.openPlan.get()
  context.openPlan.set(null)
  if (before?.file.path === path)
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  return openPlanAt(path, context)
}

/** Makes a copy of a plan as it stands now, whoever has it open, and opens that. */
export function openCopy(context: EngineContext, planId: string): Result<PlanView, AppError> {
  const path = copyPath(context, planId)
  const made = wholePlanFile(path, (temporary) => {
    const original = openForReading(planPath(context.dataDir, planId))
    if (!original.ok) return original
    try {
      return copyInto(original.value, temporary)
    } finally {
      original.value.close()
    }
  })
  return made.ok ? openPlanAt(path, context) : made
}

/** One whole file of an open plan, opened once to see that it is one. */
function copyInto(db: Database, path: string): Result<null, StoreProblem> {
  db.prepare('VACUUM INTO ?').run(path)
  const opened = openPlanFile(path)
  if (!opened.ok) return opened
  closePlanFile(opened.value)
  return ok(null)
}

function copyPath({ dataDir, newId }: EngineContext, planId: string): string {
  return planPath(dataDir, copyOfPlanId(planId, newId()))
}
