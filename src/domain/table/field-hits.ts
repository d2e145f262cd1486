import { matchHeading } from '../mapping/mapping.ts'

const headingsMatched = 60
const longestHeading = 120

/** How many of the plan's fields the headings name, weighed by how clearly. The title counts double; a field named by several labels counts once. */
export function fieldHits(headings: readonly string[]): number {
  const best = new Map<string, number>()
  for (const heading of headings.slice(0, headingsMatched)) {
    if (heading.length > longestHeading) continue
    for (const { field, score } of matchHeading(heading)) {
      if (score >= 0.5 && score > (best.get(field) ?? 0)) best.set(field, score)
    }
  }
  // One label may resemble several fields; it cannot be more of them than there are labels.
  const scores = [...best.values()].sort((a, b) => b - a).slice(0, headings.length)
  return scores.reduce((sum, score) => sum + score, best.get('title') ?? 0)
}
