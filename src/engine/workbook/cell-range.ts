/** Rows and columns are counted from 1; a range holds its edges. */
export interface CellRange {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const lastColumn = 16_384
export const lastRow = 1_048_576

export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

export function parseCell(name: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (match === null) return null
  const column = columnNumber(match[1] ?? '')
  const row = Number(match[2])
  if (row < 1 || row > lastRow || column > lastColumn) return null
  return { row, column }
}

/** `C5`, `C5:F9`, `C:F` or `5:9`, with or without dollar signs; null for anything else. */
export function parseRange(text: string): CellRange | null {
  const [first = '', second = first, ...more] = text.split(':')
  if (more.length > 0) return null
  const from = parseCorner(first, 1, 1)
  const to = parseCorner(second, lastRow, lastColumn)
  if (from === null || to === null || from.kind !== to.kind) return null
  if (from.kind !== 'cell' && !text.includes(':')) return null
  return {
    left: Math.min(from.column, to.column),
    top: Math.min(from.row, to.row),
    right: Math.max(from.column, to.column),
    bottom: Math.max(from.row, to.row),
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
  const from = cellName(range.top, range.left)
  const to = cellName(range.bottom, range.right)
  if (range.top === 1 && range.bottom === lastRow) return `${columnLetters(range.left)}:${columnLetters(range.right)}`
  return from === to ? from : `${from}:${to}`
}

export function formatRanges(ranges: readonly CellRange[]): string {
  return ranges.map(formatRange).join(' ')
}

export function absoluteRange(range: CellRange): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row}`
  const from = corner(range.top, range.left)
  const to = corner(range.bottom, range.right)
  return from === to ? from : `${from}:${to}`
}

export function overlaps(a: CellRange, b: CellRange): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
}

/** What is left of `from` without `hole`: up to four ranges that do not overlap, the top-left one first. */
export function subtract(from: CellRange, hole: CellRange): readonly CellRange[] {
  if (!overlaps(from, hole)) return [from]
  const top = Math.max(from.top, hole.top)
  const bottom = Math.min(from.bottom, hole.bottom)
  const pieces: readonly CellRange[] = [
    { ...from, bottom: hole.top - 1 },
    { ...from, top, bottom, right: hole.left - 1 },
    { ...from, top, bottom, left: hole.right + 1 },
    { ...from, top: hole.bottom + 1 },
  ]
  return pieces.filter((piece) => piece.left <= piece.right && piece.top <= piece.bottom)
}

/** A sheet's name as formulas write it, quoted unless it is plain and reads like no cell. */
export function sheetInFormula(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name)
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
