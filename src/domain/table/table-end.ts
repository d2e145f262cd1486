import type { SkipReason } from '../inventory-table.ts'
import { matchHeading } from '../mapping/mapping.ts'
import { cellsOf, leastUsual, median, type RowJudge, reasonToSkip } from './row-judge.ts'
import type { GridRow } from './sheet-grid.ts'

/** The last row before another table begins on the same sheet; beyond the last row when there is none. */
export function endOfTable(judge: RowJudge, rows: readonly GridRow[]): number {
  let hasDatasets = false
  let before = judge.headerRow
  for (const [index, row] of rows.entries()) {
    const apart = row.row - before > 1
    if (
      apart &&
      hasDatasets &&
      (startsAnotherTable(judge, rows, index) || isTitleOfAnother(judge, rows, index))
    )
      return before
    hasDatasets ||= reasonToSkip(judge, row) === null
    before = row.row
  }
  return Number.POSITIVE_INFINITY
}

const longestHeading = 60
/** A heading that is a synonym of a field, not only like one. */
const surelyHeading = 0.72

function startsAnotherTable(judge: RowJudge, rows: readonly GridRow[], index: number): boolean {
  const row = rows[index]
  const next = rows[index + 1]
  if (row === undefined || next === undefined || next.row - row.row > 1) return false
  if (row.columns.length < 2 || row.kinds.some((kind) => kind !== 'text')) return false
  if (new Set(row.texts).size < row.texts.length || reasonToSkip(judge, row) === 'repeated-header')
    return false
  if (row.texts.some((text) => text.length > longestHeading || /https?:|@/.test(text))) return false
  const named = row.texts.filter((text) => matchHeading(text).some(({ score }) => score >= surelyHeading))
  if (named.length >= 2 && named.length >= row.texts.length / 2) return true
  return isNarrowList(judge, row, blockFrom(rows, index))
}

const otherTitle =
  /^(revision|version|change|document) (history|log|control)\b|^((table|list) of )?(abbreviations?|acronyms?|definitions?|glossary|legend|key|codes?|look[- ]?ups?|(drop[- ]?down )?lists?|valid values|instructions?|summary)( (and|&|of|for|to) (abbreviations?|acronyms?|definitions?|terms|codes|colou?rs|values|columns|fields))?\s*:?$/i

/** A text alone above other headings, or the name of what is no inventory above thinner rows up to the end. */
function isTitleOfAnother(judge: RowJudge, rows: readonly GridRow[], index: number): boolean {
  const row = rows[index]
  const next = rows[index + 1]
  if (row === undefined || next === undefined || row.columns.length > 1 || next.row - row.row > 2)
    return false
  if (startsAnotherTable(judge, rows, index + 1)) return true
  if (!otherTitle.test((row.texts[0] ?? '').trim())) return false
  // Not on a part cut off: that would be copied for each row that may be a title.
  for (let below = index + 1; below < rows.length; below += 1) {
    if ((rows[below]?.columns.length ?? 0) >= judge.usual) return false
  }
  return true
}

/** A block of its own in which every row fills the same few columns: a list of codes below the inventory. */
function isNarrowList(judge: RowJudge, first: GridRow, block: readonly GridRow[]): boolean {
  const shape = first.columns.join()
  return (
    first.columns.length <= judge.usual / 2 &&
    block.length >= 3 &&
    block.every(({ columns }) => columns.join() === shape)
  )
}

function blockFrom(rows: readonly GridRow[], start: number): readonly GridRow[] {
  let end = start + 1
  while (isRightBelow(rows[end], rows[end - 1])) end += 1
  return rows.slice(start, end)
}

function isRightBelow(row: GridRow | undefined, before: GridRow | undefined): boolean {
  return row !== undefined && before !== undefined && row.row === before.row + 1
}

const noteWords =
  /^([*†‡]|notes?\b|sources?\s*:|legend\b|key\s*:|last (updated|revised)|(prepared|compiled|created|completed|submitted) (by|on)\b|disclaimer|footnotes?\b|\(\d\)|for (more|further|questions)|questions\b|end of|[[(<]*\s*(add|insert) ((more|new|additional|further) )?(rows?|lines?)\b|(exported|generated|printed|downloaded) (on|by|from|at)\b|\d[\d,]* (rows?|records?|datasets?|items?|entries)\b)/i

/** Notes below the data: what stands apart at the end and is much thinner than the rest, or reads like notes. */
export function tailReasons(
  judge: RowJudge,
  rows: readonly GridRow[],
): readonly (readonly [number, SkipReason])[] {
  if (judge.usual < leastUsual) return []
  let end = rows.length
  for (;;) {
    const start = blockStart(rows, end)
    if (start === 0) break
    const block = rows.slice(start, end)
    const counts = block.map((row) => cellsOf(judge, row).length)
    const hasSignature = block.some((row) => isSigned(judge, row))
    const most = hasSignature ? judge.usual / 2 : Math.max(1, judge.usual / 4)
    if (median(counts) > most || (!hasSignature && block.every((row) => isNamed(judge, row)))) break
    end = start
  }
  const last = rows.findLastIndex((row, index) => index < end && !readsLikeNote(judge, row))
  // Whatever the first row reads like, a table is not all notes.
  return rows.slice(Math.max(last, 0) + 1).map(({ row }) => [row, 'note'])
}

/** Where the last rows without a blank one between them begin. */
function blockStart(rows: readonly GridRow[], end: number): number {
  let start = end - 1
  while (isRightBelow(rows[start], rows[start - 1])) start -= 1
  return Math.max(start, 0)
}

/** Notes stand in the first column; a text in a title column further right is the name of a dataset. */
function isNamed(judge: RowJudge, row: GridRow): boolean {
  const first = Math.min(...judge.headers.keys())
  const title = judge.title ?? first
  return title !== first && row.columns.includes(title) && !readsLikeNote(judge, row)
}

const signedBelow =
  /^((approved|submitted|reviewed|completed|prepared|certified|signed|authorized|confirmed)( (by|on|to))?\b.{0,40}:|signature\b|signed\b|date:|_{3,}|-{3,}|={3,})/i

/** Whether a row is one of those in which people sign below the table. */
function isSigned(judge: RowJudge, row: GridRow): boolean {
  const [first] = cellsOf(judge, row)
  return first !== undefined && signedBelow.test(first.text.trim())
}

function readsLikeNote(judge: RowJudge, row: GridRow): boolean {
  if (isSigned(judge, row)) return true
  const [only, ...more] = cellsOf(judge, row)
  if (only === undefined || more.length > 0) return false
  return noteWords.test(only.text.trim()) || only.text.length > 120
}
