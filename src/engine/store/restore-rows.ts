import type { Database } from 'better-sqlite3'
import { type Action, type ChangeRow, change, replayer, type TouchedRows } from './history.ts'
import { type JournalledTable, journalledTables } from './journal-triggers.ts'

type Row = Readonly<Record<string, string | number | null>>

/** A row as it is and as the other state has it; null where there is none. They differ. */
export interface RowDifference {
  readonly table: JournalledTable
  readonly key: string
  readonly current: Row | null
  readonly wanted: Row | null
}

/** Every row of the plan that differs in another state of the same plan. */
export function differencesFrom(db: Database, other: Database): readonly RowDifference[] {
  return journalledTables.flatMap((table) => {
    const current = rowsOf(db, table)
    const wanted = rowsOf(other, table)
    const gone = [...current.keys()].filter((key) => !wanted.has(key))
    return [...gone, ...wanted.keys()].flatMap((key): RowDifference[] => {
      const difference = { table, key, current: current.get(key) ?? null, wanted: wanted.get(key) ?? null }
      return isSame(difference) ? [] : [difference]
    })
  })
}

/** Brings the plan to another state of itself, as one action that can be undone; null when nothing differs. */
export function restoreRows(db: Database, other: Database, action: Action): TouchedRows | null {
  return change(db, action, () => {
    bringSourceRows(db, other)
    const replay = replayer(db)
    for (const { table, key, current, wanted } of differencesFrom(db, other)) {
      const row: ChangeRow = { table_name: table, row_key: key, before: null, after: null }
      replay(row, imageOf(current), imageOf(wanted))
    }
  })
}

function imageOf(row: Row | null): string | null {
  return row === null ? null : JSON.stringify(row)
}

/** Datasets point at the rows they were read from, which are only ever added to. */
function bringSourceRows(db: Database, other: Database): void {
  const insert = db.prepare(
    `INSERT INTO source_row (id, inventory_id, sheet, row, cells, words)
     VALUES (:id, :inventory_id, :sheet, :row, :cells, :words) ON CONFLICT DO NOTHING`,
  )
  for (const row of other.prepare('SELECT * FROM source_row').iterate()) insert.run(row)
}

function rowsOf(db: Database, table: JournalledTable): ReadonlyMap<string, Row> {
  const rows = db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY id`).all()
  return new Map(rows.map((row) => [String(row['id']), row]))
}

function isSame({ current, wanted }: RowDifference): boolean {
  if (current === null || wanted === null) return false
  return Object.keys(current).every((column) => current[column] === wanted[column])
}
