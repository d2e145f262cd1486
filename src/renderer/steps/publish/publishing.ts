import type { Commitment, Dataset, DatasetId } from '../../../domain/dataset.ts'
import type { Plan } from '../../../domain/plan.ts'
import type { RankedDataset } from '../../../domain/priority.ts'
import { isPlanned, orderForPlan, rankCandidates } from '../../../domain/priority.ts'
import { isReviewed } from '../../../domain/progress.ts'
import type { Tier } from '../../../domain/vocabulary.ts'

/** A dataset's place in the plan's order, from 1, and its tier. */
export interface Place {
  readonly place: number
  readonly tier: Tier
}

/** The datasets planned for now, next or later, in the plan's order. */
export function plannedInOrder(plan: Pick<Plan, 'datasets' | 'criteria'>): readonly RankedDataset[] {
  return orderForPlan(rankCandidates(plan.datasets, plan.criteria)).filter(isPlanned)
}

/** Where each of them stands. */
export function placesInPlan(planned: readonly RankedDataset[]): ReadonlyMap<DatasetId, Place> {
  return new Map(
    planned.flatMap(({ id, tier }, index) => (tier === null ? [] : [[id, { place: index + 1, tier }]])),
  )
}

/** Whether both lists have the same datasets in the same places. */
export function isSameOrder(one: readonly RankedDataset[], other: readonly RankedDataset[]): boolean {
  if (one === other) return true
  return (
    one.length === other.length &&
    one.every(({ id, tier }, index) => id === other[index]?.id && tier === other[index].tier)
  )
}

/** The step to do first while nothing is planned. */
export type NothingPlanned = 'review' | 'identify' | 'prioritize' | 'not-planned'

export function whyNothingPlanned({
  datasets,
  criteria,
}: Pick<Plan, 'datasets' | 'criteria'>): NothingPlanned {
  const candidates: readonly RankedDataset[] = rankCandidates(datasets, criteria)
  if (candidates.some(({ tier }) => tier === null)) return 'prioritize'
  if (candidates.length > 0) return 'not-planned'
  return datasets.some(isReviewed) ? 'identify' : 'review'
}

/** The value all of them share, or null where they differ. */
export function commonValue<Field extends keyof Commitment>(
  datasets: readonly Pick<Dataset, 'commitment'>[],
  field: Field,
): Commitment[Field] | null {
  const [first, ...others] = datasets.map(({ commitment }) => commitment[field])
  return first !== undefined && others.every((other) => other === first) ? first : null
}

/**
 * Whether data with this frequency change more often than every quarter, which is where the handbook advises
 * automating. Frequencies are an agency's own words, so they are recognised by word; an unknown one is not.
 */
export function isMoreOftenThanQuarterly(frequency: string): boolean {
  const words = frequency
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  if (/\b(annual|annually|year|yearly|quarter|quarterly)\b/.test(words)) return false
  return /\b(bi ?monthly|monthly|month|bi ?weekly|weekly|week|weekday|daily|day|nightly|hourly|hour|real ?time|continuous|continuously)\b/.test(
    words,
  )
}
