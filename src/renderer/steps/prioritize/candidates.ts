import type { Dataset } from '../../../domain/dataset.ts'
import { isCandidate, isPublishedData } from '../../../domain/dataset.ts'
import type { RankedDataset } from '../../../domain/priority.ts'

/** A row of the ranked table. */
export type Candidate = RankedDataset

/** Whether a row of the table says the same of the same dataset. */
export function isSameCandidate(one: Candidate, other: Candidate): boolean {
  return (
    one.dataset === other.dataset &&
    one.rank === other.rank &&
    one.score === other.score &&
    one.tier === other.tier
  )
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
