import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../domain/dataset.ts'
import { type ActionRow, actionColumns, placeInWords, wordsOf } from './action-words.ts'

export interface ActionRecord {
  readonly id: number
  readonly at: string
  readonly who: string
  /** In words, as history shows it: "Set availability to “Not public” for 14 datasets". */
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
  /** Whether the plan holds what it did: neither undone nor taken back by going back to before it. */
  readonly stands: boolean
}

type StoredAction = ActionRow &
  Omit<ActionRecord, 'what' | 'undoable' | 'isCurrent' | 'stands'> & {
    readonly undoable: number
    readonly isCurrent: number
  }

const columns = `
  id, at, who, reason, state, undoable, ${actionColumns},
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
  const rows = db
    .prepare<[object], StoredAction>(
      `SELECT ${columns} FROM action ${where === '' ? '' : `WHERE ${where}`} ORDER BY id DESC LIMIT :limit`,
    )
    .all({ datasetId, before, limit })
  const standing = standingSince(db, rows.at(-1)?.id ?? 0)
  return rows.map((row) => {
    const { id, at, who, reason, state, datasets } = row
    return {
      id,
      at,
      who,
      what: wordsOf(db, row),
      reason,
      state,
      undoable: row.undoable === 1,
      datasets,
      isCurrent: row.isCurrent === 1,
      stands: standing.has(id),
    }
  })
}

/**
 * The actions from `lowest` on that the plan is made of: from where it stands to what that was built on, by way of
 * where it went back to. Each step leads to an earlier action, so a page at the top takes no more steps than its length.
 */
function standingSince(db: Database, lowest: number): ReadonlySet<number> {
  const ids = db
    .prepare<[number], number>(
      `WITH RECURSIVE line (id, built_on) AS (
         SELECT id, ifnull(went_back_to, parent_id) FROM action
         WHERE id = (SELECT max(id) FROM action WHERE state = 'done')
         UNION ALL
         SELECT action.id, ifnull(action.went_back_to, action.parent_id)
         FROM action JOIN line ON action.id = line.built_on WHERE action.id >= ?
       )
       SELECT id FROM line`,
    )
    .pluck()
    .all(lowest)
  return new Set(ids)
}

/** Where the plan stood right after an action, in words; null where there is no such action. */
export function readPlace(db: Database, id: number): string | null {
  const row = db.prepare<[number], ActionRow>(`SELECT ${actionColumns} FROM action WHERE id = ?`).get(id)
  return row === undefined ? null : placeInWords(db, row)
}
