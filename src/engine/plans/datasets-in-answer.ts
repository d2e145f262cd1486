import type { Database } from 'better-sqlite3'
import type { PlanView } from '../../contract/views.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import type { EngineContext } from '../context.ts'
import { datasetIds, readDatasets } from '../store/dataset-rows.ts'

interface DatasetsInAnswer extends Pick<PlanView, 'moreDatasets'> {
  readonly datasets: readonly Dataset[]
}

/**
 * The plan's datasets, or those of the wanted ones that are there, in the plan's order: as many as the answer may
 * hold, and the ids of the others. This is the one place where an answer is cut.
 */
export function datasetsInAnswer(
  db: Database,
  { mostDatasets = Number.POSITIVE_INFINITY }: EngineContext,
  wanted?: readonly DatasetId[],
): DatasetsInAnswer {
  // Which of few are there shows when they are read.
  if (wanted !== undefined && wanted.length <= mostDatasets) {
    return { datasets: wanted.length === 0 ? [] : readDatasets(db, wanted), moreDatasets: [] }
  }
  const ids = datasetIds(db, wanted)
  const isWhole = ids.length <= mostDatasets
  return {
    datasets: readDatasets(db, isWhole ? wanted : ids.slice(0, mostDatasets)),
    moreDatasets: isWhole ? [] : ids.slice(mostDatasets),
  }
}
