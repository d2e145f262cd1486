import type { RestorePoint } from '../../contract/views.ts'

/** Whatever the dates, the last of them stay. */
const keptLast = 10
/** Then the last of each day, for so many days on which there was one. */
const keptDays = 14
/** All of a plan's together, in bytes; the last ones are kept even so. */
const largestTogether = 500 * 1024 * 1024

/**
 * Which restore points can go, given all of a plan's, the newest first: of those the program made itself, all but
 * the last ten, the last of each of fourteen days, and the last of each month. What a person made and
 * what was submitted stay.
 */
export function superfluous(points: readonly RestorePoint[]): readonly RestorePoint[] {
  const own = points.filter(({ kind }) => kind === 'automatic' || kind === 'before')
  const last = own.slice(0, keptLast)
  const daily = lastOfEach(own, ({ at }) => at.slice(0, 10)).slice(0, keptDays)
  const monthly = lastOfEach(own, ({ at }) => at.slice(0, 7))
  const kept = new Set([...last, ...daily, ...monthly])
  let together = 0
  return own.filter((point, index) => {
    if (!kept.has(point)) return true
    together += point.size
    return index >= keptLast && together > largestTogether
  })
}

function lastOfEach(
  points: readonly RestorePoint[],
  period: (point: RestorePoint) => string,
): readonly RestorePoint[] {
  const last = new Map<string, RestorePoint>()
  for (const point of points) if (!last.has(period(point))) last.set(period(point), point)
  return [...last.values()]
}
