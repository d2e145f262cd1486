import { isPlainBand, isWrapped, readsLikeProse } from './plain-bands.ts'
import { type CellRange, type GridRow, rowAt, type SheetGrid, textAt } from './sheet-grid.ts'

export interface HeaderLabel {
  readonly column: number
  /** `Band / Column` where bands stand above; '' for a column with values and no heading. */
  readonly header: string
}

const mostBands = 2
/** A heading merged down may reach over more rows than there are bands. */
const mostRowsMergedDown = 6
const longestBand = 120
/** What is longer was never a heading, and is looked at often. */
const longestHeading = 1_000

/** How many rows above the row belong to its headings: bands across columns, or headings merged down into it. */
export function bandRowsAbove(grid: SheetGrid, row: GridRow): number {
  let bands = rowsMergedDown(grid, row)
  const first = row.columns[0] ?? 1
  const last = row.columns.at(-1) ?? 1
  const most = Math.max(mostBands, bands)
  while (bands < most) {
    const above = rowAt(grid, row.row - bands - 1)
    if (above === undefined) break
    const isPlain = bands === 0 && (isPlainBand(grid, above, row) || isWrapped(above, row))
    if (!isPlain && !isMergedBand(grid, above, row.row, first, last)) break
    bands += 1
  }
  return bands
}

/** Headings merged down into the row start so many rows above it, with rows between that may be empty. */
function rowsMergedDown(grid: SheetGrid, row: GridRow): number {
  const reaching = grid.merges.filter((merge) => {
    const rows = row.row - merge.firstRow
    if (rows > mostRowsMergedDown || merge.lastRow !== row.row) return false
    const text = textAt(rowAt(grid, merge.firstRow), merge.firstColumn)
    return text !== '' && text.length <= longestBand
  })
  const top = Math.min(row.row, ...reaching.map(({ firstRow }) => firstRow))
  // One heading alone is a title or a cell of the data.
  return (rowAt(grid, top)?.columns.length ?? 0) > 1 ? row.row - top : 0
}

function isMergedBand(
  grid: SheetGrid,
  band: GridRow,
  headerRow: number,
  first: number,
  last: number,
): boolean {
  const merges = grid.merges.filter(
    (merge) => merge.firstRow === band.row && textAt(band, merge.firstColumn) !== '',
  )
  if (merges.some((merge) => textAt(band, merge.firstColumn).length > longestBand)) return false
  if (readsLikeProse(band)) return false
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
  const finest = new Set(rowAt(grid, headerRow)?.columns)
  const texts = rows.map((row) => spread(grid, row, labelTexts(grid, row, width), finest))
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

/** Bands of a row without merges hold for the headings to their right, up to the next band. */
function spread(
  grid: SheetGrid,
  row: number,
  bands: ReadonlyMap<number, string>,
  finest: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const merged = grid.merges.some((merge) => merge.firstRow === row && bands.has(merge.firstColumn))
  if (merged || bands.size < 2) return bands
  const found = new Map(bands)
  let band = ''
  for (const column of [...new Set([...bands.keys(), ...finest])].sort((a, b) => a - b)) {
    // A band over a column without a finer heading is that column's own heading.
    if (bands.has(column)) band = finest.has(column) ? (bands.get(column) ?? '') : ''
    else found.set(column, band)
  }
  return found
}

function oneLine(text: string): string {
  return text.slice(0, longestHeading).replace(/\s+/g, ' ').trim()
}

export function overlaps(merge: CellRange, row: number, column: number): boolean {
  return (
    merge.firstRow <= row && row <= merge.lastRow && merge.firstColumn <= column && column <= merge.lastColumn
  )
}
