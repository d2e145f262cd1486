import { type CellRange, columnLetter, columnNumber } from '../../../domain/table/sheet-grid.ts'
import { limits } from '../limits.ts'

export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

export function parseCell(name: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (match === null) return null
  const column = columnNumber(match[1] ?? '')
  const row = Number(match[2])
  if (row < 1 || row > limits.rows || column > limits.columns) return null
  return { row, column }
}

/** `C5`, `C5:F9`, `C:F` or `5:9`, with or without dollar signs; null for anything else. */
export function parseRange(text: string): CellRange | null {
  const [first = '', second = first, ...more] = text.split(':')
  if (more.length > 0) return null
  const from = parseCorner(first, 1, 1)
  const to = parseCorner(second, limits.rows, limits.columns)
  if (from === null || to === null || from.kind !== to.kind) return null
  if (from.kind !== 'cell' && !text.includes(':')) return null
  return {
    firstColumn: Math.min(from.column, to.column),
    firstRow: Math.min(from.row, to.row),
    lastColumn: Math.max(from.column, to.column),
    lastRow: Math.max(from.row, to.row),
  }
}

type Corner = { readonly kind: 'cell' | 'column' | 'row'; readonly row: number; readonly column: number }

/** An edge that a whole column or row leaves open takes the value given. */
function parseCorner(text: string, openRow: number, openColumn: number): Corner | null {
  const cell = parseCell(text)
  if (cell !== null) return { kind: 'cell', ...cell }
  const column = /^\$?([A-Za-z]{1,3})$/.exec(text)
  if (column !== null) return { kind: 'column', row: openRow, column: columnNumber(column[1] ?? '') }
  const row = /^\$?(\d{1,7})$/.exec(text)
  if (row !== null) return { kind: 'row', row: Number(row[1]), column: openColumn }
  return null
}

/** The blank-separated ranges of an `sqref`; null when one of them is not understood. */
export function parseRanges(text: string): readonly CellRange[] | null {
  const ranges = text.trim().split(/\s+/).map(parseRange)
  const known = ranges.filter((range) => range !== null)
  return known.length === ranges.length ? known : null
}

export function formatRange(range: CellRange): string {
  const from = cellName(range.firstRow, range.firstColumn)
  const to = cellName(range.lastRow, range.lastColumn)
  if (range.firstRow === 1 && range.lastRow === limits.rows)
    return `${columnLetter(range.firstColumn)}:${columnLetter(range.lastColumn)}`
  return from === to ? from : `${from}:${to}`
}

export function formatRanges(ranges: readonly CellRange[]): string {
  return ranges.map(formatRange).join(' ')
}

export function absoluteRange(range: CellRange): string {
  const corner = (row: number, column: number) => `$${columnLetter(column)}$${row}`
  const from = corner(range.firstRow, range.firstColumn)
  const to = corner(range.lastRow, range.lastColumn)
  return from === to ? from : `${from}:${to}`
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.firstColumn <= b.lastColumn &&
    b.firstColumn <= a.lastColumn &&
    a.firstRow <= b.lastRow &&
    b.firstRow <= a.lastRow
  )
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return (
    row >= range.firstRow && row <= range.lastRow && column >= range.firstColumn && column <= range.lastColumn
  )
}

/** What is left of `from` without `hole`: up to four ranges that do not overlap, the top-left one first. */
export function subtract(from: CellRange, hole: CellRange): readonly CellRange[] {
  if (!overlaps(from, hole)) return [from]
  const firstRow = Math.max(from.firstRow, hole.firstRow)
  const lastRow = Math.min(from.lastRow, hole.lastRow)
  const pieces: readonly CellRange[] = [
    { ...from, lastRow: hole.firstRow - 1 },
    { ...from, firstRow, lastRow, lastColumn: hole.firstColumn - 1 },
    { ...from, firstRow, lastRow, firstColumn: hole.lastColumn + 1 },
    { ...from, firstRow: hole.lastRow + 1 },
  ]
  return pieces.filter((piece) => piece.firstColumn <= piece.lastColumn && piece.firstRow <= piece.lastRow)
}

/** A sheet's name as formulas write it, quoted unless it is plain and reads like no cell. */
export function sheetInFormula(name: string): string {
  const plain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name)
  return plain ? name : `'${name.replaceAll("'", "''")}'`
}

export interface SheetReference {
  readonly sheet: string
  readonly range: CellRange
}

/** `Sheet!$H$4` or `'My sheet'!$A$1:$S$69`; null for anything else, as a broken `#REF!`. */
export function parseReference(formula: string): SheetReference | null {
  const match = /^\s*=?\s*(?:'((?:[^']|'')+)'|([^'!\s]+))!(\S+)\s*$/.exec(formula)
  if (match === null) return null
  const range = parseRange(match[3] ?? '')
  if (range === null) return null
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', range }
}
