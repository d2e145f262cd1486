import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { err, ok, type Result } from '../../domain/result.ts'
import { flushFile, flushFolder, writeSafely } from '../files/write-safely.ts'
import { openDatabase } from '../store/open-database.ts'
import { closePlanFile, openPlanFile, type StoreProblem } from '../store/open-plan-file.ts'

/**
 * A backup is a plan file without its workbook's bytes, which never change and are kept once beside all
 * backups, under their SHA-256.
 */
interface WorkbookRow {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * Writes the plan as it is now; the name appears only once what it names is whole, checked and on the disk.
 *
 * @param complete done to the copy before it gets its name
 */
export function writeBackup(
  db: Database,
  path: string,
  workbooksFolder: string,
  complete: (copy: Database) => void = () => {},
): void {
  const whole = `${path}.whole.tmp`
  const slim = `${path}.tmp`
  try {
    db.prepare('VACUUM INTO ?').run(whole)
    finish(whole, slim, workbooksFolder, complete)
    refuseUnsound(slim)
    flushFile(slim)
    renameSync(slim, path)
  } finally {
    for (const file of [whole, `${whole}-journal`, slim]) rmSync(file, { force: true })
  }
  flushFolder(dirname(path))
}

/** Writes a plan file with the backup's content and its workbook back in it. */
export function plantBackup(
  backup: string,
  workbooksFolder: string,
  path: string,
): Result<null, { readonly code: 'backup-damaged' } | StoreProblem> {
  copyFileSync(backup, path)
  const opened = openPlanFile(path)
  if (!opened.ok) return opened
  const { db } = opened.value
  try {
    const put = db.prepare('UPDATE workbook SET bytes = ? WHERE sha256 = ?')
    for (const { sha256 } of db.prepare<[], WorkbookRow>('SELECT sha256 FROM workbook').all()) {
      const bytes = keptBytes(workbooksFolder, sha256)
      if (bytes === null) return err({ code: 'backup-damaged' })
      put.run(bytes, sha256)
    }
    return ok(null)
  } finally {
    closePlanFile(opened.value)
  }
}

function finish(whole: string, slim: string, folder: string, complete: (copy: Database) => void): void {
  mkdirSync(folder, { recursive: true })
  const copy = openDatabase(whole)
  try {
    for (const { sha256, bytes } of copy.prepare<[], WorkbookRow>('SELECT * FROM workbook').iterate()) {
      if (keptBytes(folder, sha256) === null) writeSafely(join(folder, sha256), bytes)
    }
    complete(copy)
    copy.exec("UPDATE workbook SET bytes = x''")
    copy.prepare('VACUUM INTO ?').run(slim)
  } finally {
    copy.close()
  }
}

/** The bytes kept under this hash, or null where they are missing or no longer those. */
function keptBytes(folder: string, sha256: string): Uint8Array | null {
  const path = join(folder, sha256)
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

/** A backup nobody can open is worse than none, so each is opened and checked whole before it gets its name. */
function refuseUnsound(path: string): void {
  const db = openDatabase(path, { readonly: true })
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Error(`Unsound backup: ${path}`)
    if (db.prepare('SELECT count(*) FROM plan').pluck().get() !== 1) throw new Error(`Empty backup: ${path}`)
  } finally {
    db.close()
  }
}
