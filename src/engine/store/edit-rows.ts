import type { Database } from 'better-sqlite3'
import type {
  Commitment,
  DatasetId,
  Identification,
  RatingValue,
  Review,
  TierOverride,
} from '../../domain/dataset.ts'
import type { Facts } from '../../domain/inventory-field.ts'
import { inventoryFields } from '../../domain/inventory-field.ts'
import type { DeliveryChoices, Idea, PlanDetails, Submission, Weights } from '../../domain/plan.ts'
import { type Criterion, type OpennessProperty, opennessProperties } from '../../domain/vocabulary.ts'
import { factColumns } from './dataset-rows.ts'
import { deliveryColumns, detailColumns, submissionColumns, weightColumns } from './plan-rows.ts'
import { prepared } from './prepared.ts'

/**
 * The edits that actions are made of. Each runs inside `change` (history.ts), whose triggers record it;
 * none of them is called anywhere else.
 */

type Value = string | number | null
type Assignments = Readonly<Record<string, Value>>

export const reviewColumns: { readonly [Field in keyof Review]: string } = {
  availability: 'availability',
  publishedAt: 'published_at',
  publishedFormat: 'published_format',
  reviewNote: 'review_note',
}

export const commitmentColumns: { readonly [Field in keyof Commitment]: string } = {
  targetDate: 'target_date',
  updateFrequency: 'update_frequency',
  method: 'method',
  steward: 'steward',
  custodian: 'custodian',
  automation: 'automation',
  upkeep: 'upkeep',
  retirementGround: 'retirement_ground',
  upkeepNote: 'upkeep_note',
}

/** Openness and the high-value grounds have columns of their own kind. */
export const identificationColumns: {
  readonly [Field in Exclude<keyof Identification, 'openness' | 'highValueGrounds'>]: string
} = {
  access: 'access',
  legalBasis: 'legal_basis',
  releaseRoute: 'release_route',
  suppressionRule: 'suppression_rule',
  checkedBy: 'checked_by',
}

export function opennessColumn(property: OpennessProperty): string {
  return `open_${property.replaceAll('-', '_')}`
}

/** Only the fields that are given; `undefined` means "leave as it is". */
export type Changes<Whole> = { readonly [Field in keyof Whole]?: Whole[Field] | undefined }

export function setDetails(db: Database, changes: Changes<PlanDetails>): void {
  assign(db, 'plan', null, byColumn(detailColumns, changes))
}

export function setWeights(db: Database, weights: Weights): void {
  assign(db, 'plan', null, byColumn(weightColumns, weights))
}

/** What the inventory says of a dataset, put right by a person. */
export function setFacts(db: Database, id: DatasetId, changes: Changes<Facts>): void {
  assign(db, 'dataset', [id], byColumn(factColumns, changes))
}

export function setDelivery(db: Database, changes: Changes<DeliveryChoices>): void {
  assign(db, 'plan', null, byColumn(deliveryColumns, changes))
}

/** By the action that is being recorded, so that each submission is one of its own, on the same day too. */
export function setSubmission(db: Database, submission: Omit<Submission, 'isChangedSince'>): void {
  assign(db, 'plan', null, byColumn(submissionColumns, submission))
  prepared(db, 'UPDATE plan SET submitted_action = (SELECT action_id FROM journal)').run()
}

export function setReview(db: Database, ids: readonly DatasetId[], changes: Changes<Review>): void {
  assign(db, 'dataset', ids, byColumn(reviewColumns, changes))
}

export function setCommitment(db: Database, ids: readonly DatasetId[], changes: Changes<Commitment>): void {
  assign(db, 'dataset', ids, byColumn(commitmentColumns, changes))
}

export function setIdentification(
  db: Database,
  ids: readonly DatasetId[],
  { openness, highValueGrounds, ...plain }: Changes<Identification>,
): void {
  const open =
    openness === undefined
      ? {}
      : Object.fromEntries(
          opennessProperties.map((property) => [opennessColumn(property), openness[property]]),
        )
  const grounds =
    highValueGrounds === undefined
      ? {}
      : { high_value_grounds: [...new Set(highValueGrounds)].sort().join('') }
  assign(db, 'dataset', ids, { ...byColumn(identificationColumns, plain), ...open, ...grounds })
}

export function setOverride(db: Database, id: DatasetId, override: TierOverride | null): void {
  assign(db, 'dataset', [id], {
    override_tier: override?.tier ?? null,
    override_reason: override?.reason ?? '',
    override_who: override?.who ?? '',
    override_at: override?.at ?? '',
  })
}

export function setRating(
  db: Database,
  datasetId: DatasetId,
  criterion: Criterion,
  rating: { readonly value: RatingValue | null; readonly reason: string },
): void {
  // ON CONFLICT DO UPDATE and never OR REPLACE: replacing fires no delete trigger and would escape the journal.
  prepared(
    db,
    `INSERT INTO rating (id, dataset_id, criterion, value, reason) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, reason = excluded.reason`,
  ).run(`${datasetId}/${criterion}`, datasetId, criterion, rating.value, rating.reason)
}

export function insertIdea(db: Database, idea: Omit<Idea, 'position'>): void {
  prepared(
    db,
    `INSERT INTO idea (id, question, text, raised_by, dataset_id, position)
     VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(position), 0) + 1 FROM idea))`,
  ).run(idea.id, idea.question, idea.text, idea.raisedBy, idea.datasetId)
}

export function setIdea(
  db: Database,
  id: string,
  changes: Changes<Pick<Idea, 'text' | 'raisedBy' | 'datasetId'>>,
): void {
  assign(
    db,
    'idea',
    [id],
    byColumn({ text: 'text', raisedBy: 'raised_by', datasetId: 'dataset_id' }, changes),
  )
}

export function deleteIdea(db: Database, id: string): void {
  prepared(db, 'DELETE FROM idea WHERE id = ?').run(id)
}

export interface NewDataset {
  readonly id: DatasetId
  readonly position: number
  readonly sourceRowId: string | null
  readonly facts: Facts
}

/** Adds datasets: facts as given, nothing decided. */
export function datasetInserter(db: Database): (dataset: NewDataset) => void {
  const columns = inventoryFields.map((field) => factColumns[field])
  const insert = prepared(
    db,
    `INSERT INTO dataset (id, position, source_row_id, ${columns.join(', ')})
     VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})`,
  )
  return ({ id, position, sourceRowId, facts }) => {
    insert.run(id, position, sourceRowId, ...inventoryFields.map((field) => facts[field]))
  }
}

/** The place after all datasets there are. */
export function nextPosition(db: Database): number {
  return Number(db.prepare('SELECT ifnull(max(position), 0) + 1 FROM dataset').pluck().get())
}

function byColumn<Field extends string>(
  columns: { readonly [Name in Field]: string },
  changes: { readonly [Name in Field]?: Value | undefined },
): Assignments {
  const given = (Object.keys(columns) as Field[]).flatMap((field): [string, Value][] => {
    const value = changes[field]
    return value === undefined ? [] : [[columns[field], value]]
  })
  return Object.fromEntries(given)
}

/** Sets columns of the rows with these ids, or of the one row of `plan`. */
function assign(
  db: Database,
  table: 'plan' | 'dataset' | 'idea',
  ids: readonly string[] | null,
  assignments: Assignments,
): void {
  const columns = Object.keys(assignments)
  if (columns.length === 0) return
  const set = columns.map((column) => `${column} = ?`).join(', ')
  const where = ids === null ? '' : 'WHERE id IN (SELECT value FROM json_each(?))'
  const parameters = [...Object.values(assignments), ...(ids === null ? [] : [JSON.stringify(ids)])]
  prepared(db, `UPDATE ${table} SET ${set} ${where}`).run(...parameters)
}
