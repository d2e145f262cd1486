import { type CellRange, columnNumber } from '../../../../domain/table/sheet-grid.ts'
import type {
  AddedColumn,
  PatchWarning,
  Refusal,
  RefusalReason,
  TablePlace,
} from '../../../../domain/write-back/workbook-changes.ts'
import { cellName, overlaps, type SheetReference } from '../../cells/cell-range.ts'
import { limits } from '../../limits.ts'
import { readRow } from '../cells/sheet-row.ts'
import { isUnderlined } from '../cells/style-book.ts'
import { type CellWrite, placeOf, type SheetContext } from './patch-cells.ts'
import { refusalFor } from './sheet-guards.ts'
import type { TablePart } from './table-part.ts'

/** The inventory's table on its sheet, as far as columns go. */
export interface TableFrame extends CellRange {
  readonly columns: readonly number[]
}

/** A column of the plan and where it went. */
export interface PlacedColumn {
  readonly added: AddedColumn
  readonly column: number
  /** What the heading cell says in the end. */
  readonly header: string
  /** True when an earlier export put it there. */
  readonly known: boolean
}

export interface ColumnPlan {
  readonly placed: readonly PlacedColumn[]
  readonly refused: readonly Refusal[]
  readonly unplaced: readonly AddedColumn[]
  /** The table with the columns that an earlier export put beside it. */
  readonly frame: TableFrame
  /** How many new columns stand directly right of it, one beside the other. */
  readonly adjacent: number
  /** The Excel table that grows by them; null when there is none that can. */
  readonly table: TablePart | null
}

export function tableFrame(table: TablePlace): TableFrame {
  const columns = table.letters.map(columnNumber).sort((a, b) => a - b)
  return {
    columns,
    firstColumn: columns[0] ?? 1,
    lastColumn: columns.at(-1) ?? 1,
    firstRow: table.headerRow,
    lastRow: Math.max(table.lastRow, table.headerRow),
  }
}

/** The table with the columns an earlier export put beside it. */
export function withKnownColumns(
  inventory: TableFrame,
  columns: readonly AddedColumn[],
  marked: (column: AddedColumn) => SheetReference | null,
): TableFrame {
  const known = columns.map((added) => marked(added)?.range.firstColumn).filter((one) => one !== undefined)
  return { ...inventory, lastColumn: lastBeside(inventory.lastColumn, new Set(known)) }
}

/** Finds every column its place: where its mark says it is, else the first free column right of the table. */
export function planColumns(
  context: SheetContext,
  frame: TableFrame,
  tables: readonly TablePart[],
  columns: readonly AddedColumn[],
  marked: (column: AddedColumn) => SheetReference | null,
): ColumnPlan {
  const refused: Refusal[] = []
  const unplaced: AddedColumn[] = []
  const found: { readonly added: AddedColumn; readonly column: number; readonly known: boolean }[] = []
  const taken = new Set<number>()
  const known = new Map(columns.map((added) => [added, marked(added)?.range.firstColumn ?? null]))
  for (const column of known.values()) if (column !== null) taken.add(column)
  const blocked = blockedRanges(context, tables)
  const wanted = [...known.values()].filter((column) => column === null).length
  let next = firstColumn(context, frame, blocked, wanted)
  for (const added of columns) {
    const place = known.get(added) ?? null
    const column = place ?? freeColumn(context, frame, blocked, taken, next)
    const reason = column === null ? 'no-room-right-of-table' : protectedReason(context, frame, added, column)
    if (column === null || reason !== null) {
      refused.push({ where: added.header, reason: reason ?? 'no-room-right-of-table', value: '' })
      unplaced.push(added)
      continue
    }
    if (place === null) next = column + 1
    found.push({ added, column, known: place !== null })
  }
  const fresh = new Set(found.filter((one) => !one.known).map((one) => one.column))
  const adjacent = lastBeside(frame.lastColumn, fresh) - frame.lastColumn
  const table = tables.find((one) => one.resizable && endsWith(one.range, frame)) ?? null
  return { placed: withHeaders(found, frame, adjacent, table), refused, unplaced, frame, adjacent, table }
}

/** The last of the columns that follow one another without a gap. */
function lastBeside(column: number, columns: ReadonlySet<number>): number {
  return columns.has(column + 1) ? lastBeside(column + 1, columns) : column
}

function endsWith(range: CellRange, frame: TableFrame): boolean {
  return range.lastColumn === frame.lastColumn && range.firstRow === frame.firstRow
}

/**
 * Where new columns begin: to the right of all that stands beside the table, so that they stand together and under no
 * chart or side table. Where there is no such room, directly right of the table, in what is free.
 */
function firstColumn(
  { layout, guards }: SheetContext,
  frame: TableFrame,
  blocked: readonly CellRange[],
  wanted: number,
): number {
  const beside = { ...frame, lastColumn: limits.columns }
  const ranges = [...blocked, ...guards.drawings].filter((range) => overlaps(range, beside))
  const columns = [...layout.occupied, ...ranges.map(({ lastColumn }) => lastColumn)]
  const last = columns.reduce((furthest, column) => Math.max(furthest, column), frame.lastColumn)
  return last + wanted <= limits.columns ? last + 1 : frame.lastColumn + 1
}

function blockedRanges({ guards }: SheetContext, tables: readonly TablePart[]): readonly CellRange[] {
  return [...guards.merges, ...guards.arrays, ...guards.pivots, ...tables.map((table) => table.range)]
}

function freeColumn(
  { layout }: SheetContext,
  frame: TableFrame,
  blocked: readonly CellRange[],
  taken: ReadonlySet<number>,
  from: number,
): number | null {
  for (let column = from; column <= limits.columns; column += 1) {
    if (taken.has(column) || layout.occupied.has(column)) continue
    const strip = { ...frame, firstColumn: column, lastColumn: column }
    if (!blocked.some((range) => overlaps(range, strip))) return column
  }
  return null
}

/** On a protected sheet a column is written as a whole or not at all. */
function protectedReason(
  context: SheetContext,
  frame: TableFrame,
  added: AddedColumn,
  column: number,
): RefusalReason | null {
  if (context.guards.protection === null) return null
  const rows = [frame.firstRow, ...Object.keys(added.values).map(Number)]
  const closed = rows.some((row) => {
    const place = placeOf(context, row, column)
    return refusalFor(context.guards, context.styles, place) === 'protected-sheet'
  })
  return closed ? 'protected-sheet' : null
}

/** Headings inside an Excel table must differ from each other, whatever their letter case. */
function withHeaders(
  found: readonly { readonly added: AddedColumn; readonly column: number; readonly known: boolean }[],
  frame: TableFrame,
  adjacent: number,
  table: TablePart | null,
): readonly PlacedColumn[] {
  const used = new Set(table?.columnNames.map((name) => name.toLowerCase()))
  return found.map((one) => {
    const joins = table !== null && !one.known && one.column <= frame.lastColumn + adjacent
    if (!joins) return { ...one, header: one.added.header }
    let header = one.added.header
    for (let number = 2; used.has(header.toLowerCase()); number += 1) header = `${one.added.header} ${number}`
    used.add(header.toLowerCase())
    return { ...one, header }
  })
}

/** Headings and values of the plan's columns as writes of cells. */
export function columnWrites(
  context: SheetContext,
  frame: TableFrame,
  placed: readonly PlacedColumn[],
  newRows: readonly number[],
): readonly CellWrite[] {
  const own = new Set(placed.map((one) => one.column))
  const look = looksBeside(context, frame, own, placed)
  const nearest = frame.columns.filter((column) => !own.has(column)).at(-1) ?? frame.lastColumn
  const dressed = placed.some(({ known }) => !known) ? tableRows(context, frame) : []
  return placed.flatMap(({ added, column, header, known }) => {
    const over = known ? ('missing-cells' as const) : ('all-cells' as const)
    const rowLook = { style: look.body, over, format: 'plain' as const }
    const body: CellWrite[] = []
    // Borders and fills run through the whole of a new column, not only where there is an answer.
    if (look.body !== 0) {
      if (!known) {
        for (const row of dressed) body.push({ row, column, value: null, look: rowLook, beside: nearest })
      }
      for (const row of newRows) body.push({ row, column, value: null, look: rowLook })
    }
    for (const row of Object.keys(added.values).map(Number)) {
      const value = added.values[row] ?? null
      if (known || value !== null) body.push({ row, column, value, look: rowLook })
    }
    // A heading that people gave another name stays theirs: the mark finds the column.
    if (known && headingIsFilled(context, frame.firstRow, column)) return body
    const heading: CellWrite = {
      row: frame.firstRow,
      column,
      value: header,
      look: { style: look.heading, over, format: 'plain' },
      isHeadingOfOurs: true,
    }
    return [heading, ...body]
  })
}

/** The table's rows below its heading, as far as the sheet has them. */
function tableRows(context: SheetContext, frame: TableFrame): readonly number[] {
  return context.layout.rows
    .map(({ number }) => number)
    .filter((row) => row > frame.firstRow && row <= frame.lastRow)
}

function headingIsFilled(context: SheetContext, row: number, column: number): boolean {
  return placeOf(context, row, column).cell?.filled ?? false
}

/** How many rows, spread over the table, are looked at to see what a column usually looks like. */
const sampledRows = 60

/** The looks of the nearest column of the agency's, passing by those whose words are links. */
function looksBeside(
  context: SheetContext,
  frame: TableFrame,
  own: ReadonlySet<number>,
  placed: readonly PlacedColumn[],
): { readonly heading: number; readonly body: number } {
  const sample = new Set(placed.flatMap(({ added }) => spread(Object.keys(added.values))))
  const candidates = frame.columns.filter((column) => !own.has(column)).toReversed()
  const nearest = candidates[0] ?? frame.lastColumn
  const heading = placeOf(context, frame.firstRow, nearest).style
  const bodies = bodyStyles(context, [...sample].map(Number), candidates)
  const body = candidates
    .map((column) => bodies.get(column) ?? 0)
    .find((style) => context.styles === null || !isUnderlined(context.styles, style))
  return { heading, body: body ?? 0 }
}

function spread<Item>(items: readonly Item[]): readonly Item[] {
  const step = Math.max(1, items.length / sampledRows)
  const length = Math.min(items.length, sampledRows)
  return Array.from({ length }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  )
}

/** The style most cells of each column have in the sampled rows. */
function bodyStyles(
  context: SheetContext,
  rows: readonly number[],
  columns: readonly number[],
): ReadonlyMap<number, number> {
  const counts = new Map(columns.map((column) => [column, new Map<number, number>()]))
  for (const row of rows) {
    const spot = context.layout.byNumber.get(row)
    const content = spot === undefined ? null : readRow(context.layout, spot)
    for (const cell of content?.cells ?? []) {
      const styles = counts.get(cell.column)
      styles?.set(cell.style, (styles.get(cell.style) ?? 0) + 1)
    }
  }
  const commonest = (styles: ReadonlyMap<number, number>) =>
    [...styles].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
  return new Map([...counts].map(([column, styles]) => [column, commonest(styles)]))
}

export function columnWarning(placed: PlacedColumn): PatchWarning {
  return { where: placed.header, code: 'no-drop-down' }
}

export function columnRange(frame: TableFrame, column: number): CellRange {
  return {
    firstRow: frame.firstRow + 1,
    lastRow: Math.max(frame.lastRow, frame.firstRow + 1),
    firstColumn: column,
    lastColumn: column,
  }
}

export function cellPlaceText(sheet: string, write: Pick<CellWrite, 'row' | 'column'>): string {
  return `${sheet}!${cellName(write.row, write.column)}`
}
