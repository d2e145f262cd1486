import BetterSqlite3 from 'better-sqlite3'

/** Held while a plan is open for writing; ends with the process at the latest. */
export interface PlanLock {
  readonly release: () => void
}

/**
 * Makes this process the plan's only writer, or answers null where another one is. The lock is a tiny SQLite file
 * beside the plan with an open exclusive transaction: the operating system drops it when the process dies, and
 * readers of the plan itself are not shut out.
 */
export function takeLock(planPath: string): PlanLock | null {
  const db = new BetterSqlite3(`${planPath}.lock`, { timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    db.close()
    if (cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return null
    throw cause
  }
  return { release: () => db.close() }
}
