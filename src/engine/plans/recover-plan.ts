import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { flushFile, flushFolder } from '../files/write-safely.ts'
import { readHolder, takeLock } from '../store/plan-lock.ts'
import { plantBackup } from './backup-file.ts'
import { backupPath, workbooksFolder } from './backups.ts'
import { openPlanAt } from './open-plan.ts'
import { planPath } from './plans-folder.ts'
import { wholePlanFile } from './whole-plan-file.ts'

/** Puts a backup in the place of a plan that cannot be opened. What was there is kept in `damaged/`. */
export function recoverPlan(
  context: EngineContext,
  planId: string,
  backupId: string,
): Result<PlanView, AppError> {
  const path = planPath(context.dataDir, planId)
  const backup = backupPath(context.dataDir, path, backupId)
  if (backup === null) return err({ code: 'backup-not-found' })
  let lock = isOpenHere(context, path) ? null : takeLock(path)
  if (lock === null && !isOpenHere(context, path)) return openElsewhere(path)
  try {
    const made = wholePlanFile<AppError>(path, (temporary) => {
      const planted = plantBackup(backup, workbooksFolder(context.dataDir, path), temporary)
      if (!planted.ok) return err({ code: 'backup-damaged' })
      keepAside(context, path, planId)
      // A plan with damage that was found while it is open stays open as long as anything can still go wrong.
      if (isOpenHere(context, path)) {
        context.openPlan.set(null)
        lock = takeLock(path)
        if (lock === null) return openElsewhere(path)
      }
      // Beside another database it would be taken for that one's.
      for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
      return ok(null)
    })
    if (!made.ok) return made
  } finally {
    lock?.release()
  }
  return openPlanAt(path, context)
}

function isOpenHere({ openPlan }: EngineContext, path: string): boolean {
  const open = openPlan.get()
  return open !== null && open.file.path === path && open.file.lock !== null
}

function openElsewhere(path: string): Result<never, AppError> {
  return err({ code: 'plan-open-elsewhere', holder: readHolder(path) })
}

/** Copies what is there. The plan's own name goes to the restored file in one rename, so that it is never without one. */
function keepAside({ dataDir, now }: EngineContext, path: string, planId: string): void {
  const folder = join(dataDir, 'damaged')
  mkdirSync(folder, { recursive: true })
  const stem = join(
    folder,
    `${planId}-${now()
      .toISOString()
      .replace(/[^0-9]/g, '')}.odap`,
  )
  for (const suffix of ['', '-wal']) {
    if (!existsSync(path + suffix)) continue
    copyFileSync(path + suffix, stem + suffix)
    flushFile(stem + suffix)
  }
  flushFolder(folder)
}
