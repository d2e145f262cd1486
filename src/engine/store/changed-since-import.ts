import type { Database } from 'better-sqlite3'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Criterion, CriterionId } from '../../domain/criteria.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import type { AnswerField, ChangedDataset, LastWord } from '../../domain/write-back/changed-dataset.ts'
import { type ActionRow, actionColumns, wordsOf } from './action-words.ts'
import { type DatasetRow, readDatasetRows, toDataset } from './dataset-rows.ts'
import { columnNames } from './field-columns.ts'

interface JournalRow extends ActionRow {
  readonly table_name: 'dataset' | 'rating'
  readonly row_key: string
  readonly before: string | null
  readonly after: string | null
  readonly actionId: number
  readonly who: string
  readonly at: string
  readonly reason: string
}

type Image = Readonly<Record<string, string | number | null>>

/** What became of one dataset along history. */
interface Trail {
  /** The first image of each column that an action changed: what the inventory said. */
  readonly first: Record<string, string | number | null>
  readonly last: Record<string, string | number | null>
  readonly words: Map<AnswerField, LastWord>
  wasAdded: boolean
}

export interface ChangesWanted {
  /** All datasets as they are now. */
  readonly datasets: readonly Dataset[]
  /** The day of a moment where the person is. */
  readonly dayOf: (at: string) => CalendarDate
  /** Of large plans reading everything that was decided takes a while: corrections of the inventory are few. */
  readonly what: 'everything' | 'corrections'
}

/**
 * The datasets that say something else than when the inventory was opened, each change with the action of history that
 * made it.
 */
export function changedSinceImport(
  db: Database,
  { datasets, dayOf, what }: ChangesWanted,
): readonly ChangedDataset[] {
  const trails = [...trailsOf(db, dayOf)].filter(
    ([, trail]) => what === 'everything' || correctsInventory(trail),
  )
  const ids = trails.map(([id]) => id)
  const now = new Map(datasets.map((dataset) => [dataset.id, dataset]))
  const rows = new Map(readDatasetRows(db, ids).map((row) => [row.id, row]))
  const cells = readSourceCells(db, ids)
  return trails.flatMap(([id, trail]) => {
    const [dataset, row] = [now.get(id), rows.get(id)]
    if (dataset === undefined || row === undefined) return []
    const changed = changedOf(dataset, row, trail)
    return changed.words.size === 0 ? [] : [{ ...changed, cells: cells.get(id) ?? {} }]
  })
}

/** The plan's criteria with the weights they had when the inventory was opened. */
export function criteriaAtImport(db: Database, now: readonly Criterion[]): readonly Criterion[] {
  const rows = db
    .prepare<[], { readonly id: CriterionId; readonly weight: number | null }>(
      `SELECT row_key AS id, before ->> 'weight' AS weight
       FROM change JOIN action ON action.id = change.action_id
       WHERE state = 'done' AND table_name = 'criterion' AND before IS NOT NULL ORDER BY change.id DESC`,
    )
    .all()
  // The earliest of them is the last one to be put there.
  const weights = new Map(rows.flatMap(({ id, weight }) => (weight === null ? [] : [[id, weight] as const])))
  return now.map((criterion) => ({ ...criterion, weight: weights.get(criterion.id) ?? criterion.weight }))
}

function correctsInventory({ words, wasAdded }: Trail): boolean {
  return !wasAdded && [...words.keys()].some((field) => field.startsWith('facts.'))
}

function changedOf(now: Dataset, row: DatasetRow, trail: Trail): Omit<ChangedDataset, 'cells'> {
  if (trail.wasAdded) return { now, before: null, words: trail.words }
  const before = toDataset({ ...row, ...trail.first }, [])
  const changed = Object.keys(trail.first).filter((column) => trail.first[column] !== trail.last[column])
  const fields = new Set(changed.map((column) => fieldOfColumn.get(column)))
  const differing = [...trail.words].filter(([field]) => fields.has(field) || field === 'priority.ratings')
  return { now, before, words: new Map(differing) }
}

/** Along the actions that stand, in their order. The import itself keeps no images: what it made is the beginning. */
function trailsOf(db: Database, dayOf: (at: string) => CalendarDate): ReadonlyMap<DatasetId, Trail> {
  const rows = db
    .prepare<[], JournalRow>(
      `SELECT table_name, row_key, before, after, action_id AS actionId, who, at, reason, ${actionColumns}
       FROM change JOIN action ON action.id = change.action_id
       WHERE state = 'done' AND table_name IN ('dataset', 'rating') ORDER BY change.id`,
    )
    .iterate()
  const trails = new Map<DatasetId, Trail>()
  const inWords = oncePerAction((row) => wordsOf(db, row))
  for (const row of rows) {
    const { actionId, who, reason } = row
    const what = inWords(row)
    const isRating = row.table_name === 'rating'
    const id = isRating ? row.row_key.slice(0, row.row_key.lastIndexOf('/')) : row.row_key
    const trail = trails.get(id) ?? { first: {}, last: {}, words: new Map(), wasAdded: false }
    trails.set(id, trail)
    const word = { actionId, who, day: dayOf(row.at), what, reason }
    if (isRating) trail.words.set('priority.ratings', word)
    else follow(trail, row, word)
  }
  return trails
}

/** A bulk edit has a row for each of its datasets. */
function oncePerAction(words: (row: JournalRow) => string): (row: JournalRow) => string {
  const known = new Map<number, string>()
  return (row) => {
    const what = known.get(row.actionId) ?? words(row)
    known.set(row.actionId, what)
    return what
  }
}

function follow(trail: Trail, { before, after }: JournalRow, word: LastWord): void {
  if (before === null) trail.wasAdded = true
  const [was, is] = [imageOf(before), imageOf(after)]
  for (const column of Object.keys({ ...was, ...is })) {
    const field = fieldOfColumn.get(column)
    if (field === undefined) continue
    if (!(column in trail.first)) trail.first[column] = was[column] ?? null
    trail.last[column] = is[column] ?? null
    // Of a new dataset most columns say nothing yet.
    if (before !== null || is[column] !== '') trail.words.set(field, word)
  }
}

/** Where there was no such row, it had no columns. */
function imageOf(json: string | null): Image {
  return JSON.parse(json ?? '{}') as Image
}

const fieldOfColumn: ReadonlyMap<string, AnswerField> = new Map(
  [...columnNames('dataset')].map(([field, column]) => [
    column,
    field.startsWith('override.') ? 'priority.override' : (field as AnswerField),
  ]),
)

function readSourceCells(
  db: Database,
  ids: readonly DatasetId[],
): ReadonlyMap<DatasetId, ChangedDataset['cells']> {
  const rows = db
    .prepare<[string], { readonly id: DatasetId; readonly cells: string }>(
      `SELECT dataset.id, cells FROM dataset JOIN source_row ON source_row.id = dataset.source_row_id
       WHERE dataset.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  return new Map(rows.map(({ id, cells }) => [id, JSON.parse(cells) as ChangedDataset['cells']]))
}
