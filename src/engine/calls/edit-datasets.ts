import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { PlanChange } from '../../contract/views.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'
import { err, type Result } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act } from '../open-plan.ts'
import { countDatasets, readDatasets } from '../store/dataset-rows.ts'

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
  const { db } = plan.file
  const count = countDatasets(db, ids)
  if (count !== new Set(ids).size) return err({ code: 'dataset-not-found' })
  const [only] = count === 1 ? readDatasets(db, ids) : []
  return act(context, what(only === undefined ? `${count} datasets` : inWords(only)), work, reason)
}

function inWords(dataset: Dataset): string {
  const name = datasetName(dataset)
  return `“${name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name}”`
}
