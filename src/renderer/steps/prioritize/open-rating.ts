import { isUnexplained } from '../../../domain/checks.ts'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { hasOpenCriteria, openCriteria } from '../../../domain/priority.ts'
import type { Criterion } from '../../../domain/vocabulary.ts'
import { criteria } from '../../../domain/vocabulary.ts'

export interface OpenRating {
  readonly id: DatasetId
  readonly criterion: Criterion
}

type Rated = Pick<Dataset, 'id' | 'priority'>

/** The ratings that are still asked for: a tier that was set by hand does not wait for any (see progressOf). */
export function askedCriteria({ priority }: Rated): readonly Criterion[] {
  return priority.override === null ? openCriteria(priority.ratings) : []
}

/** Whether there are any. */
export function isAsked({ priority }: Rated): boolean {
  return priority.override === null && hasOpenCriteria(priority.ratings)
}

export interface RatingCounts {
  /** Still asked for. */
  readonly open: number
  /** Without a reason: they count all the same, but the plan cannot say why. */
  readonly unexplained: number
}

export function countRatings(candidates: readonly Rated[]): RatingCounts {
  let open = 0
  let unexplained = 0
  for (const { priority } of candidates) {
    for (const criterion of criteria) {
      const rating = priority.ratings[criterion]
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
  currentId: DatasetId | null,
  after: Criterion | null,
): OpenRating | null {
  const index = Math.max(
    0,
    candidates.findIndex(({ id }) => id === currentId),
  )
  const current = candidates[index]
  if (current === undefined) return null
  const passed = after === null ? -1 : criteria.indexOf(after)
  const asked = ratingsOf(current)
  const ahead = asked.find(({ criterion }) => criteria.indexOf(criterion) > passed)
  if (ahead !== undefined) return ahead
  const other = candidates.slice(index + 1).find(isAsked) ?? candidates.slice(0, index).find(isAsked)
  return (other === undefined ? asked : ratingsOf(other))[0] ?? null
}

function ratingsOf(candidate: Rated): readonly OpenRating[] {
  return askedCriteria(candidate).map((criterion) => ({ id: candidate.id, criterion }))
}
