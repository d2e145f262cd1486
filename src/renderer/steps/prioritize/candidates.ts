import type { Dataset } from '../../../domain/dataset.ts'
import { isCandidate, isPublishedData } from '../../../domain/dataset.ts'
import type { Plan } from '../../../domain/plan.ts'
import type { RankedDataset } from '../../../domain/priority.ts'
import { rankCandidates } from '../../../domain/priority.ts'

/** A row of the ranked table. */
export interface Candidate {
  readonly id: string
  readonly dataset: Dataset
  readonly place: RankedDataset
}

export function candidatesOf({
  datasets,
  weights,
}: Pick<Plan, 'datasets' | 'weights'>): readonly Candidate[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]))
  return rankCandidates(datasets, weights).flatMap((place) => {
    const dataset = byId.get(place.id)
    return dataset === undefined ? [] : [{ id: place.id, dataset, place }]
  })
}

export interface NotCandidates {
  readonly published: number
  readonly undetermined: number
  readonly protected: number
}

/** Why the other datasets are not to be ranked; together with the candidates they are all datasets. */
export function notCandidates(datasets: readonly Dataset[]): NotCandidates {
  const others = datasets.filter((dataset) => !isCandidate(dataset))
  const unpublished = others.filter((dataset) => !isPublishedData(dataset))
  const undetermined = unpublished.filter(({ identification }) => identification.access === 'undetermined')
  return {
    published: others.length - unpublished.length,
    undetermined: undetermined.length,
    protected: unpublished.length - undetermined.length,
  }
}
