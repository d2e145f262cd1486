import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../domain/dataset.ts'
import {
  dayOrders,
  decisionsFromColumns,
  type PlanAnswers,
} from '../../domain/write-back/decisions-from-columns.ts'
import { setFields, setOverride } from './edit-rows.ts'

/** Takes over what an earlier plan's columns say of the datasets. Runs inside `begin`. */
export function importDecisions(
  db: Database,
  said: readonly { readonly id: DatasetId; readonly answers: PlanAnswers }[],
  { who, at }: { readonly who: string; readonly at: string },
): void {
  const orders = dayOrders(said.map(({ answers }) => answers))
  const decided = said.map(({ id, answers }) => ({ id, ...decisionsFromColumns(answers, orders) }))
  for (const part of ['review', 'identification', 'openness', 'commitment'] as const) {
    for (const [changes, ids] of alike(decided, (one) => one[part])) setFields(db, ids, part, changes)
  }
  for (const { id, tier } of decided) if (tier !== null) setOverride(db, id, { ...tier, who, at })
  const keepWords = db.prepare(
    'UPDATE source_row SET words = ? WHERE id = (SELECT source_row_id FROM dataset WHERE id = ?)',
  )
  for (const { id, words } of decided) {
    if (Object.keys(words).length > 0) keepWords.run(JSON.stringify(words), id)
  }
}

/** Datasets with the same answers are written together: a large inventory has few different ones. */
function alike<Decided extends { readonly id: DatasetId }, Part extends object>(
  decided: readonly Decided[],
  partOf: (one: Decided) => Part,
): readonly (readonly [Part, readonly DatasetId[]])[] {
  const groups = Map.groupBy(decided, (one) => JSON.stringify(partOf(one)))
  return [...groups].map(([part, group]) => [JSON.parse(part) as Part, group.map(({ id }) => id)])
}
