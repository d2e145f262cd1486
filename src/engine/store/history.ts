import type { Database } from 'better-sqlite3'
import type { Parameters, Subject } from '../../domain/action-in-words.ts'
import { type ActionRow, actionColumns, wordsOf } from './action-words.ts'
import { type JournalledTable, journalledTables } from './journal-triggers.ts'
import { prepared } from './prepared.ts'

export interface Action {
  readonly who: string
  /** ISO date and time in UTC. */
  readonly at: string
  /** The call that does it, by its name. */
  readonly call: string
  /** Its parameters, cut short. */
  readonly input?: Parameters
  readonly about?: Subject
  /** Why, where the person said so. */
  readonly reason?: string
}

/** Which rows an action touched, by table. */
export type TouchedRows = { readonly [Table in JournalledTable]: readonly string[] }

/** One row's images before and after an action; null where there was no such row. */
export interface ChangeRow {
  readonly table_name: JournalledTable
  readonly row_key: string
  readonly before: string | null
  readonly after: string | null
}

type NextAction = ActionRow & { readonly id: number }

type RowImage = Readonly<Record<string, string | number | null>>

/**
 * The beginning of a plan's history: what comes into being here is not undone but thrown away with the file. So no
 * images are kept of it, which makes the import of a large inventory ten times faster. It may take its time, too,
 * with pauses for others: nobody else knows a file that is only in the making.
 */
export function begin(db: Database, action: Action): Beginning {
  db.exec('BEGIN IMMEDIATE')
  insertAction(db, action, { undoable: 0 })
  return {
    keep: () => {
      countChange(db, action.at)
      db.exec('COMMIT')
    },
    drop: () => {
      if (db.inTransaction) db.exec('ROLLBACK')
    },
  }
}

export interface Beginning {
  /** Commits all that was done since. */
  readonly keep: () => void
  /** Takes it back, unless it was kept. */
  readonly drop: () => void
}

/**
 * The one way to do a new action on a plan: runs `work` and its journal in one transaction, committed when this returns.
 * Work that changed nothing leaves no action behind and answers null.
 */
export function change(db: Database, action: Action, work: () => void): TouchedRows | null {
  return db
    .transaction(() => {
      const actionId = insertAction(db, action, { undoable: 1 })
      prepared(db, "UPDATE journal SET action_id = ? WHERE id = 'journal'").run(actionId)
      work()
      prepared(db, "UPDATE journal SET action_id = NULL WHERE id = 'journal'").run()
      const touched = touchedBy(db, actionId)
      if (isNothing(touched)) {
        prepared(db, 'DELETE FROM action WHERE id = ?').run(actionId)
        return null
      }
      // What was undone before a new action stays in history but can no longer be redone.
      prepared(db, "UPDATE action SET state = 'left' WHERE state = 'undone'").run()
      countChange(db, action.at)
      return touched
    })
    .immediate()
}

/** Takes the last action back, or answers null when there is none. */
export function undo(db: Database, at: string): TouchedRows | null {
  return db
    .transaction(() => {
      const action = nextToUndo(db)
      if (action === undefined) return null
      const replay = replayer(db)
      for (const row of changesOf(db, action.id).reverse()) replay(row, row.after, row.before)
      prepared(db, "UPDATE action SET state = 'undone' WHERE id = ?").run(action.id)
      return afterReplay(db, action.id, at)
    })
    .immediate()
}

/** Does the action undone last again, or answers null when there is none. */
export function redo(db: Database, at: string): TouchedRows | null {
  return db
    .transaction(() => {
      const action = nextToRedo(db)
      if (action === undefined) return null
      const replay = replayer(db)
      for (const row of changesOf(db, action.id)) replay(row, row.before, row.after)
      prepared(db, "UPDATE action SET state = 'done' WHERE id = ?").run(action.id)
      return afterReplay(db, action.id, at)
    })
    .immediate()
}

export function whatUndoDoes(db: Database): string | null {
  const next = nextToUndo(db)
  return next === undefined ? null : wordsOf(db, next)
}

export function whatRedoDoes(db: Database): string | null {
  const next = nextToRedo(db)
  return next === undefined ? null : wordsOf(db, next)
}

export function revisionOf(db: Database): { readonly revision: number; readonly changedAt: string } {
  const row = prepared<[], { revision: number; changed_at: string }>(
    db,
    'SELECT revision, changed_at FROM journal',
  ).get()
  return { revision: row?.revision ?? 0, changedAt: row?.changed_at ?? '' }
}

const noSubject: Subject = { count: 0, name: '' }

function insertAction(
  db: Database,
  { at, who, call, input = {}, about = noSubject, reason = '' }: Action,
  { undoable }: { readonly undoable: 0 | 1 },
): number {
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO action (at, who, call, input, about_count, about_name, reason, undoable, parent_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT max(id) FROM action WHERE state = 'done'))`,
  ).run(at, who, call, JSON.stringify(input), about.count, about.name, reason, undoable)
  return Number(lastInsertRowid)
}

/** The last action that stands, unless it may not be undone. */
function nextToUndo(db: Database): NextAction | undefined {
  const last = prepared<[], NextAction & { undoable: number }>(
    db,
    `SELECT id, undoable, ${actionColumns} FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1`,
  ).get()
  return last?.undoable === 1 ? last : undefined
}

function nextToRedo(db: Database): NextAction | undefined {
  return prepared<[], NextAction>(
    db,
    `SELECT id, ${actionColumns} FROM action WHERE state = 'undone' ORDER BY id LIMIT 1`,
  ).get()
}

/** In the order they were made. */
export function changesOf(db: Database, actionId: number): ChangeRow[] {
  return prepared<[number], ChangeRow>(
    db,
    'SELECT table_name, row_key, before, after FROM change WHERE action_id = ? ORDER BY id',
  ).all(actionId)
}

/** The first of them, without reading the images of all the others. */
export function firstChangesOf(db: Database, actionId: number, limit: number): readonly ChangeRow[] {
  return db
    .prepare<[number, number], ChangeRow>(
      'SELECT table_name, row_key, before, after FROM change WHERE action_id = ? ORDER BY id LIMIT ?',
    )
    .all(actionId, limit)
}

export function countChanges(db: Database, actionId: number): number {
  return Number(db.prepare('SELECT count(*) FROM change WHERE action_id = ?').pluck().get(actionId))
}

export type Replay = (row: ChangeRow, has: string | null, shall: string | null) => void

/** Brings rows from the image they have to the image they shall have; null means that there is no such row. */
export function replayer(db: Database): Replay {
  const run = (sql: string, values: readonly unknown[]) => {
    prepared(db, sql).run(...values)
  }
  return ({ table_name: table, row_key: key }, has, shall) => {
    if (shall === null) return run(`DELETE FROM ${table} WHERE id = ?`, [key])
    const image = JSON.parse(shall) as RowImage
    const columns = Object.keys(image).map((column) => `"${column}"`)
    const values = Object.values(image)
    if (has === null) {
      const places = columns.map(() => '?').join(', ')
      return run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, values)
    }
    const assignments = columns.map((column) => `${column} = ?`).join(', ')
    return run(`UPDATE ${table} SET ${assignments} WHERE id = ?`, [...values, key])
  }
}

function afterReplay(db: Database, actionId: number, at: string): TouchedRows {
  const touched = touchedBy(db, actionId)
  // The touched tables alone: checking the whole file takes the longer, the longer the history is.
  for (const table of journalledTables.filter((name) => touched[name].length > 0)) {
    const broken = db.pragma(`foreign_key_check(${table})`) as readonly unknown[]
    if (broken.length > 0) throw new Error(`Replaying action ${actionId} broke a reference of ${table}`)
  }
  countChange(db, at)
  return touched
}

function countChange(db: Database, at: string): void {
  prepared(db, "UPDATE journal SET revision = revision + 1, changed_at = ? WHERE id = 'journal'").run(at)
}

function touchedBy(db: Database, actionId: number): TouchedRows {
  const rows = prepared<[number], { table_name: JournalledTable; row_key: string }>(
    db,
    'SELECT table_name, row_key FROM change WHERE action_id = ?',
  ).all(actionId)
  // Told apart here: SQLite would build a table of its own for it, for one row as for many.
  const keys = byTable(() => new Set<string>())
  for (const row of rows) keys[row.table_name].add(row.row_key)
  return byTable((table) => [...keys[table]])
}

export function byTable<Value>(make: (table: JournalledTable) => Value): Record<JournalledTable, Value> {
  return Object.fromEntries(journalledTables.map((table) => [table, make(table)])) as Record<
    JournalledTable,
    Value
  >
}

function isNothing(touched: TouchedRows): boolean {
  return journalledTables.every((table) => touched[table].length === 0)
}
