import type { Criterion } from './criteria.ts'
import type { Dataset, DatasetId, Ratings } from './dataset.ts'
import { isCandidate, ratingOn } from './dataset.ts'
import type { Tier } from './vocabulary.ts'
import { tiers } from './vocabulary.ts'

/**
 * The weighted mean of the ratings given, 0 to 3, or null while there is none. A criterion nobody has
 * judged is left out rather than counted as 0: an agency should not look worse for not having answered yet.
 */
export function score(ratings: Ratings, criteria: readonly Criterion[]): number | null {
  let total = 0
  let weight = 0
  for (const criterion of criteria) {
    const { value } = ratingOn(ratings, criterion)
    if (value === null) continue
    total += value * criterion.weight
    weight += criterion.weight
  }
  return weight === 0 ? null : total / weight
}

/** From these scores (of 3) on a dataset is suggested for now and for next; below, later. */
export const tierThresholds = { now: 2.25, next: 1.5 } as const

/** The tier its score suggests; null while nothing is rated. */
export function suggestedTier(value: number | null): Tier | null {
  if (value === null) return null
  if (value >= tierThresholds.now) return 'now'
  return value >= tierThresholds.next ? 'next' : 'later'
}

export interface RankedDataset {
  readonly id: DatasetId
  readonly dataset: Dataset
  /** From 1; equal scores share a rank. null while nothing is rated. */
  readonly rank: number | null
  readonly score: number | null
  readonly suggested: Tier | null
  /** The override's tier where there is one, else the suggestion. */
  readonly tier: Tier | null
}

/** The tier a person decided on, else the one that the score suggests; null where there is neither. */
export function tierOf({ priority }: Pick<Dataset, 'priority'>, criteria: readonly Criterion[]): Tier | null {
  return priority.override?.tier ?? suggestedTier(score(priority.ratings, criteria))
}

const known = new WeakMap<
  readonly Dataset[],
  { readonly criteria: readonly Criterion[]; readonly ranked: readonly RankedDataset[] }
>()

/**
 * Higher scores first; what is not rated comes last; the inventory's order settles the rest. Several parts of a screen
 * and of a document ask for the same plan, which is ranked once.
 */
export function rankCandidates(
  datasets: readonly Dataset[],
  criteria: readonly Criterion[],
): readonly RankedDataset[] {
  const before = known.get(datasets)
  if (before?.criteria === criteria) return before.ranked
  const ranked = rank(datasets, criteria)
  known.set(datasets, { criteria, ranked })
  return ranked
}

function rank(datasets: readonly Dataset[], criteria: readonly Criterion[]): readonly RankedDataset[] {
  const rows = datasets
    .filter(isCandidate)
    .map((dataset) => ({ dataset, value: score(dataset.priority.ratings, criteria) }))
    .sort((a, b) => compareScores(a.value, b.value) || a.dataset.position - b.dataset.position)
  let place = 0
  let previous: number | null = null
  return rows.map(({ dataset, value }, index) => {
    if (value !== null && (previous === null || !same(previous, value))) place = index + 1
    previous = value
    const suggested = suggestedTier(value)
    return {
      id: dataset.id,
      dataset,
      rank: value === null ? null : place,
      score: value,
      suggested,
      tier: dataset.priority.override?.tier ?? suggested,
    }
  })
}

/** The order of the plan: by tier, and by rank within a tier. */
export function orderForPlan(ranked: readonly RankedDataset[]): readonly RankedDataset[] {
  return [...tiers, null].flatMap((tier) => ranked.filter((entry) => entry.tier === tier))
}

/** Whether the dataset has a place in the plan: a candidate that is planned for now, next or later. */
export function isPlanned(entry: Pick<RankedDataset, 'tier'>): boolean {
  return entry.tier !== null && entry.tier !== 'not-planned'
}

/** Criteria whose rating is still open, in their order. */
export function openCriteria(ratings: Ratings, criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.filter((criterion) => ratingOn(ratings, criterion).value === null)
}

export function hasOpenCriteria(ratings: Ratings, criteria: readonly Criterion[]): boolean {
  return criteria.some((criterion) => ratingOn(ratings, criterion).value === null)
}

/** Two means that differ only by rounding are the same score. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9
}

function compareScores(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return same(a, b) ? 0 : b - a
}
