import type { Database } from 'better-sqlite3'
import type { CriterionId } from '../../domain/criteria.ts'
import type { DatasetId, RatingValue, TierOverride } from '../../domain/dataset.ts'
import type { DatasetPart } from '../../domain/fields/dataset-fields.ts'
import type { SomeOf, ValuesOf } from '../../domain/fields/field.ts'
import type { PlanPart } from '../../domain/fields/plan-fields.ts'
import { type Facts, noFacts } from '../../domain/inventory-field.ts'
import type { Idea, Submission } from '../../domain/plan.ts'
import { insertGuidanceCriteria } from './criterion-rows.ts'
import { assignments, type Parts } from './field-columns.ts'
import { prepared } from './prepared.ts'

type Value = string | number | null
type Assignments = Readonly<Record<string, Value>>

/** Sets fields of one part, for some datasets alike. */
export function setFields<Part extends DatasetPart>(
  db: Database,
  ids: readonly DatasetId[],
  part: Part,
  changes: SomeOf<ValuesOf<Parts[Part]>>,
): void {
  assign(db, 'dataset', ids, assignments(part, changes))
}

/** The same for the plan itself. */
export function setPlanFields<Part extends PlanPart>(
  db: Database,
  part: Part,
  changes: SomeOf<ValuesOf<Parts[Part]>>,
): void {
  assign(db, 'plan', null, assignments(part, changes))
}

/** By the action that is being recorded, so that each submission is one of its own, on the same day too. */
export function setSubmission(db: Database, submission: Omit<Submission, 'isChangedSince'>): void {
  setPlanFields(db, 'submission', submission)
  prepared(db, 'UPDATE plan SET submitted_action = (SELECT action_id FROM journal)').run()
}

export function setOverride(db: Database, id: DatasetId, override: TierOverride | null): void {
  const { tier = null, reason = '' } = override ?? {}
  assign(db, 'dataset', [id], {
    ...assignments('override', { tier, reason }),
    override_who: override?.who ?? '',
    override_at: override?.at ?? '',
  })
}

export function setRating(
  db: Database,
  datasetId: DatasetId,
  criterion: CriterionId,
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
  changes: SomeOf<Pick<Idea, 'text' | 'raisedBy' | 'datasetId'>>,
): void {
  const { text, raisedBy, datasetId } = changes
  assign(db, 'idea', [id], {
    ...(text !== undefined && { text }),
    ...(raisedBy !== undefined && { raised_by: raisedBy }),
    ...(datasetId !== undefined && { dataset_id: datasetId }),
  })
}

export function deleteIdea(db: Database, id: string): void {
  prepared(db, 'DELETE FROM idea WHERE id = ?').run(id)
}

/** Begins a plan about which nothing is decided: the guidance's criteria count alike. */
export function insertPlan(
  db: Database,
  { planId, isSample }: { readonly planId: string; readonly isSample: boolean },
): void {
  prepared(db, 'INSERT INTO plan (id, is_sample) VALUES (?, ?)').run(planId, isSample ? 1 : 0)
  insertGuidanceCriteria(db)
}

export interface NewDataset {
  readonly id: DatasetId
  readonly position: number
  readonly sourceRowId: string | null
  readonly facts: Facts
}

/** Adds datasets: facts as given, nothing decided. */
export function datasetInserter(db: Database): (dataset: NewDataset) => void {
  const columns = Object.keys(assignments('facts', noFacts))
  const insert = prepared(
    db,
    `INSERT INTO dataset (id, position, source_row_id, ${columns.join(', ')})
     VALUES (?, ?, ?, ${columns.map(() => '?').join(', ')})`,
  )
  return ({ id, position, sourceRowId, facts }) => {
    insert.run(id, position, sourceRowId, ...Object.values(assignments('facts', facts)))
  }
}

/** The place after all datasets there are. */
export function nextPosition(db: Database): number {
  return Number(db.prepare('SELECT ifnull(max(position), 0) + 1 FROM dataset').pluck().get())
}

/** Sets columns of the rows with these ids, or of the one row of `plan`. */
function assign(
  db: Database,
  table: 'plan' | 'dataset' | 'idea',
  ids: readonly string[] | null,
  values: Assignments,
): void {
  const columns = Object.keys(values)
  if (columns.length === 0) return
  const set = columns.map((column) => `${column} = ?`).join(', ')
  const where = ids === null ? '' : 'WHERE id IN (SELECT value FROM json_each(?))'
  const parameters = [...Object.values(values), ...(ids === null ? [] : [JSON.stringify(ids)])]
  prepared(db, `UPDATE ${table} SET ${set} ${where}`).run(...parameters)
}
