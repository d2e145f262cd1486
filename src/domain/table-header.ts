import { matchHeading } from './mapping.ts'
import { type CellRange, type GridRow, rowAt, type SheetGrid, textAt } from './sheet-grid.ts'

export interface HeaderLabel {
  readonly column: number
  /** `Band / Column` where bands stand above; '' for a column with values and no heading. */
  readonly header: string
}

export interface HeaderCandidate {
  readonly headerRow: number
  readonly headerRows: number
  readonly labels: readonly HeaderLabel[]
  /** How many of the plan's fields the labels name, weighed by how clearly. */
  readonly hits: number
  readonly score: number
}

const rowsLookedAt = 60
const rowsCompared = 30
const labelsMatched = 60
const mostBands = 2
const longestBand = 120

/** The row that most likely holds the headings; null when no row looks like one. */
export function findHeader(grid: SheetGrid): HeaderCandidate | null {
  let best: HeaderCandidate | null = null
  for (const [index] of grid.rows.slice(0, rowsLookedAt).entries()) {
    const candidate = judgeRow(grid, index)
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate
  }
  return best
}

function judgeRow(grid: SheetGrid, index: number): HeaderCandidate | null {
  const row = grid.rows[index]
  if (row === undefined) return null
  const headerRows = 1 + bandRowsAbove(grid, row)
  const labels = labelsAt(grid, row.row, headerRows)
  if (labels.length === 0) return null
  const words = labels.filter(
    ({ header }) => /\p{L}{2}/u.test(header) && !/^(https?:|\S+@\S+\.)/i.test(header),
  )
  const textShare = words.length / labels.length
  if (textShare < 0.5 || row.texts.every((text) => text.length > 120)) return null
  const hits = fieldHits(labels)
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
    0.5 * (headerRows - 1) +
    declared -
    3 * prose -
    3 * recurring -
    widthAbove(grid, index, headerRows, labels.length)
  return { headerRow: row.row, headerRows, labels, hits, score }
}

/** The title counts double; a field named by several labels counts once. */
function fieldHits(labels: readonly HeaderLabel[]): number {
  const best = new Map<string, number>()
  for (const { header } of labels.slice(0, labelsMatched)) {
    if (header.length > 120) continue
    for (const { field, score } of matchHeading(header)) {
      if (score >= 0.5 && score > (best.get(field) ?? 0)) best.set(field, score)
    }
  }
  // One label may resemble several fields; it cannot be more of them than there are labels.
  const scores = [...best.values()].sort((a, b) => b - a).slice(0, labels.length)
  return scores.reduce((sum, score) => sum + score, best.get('title') ?? 0)
}

/** Headings name, they do not explain. */
function isProse(header: string): boolean {
  return header.length > 60 && (header.endsWith('.') || header.split(' ').length >= 10)
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

/** Rows above as wide as the header would be headings or data themselves; narrow ones are titles and notes. */
function widthAbove(grid: SheetGrid, index: number, headerRows: number, labels: number): number {
  const above = grid.rows
    .slice(0, index)
    .filter(({ row }) => row <= (grid.rows[index]?.row ?? 0) - headerRows)
  const penalty = above.reduce((sum, row) => sum + 2.5 * Math.min(1, row.columns.length / labels) ** 2, 0)
  return Math.min(penalty, 12)
}

/** How many rows of bands stand directly above: merged across some columns, or down into the row itself. */
function bandRowsAbove(grid: SheetGrid, row: GridRow): number {
  const first = row.columns[0] ?? 1
  const last = row.columns.at(-1) ?? 1
  let bands = 0
  while (bands < mostBands && row.row - bands > 1) {
    const above = rowAt(grid, row.row - bands - 1)
    if (above === undefined || !isBandRow(grid, above, row.row, first, last)) break
    bands += 1
  }
  return bands
}

function isBandRow(grid: SheetGrid, band: GridRow, headerRow: number, first: number, last: number): boolean {
  const merges = grid.merges.filter(
    (merge) => merge.firstRow === band.row && textAt(band, merge.firstColumn) !== '',
  )
  if (merges.some((merge) => textAt(band, merge.firstColumn).length > longestBand)) return false
  // Merged down into the header row: a heading that needs no finer one.
  const down = merges.filter((merge) => merge.lastRow >= headerRow)
  if (down.length > 0 && band.columns.length > 1) return true
  // A merge over all or most of the table is its title, not a band.
  const width = Math.max(last, band.columns.at(-1) ?? 1) - Math.min(first, band.columns[0] ?? 1) + 1
  const widest = Math.max(0, ...merges.map((merge) => merge.lastColumn - merge.firstColumn + 1))
  if (widest >= width || (band.columns.length === 1 && widest >= width * 0.6)) return false
  return widest > 1
}

/** The headings of the columns, bands joined in front: what a person reads from top to bottom. */
export function labelsAt(grid: SheetGrid, headerRow: number, headerRows: number): readonly HeaderLabel[] {
  const rows = Array.from({ length: headerRows }, (_, index) => headerRow - headerRows + 1 + index)
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.columns.at(-1) ?? 0), 0)
  const texts = rows.map((row) => labelTexts(grid, row, width))
  const columns = [...new Set(texts.flatMap((byColumn) => [...byColumn.keys()]))].sort((a, b) => a - b)
  return columns.map((column) => {
    const pieces = texts.map((byColumn) => byColumn.get(column) ?? '').filter((piece) => piece !== '')
    return { column, header: [...new Set(pieces)].join(' / ') }
  })
}

/** The texts of a header row by column, merged ones repeated over the columns they span, up to the last used one. */
function labelTexts(grid: SheetGrid, row: number, width: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  const cells = rowAt(grid, row)
  for (const [index, column] of (cells?.columns ?? []).entries()) {
    found.set(column, oneLine(cells?.texts[index] ?? ''))
  }
  const merges = grid.merges.filter((merge) => merge.firstRow === row)
  let free = 0
  for (const merge of merges.sort((a, b) => a.firstColumn - b.firstColumn)) {
    const text = found.get(merge.firstColumn)
    // Merges that overlap are not valid, and would make work without end.
    if (text === undefined || merge.firstColumn < free) continue
    free = Math.min(merge.lastColumn, width) + 1
    for (let column = merge.firstColumn + 1; column < free; column += 1) found.set(column, text)
  }
  return found
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function overlaps(merge: CellRange, row: number, column: number): boolean {
  return (
    merge.firstRow <= row && row <= merge.lastRow && merge.firstColumn <= column && column <= merge.lastColumn
  )
}
