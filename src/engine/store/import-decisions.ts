import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../domain/dataset.ts'
import type { CriterionWeight } from '../../domain/inventory-table.ts'
import {
  dayOrders,
  decisionsFromColumns,
  type PlanAnswers,
} from '../../domain/write-back/decisions-from-columns.ts'
import { readCriteria, setWeights } from './criterion-rows.ts'
import { setFields, setOverride, setRating } from './edit-rows.ts'

/** What an earlier plan left in a workbook. */
export interface EarlierPlan {
  readonly said: readonly { readonly id: DatasetId; readonly answers: PlanAnswers }[]
  readonly weights: readonly CriterionWeight[]
}

/** Takes over what an earlier plan says of the datasets. Runs inside `begin`. */
export function importDecisions(
  db: Database,
  { said, weights }: EarlierPlan,
  { who, at }: { readonly who: string; readonly at: string },
): void {
  takeWeights(db, weights)
  const criteria = readCriteria(db)
  const orders = dayOrders(said.map(({ answers }) => answers))
  const decided = said.map(({ id, answers }) => ({ id, ...decisionsFromColumns(answers, criteria, orders) }))
  for (const part of ['review', 'identification', 'openness', 'commitment'] as const) {
    for (const [changes, ids] of alike(decided, (one) => one[part])) setFields(db, ids, part, changes)
  }
  for (const { id, tier, ratings } of decided) {
    if (tier !== null) setOverride(db, id, { ...tier, who, at })
    for (const [criterion, rating] of Object.entries(ratings)) setRating(db, id, criterion, rating)
  }
  const keepWords = db.prepare(
    'UPDATE source_row SET words = ? WHERE id = (SELECT source_row_id FROM dataset WHERE id = ?)',
  )
  for (const { id, words } of decided) {
    if (Object.keys(words).length > 0) keepWords.run(JSON.stringify(words), id)
  }
}

/** Criteria go by their names; one that the plan does not have counts for nothing. */
function takeWeights(db: Database, weights: readonly CriterionWeight[]): void {
  const ids = new Map(readCriteria(db).map(({ id, name }) => [name, id]))
  const known = weights.flatMap(({ name, weight }) => {
    const id = ids.get(name)
    return id === undefined ? [] : [[id, weight] as const]
  })
  setWeights(db, Object.fromEntries(known))
}

/** Datasets with the same answers are written together: a large inventory has few different ones. */
function alike<Decided extends { readonly id: DatasetId }, Part extends object>(
  decided: readonly Decided[],
  partOf: (one: Decided) => Part,
): readonly (readonly [Part, readonly DatasetId[]])[] {
  const groups = Map.groupBy(decided, (one) => JSON.stringify(partOf(one)))
  return [...groups].map(([part, group]) => [JSON.parse(part) as Part, group.map(({ id }) => id)])
}
