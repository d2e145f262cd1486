import type { InventoryField } from '../inventory-field.ts'
import type { MappingReason } from '../inventory-table.ts'
import { profileColumn } from './column-profile.ts'
import { headingWords } from './heading-words.ts'

interface NamedColumn {
  readonly header: string
  readonly values: readonly string[]
}

interface Choice {
  readonly field: InventoryField
  readonly score: number
  readonly reason: MappingReason
}

/** Looks for the names of the datasets where no heading says title; leaves `chosen` as it is when there are none. */
export function chooseTitle(
  columns: readonly NamedColumn[],
  suggestions: readonly (Choice & { readonly index: number })[],
  chosen: Map<number, Choice>,
): void {
  const titled =
    chooseSystemAsTitle(columns, chosen) ||
    chooseTitleByValues(columns, chosen) ||
    chooseTitleByHeading(columns, chosen)
  if (!titled) chooseSharedTitle(suggestions, chosen)
}

/** An inventory of systems names its rows by system: with no other title, that is what they are called. */
function chooseSystemAsTitle(columns: readonly NamedColumn[], chosen: Map<number, Choice>): boolean {
  for (const [index, { field }] of chosen) {
    const column = columns[index]
    if (field !== 'source-system' || column === undefined) continue
    const { distinct } = profileColumn(column.values)
    if (!headingWords(column.header).includes('name') || distinct < 0.6) return false
    chosen.set(index, { field: 'title', score: 0.6, reason: 'heading-in-part' })
    return true
  }
  return false
}

/** The leftmost column that names every row in a few words of its own. */
function chooseTitleByValues(columns: readonly NamedColumn[], chosen: Map<number, Choice>): boolean {
  for (const [index, column] of columns.entries()) {
    const profile = profileColumn(column.values)
    const rows = column.values.length
    if (chosen.has(index) || profile.filled < rows * 0.6) continue
    if (profile.numbers + profile.dates + profile.yesNo >= 0.3 || profile.distinct < 0.7) continue
    if (profile.meanLength < 4 || profile.meanLength > 120 || profile.emails >= 0.5) continue
    chosen.set(index, { field: 'title', score: 0.45, reason: 'values' })
    return true
  }
  return false
}

/** Names that recur, in an inventory of variables or of yearly editions, still are what its rows are called. */
function chooseTitleByHeading(columns: readonly NamedColumn[], chosen: Map<number, Choice>): boolean {
  for (const [index, column] of columns.entries()) {
    const words = headingWords(column.header)
    if (chosen.has(index) || words.at(-1) !== 'name' || !words.some((word) => nameable.has(word))) continue
    const { filled, numbers, dates } = profileColumn(column.values)
    if (filled < column.values.length * 0.6 || numbers + dates >= 0.3) continue
    chosen.set(index, { field: 'title', score: 0.5, reason: 'heading-in-part' })
    return true
  }
  return false
}

const nameable: ReadonlySet<string> = new Set([
  'dataset',
  'data',
  'variable',
  'report',
  'file',
  'table',
  'record',
])

const leastShared = 0.4

/** With no better title, the one column that may be it is worth more as a title than as what else it may be. */
function chooseSharedTitle(
  suggestions: readonly (Choice & { readonly index: number })[],
  chosen: Map<number, Choice>,
): void {
  const shared = suggestions.find(
    ({ field, index, score }) =>
      field === 'title' && score >= leastShared && chosen.get(index)?.field === 'category',
  )
  if (shared !== undefined)
    chosen.set(shared.index, { field: 'title', score: shared.score, reason: shared.reason })
}
