import type { Dataset, DatasetId, Rating } from '../../../domain/dataset.ts'
import { openCriteria } from '../../../domain/priority.ts'
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

export function countOpenRatings(candidates: readonly Rated[]): number {
  return candidates.reduce((sum, candidate) => sum + askedCriteria(candidate).length, 0)
}

/** Ratings without a reason: they count all the same, but the plan cannot say why. */
export function countUnexplained(candidates: readonly Rated[]): number {
  const unexplained = ({ value, reason }: Rating) => value !== null && reason.trim() === ''
  return candidates.flatMap(({ priority }) => Object.values(priority.ratings)).filter(unexplained).length
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
  const isAhead = ({ criterion }: OpenRating) => criteria.indexOf(criterion) > passed
  return (
    [
      ...asked.filter(isAhead),
      ...[...candidates.slice(index + 1), ...candidates.slice(0, index)].flatMap(ratingsOf),
      ...asked,
    ][0] ?? null
  )
}

function ratingsOf(candidate: Rated): readonly OpenRating[] {
  return askedCriteria(candidate).map((criterion) => ({ id: candidate.id, criterion }))
}
