import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { PlanChange } from '../../contract/views.ts'
import type { Subject } from '../../domain/action-in-words.ts'
import type { DatasetId } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'
import { err, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act } from '../plans/open-plan.ts'
import { countDatasets, readDatasetRows, toDataset } from '../store/dataset-rows.ts'

/** One action on datasets that must all exist. */
export function editDatasets(
  context: EngineContext,
  ids: readonly DatasetId[],
  work: (db: Database) => void,
  reason = '',
): Result<PlanChange, AppError> {
  const plan = context.openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  const about = subjectOf(plan.file.db, [...new Set(ids)])
  return about === null ? err({ code: 'dataset-not-found' }) : act(context, about, work, reason)
}

/** How many there are, and what the only one is called; null where one of them is missing. */
function subjectOf(db: Database, ids: readonly DatasetId[]): Subject | null {
  if (ids.length !== 1) return countDatasets(db, ids) === ids.length ? { count: ids.length, name: '' } : null
  const [row] = readDatasetRows(db, ids)
  return row === undefined ? null : { count: 1, name: datasetName(toDataset(row, [])) }
}
