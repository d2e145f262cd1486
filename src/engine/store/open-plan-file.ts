import { statSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { PlanHolder } from '../../domain/plan.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { isDatabaseFile } from './database-file.ts'
import { addFieldColumns, hasUnknownColumns, lacksFieldColumns } from './field-columns.ts'
import { fileIdentity } from './file-identity.ts'
import { currentVersion, isUnreleased, migrationsFrom } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { isBusy, isHeldOrLeft, type PlanLock, readHolder, takeLock } from './plan-lock.ts'
import { isDamage } from './soundness.ts'

/** Marks a SQLite file as a plan of this program ('ODAP' in ASCII). */
export const applicationId = 0x4f444150

/** The WAL-reset bug, which could lose commits silently, is fixed from this SQLite on. */
const oldestSqlite = [3, 51, 3] as const

export type StoreProblem =
  | {
      readonly code: 'plan-not-found' | 'not-a-plan-file' | 'plan-newer' | 'plan-unreleased' | 'plan-damaged'
    }
  | { readonly code: 'plan-open-elsewhere'; readonly holder: PlanHolder | null }

/** An open plan file. With a lock this process is its only writer until `closePlanFile`; without, it only reads. */
export interface PlanFile {
  readonly db: Database
  readonly path: string
  readonly lock: PlanLock | null
  /** The file and its log by what they are, not by their names. */
  readonly identity: FileAndLog
}

/** Makes a new, empty plan file; the caller fills it in one action. */
export function createPlanFile(path: string): Result<PlanFile, StoreProblem> {
  return openLocked(path, { isNew: true })
}

interface Checking {
  /** Whether a plan that was closed well is opened without being read through: somebody else does that, or nobody need. */
  readonly trustsCleanEnd?: boolean
}

interface Opening extends Checking {
  /** Given an older plan before anything in it is changed; what it throws stops the opening. */
  readonly beforeMigration?: (plan: Pick<PlanFile, 'db' | 'path'>) => void
  /** Whom those are told of who would open it too. */
  readonly holder?: PlanHolder
}

export function openPlanFile(path: string, opening: Opening = {}): Result<PlanFile, StoreProblem> {
  const problem = whyNoPlan(path)
  return problem === null ? openLocked(path, { isNew: false, ...opening }) : err(problem)
}

/** Opens a plan that another process may be writing to, to see what it holds now and from then on. */
export function openPlanFileToRead(path: string): Result<PlanFile, StoreProblem> {
  const opened = openAsItIs(path)
  if (!opened.ok) return opened
  const db = opened.value
  if (isCurrent(db)) return ok({ db, path, lock: null, identity: identityOf(path) })
  // An older program has it open, and what it writes is for that program to read.
  db.close()
  return err({ code: 'plan-open-elsewhere', holder: readHolder(path) })
}

/**
 * Whether what is written to the open plan still lands where people will look for it: neither the plan nor its log
 * has been removed, moved or replaced under the running program.
 */
export function isInPlace({ path, identity }: PlanFile): boolean {
  const found = identityOf(path)
  return found.file === identity.file && found.log === identity.log
}

/** Whether it is the open plan that still has its name, whatever has become of its log. */
export function hasItsName({ path, identity }: PlanFile): boolean {
  return fileIdentity(path) === identity.file
}

interface FileAndLog {
  readonly file: string | null
  readonly log: string | null
}

function identityOf(path: string): FileAndLog {
  return { file: fileIdentity(path), log: fileIdentity(`${path}-wal`) }
}

/**
 * Opens a plan for a look without becoming its writer. A plan of an older program is read into memory and brought up
 * to date there; the file stays as it is.
 */
export function openForReading(path: string, checking: Checking = {}): Result<Database, StoreProblem> {
  const opened = openAsItIs(path, checking)
  if (!opened.ok || isCurrent(opened.value)) return opened
  const bytes = opened.value.serialize()
  opened.value.close()
  // https://www.sqlite.org/fileformat.html, 1.3.3: a database in memory has no log, and may not say that it has one.
  bytes.fill(1, 18, 20)
  const db = openDatabase(bytes)
  migrate(db)
  return ok(db)
}

function openAsItIs(path: string, checking: Checking = {}): Result<Database, StoreProblem> {
  const missing = whyNoPlan(path)
  if (missing !== null) return err(missing)
  const isChecked = needsCheck(path, checking)
  const db = openDatabase(path, { readonly: true })
  try {
    const problem = problemOf(db, isChecked)
    if (problem === null) return ok(db)
    db.close()
    return err(problem)
  } catch (cause) {
    db.close()
    return err(problemFrom(cause, path))
  }
}

export function closePlanFile(file: PlanFile): void {
  file.db.close()
  file.lock?.release()
}

/** Looks at the file before anything is put beside it: somebody else's file gets no lock of ours. */
function whyNoPlan(path: string): StoreProblem | null {
  const isDatabase = isDatabaseFile(path)
  if (isDatabase === null) return { code: 'plan-not-found' }
  return isDatabase ? null : { code: 'not-a-plan-file' }
}

function openLocked(
  path: string,
  { isNew, beforeMigration, holder, ...checking }: Opening & { readonly isNew: boolean },
): Result<PlanFile, StoreProblem> {
  // What the last end left is gone once the lock is taken and the file is open.
  const isChecked = needsCheck(path, checking)
  const lock = takeLock(path, holder)
  if (lock === null) return err({ code: 'plan-open-elsewhere', holder: readHolder(path) })
  let db: Database | null = null
  try {
    db = openDatabase(path, { fileMustExist: !isNew })
    const problem = isNew ? null : problemOf(db, isChecked)
    if (problem === null) {
      if (!isNew && !isCurrent(db)) beforeMigration?.({ db, path })
      prepare(db)
      return ok({ db, path, lock, identity: identityOf(path) })
    }
    db.close()
    lock.release()
    return err(problem)
  } catch (cause) {
    db?.close()
    lock.release()
    return err(problemFrom(cause, path))
  }
}

function prepare(db: Database): void {
  refuseOldSqlite(db)
  db.pragma('journal_mode = WAL')
  // FULL: a commit that was acknowledged survives a power cut. We write little, so it costs nothing.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  migrate(db)
}

/** All missing migrations and columns in one transaction: either the plan is current afterwards, or it is as it was. */
function migrate(db: Database): void {
  if (isCurrent(db)) return
  db.transaction(() => {
    for (const migration of migrationsFrom(versionOf(db))) migration(db)
    addFieldColumns(db)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${currentVersion}`)
  }).immediate()
}

function isCurrent(db: Database): boolean {
  return versionOf(db) === currentVersion && !lacksFieldColumns(db)
}

/** A clean end writes the log into the file and takes the holder's note away. */
function needsCheck(path: string, { trustsCleanEnd = false }: Checking): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  return !trustsCleanEnd || isHeldOrLeft(path) || (log !== undefined && log.size > 0)
}

function problemOf(db: Database, isChecked: boolean): StoreProblem | null {
  if (db.pragma('application_id', { simple: true }) !== applicationId) return { code: 'not-a-plan-file' }
  const version = versionOf(db)
  if (version > currentVersion) return { code: 'plan-newer' }
  if (isUnreleased(version)) return { code: 'plan-unreleased' }
  if (isChecked && db.pragma('quick_check(1)', { simple: true }) !== 'ok') return { code: 'plan-damaged' }
  const plans = db.prepare('SELECT count(*) FROM plan').pluck().get()
  if (plans !== 1) return { code: 'plan-damaged' }
  return hasUnknownColumns(db) ? { code: 'plan-newer' } : null
}

function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

function refuseOldSqlite(db: Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, oldest] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > oldest) return
    if (part < oldest) throw new Error(`SQLite ${version} is too old: ${oldestSqlite.join('.')} is needed`)
  }
}

/** Which of SQLite's complaints mean a file we cannot use; anything else is a bug or a failing disk and is thrown. */
function problemFrom(cause: unknown, path: string): StoreProblem {
  if (cause instanceof BetterSqlite3.SqliteError && cause.code === 'SQLITE_NOTADB') {
    return { code: 'not-a-plan-file' }
  }
  if (isDamage(cause)) return { code: 'plan-damaged' }
  if (isBusy(cause)) return { code: 'plan-open-elsewhere', holder: readHolder(path) }
  throw cause
}
