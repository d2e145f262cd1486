import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Backup } from '../../contract/views.ts'
import type { EngineContext } from '../context.ts'
import { writeSafely } from '../files/write-safely.ts'
import { revisionOf } from '../store/history.ts'
import type { PlanFile } from '../store/open-plan-file.ts'
import { writeBackup } from './backup-file.ts'
import { superfluous } from './rotation.ts'

const kinds = ['automatic', 'before', 'by-hand', 'submitted'] as const

/** What is noted beside a backup. A note that was lost costs the name, not the backup. */
const noteSchema = z.object({ name: z.string(), at: z.iso.datetime(), revision: z.int() })
type Note = z.output<typeof noteSchema>

/** `000012-before`: numbered, since the clock may be set back; the order is the numbers'. */
const idPattern = /^(\d{6,})-(automatic|before|by-hand|submitted)$/

const elsewhere = 'elsewhere-'

/** A plan file outside the data folder may have the name of one inside; it is known by its path. */
function backupsFolder(dataDir: string, planPath: string): string {
  const isOurs = dirname(planPath) === join(dataDir, 'plans')
  const name = isOurs
    ? basename(planPath, '.odap')
    : `${elsewhere}${createHash('sha256').update(planPath).digest('hex').slice(0, 16)}`
  return join(dataDir, 'backups', name)
}

/** The plans of the data folder that have backups, whether the plans themselves are still there or not. */
export function plansWithBackups(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'backups')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(elsewhere))
    .map(({ name }) => name)
    .filter((planId) => listBackups(dataDir, join(dataDir, 'plans', `${planId}.odap`)).length > 0)
}

/** When the newest backup was made, in milliseconds since 1970; 0 where there is none. */
export function lastBackup(dataDir: string, planPath: string): number {
  const [newest] = listBackups(dataDir, planPath)
  return newest === undefined ? 0 : Date.parse(newest.at)
}

/** Where the workbooks of a plan's backups are kept. */
export function workbooksFolder(dataDir: string, planPath: string): string {
  return join(backupsFolder(dataDir, planPath), 'workbooks')
}

/** The backup's file, or null where there is none of that id. */
export function backupPath(dataDir: string, planPath: string, backupId: string): string | null {
  if (!idPattern.test(backupId)) return null
  const path = join(backupsFolder(dataDir, planPath), `${backupId}.odap`)
  return existsSync(path) ? path : null
}

/** The newest first. */
export function listBackups(dataDir: string, planPath: string): readonly Backup[] {
  const folder = backupsFolder(dataDir, planPath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.odap'))
    .map((name) => name.slice(0, -'.odap'.length))
    .filter((id) => idPattern.test(id))
    .sort((a, b) => numberOf(b) - numberOf(a))
    .flatMap((id) => describe(folder, id) ?? [])
}

/**
 * Keeps the plan as it is now, then lets go of what the rotation no longer keeps.
 *
 * @param complete what the kept plan is to hold besides, done to it alone
 */
export function makeBackup(
  { dataDir, now }: Pick<EngineContext, 'dataDir' | 'now'>,
  { db, path }: Pick<PlanFile, 'db' | 'path'>,
  kind: Backup['kind'],
  name: string,
  complete?: (copy: Database) => void,
): Backup {
  const folder = backupsFolder(dataDir, path)
  mkdirSync(folder, { recursive: true })
  clearUnfinished(folder)
  const last = listBackups(dataDir, path)[0]
  const number = String((last === undefined ? 0 : numberOf(last.id)) + 1).padStart(6, '0')
  const id = `${number}-${kind}`
  const note: Note = { name, at: now().toISOString(), revision: revisionOf(db).revision }
  // The note first: a note without its backup is nothing, and no backup ever goes without its name.
  writeSafely(join(folder, `${id}.json`), Buffer.from(JSON.stringify(note)))
  writeBackup(db, join(folder, `${id}.odap`), workbooksFolder(dataDir, path), complete)
  for (const backup of superfluous(listBackups(dataDir, path))) {
    removeBackup(folder, backup.id)
  }
  const made = describe(folder, id)
  if (made === null) throw new Error(`The rotation let go of the backup just made: ${id}`)
  return made
}

/** Takes back a backup that was made for something that then did not happen. */
export function dropBackup(dataDir: string, planPath: string, { id }: Backup): void {
  removeBackup(backupsFolder(dataDir, planPath), id)
}

function removeBackup(folder: string, id: string): void {
  for (const ending of ['odap', 'json']) rmSync(join(folder, `${id}.${ending}`), { force: true })
}

/** The revision the newest backup holds, or null where there is none. */
export function newestRevision(dataDir: string, planPath: string): number | null {
  const [newest] = listBackups(dataDir, planPath)
  return newest === undefined ? null : (noteOf(backupsFolder(dataDir, planPath), newest.id)?.revision ?? null)
}

/** null for one that the rotation of the plan's writer, perhaps another process, has just let go of. */
function describe(folder: string, id: string): Backup | null {
  const kind = kinds.find((one) => id.endsWith(`-${one}`)) ?? 'automatic'
  const file = statSync(join(folder, `${id}.odap`), { throwIfNoEntry: false })
  if (file === undefined) return null
  const note = noteOf(folder, id)
  return { id, kind, name: note?.name ?? '', at: note?.at ?? file.mtime.toISOString(), size: file.size }
}

function noteOf(folder: string, id: string): Note | null {
  const path = join(folder, `${id}.json`)
  if (!existsSync(path)) return null
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function numberOf(id: string): number {
  return Number(idPattern.exec(id)?.[1] ?? 0)
}

/** What a run left behind that ended in the middle of a backup. This process is the plan's only writer. */
function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.tmp(-journal)?$/.test(name)) rmSync(join(folder, name), { force: true })
  }
}
