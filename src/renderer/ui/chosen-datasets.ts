import type { Dataset, DatasetId } from '../../domain/dataset.ts'

/** Those of the datasets that are chosen, in the datasets' order. */
export function chosenDatasets(datasets: readonly Dataset[], ids: readonly DatasetId[]): readonly Dataset[] {
  if (ids.length === 0) return []
  // Everything may be chosen, so looking through a list for each of them takes too long.
  const chosen = new Set(ids)
  return datasets.filter(({ id }) => chosen.has(id))
}
