import type { RestorePreview } from '../../contract/views.ts'
import { text } from '../text/text.ts'

const kinds = ['changed', 'broughtBack', 'takenAway'] as const

/** What restoring would do, a line for each kind of difference; nothing where the plan is the same. */
export function differencesInWords({ datasets, ideas, details, titles }: RestorePreview): readonly string[] {
  const words = text.history.backups
  const all = kinds.reduce((sum, kind) => sum + datasets[kind], 0)
  const counts = kinds
    .filter((kind) => datasets[kind] > 0)
    .map((kind) => words.datasets[kind](datasets[kind]))
  return [
    ...(counts.length > 0 ? [words.titles(counts.join(', '), titles, all)] : []),
    ...kinds.filter((kind) => ideas[kind] > 0).map((kind) => words.ideas[kind](ideas[kind])),
    ...(details ? [words.details] : []),
  ]
}
