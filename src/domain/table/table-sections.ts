import type { SkipReason } from '../inventory-table.ts'
import { cellsOf, leastUsual, type RowJudge } from './row-judge.ts'
import { type GridRow, textAt } from './sheet-grid.ts'

/** With fewer headings, a name alone may as well be a dataset of which nothing more is known yet. */
const leastSections = 3
const leastBelowEach = 2
const longestSection = 80

/**
 * Rows with a name and nothing else that divide the table into sections: one stands right below the headings, each has
 * several rows below it, and all of those say more. A number in front of the name makes no difference.
 */
export function dividingRows(
  judge: RowJudge,
  rows: readonly GridRow[],
  reasons: ReadonlyMap<number, SkipReason>,
): readonly GridRow[] {
  if (judge.usual < leastUsual) return []
  const isCandidate = ({ row }: GridRow) => (reasons.get(row) ?? 'section') === 'section'
  const isSection = (row: GridRow) => reasons.has(row.row) || saysOnlyItsName(judge, row)
  // Nearly every table begins with a dataset, and need not be looked through.
  const first = rows.find(isCandidate)
  if (first === undefined || !isSection(first)) return []
  const candidates = rows.filter(isCandidate)
  const isLone = candidates.map(isSection)
  const places = isLone.flatMap((lone, index) => (lone ? [index] : []))
  const spans = places.map((place, index) => (places[index + 1] ?? candidates.length) - place - 1)
  const isSparse = places.length < leastSections || spans.some((span) => span < leastBelowEach)
  const isNumbered = () =>
    places.every((place, index) => {
      const below = candidates.slice(place + 1, place + 1 + (spans[index] ?? 0))
      return areNumberedUnder(judge, candidates[place], below)
    })
  if (isSparse && !isNumbered()) return []
  const least = Math.max(leastUsual, judge.usual / 2)
  const isFull = candidates.every((row, index) => isLone[index] || cellsOf(judge, row).length >= least)
  return isFull ? candidates.filter((row, index) => isLone[index] && !reasons.has(row.row)) : []
}

/** `2.1` and `2.2` stand under `2` or `2.0`. */
function areNumberedUnder(judge: RowJudge, section: GridRow | undefined, below: readonly GridRow[]): boolean {
  // Where no column has numbers, no row has one.
  const numberOf = (row: GridRow | undefined) => textAt(row, judge.numbering ?? 0)
  const number = numberOf(section).replace(/\.0*$/, '')
  if (!/^\d+$/.test(number) || below.length === 0) return false
  return below.every((row) => numberOf(row).startsWith(`${number}.`))
}

function saysOnlyItsName(judge: RowJudge, row: GridRow): boolean {
  const [only, ...more] = cellsOf(judge, row).filter(({ column }) => column !== judge.numbering)
  return only?.column === judge.title && more.length === 0 && only.text.length <= longestSection
}
