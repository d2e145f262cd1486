import type { Database } from 'better-sqlite3'
import { type JournalledTable, journalledTables } from './journal-triggers.ts'

export interface Action {
  readonly who: string
  /** ISO date and time in UTC. */
  readonly at: string
  /** In words, as history shows it: "Set availability of 14 datasets to Not public". */
  readonly what: string
  /** false for what stands at the beginning of history, the import. */
  readonly undoable?: boolean
}

/** Which rows an action touched, by table. */
export type TouchedRows = { readonly [Table in JournalledTable]: readonly string[] }

interface ChangeRow {
  readonly table_name: JournalledTable
  readonly row_key: string
  readonly before: string | null
  readonly after: string | null
}

interface ActionRow {
  readonly id: number
  readonly what: string
}

type RowImage = Readonly<Record<string, string | number | null>>

/**
 * The one way to change a plan: runs `work` and its journal in one transaction, committed when this returns.
 * Work that changed nothing leaves no action behind and answers null.
 */
export function change(db: Database, action: Action, work: () => void): TouchedRows | null {
  return db
    .transaction(() => {
      const actionId = db
        .prepare('INSERT INTO action (at, who, what, undoable) VALUES (?, ?, ?, ?)')
        .run(action.at, action.who, action.what, action.undoable === false ? 0 : 1).lastInsertRowid
      db.prepare("UPDATE journal SET action_id = ? WHERE id = 'journal'").run(actionId)
      work()
      db.prepare("UPDATE journal SET action_id = NULL WHERE id = 'journal'").run()
      const touched = touchedBy(db, Number(actionId))
      if (isNothing(touched)) {
        db.prepare('DELETE FROM action WHERE id = ?').run(actionId)
        return null
      }
      // What was undone before a new action stays in history but can no longer be redone.
      db.prepare("UPDATE action SET state = 'left' WHERE state = 'undone'").run()
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
      for (const row of changesOf(db, action.id).reverse()) replay(db, row, row.after, row.before)
      db.prepare("UPDATE action SET state = 'undone' WHERE id = ?").run(action.id)
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
      for (const row of changesOf(db, action.id)) replay(db, row, row.before, row.after)
      db.prepare("UPDATE action SET state = 'done' WHERE id = ?").run(action.id)
      return afterReplay(db, action.id, at)
    })
    .immediate()
}

export function whatUndoDoes(db: Database): string | null {
  return nextToUndo(db)?.what ?? null
}

export function whatRedoDoes(db: Database): string | null {
  return nextToRedo(db)?.what ?? null
}

export function revisionOf(db: Database): { readonly revision: number; readonly changedAt: string } {
  const row = db
    .prepare<[], { revision: number; changed_at: string }>('SELECT revision, changed_at FROM journal')
    .get()
  return { revision: row?.revision ?? 0, changedAt: row?.changed_at ?? '' }
}

/** The last action that stands, unless it may not be undone. */
function nextToUndo(db: Database): ActionRow | undefined {
  const last = db
    .prepare<[], ActionRow & { undoable: number }>(
      "SELECT id, what, undoable FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1",
    )
    .get()
  return last?.undoable === 1 ? last : undefined
}

function nextToRedo(db: Database): ActionRow | undefined {
  return db
    .prepare<[], ActionRow>("SELECT id, what FROM action WHERE state = 'undone' ORDER BY id LIMIT 1")
    .get()
}

function changesOf(db: Database, actionId: number): ChangeRow[] {
  return db
    .prepare<[number], ChangeRow>(
      'SELECT table_name, row_key, before, after FROM change WHERE action_id = ? ORDER BY id',
    )
    .all(actionId)
}

/** Brings one row from the image it has to the image it shall have; null means that there is no such row. */
function replay(db: Database, row: ChangeRow, has: string | null, shall: string | null): void {
  const { table_name: table, row_key: key } = row
  if (shall === null) {
    db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(key)
    return
  }
  const image = JSON.parse(shall) as RowImage
  const columns = Object.keys(image)
  if (has === null) {
    const names = columns.map((column) => `"${column}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    db.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`).run(...Object.values(image))
    return
  }
  const assignments = columns.map((column) => `"${column}" = ?`).join(', ')
  db.prepare(`UPDATE ${table} SET ${assignments} WHERE id = ?`).run(...Object.values(image), key)
}

function afterReplay(db: Database, actionId: number, at: string): TouchedRows {
  const broken = db.pragma('foreign_key_check') as readonly unknown[]
  if (broken.length > 0) throw new Error(`Replaying action ${actionId} broke a reference`)
  countChange(db, at)
  return touchedBy(db, actionId)
}

function countChange(db: Database, at: string): void {
  db.prepare("UPDATE journal SET revision = revision + 1, changed_at = ? WHERE id = 'journal'").run(at)
}

function touchedBy(db: Database, actionId: number): TouchedRows {
  const rows = db
    .prepare<[number], { table_name: JournalledTable; row_key: string }>(
      'SELECT DISTINCT table_name, row_key FROM change WHERE action_id = ?',
    )
    .all(actionId)
  return Object.fromEntries(
    journalledTables.map((table) => [
      table,
      rows.filter((row) => row.table_name === table).map((row) => row.row_key),
    ]),
  ) as unknown as TouchedRows
}

function isNothing(touched: TouchedRows): boolean {
  return journalledTables.every((table) => touched[table].length === 0)
}
