import { type CellRange, columnNumber } from '../../../../domain/table/sheet-grid.ts'
import { namespaces } from '../../../ooxml/xml/xml-namespaces.ts'
import {
  closedElement,
  openedElement,
  outlineElement,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import {
  advance,
  attributeIndex,
  attributeText,
  elementNamespace,
  scanXml,
  type XmlScanner,
} from '../../../ooxml/xml/xml-scan.ts'
import { parseRange } from '../../cells/cell-range.ts'
import {
  isInlineText,
  newPlainCell,
  type OnPlainCell,
  type PlainCell,
  readPlainCells,
} from '../../cells/plain-cells.ts'

/** Where one `row` element stands; what is in it is looked at only when something is written there. */
export interface RowSpot {
  readonly number: number
  readonly start: number
  readonly end: number
  /** Behind its opening tag, and where its closing tag begins: the same place in an empty element. */
  readonly openEnd: number
  readonly closeStart: number
  readonly empty: boolean
  /** Where the value of its `spans` stands; 0 when it has none. */
  readonly spansStart: number
  readonly spansEnd: number
  /** Its last cell and where that ends; 0 for a row without cells. */
  readonly lastColumn: number
  readonly lastCellEnd: number
  /** Whether its cells stand in ascending order. */
  readonly ordered: boolean
}

/** A worksheet part as the patcher sees it: its top-level elements, its rows, and what must not be touched. */
export interface SheetLayout {
  readonly bytes: Buffer
  /** The children of the root in order; `sheetData` is among them without its rows. */
  readonly root: XmlElement
  readonly sheetData: XmlElement
  readonly rows: readonly RowSpot[]
  readonly byNumber: ReadonlyMap<number, RowSpot>
  /** Ranges that one formula fills: array formulas and data tables. */
  readonly arrays: readonly CellRange[]
  readonly hasFormulas: boolean
  /** Columns with a value or a formula in one of the watched rows. */
  readonly occupied: ReadonlySet<number>
}

export interface WatchedRows {
  readonly from: number
  readonly to: number
}

interface Findings {
  readonly rows: RowSpot[]
  readonly arrays: CellRange[]
  readonly occupied: Set<number>
  readonly watched: WatchedRows
  hasFormulas: boolean
  inOrder: boolean
  /** Of the row at hand. */
  readonly cells: RowCells
  readonly plain: PlainCell
  readonly onPlainCell: OnPlainCell
}

interface RowCells {
  watched: boolean
  lastColumn: number
  lastCellEnd: number
  ordered: boolean
}

/** Why a sheet cannot be written to, or its layout. */
export type SheetLayoutResult = SheetLayout | 'not-a-worksheet' | 'rows-out-of-order'

export function readSheetLayout(bytes: Buffer, watched: WatchedRows): SheetLayoutResult {
  const scanner = scanXml(bytes)
  if (!openWorksheet(scanner)) return 'not-a-worksheet'
  const opened = openedElement(scanner)
  const findings = newFindings(watched)
  const children: XmlElement[] = []
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === 1)) {
    if (scanner.token !== 'open') continue
    const child = scanner.local === 'sheetData' ? readRows(scanner, findings) : outlineElement(scanner)
    if (child === null) return 'not-a-worksheet'
    children.push(child)
  }
  if (scanner.fault !== null) return 'not-a-worksheet'
  const root = closedElement(scanner, opened, children)
  const sheetData = children.find((child) => child.local === 'sheetData')
  if (sheetData === undefined) return 'not-a-worksheet'
  if (!findings.inOrder) return 'rows-out-of-order'
  const { rows, arrays, occupied, hasFormulas } = findings
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return { bytes, root, sheetData, rows, byNumber, arrays, occupied, hasFormulas }
}

function newFindings(watched: WatchedRows): Findings {
  const cells = { watched: false, lastColumn: 0, lastCellEnd: 0, ordered: true }
  const occupied = new Set<number>()
  const onPlainCell: OnPlainCell = (_row, column, _style, type, start, end) => {
    if (column <= cells.lastColumn) cells.ordered = false
    cells.lastColumn = column
    if (cells.watched && (end > start || isInlineText(type))) occupied.add(column)
  }
  return {
    rows: [],
    arrays: [],
    occupied,
    watched,
    hasFormulas: false,
    inOrder: true,
    cells,
    plain: newPlainCell(),
    onPlainCell,
  }
}

/** To the root's opening tag, before which only comments and white space stand. */
function openWorksheet(scanner: XmlScanner): boolean {
  while (advance(scanner)) {
    if (scanner.token === 'open') {
      return scanner.local === 'worksheet' && elementNamespace(scanner) === namespaces.sheet
    }
  }
  return false
}

function readRows(scanner: XmlScanner, findings: Findings): XmlElement | null {
  const opened = openedElement(scanner)
  let previous = 0
  while (advance(scanner)) {
    if (scanner.token === 'close' && scanner.depth === 2) return closedElement(scanner, opened, [])
    if (scanner.token !== 'open' || scanner.local !== 'row') continue
    const { start, end: openEnd, empty } = scanner
    const spans = attributeIndex(scanner, 'spans')
    const spansStart = spans === -1 ? 0 : (scanner.valueStarts[spans] ?? 0)
    const spansEnd = spans === -1 ? 0 : (scanner.valueEnds[spans] ?? 0)
    const given = attributeText(scanner, 'r')
    const number = given === null ? previous + 1 : Number(given)
    if (!(number > previous)) findings.inOrder = false
    previous = number
    readCells(scanner, number, findings)
    const { end, start: closeStart } = scanner
    const { lastColumn, lastCellEnd, ordered } = findings.cells
    findings.rows.push({
      number,
      start,
      end,
      openEnd,
      closeStart,
      empty,
      spansStart,
      spansEnd,
      lastColumn,
      lastCellEnd,
      ordered,
    })
  }
  return null
}

/** From a row's `open` to its `close`. */
function readCells(scanner: XmlScanner, row: number, findings: Findings): void {
  const { cells, occupied, watched } = findings
  cells.watched = row >= watched.from && row <= watched.to
  cells.lastColumn = 0
  cells.lastCellEnd = 0
  cells.ordered = true
  if (!scanner.empty) plainCells(scanner, findings)
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === 3)) {
    if (scanner.token === 'close' && scanner.depth === 4 && scanner.local === 'c') {
      cells.lastCellEnd = scanner.end
      plainCells(scanner, findings)
    }
    if (scanner.token !== 'open') continue
    if (scanner.depth === 4 && scanner.local === 'c') {
      const next = cellColumn(scanner, cells.lastColumn + 1)
      if (next <= cells.lastColumn) cells.ordered = false
      cells.lastColumn = next
    }
    if (scanner.depth !== 5) continue
    if (scanner.local === 'f') {
      findings.hasFormulas = true
      const range = arrayRange(scanner)
      if (range !== null) findings.arrays.push(range)
    }
    if (cells.watched && (scanner.local === 'f' || scanner.local === 'v' || scanner.local === 'is')) {
      occupied.add(cells.lastColumn)
    }
  }
}

/** Steps over the cells in the usual form, behind which the tokens go on. */
function plainCells(scanner: XmlScanner, { cells, plain, onPlainCell }: Findings): void {
  const end = readPlainCells(scanner.bytes, scanner.end, plain, onPlainCell)
  if (end === scanner.end) return
  scanner.end = end
  cells.lastCellEnd = end
}

function cellColumn(scanner: XmlScanner, following: number): number {
  const index = attributeIndex(scanner, 'r')
  if (index === -1) return following
  const start = scanner.valueStarts[index] ?? 0
  const reference = scanner.bytes.toString('latin1', start, scanner.valueEnds[index] ?? start)
  const letters = /^[A-Za-z]+/.exec(reference)
  return letters === null ? following : columnNumber(letters[0])
}

function arrayRange(scanner: XmlScanner): CellRange | null {
  const kind = attributeText(scanner, 't')
  if (kind !== 'array' && kind !== 'dataTable') return null
  return parseRange(attributeText(scanner, 'ref') ?? '')
}

/** In the order the schema asks for; what stands behind `tableParts` only matters as a whole. */
const elementOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

/** Where an element that the sheet does not have yet must be put. */
export function placeFor(layout: SheetLayout, local: string): number {
  const wanted = elementOrder.indexOf(local)
  const next = layout.root.children.find((child) => orderOf(child) > wanted)
  return next?.start ?? layout.root.closeStart
}

/** An element in a wrapper for newer programs (`mc:AlternateContent`) stands where its content would. */
function orderOf(element: XmlElement): number {
  const own = elementOrder.indexOf(element.local)
  if (own !== -1) return own
  return Math.max(-1, ...element.children.map(orderOf))
}
