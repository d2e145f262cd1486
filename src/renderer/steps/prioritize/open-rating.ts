import { isUnexplained } from '../../../domain/checks.ts'
import type { Criterion, CriterionId } from '../../../domain/criteria.ts'
import { type Dataset, type DatasetId, ratingOn } from '../../../domain/dataset.ts'
import { hasOpenCriteria, openCriteria } from '../../../domain/priority.ts'

export interface OpenRating {
  readonly id: DatasetId
  readonly criterion: CriterionId
}

type Rated = Pick<Dataset, 'id' | 'priority'>

/** The ratings that are still asked for: a tier that was set by hand does not wait for any (see progressOf). */
function askedCriteria({ priority }: Rated, criteria: readonly Criterion[]): readonly Criterion[] {
  return priority.override === null ? openCriteria(priority.ratings, criteria) : []
}

/** Whether there are any. */
export function isAsked({ priority }: Rated, criteria: readonly Criterion[]): boolean {
  return priority.override === null && hasOpenCriteria(priority.ratings, criteria)
}

export interface RatingCounts {
  /** Still asked for. */
  readonly open: number
  /** Without a reason: they count all the same, but the plan cannot say why. */
  readonly unexplained: number
}

export function countRatings(candidates: readonly Rated[], criteria: readonly Criterion[]): RatingCounts {
  let open = 0
  let unexplained = 0
  for (const { priority } of candidates) {
    for (const criterion of criteria) {
      const rating = ratingOn(priority.ratings, criterion)
      if (rating.value === null && priority.override === null) open += 1
      if (isUnexplained(rating)) unexplained += 1
    }
  }
  return { open, unexplained }
}

/**
 * The next open rating: first the rest of the current dataset, then the candidates below it, then from the top.
 * `after` is the criterion last gone to, so that one which is left open on purpose is passed and not met again
 * until all others were.
 */
export function nextOpenRating(
  candidates: readonly Rated[],
  criteria: readonly Criterion[],
  currentId: DatasetId | null,
  after: CriterionId | null,
): OpenRating | null {
  const index = Math.max(
    0,
    candidates.findIndex(({ id }) => id === currentId),
  )
  const current = candidates[index]
  if (current === undefined) return null
  const openOf = (candidate: Rated): readonly OpenRating[] =>
    askedCriteria(candidate, criteria).map(({ id }) => ({ id: candidate.id, criterion: id }))
  const isOpen = (candidate: Rated) => isAsked(candidate, criteria)
  const placeOf = (criterion: CriterionId) => criteria.findIndex(({ id }) => id === criterion)
  const passed = after === null ? -1 : placeOf(after)
  const asked = openOf(current)
  const ahead = asked.find(({ criterion }) => placeOf(criterion) > passed)
  if (ahead !== undefined) return ahead
  const other = candidates.slice(index + 1).find(isOpen) ?? candidates.slice(0, index).find(isOpen)
  return (other === undefined ? asked : openOf(other))[0] ?? null
}
