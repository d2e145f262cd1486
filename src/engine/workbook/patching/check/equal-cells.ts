import { standsAt } from '../../../ooxml/xml/stands-at.ts'
import { readCellPlace, readWholeNumber } from '../../cells/cell-reference.ts'
import { limits } from '../../limits.ts'

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
  const kept = [newKept(first), newKept(second)] as const
  const lastLeftOut = new Uint16Array((second.rows.at(-1)?.number ?? 0) + 1)
  let at = 0
  for (const row of second.rows) {
    while ((first.rows[at]?.number ?? Number.POSITIVE_INFINITY) < row.number) {
      keepRow(kept[0], first.rows[at])
      at += 1
    }
    const earlier = first.rows[at]
    if (earlier === undefined || earlier.number !== row.number) {
      keepRow(kept[1], row)
      continue
    }
    at += 1
    const equal = equalBytes(before, earlier, after, row)
    const last = lastEqualColumn(before, earlier, after, row, equal)
    const length = last > 0 ? equal : 0
    if (!isSame(before, earlier, after, row)) {
      keepRest(kept[0], earlier, length)
      keepRest(kept[1], row, length)
    }
    lastLeftOut[row.number] = last
  }
  for (; at < first.rows.length; at += 1) keepRow(kept[0], first.rows[at])
  keep(kept[0], first.to, before.length)
  keep(kept[1], second.to, after.length)
  return {
    before: keptBytes(kept[0]),
    after: keptBytes(kept[1]),
    leftOut: (row, column) => column <= (lastLeftOut[row] ?? 0),
  }
}

/** Which stretches of a sheet's bytes are to be read: starts and ends by turns. */
interface Kept {
  readonly bytes: Buffer
  readonly edges: number[]
}

function newKept({ bytes, from }: SheetPlace): Kept {
  return { bytes, edges: [0, from] }
}

/** Most rows end where the next begins: then the stretch only grows. */
function keep({ edges }: Kept, start: number, end: number): void {
  if (edges.at(-1) === start) edges[edges.length - 1] = end
  else edges.push(start, end)
}

function keptBytes({ bytes, edges }: Kept): Buffer {
  let length = 0
  for (let at = 0; at < edges.length; at += 2) length += (edges[at + 1] ?? 0) - (edges[at] ?? 0)
  const kept = Buffer.allocUnsafe(length)
  let end = 0
  for (let at = 0; at < edges.length; at += 2) end += bytes.copy(kept, end, edges[at], edges[at + 1])
  return kept
}

function keepRow(kept: Kept, row: RowPlace | undefined): void {
  if (row !== undefined) keep(kept, row.start, row.end)
}

function keepRest(kept: Kept, row: RowPlace, length: number): void {
  keep(kept, row.start, row.openEnd)
  keep(kept, row.openEnd + length, row.end)
}

const rowOpening = Buffer.from('<row r="')
const rowClosing = Buffer.from('</row>')
const cellOpening = Buffer.from('<c r="')
const quote = 0x22
const slash = 0x2f
const greaterThan = 0x3e
const exclamation = 0x21
const lessThan = 0x3c
const letterW = 0x77

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
  if (number < 1 || number > limits.rows || close === bytes.length) return null
  const openEnd = close + 1
  if (bytes[close - 1] === slash) return { number, start, openEnd, closeStart: openEnd, end: openEnd }
  const closeStart = rowClosingFrom(bytes, openEnd)
  if (closeStart === -1) return null
  return { number, start, openEnd, closeStart, end: closeStart + rowClosing.length }
}

/** Found by its `w`, which cells hardly have: to look for its `<` would be to stop at every tag. */
function rowClosingFrom(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(letterW, from)
  while (at !== -1 && !standsAt(bytes, at - 4, rowClosing)) at = bytes.indexOf(letterW, at + 1)
  return at === -1 ? -1 : at - 4
}

function isSame(before: Buffer, earlier: RowPlace, after: Buffer, later: RowPlace): boolean {
  const length = earlier.end - earlier.start
  if (later.end - later.start !== length) return false
  return before.compare(after, later.start, later.end, earlier.start, earlier.end) === 0
}

/**
 * The column of the last of the equal cells. 0 where it, or a cell behind them, does not say where it is: that would
 * need the cells before it, and all are kept.
 */
function lastEqualColumn(
  before: Buffer,
  earlier: RowPlace,
  after: Buffer,
  later: RowPlace,
  length: number,
): number {
  const [first, second] = [earlier.openEnd + length, later.openEnd + length]
  const isClear =
    (first === earlier.closeStart || columnAt(before, first) > 0) &&
    (second === later.closeStart || columnAt(after, second) > 0)
  if (!isClear) return 0
  const start = lastCell(before, earlier.openEnd, first - 1)
  return start === -1 ? 0 : columnAt(before, start)
}

/** How many bytes at the start of both rows' cells are the same, up to the end of a cell. */
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
  const start = lastCell(before, first, first + equal - cellOpening.length)
  return start === -1 ? 0 : start - first
}

/** Where the last cell starts, from `first` on and up to `last`; -1 where none does. Mostly that is only a few bytes back. */
function lastCell(bytes: Buffer, first: number, last: number): number {
  for (let at = last; at >= first; at -= 1) {
    if (bytes[at] === lessThan && standsAt(bytes, at, cellOpening)) return at
  }
  return -1
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
