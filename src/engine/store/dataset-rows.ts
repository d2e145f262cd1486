import type { Database } from 'better-sqlite3'
import type { CriterionId } from '../../domain/criteria.ts'
import type { Dataset, DatasetId, Priority, RatingValue, SourcePlace } from '../../domain/dataset.ts'
import { withIds } from './chosen-ids.ts'
import { partReader, type Row } from './field-columns.ts'
import { prepared } from './prepared.ts'

/** A dataset as it is stored, and where in the inventory it was found; one that was added was found nowhere. */
export type DatasetRow = Row & { readonly id: string; readonly position: number } & (
    | { readonly source_sheet: string; readonly source_row: number; readonly source_words: string }
    | { readonly source_sheet: null; readonly source_row: null; readonly source_words: null }
  )

interface RatingRow {
  readonly dataset_id: string
  readonly criterion: CriterionId
  readonly value: RatingValue | null
  readonly reason: string
}

/** Datasets in the inventory's order: all, or those with the given ids. */
export function readDatasets(db: Database, ids?: readonly DatasetId[]): readonly Dataset[] {
  const ratings = readRatings(db, ids)
  return readDatasetRows(db, ids).map((row) => toDataset(row, ratings.get(row.id) ?? []))
}

/** The ids alone, in the same order: of all datasets, or of those of the given ones that are there. */
export function datasetIds(db: Database, among?: readonly DatasetId[]): readonly DatasetId[] {
  const { where, parameters } = withIds('id', among)
  return prepared<[object], { readonly id: DatasetId }>(
    db,
    `SELECT id FROM dataset ${where} ORDER BY position, id`,
  )
    .all(parameters)
    .map(({ id }) => id)
}

/** The same as they are stored, without ratings. */
export function readDatasetRows(db: Database, ids?: readonly DatasetId[]): readonly DatasetRow[] {
  const { where, parameters } = withIds('dataset.id', ids)
  return prepared<[object], DatasetRow>(
    db,
    `SELECT dataset.*, source_row.sheet AS source_sheet, source_row.row AS source_row,
            source_row.words AS source_words
       FROM dataset LEFT JOIN source_row ON source_row.id = dataset.source_row_id
       ${where} ORDER BY dataset.position, dataset.id`,
  ).all(parameters)
}

/** How many of these datasets there are. */
export function countDatasets(db: Database, ids: readonly DatasetId[]): number {
  const row = prepared<[string], { readonly count: number }>(
    db,
    'SELECT count(*) AS count FROM dataset WHERE id IN (SELECT value FROM json_each(?))',
  ).get(JSON.stringify(ids))
  return row?.count ?? 0
}

function readRatings(db: Database, ids?: readonly DatasetId[]): ReadonlyMap<DatasetId, readonly RatingRow[]> {
  const { where, parameters } = withIds('dataset_id', ids)
  const rows = prepared<[object], RatingRow>(
    db,
    `SELECT dataset_id, criterion, value, reason FROM rating ${where}`,
  ).all(parameters)
  return Map.groupBy(rows, (row) => row.dataset_id)
}

const readFacts = partReader('facts')
const readReview = partReader('review')
const readIdentification = partReader('identification')
const readOpenness = partReader('openness')
const readOverride = partReader('override')
const readCommitment = partReader('commitment')

/** A dataset from its row and its ratings. */
export function toDataset(row: DatasetRow, ratings: readonly RatingRow[]): Dataset {
  return {
    id: row.id,
    position: row.position,
    source: row.source_sheet === null ? null : toPlace(row),
    facts: readFacts(row),
    review: readReview(row),
    identification: readIdentification(row),
    openness: readOpenness(row),
    priority: toPriority(row, ratings),
    commitment: readCommitment(row),
  }
}

function toPlace(row: DatasetRow & { readonly source_sheet: string }): SourcePlace {
  const { source_sheet: sheet, source_row: place, source_words: words } = row
  return {
    sheet,
    row: place,
    ...(words !== '' && { words: JSON.parse(words) as SourcePlace['words'] & object }),
  }
}

function toPriority(row: DatasetRow, ratings: readonly RatingRow[]): Priority {
  const { tier, reason } = readOverride(row)
  const { override_who: who, override_at: at } = row
  return {
    ratings: Object.fromEntries(
      ratings.map(({ criterion, value, reason }) => [criterion, { value, reason }]),
    ),
    override: tier === null ? null : { tier, reason, who: String(who), at: String(at) },
  }
}
