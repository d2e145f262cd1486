import type { RefusalReason, WritableValue } from '../../../../domain/write-back/workbook-changes.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import { appendInto, attributeOf, prefixOf, setAttribute } from '../../../ooxml/xml/xml-outline.ts'
import { cellName } from '../../cells/cell-range.ts'
import { cellXml, type StoredValue, storedValue, styleNeed, valueProblem } from '../cells/cell-values.ts'
import type { RowSpot, SheetLayout } from '../cells/sheet-layout.ts'
import { type CellSpot, type RowContent, readRow, rowStyle } from '../cells/sheet-row.ts'
import { type StyleBook, styleFor } from '../cells/style-book.ts'
import { type CellPlace, isInside, refusalFor, type SheetGuards } from './sheet-guards.ts'

/** The style a cell of ours gets. Where its column is already there, people's own formatting of its cells stays. */
export interface CellLook {
  readonly style: number
  readonly over: 'all-cells' | 'missing-cells'
  /** Whether the style's number format is right for what is written too. */
  readonly format: 'plain' | 'as-is'
}

/** What to put into one cell. An agency's cell has no `look`: it keeps its own. */
export interface CellWrite {
  readonly row: number
  readonly column: number
  readonly value: WritableValue
  readonly look: CellLook | null
  /** In place of a value: what fills a calculated column. */
  readonly formula?: string
  /** Written only where the row has a cell in this column too, empty or not. */
  readonly beside?: number
  /** Headings of Excel tables are named by formulas: only our own are written. */
  readonly isHeadingOfOurs?: boolean
}

export interface CellRefusal {
  readonly write: CellWrite
  readonly reason: RefusalReason
}

export interface CellPatch {
  readonly edits: readonly ByteEdit[]
  /** By row and then by column, both ascending, each cell once. */
  readonly written: readonly CellWrite[]
  readonly refused: readonly CellRefusal[]
}

/** Everything that decides how a cell of this sheet is written. */
export interface SheetContext {
  readonly layout: SheetLayout
  readonly guards: SheetGuards
  readonly styles: StyleBook | null
  readonly date1904: boolean
  /** The style a column gives to cells that are not there. */
  readonly columnStyle: (column: number) => number
}

/** `newRowLook` gives the attributes, each after a blank, of a row that is not there yet. */
export function patchCells(
  context: SheetContext,
  writes: readonly CellWrite[],
  newRowLook: (row: number) => string,
): CellPatch {
  const { layout } = context
  const edits: ByteEdit[] = []
  const written: CellWrite[] = []
  const refused: CellRefusal[] = []
  const missing: ByteEdit[] = []
  const following = rowFinder(layout.rows)
  for (const [number, inRow] of rowsOf(writes)) {
    const spot = layout.byNumber.get(number)
    const behind = spot !== undefined && isBehind(context, spot, inRow)
    const content = spot === undefined || behind ? null : readRow(layout, spot)
    if (spot !== undefined && !behind && content === null) {
      refused.push(...inRow.map((write) => ({ write, reason: 'sheet-out-of-order' as const })))
      continue
    }
    const cells: CellDecision[] = []
    for (const write of inRow) {
      const one = decide(context, content, write, spot)
      if (one.kind === 'refused') refused.push({ write, reason: one.reason })
      else if (one.kind !== 'not-asked') written.push(write)
      if (one.kind === 'cell') cells.push(one)
    }
    if (cells.length === 0) continue
    if (content !== null) edits.push(...spliceRow(layout, content, cells))
    else if (spot !== undefined) edits.push(...spliceBehind(layout, spot, cells))
    else {
      const at = following(number)?.start ?? layout.sheetData.closeStart
      missing.push({ start: at, end: at, text: newRow(layout, number, newRowLook(number), cells) })
    }
  }
  return { edits: [...edits, ...placedRows(layout, missing)], written, refused }
}

/**
 * Whether all that is written comes behind the last cell of a row, with looks of its own: then there is nothing to look
 * at in it. That is how new columns stand in most rows.
 */
function isBehind({ guards }: SheetContext, spot: RowSpot, writes: readonly CellWrite[]): boolean {
  return (
    spot.ordered &&
    guards.protection === null &&
    writes.every(
      ({ column, look, beside }) =>
        column > spot.lastColumn && look !== null && (beside === undefined || beside >= spot.lastColumn),
    )
  )
}

function spliceBehind(
  layout: SheetLayout,
  spot: RowSpot,
  cells: readonly CellDecision[],
): readonly ByteEdit[] {
  const prefix = prefixOf(layout.root)
  const xml = cellsXml(prefix, spot.number, cells)
  const edits: ByteEdit[] = []
  if (spot.empty) {
    edits.push({ start: spot.openEnd - 2, end: spot.openEnd, text: `>${xml}</${prefix}row>` })
  } else {
    // Rows may end with an extension list; cells stand before it.
    const at = spot.lastCellEnd === 0 ? spot.openEnd : spot.lastCellEnd
    edits.push({ start: at, end: at, text: xml })
  }
  if (spot.spansStart === 0) return edits
  const { spansStart: start, spansEnd: end } = spot
  const wider = widerSpans(layout.bytes.toString('latin1', start, end), cells)
  return wider === null ? edits : [{ start, end, text: wider }, ...edits]
}

/** Writes by row and then by column, both ascending; the last write to a cell wins. */
function rowsOf(writes: readonly CellWrite[]): readonly (readonly [number, readonly CellWrite[]])[] {
  const rows = new Map<number, CellWrite[]>()
  for (const write of writes) {
    const row = rows.get(write.row)
    if (row === undefined) rows.set(write.row, [write])
    else row.push(write)
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => [row, byColumn(cells)])
}

function byColumn(writes: readonly CellWrite[]): readonly CellWrite[] {
  const ascending = writes.every(
    ({ column }, index) => index === 0 || (writes[index - 1]?.column ?? 0) < column,
  )
  if (ascending) return writes
  const columns = new Map(writes.map((write) => [write.column, write]))
  return [...columns.values()].sort((a, b) => a.column - b.column)
}

type Decision =
  | { readonly kind: 'refused'; readonly write: CellWrite; readonly reason: RefusalReason }
  /** There is nothing there and nothing is wanted there. */
  | { readonly kind: 'nothing'; readonly write: CellWrite }
  /** It depends on a cell beside it that is not there. */
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'cell'
      readonly write: CellWrite
      readonly cell: CellSpot | null
      readonly style: number
      readonly value: StoredValue
    }

/** A cell as it is now, read on its own; for many cells of a row, read the row. */
export function placeOf(context: SheetContext, row: number, column: number): CellPlace {
  const spot = context.layout.byNumber.get(row)
  const content = spot === undefined ? null : readRow(context.layout, spot)
  return placeIn(context, content, row, column)
}

function placeIn(context: SheetContext, content: RowContent | null, row: number, column: number): CellPlace {
  const cell = content?.cells.find((one) => one.column === column) ?? null
  const inherited = (content === null ? null : rowStyle(content)) ?? context.columnStyle(column)
  return { row, column, cell, style: cell === null ? inherited : cell.style }
}

function decide(
  context: SheetContext,
  content: RowContent | null,
  write: CellWrite,
  spot: RowSpot | undefined,
): Decision {
  const { styles } = context
  const { row, column, beside } = write
  if (beside !== undefined && !hasCell(content, spot, beside)) return { kind: 'not-asked' }
  const place = placeIn(context, content, row, column)
  const { cell } = place
  const value = contentOf(context, write)
  const reason = valueProblem(value) ?? reasonAgainst(context, place, write)
  if (reason !== null) return { kind: 'refused', write, reason }
  if (value.kind === 'empty' && cell === null && write.look === null) return { kind: 'nothing', write }
  const look = lookOf(context, write, cell)
  const base = look ?? place.style
  const need = styleNeed(value, look === null ? 'as-is' : (write.look?.format ?? 'as-is'))
  return { kind: 'cell', write, cell, style: styles === null ? base : styleFor(styles, base, need), value }
}

/** In a row that was not looked into only the last cell is known. */
function hasCell(content: RowContent | null, spot: RowSpot | undefined, column: number): boolean {
  return content?.cells.some((cell) => cell.column === column) ?? spot?.lastColumn === column
}

function contentOf({ styles, date1904 }: SheetContext, { value, formula }: CellWrite): StoredValue {
  return formula === undefined ? storedValue(value, date1904, styles !== null) : { kind: 'formula', formula }
}

/** On a protected sheet a cell keeps its style, as that is what lets people type into it. */
function lookOf(context: SheetContext, write: CellWrite, cell: CellSpot | null): number | null {
  const { look } = write
  if (look === null || context.guards.protection !== null) return null
  return look.over === 'all-cells' || cell === null ? look.style : null
}

function reasonAgainst(context: SheetContext, place: CellPlace, write: CellWrite): RefusalReason | null {
  const reason = refusalFor(context.guards, context.styles, place)
  if (reason !== null || write.isHeadingOfOurs === true) return reason
  return isInside(context.guards.headings, place.row, place.column) ? 'table-heading' : null
}

function spliceRow(
  layout: SheetLayout,
  content: RowContent,
  cells: readonly CellDecision[],
): readonly ByteEdit[] {
  const prefix = prefixOf(layout.root)
  const edits: ByteEdit[] = []
  const behind: string[] = []
  for (const { write, cell, style, value } of cells) {
    const xml = cellXml(prefix, cellName(write.row, write.column), style, value)
    if (cell !== null) {
      edits.push({ start: cell.start, end: cell.end, text: xml })
      continue
    }
    const next = content.cells.find((spot) => spot.column > write.column)
    if (next === undefined) behind.push(xml)
    else edits.push({ start: next.start, end: next.start, text: xml })
  }
  const last = content.cells.at(-1)
  if (behind.length > 0) {
    // Rows may end with an extension list; cells stand before it.
    const at = last?.end ?? null
    edits.push(
      at === null
        ? appendInto(content.element, behind.join(''))
        : { start: at, end: at, text: behind.join('') },
    )
  }
  const spans = widerSpans(attributeOf(content.element, 'spans'), cells)
  if (spans !== null) edits.push(setAttribute(content.element, 'spans', spans))
  return edits
}

type CellDecision = Extract<Decision, { readonly kind: 'cell' }>

/** `spans` only helps programs to guess; where it is there it must hold. */
function widerSpans(spans: string | null, cells: readonly CellDecision[]): string | null {
  const match = /^(\d+):(\d+)$/.exec(spans?.trim() ?? '')
  const [first, last] = [cells[0], cells.at(-1)]
  if (match === null || first === undefined || last === undefined) return null
  const wider = `${Math.min(Number(match[1]), first.write.column)}:${Math.max(Number(match[2]), last.write.column)}`
  return wider === spans ? null : wider
}

function newRow(layout: SheetLayout, number: number, look: string, cells: readonly CellDecision[]): string {
  const prefix = prefixOf(layout.root)
  return `<${prefix}row r="${number}"${look}>${cellsXml(prefix, number, cells)}</${prefix}row>`
}

function cellsXml(prefix: string, row: number, cells: readonly CellDecision[]): string {
  return cells
    .map(({ write, style, value }) => cellXml(prefix, cellName(row, write.column), style, value))
    .join('')
}

/** New rows behind the last one, or in a sheet without any, go into `sheetData` together. */
function placedRows(layout: SheetLayout, rows: readonly ByteEdit[]): readonly ByteEdit[] {
  const { sheetData } = layout
  const atEnd = rows.filter((row) => row.start === sheetData.closeStart)
  if (atEnd.length === 0) return rows
  const between = rows.filter((row) => row.start !== sheetData.closeStart)
  return [...between, appendInto(sheetData, atEnd.map((row) => row.text).join(''))]
}

/** The first row behind a number; asked with ascending numbers. */
function rowFinder(rows: readonly RowSpot[]): (number: number) => RowSpot | undefined {
  let index = 0
  return (number) => {
    while ((rows[index]?.number ?? Number.POSITIVE_INFINITY) < number) index += 1
    return rows[index]
  }
}
