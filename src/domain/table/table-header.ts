import { fieldHits } from './field-hits.ts'
import { firstIndexFrom, type GridRow, type SheetGrid, textAt } from './sheet-grid.ts'
import { bandRowsAbove, type HeaderLabel, labelsAt } from './table-bands.ts'
import { areTechnicalNames } from './technical-names.ts'

export interface HeaderCandidate {
  readonly headerRow: number
  readonly headerRows: number
  readonly labels: readonly HeaderLabel[]
  /** How many of the plan's fields the labels name, weighed by how clearly. */
  readonly hits: number
  readonly score: number
}

const rowsLookedAt = 250
const rowsCompared = 30
const mostBandsCounted = 2
/** A title and a field besides. */
const leastHitsApart = 3

/** The row that most likely holds the headings; null when no row looks like one. */
export function findHeader(grid: SheetGrid): HeaderCandidate | null {
  let best: HeaderCandidate | null = null
  for (const [index, row] of grid.rows.slice(0, rowsLookedAt).entries()) {
    const candidate = judgeRow(grid, index, row)
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate
  }
  return best
}

function judgeRow(grid: SheetGrid, index: number, row: GridRow): HeaderCandidate | null {
  if (comesAgain(grid.rows.slice(0, index), row)) return null
  const headerRows = 1 + bandRowsAbove(grid, row)
  const labels = labelsAt(grid, row.row, headerRows)
  const words = labels.filter(({ header }) => isHeading(header))
  const textShare = words.length / labels.length
  const hits = fieldHits(labels.map(({ header }) => header))
  // Where a title and a field are named besides, the others may be as short as `Q1`.
  if (
    (textShare < 0.5 && hits < leastHitsApart) ||
    !/\p{L}/u.test(words.map(({ header }) => header).join()) ||
    row.texts.every((text) => text.length > 120)
  )
    return null
  if (labels.length === 1 && hits < 1) return null
  const { coverage, fill, recurring } = fitBelow(grid, index, labels)
  const distinct = new Set(labels.map(({ header }) => header)).size / labels.length
  const prose = labels.filter(({ header }) => isProse(header)).length / labels.length
  const declared = grid.tables.some((table) => table.firstRow === row.row && table.headerRows > 0) ? 3 : 0
  const score =
    hits +
    2 * textShare +
    2 * coverage +
    fill +
    0.25 * Math.min(labels.length, 10) +
    0.5 * distinct +
    0.5 * Math.min(headerRows - 1, mostBandsCounted) +
    declared -
    3 * prose -
    3 * recurring -
    widthAbove(grid, row, headerRows, labels.length, hits)
  return { headerRow: row.row, headerRows, labels, hits, score }
}

/** Words, or a year over a column of its numbers; addresses are values. */
function isHeading(header: string): boolean {
  if (/^(19|20)\d\d([-/](19|20)?\d\d)?$/.test(header)) return true
  return /\p{L}{2}/u.test(header) && !/^(https?:|\S+@\S+\.)/i.test(header)
}

/** Headings repeated for the reader's sake, say on every printed page. */
function comesAgain(rowsAbove: readonly GridRow[], { texts }: GridRow): boolean {
  return rowsAbove.some(
    (above) => above.texts.length === texts.length && above.texts.every((text, cell) => text === texts[cell]),
  )
}

/** Headings name, they do not explain. */
function isProse(header: string): boolean {
  const finest = header.split(' / ').at(-1) ?? header
  return finest.length > 60 && (finest.endsWith('.') || finest.split(' ').length >= 10)
}

/**
 * Whether the rows below keep to the labelled columns, how many of those they fill, and how many labels come
 * again below, as values do and headings do not.
 */
function fitBelow(grid: SheetGrid, index: number, labels: readonly HeaderLabel[]) {
  const columns = new Set(labels.map(({ column }) => column))
  const below = grid.rows.slice(index + 1, index + 1 + rowsCompared)
  const headers = new Map(labels.map(({ column, header }) => [column, header]))
  const recurring = new Set<number>()
  let covered = 0
  let filled = 0
  for (const row of below) {
    const inside = row.columns.filter((column) => columns.has(column)).length
    for (const [cell, column] of row.columns.entries()) {
      if (headers.get(column) === row.texts[cell]) recurring.add(column)
    }
    covered += inside / row.columns.length
    filled += inside / labels.length
  }
  const count = Math.max(below.length, 1)
  return { coverage: covered / count, fill: filled / count, recurring: recurring.size / labels.length }
}

/**
 * Rows above as wide as the header would be headings or data themselves; narrow ones are titles and notes. What an
 * empty row sets apart is another table, and counts for less when the labels name fields themselves.
 */
function widthAbove(
  grid: SheetGrid,
  headings: GridRow,
  headerRows: number,
  labels: number,
  hits: number,
): number {
  const top = headings.row - headerRows + 1
  const above = grid.rows.slice(0, firstIndexFrom(grid.rows, top))
  const apart = hits >= leastHitsApart ? 0.2 : 1
  let below = top
  let weight = 1
  let penalty = 0
  for (const row of above.reverse()) {
    if (below - row.row > 1) weight = apart
    const isText =
      (row.columns.length === 1 && labels > 2) ||
      explains(row, headings) ||
      (top - row.row === 1 && areTechnicalNames(row.texts))
    const own = isText ? explanationWeight : weight
    penalty += own * 2.5 * Math.min(1, row.columns.length / labels) ** 2
    below = row.row
  }
  return Math.min(penalty, 12)
}

const explanationWeight = 0.1

/** What stands above each heading says in a sentence what to put below it. */
function explains(above: GridRow, headings: GridRow): boolean {
  if (above.columns.length < 2) return false
  const longer = above.columns.filter((column, cell) => {
    const text = above.texts[cell] ?? ''
    return text.split(/\s+/).length >= 4 && text.length > 2 * textAt(headings, column).length
  })
  return longer.length >= above.columns.length * 0.6
}
