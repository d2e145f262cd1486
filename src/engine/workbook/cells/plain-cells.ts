import { standsAt } from '../../ooxml/xml/stands-at.ts'
import { limits } from '../limits.ts'

/**
 * What is done with each cell: `type` is the letter of its `t` attribute, `n` where there is none; its value stands
 * from `start` to `end`, the same place where it has none.
 */
export type OnPlainCell = (
  row: number,
  column: number,
  style: number,
  type: number,
  start: number,
  end: number,
) => void

const space = 0x20
const quote = 0x22
const ampersand = 0x26
const slash = 0x2f
const lessThan = 0x3c
const equals = 0x3d
const greaterThan = 0x3e
const letterC = 0x63
const letterI = 0x69
const letterN = 0x6e
const letterR = 0x72
const letterS = 0x73
const letterT = 0x74
const letterV = 0x76

/** The attributes of the cell at hand; one for each reader of a sheet, filled anew for every cell. */
export interface PlainCell {
  row: number
  column: number
  style: number
  type: number
  /** Where its element starts, and the byte behind it. */
  from: number
  behind: number
}

/**
 * Reads cells from `from` on as long as they have the form nearly every producer gives them,
 * `<c r="A1" s="2" t="s"><v>7</v></c>`, or the one this program writes texts in, and answers where the first other
 * thing stands. The tokens of xml-scan.ts say the same of these bytes, at several times the cost; whatever is unusual
 * is left to them.
 */
export function readPlainCells(bytes: Buffer, from: number, cell: PlainCell, onCell: OnPlainCell): number {
  let position = from
  for (;;) {
    let at = openingTag(bytes, position, cell)
    if (at === -1) return position
    cell.from = position
    if (bytes[at] === slash) {
      if (bytes[at + 1] !== greaterThan) return position
      position = at + 2
      cell.behind = position
      onCell(cell.row, cell.column, cell.style, cell.type, position, position)
      continue
    }
    at += 1
    if (cell.type === letterI) {
      const end = inlineText(bytes, at, cell, onCell)
      if (end === -1) return position
      position = end
      continue
    }
    if (bytes[at] !== lessThan || bytes[at + 1] !== letterV || bytes[at + 2] !== greaterThan) return position
    const start = at + 3
    let end = start
    let byte = bytes[end]
    while (byte !== lessThan) {
      if (byte === undefined || byte === ampersand || byte > 126) return position
      end += 1
      byte = bytes[end]
    }
    if (!closesValueAndCell(bytes, end)) return position
    cell.behind = end + 8
    onCell(cell.row, cell.column, cell.style, cell.type, start, end)
    position = cell.behind
  }
}

const textOpening = Buffer.from('<is><t>')
const spacedTextOpening = Buffer.from('<is><t xml:space="preserve">')
const textClosing = Buffer.from('</t></is></c>')

/** Where the cell ends whose text stands in it; -1 when it has runs or anything else. */
function inlineText(bytes: Buffer, from: number, cell: PlainCell, onCell: OnPlainCell): number {
  const opening = standsAt(bytes, from, textOpening) ? textOpening : spacedTextOpening
  if (opening === spacedTextOpening && !standsAt(bytes, from, opening)) return -1
  const start = from + opening.length
  let end = start
  while (end < bytes.length && bytes[end] !== lessThan) end += 1
  if (!standsAt(bytes, end, textClosing)) return -1
  cell.behind = end + textClosing.length
  onCell(cell.row, cell.column, cell.style, cell.type, start, end)
  return cell.behind
}

/** `</v></c>` */
function closesValueAndCell(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 1] === slash &&
    bytes[at + 2] === letterV &&
    bytes[at + 3] === greaterThan &&
    bytes[at + 4] === lessThan &&
    bytes[at + 5] === slash &&
    bytes[at + 6] === letterC &&
    bytes[at + 7] === greaterThan
  )
}

/** Where the `>` or `/` of a plain cell's opening tag stands; -1 when it is anything else. */
function openingTag(bytes: Buffer, from: number, cell: PlainCell): number {
  if (bytes[from] !== lessThan || bytes[from + 1] !== letterC) return -1
  let at = from + 2
  cell.row = 0
  cell.column = 0
  cell.style = 0
  cell.type = letterN
  while (bytes[at] === space) {
    const name = bytes[at + 1]
    if (bytes[at + 2] !== equals || bytes[at + 3] !== quote) return -1
    at += 4
    if (name === letterR && cell.row === 0) at = place(bytes, at, cell)
    else if (name === letterS) at = style(bytes, at, cell)
    else if (name === letterT) at = type(bytes, at, cell)
    else return -1
    if (at === -1 || bytes[at] !== quote) return -1
    at += 1
  }
  if (cell.row === 0 || cell.column === 0) return -1
  return bytes[at] === greaterThan || bytes[at] === slash ? at : -1
}

function place(bytes: Buffer, from: number, cell: PlainCell): number {
  let at = from
  let column = 0
  let byte = bytes[at] ?? 0
  while (byte >= 65 && byte <= 90) {
    column = column * 26 + byte - 64
    if (column > limits.columns) return -1
    at += 1
    byte = bytes[at] ?? 0
  }
  let row = 0
  while (byte >= 48 && byte <= 57) {
    row = row * 10 + byte - 48
    if (row > limits.rows) return -1
    at += 1
    byte = bytes[at] ?? 0
  }
  cell.row = row
  cell.column = column
  return at
}

function style(bytes: Buffer, from: number, cell: PlainCell): number {
  let at = from
  let index = 0
  let byte = bytes[at] ?? 0
  while (byte >= 48 && byte <= 57 && at - from < 6) {
    index = index * 10 + byte - 48
    at += 1
    byte = bytes[at] ?? 0
  }
  cell.style = index
  return at > from ? at : -1
}

const inlineType = Buffer.from('inlineStr')

/** Shared strings, numbers and inline texts; what else there is, is rarer and left to the tokens. */
function type(bytes: Buffer, from: number, cell: PlainCell): number {
  const letter = bytes[from]
  if (letter === letterI && standsAt(bytes, from, inlineType)) {
    cell.type = letterI
    return from + inlineType.length
  }
  if (letter !== letterS && letter !== letterN) return -1
  cell.type = letter
  return from + 1
}

export function newPlainCell(): PlainCell {
  return { row: 0, column: 0, style: 0, type: letterN, from: 0, behind: 0 }
}

/** Its value is a text with its entities, and may be empty. */
export function isInlineText(type: number): boolean {
  return type === letterI
}

export function isSharedString(type: number): boolean {
  return type === letterS
}
