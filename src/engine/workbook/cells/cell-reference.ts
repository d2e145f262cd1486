import { type CellRange, columnNumber } from '../../../domain/table/sheet-grid.ts'
import { limits } from '../limits.ts'

/** Row and column of a reference given as bytes, `C5` as 5 and 3; 0 for what is missing or beyond Excel's limits. */
export interface CellPlace {
  row: number
  column: number
}

/** Fills `place` rather than making one: this runs for every cell. */
export function readCellPlace(bytes: Buffer, start: number, end: number, place: CellPlace): void {
  let column = 0
  let at = start
  for (; at < end; at += 1) {
    const letter = (bytes[at] ?? 0) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (column > limits.columns) break
  }
  const row = readWholeNumber(bytes, at, end)
  place.row = row > 0 && row <= limits.rows ? row : 0
  place.column = column <= limits.columns ? column : 0
}

/** -1 when the bytes are not all digits. */
export function readWholeNumber(bytes: Buffer, start: number, end: number): number {
  if (start >= end || end - start > 15) return -1
  let number = 0
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** `A1:C5` or `$A$1:$C$5`; null when it is not a range of cells. */
export function parseRange(reference: string): CellRange | null {
  const match = /^\$?([a-z]{1,3})\$?(\d{1,7})(?::\$?([a-z]{1,3})\$?(\d{1,7}))?$/i.exec(reference.trim())
  if (match === null) return null
  const [, left = '', top = '', right = left, bottom = top] = match
  const range = {
    firstRow: Math.min(Number(top), Number(bottom)),
    lastRow: Math.max(Number(top), Number(bottom)),
    firstColumn: Math.min(columnNumber(left), columnNumber(right)),
    lastColumn: Math.max(columnNumber(left), columnNumber(right)),
  }
  return range.lastRow > limits.rows || range.lastColumn > limits.columns ? null : range
}
