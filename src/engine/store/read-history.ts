import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../domain/dataset.ts'

export interface ActionRecord {
  readonly id: number
  readonly at: string
  readonly who: string
  readonly what: string
  /** Why, in the words of whoever did it; '' where nothing was said. */
  readonly reason: string
  /** Undone actions can be redone until a new one follows; then they are left behind. */
  readonly state: 'done' | 'undone' | 'left'
  readonly undoable: boolean
  /** How many datasets it touched. */
  readonly datasets: number
  /** The action the plan stands at. */
  readonly isCurrent: boolean
}

const columns = `
  id, at, who, what, reason, state, undoable,
  id = (SELECT max(id) FROM action WHERE state = 'done') AS isCurrent,
  (SELECT count(DISTINCT CASE table_name
     WHEN 'dataset' THEN row_key
     WHEN 'rating' THEN substr(row_key, 1, instr(row_key, '/') - 1) END)
   FROM change WHERE action_id = action.id) AS datasets`

/** '0' is the character after '/', so this is every key of the dataset's ratings, found by the index. */
const ofDataset = `id IN (
  SELECT action_id FROM change WHERE table_name = 'dataset' AND row_key = :datasetId
  UNION
  SELECT action_id FROM change
  WHERE table_name = 'rating' AND row_key >= :datasetId || '/' AND row_key < :datasetId || '0')`

/** Actions before a given one, the newest first: all, or those that touched one dataset. */
export function readActions(
  db: Database,
  {
    datasetId,
    before,
    limit,
  }: { readonly datasetId: DatasetId | null; readonly before: number | null; readonly limit: number },
): readonly ActionRecord[] {
  const where = [
    ...(datasetId === null ? [] : [ofDataset]),
    ...(before === null ? [] : ['id < :before']),
  ].join(' AND ')
  return db
    .prepare<
      [object],
      Omit<ActionRecord, 'undoable' | 'isCurrent'> & { undoable: number; isCurrent: number }
    >(`SELECT ${columns} FROM action ${where === '' ? '' : `WHERE ${where}`} ORDER BY id DESC LIMIT :limit`)
    .all({ limit, ...(datasetId === null ? {} : { datasetId }), ...(before === null ? {} : { before }) })
    .map((row) => ({ ...row, undoable: row.undoable === 1, isCurrent: row.isCurrent === 1 }))
}

export function readAction(db: Database, id: number): Pick<ActionRecord, 'id' | 'what' | 'at'> | null {
  return (
    db
      .prepare<[number], Pick<ActionRecord, 'id' | 'what' | 'at'>>(
        'SELECT id, what, at FROM action WHERE id = ?',
      )
      .get(id) ?? null
  )
}
