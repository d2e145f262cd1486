import {
  attributeOf,
  closedElement,
  isSet,
  openedElement,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { advance, attributeText, scanXml, type XmlScanner } from '../../../ooxml/xml/xml-scan.ts'
import { parseCell } from '../../cells/cell-range.ts'
import { newPlainCell, readPlainCells } from '../../cells/plain-cells.ts'
import type { RowSpot, SheetLayout } from './sheet-layout.ts'

/** One cell and where its element stands in the part. */
export interface CellSpot {
  readonly column: number
  readonly start: number
  readonly end: number
  /** 0 where it names none, as Excel takes it. */
  readonly style: number
  readonly formula: 'none' | 'plain' | 'array'
  readonly filled: boolean
}

/** A row's own element, without children, and its cells. */
export interface RowContent {
  readonly element: XmlElement
  readonly cells: readonly CellSpot[]
}

/** The cells of a row with their places; null when they are not in ascending order. */
export function readRow({ bytes }: SheetLayout, spot: RowSpot): RowContent | null {
  const scanner = scanXml(bytes.subarray(spot.start, spot.end))
  // A row's place begins with its tag.
  advance(scanner)
  const opened = openedElement(scanner, spot.start)
  const cells: CellSpot[] = []
  if (!scanner.empty) plainCells(scanner, cells, spot.start)
  while (advance(scanner)) {
    if (scanner.token === 'close' && scanner.depth === 1) {
      return isAscending(cells) ? { element: closedElement(scanner, opened, [], spot.start), cells } : null
    }
    if (scanner.token !== 'open' || scanner.depth !== 2 || scanner.local !== 'c') continue
    const reference = attributeText(scanner, 'r')
    const column = reference === null ? (cells.at(-1)?.column ?? 0) + 1 : (parseCell(reference)?.column ?? 0)
    const cell = readCell(scanner, column, spot.start)
    if (cell === null) return null
    cells.push(cell)
    plainCells(scanner, cells, spot.start)
  }
  return null
}

function isAscending(cells: readonly CellSpot[]): boolean {
  return cells.every(({ column }, index) => column > (cells[index - 1]?.column ?? 0))
}

/** The cells from here on that are written in the usual form. */
function plainCells(scanner: XmlScanner, cells: CellSpot[], offset: number): void {
  const { bytes } = scanner
  const plain = newPlainCell()
  scanner.end = readPlainCells(bytes, scanner.end, plain, (_row, column, style) => {
    const { from, behind } = plain
    // An element without an end tag ends with a slash.
    const filled = bytes[behind - 2] !== slash
    cells.push({ column, start: from + offset, end: behind + offset, style, formula: 'none', filled })
  })
}

const slash = 0x2f

/** From the `open` of a `c` to its `close`. */
function readCell(scanner: XmlScanner, column: number, offset: number): CellSpot | null {
  const start = scanner.start + offset
  const style = Number(attributeText(scanner, 's') ?? 0)
  let formula: CellSpot['formula'] = 'none'
  let filled = false
  while (advance(scanner)) {
    if (scanner.token === 'close' && scanner.depth === 2) {
      const end = scanner.end + offset
      return { column, start, end, style, formula, filled }
    }
    if (scanner.token !== 'open' || scanner.depth !== 3) continue
    if (scanner.local !== 'extLst') filled = true
    if (scanner.local !== 'f') continue
    const kind = attributeText(scanner, 't')
    formula = kind === 'array' || kind === 'dataTable' ? 'array' : 'plain'
  }
  return null
}

/** The style that a cell not written in the row would have: the row's where it sets one. */
export function rowStyle({ element }: RowContent): number | null {
  const style = attributeOf(element, 's')
  return style !== null && isSet(element, 'customFormat') ? Number(style) : null
}
