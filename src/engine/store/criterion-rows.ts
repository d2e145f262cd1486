import type { Database } from 'better-sqlite3'
import { type Criterion, type CriterionId, guidanceCriteria, keptCriterion } from '../../domain/criteria.ts'
import { prepared } from './prepared.ts'

type CriterionRow = Omit<Criterion, 'question'>

/** The plan's criteria in their order: the guidance's, and the agency's own. */
export function readCriteria(db: Database): readonly Criterion[] {
  return prepared<[], CriterionRow>(db, 'SELECT id, name, weight FROM criterion ORDER BY position, id')
    .all()
    .map(keptCriterion)
}

/** What a criterion is called; its id where the plan does not have it. */
export function criterionName(db: Database, id: CriterionId): string {
  const row = prepared<[string], CriterionRow>(db, 'SELECT id, name, weight FROM criterion WHERE id = ?').get(
    id,
  )
  return row === undefined ? id : keptCriterion(row).name
}

/** Whether the plan has all of these. */
export function hasCriteria(db: Database, ids: readonly CriterionId[]): boolean {
  const known = new Set(readCriteria(db).map(({ id }) => id))
  return ids.every((id) => known.has(id))
}

export function insertGuidanceCriteria(db: Database): void {
  const insert = prepared(db, 'INSERT INTO criterion (id, position, weight) VALUES (?, ?, ?)')
  for (const [index, { id, weight }] of guidanceCriteria.entries()) insert.run(id, index + 1, weight)
}

/** How much each of these counts; what is not named stays. */
export function setWeights(db: Database, weights: Readonly<Record<CriterionId, number>>): void {
  const set = prepared(db, 'UPDATE criterion SET weight = ? WHERE id = ?')
  for (const [id, weight] of Object.entries(weights)) set.run(weight, id)
}
