import { readCellPlace, readWholeNumber } from '../cells/cell-reference.ts'
import { standsAt } from '../xml/stands-at.ts'

/** Two versions of a worksheet's part without the cells that stand in both, byte for byte, at the same place. */
export interface RestOfSheets {
  readonly before: Buffer
  readonly after: Buffer
  /** Whether a cell was left out because it is the same in both. */
  readonly leftOut: (row: number, column: number) => boolean
}

interface RowPlace {
  readonly number: number
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
}

interface SheetPlace {
  readonly bytes: Buffer
  readonly rows: readonly RowPlace[]
  /** Where the first row starts and the last one ends. */
  readonly from: number
  readonly to: number
}

/**
 * Leaves out what need not be read again to find how two sheets differ. Nothing is taken on trust: only bytes found equal
 * go, only in front of a cell that says where it is, and what is left is a sheet that must be read as any other.
 * Null where the rows have not the usual form `<row r="1" …>`, or comments or CDATA may change what bytes mean.
 */
export function withoutEqualCells(before: Buffer, after: Buffer): RestOfSheets | null {
  const [first, second] = [sheetPlace(before), sheetPlace(after)]
  if (first === null || second === null) return null
  const kept: [Buffer[], Buffer[]] = [[before.subarray(0, first.from)], [after.subarray(0, second.from)]]
  const lastLeftOut = new Map<number, number>()
  let at = 0
  for (const row of second.rows) {
    while ((first.rows[at]?.number ?? Number.POSITIVE_INFINITY) < row.number) {
      keepRow(first, first.rows[at], kept[0])
      at += 1
    }
    const earlier = first.rows[at]
    if (earlier === undefined || earlier.number !== row.number) {
      keepRow(second, row, kept[1])
      continue
    }
    at += 1
    const length = equalLength(before, earlier, after, row)
    if (!isSame(before, earlier, after, row)) {
      keepRest(first, earlier, length, kept[0])
      keepRest(second, row, length, kept[1])
    }
    if (length > 0) lastLeftOut.set(row.number, lastColumn(before, earlier.openEnd, length))
  }
  for (; at < first.rows.length; at += 1) keepRow(first, first.rows[at], kept[0])
  kept[0].push(before.subarray(first.to))
  kept[1].push(after.subarray(second.to))
  return {
    before: Buffer.concat(kept[0]),
    after: Buffer.concat(kept[1]),
    leftOut: (row, column) => column <= (lastLeftOut.get(row) ?? 0),
  }
}

const rowOpening = Buffer.from('<row r="')
const rowClosing = Buffer.from('</row>')
const cellOpening = Buffer.from('<c r="')
const quote = 0x22
const slash = 0x2f
const greaterThan = 0x3e
const exclamation = 0x21

/** The rows of a sheet, ascending and with nothing but white space between them; null for any other. */
function sheetPlace(bytes: Buffer): SheetPlace | null {
  // Without comments and CDATA every `<` starts a tag.
  if (bytes.includes(exclamation) && bytes.includes('<!')) return null
  const from = bytes.indexOf(rowOpening)
  if (from === -1) return null
  const rows: RowPlace[] = []
  let position = from
  let previous = 0
  while (standsAt(bytes, position, rowOpening)) {
    const row = rowPlace(bytes, position)
    if (row === null || row.number <= previous) return null
    rows.push(row)
    previous = row.number
    position = row.end
    while ((bytes[position] ?? 0x21) <= 0x20) position += 1
  }
  return standsAt(bytes, position, Buffer.from('</sheetData>')) ? { bytes, rows, from, to: position } : null
}

function rowPlace(bytes: Buffer, start: number): RowPlace | null {
  const numberStart = start + rowOpening.length
  let close = numberStart
  while (close < bytes.length && bytes[close] !== quote) close += 1
  const number = readWholeNumber(bytes, numberStart, close)
  while (close < bytes.length && bytes[close] !== greaterThan) close += 1
  if (number < 1 || close === bytes.length) return null
  const openEnd = close + 1
  if (bytes[close - 1] === slash) return { number, start, openEnd, closeStart: openEnd, end: openEnd }
  const closeStart = bytes.indexOf(rowClosing, openEnd)
  if (closeStart === -1) return null
  return { number, start, openEnd, closeStart, end: closeStart + rowClosing.length }
}

function isSame(before: Buffer, earlier: RowPlace, after: Buffer, later: RowPlace): boolean {
  const length = earlier.end - earlier.start
  if (later.end - later.start !== length) return false
  return before.compare(after, later.start, later.end, earlier.start, earlier.end) === 0
}

/**
 * How many bytes at the start of both rows' cells are the same, up to the end of a cell. None where a cell behind them,
 * or the last of them, does not say where it is: it would need the ones before it.
 */
function equalLength(before: Buffer, earlier: RowPlace, after: Buffer, later: RowPlace): number {
  const length = equalBytes(before, earlier, after, later)
  const [first, second] = [earlier.openEnd + length, later.openEnd + length]
  const isClear =
    (first === earlier.closeStart || columnAt(before, first) > 0) &&
    (second === later.closeStart || columnAt(after, second) > 0)
  return isClear && lastColumn(before, earlier.openEnd, length) > 0 ? length : 0
}

function equalBytes(before: Buffer, earlier: RowPlace, after: Buffer, later: RowPlace): number {
  const [first, second] = [earlier.openEnd, later.openEnd]
  const length = earlier.closeStart - first
  const room = later.closeStart - second
  // Most rows only got cells at their end.
  if (room >= length && before.compare(after, second, second + length, first, first + length) === 0) {
    if (room === length || standsAt(after, second + length, cellOpening)) return length
  }
  const most = Math.min(length, room)
  let equal = 0
  while (equal < most && before[first + equal] === after[second + equal]) equal += 1
  // Back to the start of a cell in both: the one that differs, or that the equal ones end with.
  const start = before.lastIndexOf(cellOpening, first + equal - cellOpening.length)
  return start > first ? start - first : 0
}

function keepRow({ bytes }: SheetPlace, row: RowPlace | undefined, kept: Buffer[]): void {
  if (row !== undefined) kept.push(bytes.subarray(row.start, row.end))
}

function keepRest({ bytes }: SheetPlace, row: RowPlace, length: number, kept: Buffer[]): void {
  kept.push(bytes.subarray(row.start, row.openEnd), bytes.subarray(row.openEnd + length, row.end))
}

/** The column of the last cell that starts in these bytes; 0 where there is none or it does not say. */
function lastColumn(bytes: Buffer, from: number, length: number): number {
  const start = bytes.lastIndexOf(cellOpening, from + length - 1)
  return start < from ? 0 : columnAt(bytes, start)
}

/** The column of the cell that starts here; 0 where it does not say. */
function columnAt(bytes: Buffer, position: number): number {
  if (!standsAt(bytes, position, cellOpening)) return 0
  const start = position + cellOpening.length
  let end = start
  while (end < start + longestReference && bytes[end] !== quote) end += 1
  readCellPlace(bytes, start, end, place)
  return place.row === 0 ? 0 : place.column
}

/** `XFD1048576` */
const longestReference = 10
const place = { row: 0, column: 0 }
