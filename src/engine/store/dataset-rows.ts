import type { Database } from 'better-sqlite3'
import type { Dataset, DatasetId, Priority, Rating, RatingValue } from '../../domain/dataset.ts'
import { undecided } from '../../domain/dataset.ts'
import { type Facts, type InventoryField, inventoryFields } from '../../domain/inventory-field.ts'
import type {
  Access,
  Answer,
  Automation,
  Availability,
  Criterion,
  HighValueGround,
  ReleaseRoute,
  RetirementGround,
  Tier,
  Upkeep,
} from '../../domain/vocabulary.ts'
import { withIds } from './chosen-ids.ts'
import { prepared } from './prepared.ts'

/** Where each of the inventory's facts is kept. Two share a word with a decision and say whose they are. */
export const factColumns: { readonly [Field in InventoryField]: string } = {
  agency: 'agency',
  unit: 'unit',
  'inventory-number': 'inventory_number',
  title: 'title',
  description: 'description',
  'source-system': 'source_system',
  category: 'category',
  classification: 'classification',
  'legal-basis': 'inventory_legal_basis',
  format: 'format',
  'update-frequency': 'inventory_update_frequency',
  coverage: 'coverage',
  published: 'published',
  url: 'url',
  owner: 'owner',
  contact: 'contact',
  demand: 'demand',
  'shared-with': 'shared_with',
  'planned-date': 'planned_date',
  notes: 'notes',
}

export type DatasetRow = DatasetColumns & SourcePlace

/** Where in the inventory it was found; a dataset that was added was found nowhere. */
type SourcePlace =
  | { readonly source_sheet: string; readonly source_row: number }
  | { readonly source_sheet: null; readonly source_row: null }

interface DatasetColumns extends Readonly<Record<string, string | number | null>> {
  readonly id: string
  readonly position: number
  readonly availability: Availability
  readonly published_at: string
  readonly published_format: string
  readonly review_note: string
  readonly access: Access
  readonly legal_basis: string
  readonly release_route: ReleaseRoute | null
  readonly suppression_rule: string
  readonly checked_by: string
  readonly open_free: Answer
  readonly open_machine_readable: Answer
  readonly open_unrestricted: Answer
  readonly open_finest_detail: Answer
  readonly open_described: Answer
  readonly high_value_grounds: string
  readonly override_tier: Tier | null
  readonly override_reason: string
  readonly override_who: string
  readonly override_at: string
  readonly target_date: string
  readonly update_frequency: string
  readonly method: string
  readonly steward: string
  readonly custodian: string
  readonly automation: Automation
  readonly upkeep: Upkeep
  readonly retirement_ground: RetirementGround | null
  readonly upkeep_note: string
}

interface RatingRow {
  readonly dataset_id: string
  readonly criterion: Criterion
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
    `SELECT dataset.*, source_row.sheet AS source_sheet, source_row.row AS source_row
       FROM dataset LEFT JOIN source_row ON source_row.id = dataset.source_row_id
       ${where} ORDER BY dataset.position, dataset.id`,
  ).all(parameters)
}

/** How many of these datasets there are. */
export function countDatasets(db: Database, ids: readonly DatasetId[]): number {
  const count = db.prepare('SELECT count(*) FROM dataset WHERE id IN (SELECT value FROM json_each(?))')
  return Number(count.pluck().get(JSON.stringify(ids)))
}

function readRatings(db: Database, ids?: readonly DatasetId[]): ReadonlyMap<DatasetId, readonly RatingRow[]> {
  const { where, parameters } = withIds('dataset_id', ids)
  const rows = prepared<[object], RatingRow>(
    db,
    `SELECT dataset_id, criterion, value, reason FROM rating ${where}`,
  ).all(parameters)
  return Map.groupBy(rows, (row) => row.dataset_id)
}

/** A dataset from its row and its ratings. */
export function toDataset(row: DatasetRow, ratings: readonly RatingRow[]): Dataset {
  return {
    id: row.id,
    position: row.position,
    source: row.source_sheet === null ? null : { sheet: row.source_sheet, row: row.source_row },
    facts: toFacts(row),
    review: {
      availability: row.availability,
      publishedAt: row.published_at,
      publishedFormat: row.published_format,
      reviewNote: row.review_note,
    },
    identification: {
      access: row.access,
      legalBasis: row.legal_basis,
      releaseRoute: row.release_route,
      suppressionRule: row.suppression_rule,
      checkedBy: row.checked_by,
      openness: {
        free: row.open_free,
        'machine-readable': row.open_machine_readable,
        unrestricted: row.open_unrestricted,
        'finest-detail': row.open_finest_detail,
        described: row.open_described,
      },
      highValueGrounds: [...row.high_value_grounds] as HighValueGround[],
    },
    priority: toPriority(row, ratings),
    commitment: {
      targetDate: row.target_date,
      updateFrequency: row.update_frequency,
      method: row.method,
      steward: row.steward,
      custodian: row.custodian,
      automation: row.automation,
      upkeep: row.upkeep,
      retirementGround: row.retirement_ground,
      upkeepNote: row.upkeep_note,
    },
  }
}

function toFacts(row: DatasetRow): Facts {
  return Object.fromEntries(
    inventoryFields.map((field) => [field, String(row[factColumns[field]] ?? '')]),
  ) as unknown as Facts
}

function toPriority(row: DatasetRow, ratings: readonly RatingRow[]): Priority {
  const given = Object.fromEntries(
    ratings.map(({ criterion, value, reason }): [Criterion, Rating] => [criterion, { value, reason }]),
  )
  return {
    ratings: { ...undecided.priority.ratings, ...given },
    override:
      row.override_tier === null
        ? null
        : {
            tier: row.override_tier,
            reason: row.override_reason,
            who: row.override_who,
            at: row.override_at,
          },
  }
}
