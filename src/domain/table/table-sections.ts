import type { SkipReason } from './inventory-table.ts'
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
  if (judge.title === null || judge.usual < leastUsual) return []
  const candidates = rows.filter((row) => {
    const reason = reasons.get(row.row)
    return reason === undefined || reason === 'section'
  })
  const standsAlone = (row: GridRow) => reasons.has(row.row) || saysOnlyItsName(judge, row)
  const [first] = candidates
  if (first === undefined || !standsAlone(first)) return []
  const isLone = candidates.map(standsAlone)
  const places = isLone.flatMap((lone, index) => (lone ? [index] : []))
  const spans = places.map((place, index) => (places[index + 1] ?? candidates.length) - place - 1)
  const isNumbered = places.every((place, index) => {
    const below = candidates.slice(place + 1, place + 1 + (spans[index] ?? 0))
    return areNumberedUnder(judge, candidates[place], below)
  })
  if (!isNumbered && (places.length < leastSections || Math.min(...spans) < leastBelowEach)) return []
  const least = Math.max(leastUsual, judge.usual / 2)
  const isFull = candidates.every((row, index) => isLone[index] || cellsOf(judge, row).length >= least)
  return isFull ? candidates.filter((row, index) => isLone[index] && !reasons.has(row.row)) : []
}

/** `2.1` and `2.2` stand under `2` or `2.0`. */
function areNumberedUnder(judge: RowJudge, section: GridRow | undefined, below: readonly GridRow[]): boolean {
  if (judge.numbering === null) return false
  const number = textAt(section, judge.numbering).replace(/\.0*$/, '')
  const start = `${number}.`
  if (!/^\d+$/.test(number) || below.length === 0) return false
  return below.every((row) => textAt(row, judge.numbering ?? 0).startsWith(start))
}

function saysOnlyItsName(judge: RowJudge, row: GridRow): boolean {
  const [only, ...more] = cellsOf(judge, row).filter(({ column }) => column !== judge.numbering)
  return only?.column === judge.title && more.length === 0 && only.text.length <= longestSection
}
