import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import type { PlanHolder } from '../../domain/plan.ts'

/** Held while a plan is open for writing; ends with the process at the latest. */
export interface PlanLock {
  /** Says from now on that this is who has it. */
  readonly setWho: (who: string) => void
  readonly release: () => void
}

/**
 * Makes this process the plan's only writer, or answers null where another one is. The lock is a tiny SQLite file
 * beside the plan with an open exclusive transaction: the operating system drops it when the process dies, and
 * readers of the plan itself are not shut out.
 *
 * @param holder whom others are told of; null for work that is over in a moment
 */
export function takeLock(planPath: string, holder: PlanHolder | null = null): PlanLock | null {
  const db = new BetterSqlite3(`${planPath}.lock`, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    note(planPath, holder)
  } catch (cause) {
    db.close()
    if (isBusy(cause)) return null
    throw cause
  }
  return {
    setWho: (who) => {
      const said = readHolder(planPath)
      if (said !== null) note(planPath, { ...said, who })
    },
    release: () => {
      note(planPath, null)
      db.close()
    },
  }
}

/** Whether this is SQLite's word for a file that somebody else has locked. */
export function isBusy(cause: unknown): boolean {
  return cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_BUSY')
}

/** What an earlier holder left behind when its process died is never taken for this one's. */
function note(planPath: string, holder: PlanHolder | null): void {
  if (holder === null) rmSync(notePath(planPath), { force: true })
  else writeFileSync(notePath(planPath), JSON.stringify(holder))
}

/** Who has the plan open for writing; null where nobody says so. */
export function readHolder(planPath: string): PlanHolder | null {
  try {
    const { who, computer, since } = JSON.parse(readFileSync(notePath(planPath), 'utf8'))
    const isWhole = [who, computer, since].every((part) => typeof part === 'string')
    return isWhole && !Number.isNaN(Date.parse(since)) ? { who, computer, since } : null
  } catch {
    // The lock alone decides. Without its note people learn that the plan is open, though not who has it.
    return null
  }
}

/** Whether its last holder's process ended without closing it, or still has it. */
export function isHeldOrLeft(planPath: string): boolean {
  return existsSync(notePath(planPath))
}

function notePath(planPath: string): string {
  return `${planPath}.holder.json`
}
