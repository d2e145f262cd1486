import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { PlanChange } from '../../contract/views.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'
import { err, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act } from '../open-plan.ts'
import { readDatasets } from '../store/dataset-rows.ts'

/** How many names history spells out before it counts. */
const longestName = 60

/** One action on datasets that must all exist; `what` gets them in words: a name, or "14 datasets". */
export function editDatasets(
  context: EngineContext,
  ids: readonly DatasetId[],
  what: (datasets: string) => string,
  work: (db: Database) => void,
  reason = '',
): Result<PlanChange, AppError> {
  const plan = context.openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  const datasets = readDatasets(plan.file.db, ids)
  if (datasets.length !== new Set(ids).size) return err({ code: 'dataset-not-found' })
  return act(context, what(inWords(datasets)), work, reason)
}

function inWords(datasets: readonly Dataset[]): string {
  const [only] = datasets
  if (datasets.length !== 1 || only === undefined) return `${datasets.length} datasets`
  const name = datasetName(only)
  return `“${name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}”`
}
