import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { PlanChange } from '../../contract/views.ts'
import type { DatasetId } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'
import { err, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act } from '../plans/open-plan.ts'
import { countDatasets, readDatasets } from '../store/dataset-rows.ts'

/** One action on datasets that must all exist. */
export function editDatasets(
  context: EngineContext,
  ids: readonly DatasetId[],
  work: (db: Database) => void,
  reason = '',
): Result<PlanChange, AppError> {
  const plan = context.openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  const { db } = plan.file
  const count = countDatasets(db, ids)
  if (count !== new Set(ids).size) return err({ code: 'dataset-not-found' })
  const [only] = count === 1 ? readDatasets(db, ids) : []
  const name = only === undefined ? '' : datasetName(only)
  return act(context, { count, name }, work, reason)
}
