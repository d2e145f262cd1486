import { existsSync, rmSync } from 'node:fs'
import { err, ok, type Result } from '../../domain/result.ts'
import type { StoreProblem } from '../store/open-plan-file.ts'
import { readHolder, takeLock } from '../store/plan-lock.ts'
import { revisionAt } from './open-plan.ts'

export type KeptPlan = StoreProblem | { readonly code: 'plan-has-decisions' }

/**
 * Does work that puts another plan where this path leads, if there is none yet or one that nobody has worked on. A plan
 * with decisions stays, and so does one that a program has open: nobody opens it until the work is done.
 */
export function replacePlan<Value>(path: string, work: () => Value): Result<Value, KeptPlan> {
  // Somebody else's file gets no lock of ours.
  const problem = whyKept(path)
  if (problem !== null) return err(problem)
  if (!existsSync(path)) return ok(work())
  const lock = takeLock(path)
  if (lock === null) return err({ code: 'plan-open-elsewhere', holder: readHolder(path) })
  try {
    const sinceThen = whyKept(path)
    return sinceThen === null ? ok(work()) : err(sinceThen)
  } finally {
    lock.release()
  }
}

/** What a killed program left beside a plan that goes: SQLite would read it into the plan that comes. */
export function removeLeftLog(path: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function whyKept(path: string): KeptPlan | null {
  const revision = revisionAt(path)
  if (revision.ok) return revision.value > 1 ? { code: 'plan-has-decisions' } : null
  return revision.error.code === 'plan-not-found' ? null : revision.error
}
