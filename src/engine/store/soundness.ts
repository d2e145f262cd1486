import BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from './open-database.ts'

/**
 * Reads a plan file through, every page, index and reference of it, on a connection of its own; another one may be
 * writing meanwhile. It takes the longer, the larger the plan is.
 */
export function isSound(path: string): boolean {
  const db = openDatabase(path, { readonly: true })
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return false
    return (db.pragma('foreign_key_check') as readonly unknown[]).length === 0
  } catch (cause) {
    if (isDamage(cause)) return false
    throw cause
  } finally {
    db.close()
  }
}

/** Whether this is SQLite's word for a file whose content makes no sense. */
export function isDamage(cause: unknown): boolean {
  return cause instanceof BetterSqlite3.SqliteError && cause.code.startsWith('SQLITE_CORRUPT')
}
