import { type CellRange, columnLetter, columnNumber } from '../../../../domain/table/sheet-grid.ts'
import type {
  AddedRow,
  PatchWarning,
  Refusal,
  RefusalReason,
  WritableValue,
} from '../../../../domain/write-back/workbook-changes.ts'
import { attributeOf, isSet } from '../../../ooxml/xml/xml-outline.ts'
import { cellName, overlaps } from '../../cells/cell-range.ts'
import { limits } from '../../limits.ts'
import { valueText } from '../cells/cell-values.ts'
import { movesWithCell } from '../cells/formulas.ts'
import { type CellSpot, type RowContent, readRow, rowStyle } from '../cells/sheet-row.ts'
import { type CellWrite, placeOf, type SheetContext } from './patch-cells.ts'
import type { TableFrame } from './patch-columns.ts'
import { refusalFor } from './sheet-guards.ts'
import type { TablePart } from './table-part.ts'

/** A row that is to be appended and where it went. */
export interface PlacedRow {
  readonly added: AddedRow
  readonly row: number
}

export interface RowPlan {
  readonly placed: readonly PlacedRow[]
  readonly unplaced: readonly { readonly added: AddedRow; readonly row: number }[]
  readonly refused: readonly Refusal[]
  /** The Excel table the inventory is, whether or not it can grow. */
  readonly table: TablePart | null
  /** The last row of the table before, and with the new ones. */
  readonly before: number
  readonly lastRow: number
}

/** Finds rows their place below the table, over its full width, without shifting anything. */
export function planRows(
  context: SheetContext,
  frame: TableFrame,
  tables: readonly TablePart[],
  rows: readonly AddedRow[],
): RowPlan {
  const table = tables.find(({ range }) => overlaps(range, frame)) ?? null
  const placed: PlacedRow[] = []
  const unplaced: PlacedRow[] = []
  const refused: Refusal[] = []
  for (const [after, group] of Map.groupBy(rows, (row) => row.after)) {
    const wanted = group.map((added, index) => ({ added, row: after + index + 1 }))
    const reason = reasonAgainst(context, frame, { tables, table }, wanted, placed)
    if (reason === null) placed.push(...wanted)
    else {
      unplaced.push(...wanted)
      refused.push(...wanted.map((one) => rowRefusal(frame, one, reason)))
    }
  }
  const lastRow = Math.max(frame.lastRow, ...placed.map(({ row }) => row))
  return { placed, unplaced, refused, table, before: frame.lastRow, lastRow }
}

function rowRefusal(frame: TableFrame, { added, row }: PlacedRow, reason: RefusalReason): Refusal {
  const first = Object.values(added.values).find((value) => value !== null) ?? null
  return { where: `${added.sheet}!${cellName(row, frame.firstColumn)}`, reason, value: valueText(first) }
}

function reasonAgainst(
  context: SheetContext,
  frame: TableFrame,
  { tables, table }: { readonly tables: readonly TablePart[]; readonly table: TablePart | null },
  wanted: readonly PlacedRow[],
  placed: readonly PlacedRow[],
): RefusalReason | null {
  const numbers = wanted.map(({ row }) => row)
  const strip = {
    firstRow: Math.min(...numbers),
    lastRow: Math.max(...numbers),
    firstColumn: Math.min(frame.firstColumn, table?.range.firstColumn ?? frame.firstColumn),
    lastColumn: Math.max(frame.lastColumn, table?.range.lastColumn ?? frame.lastColumn),
  }
  if (table !== null && !table.resizable) return 'table-keeps-its-size'
  const { merges, arrays, pivots } = context.guards
  const others = tables.filter((one) => one !== table).map(({ range }) => range)
  const blocked = [...merges, ...arrays, ...pivots, ...others].some((range) => overlaps(range, strip))
  const twice = placed.some(({ row }) => numbers.includes(row))
  if (blocked || twice || strip.firstRow <= frame.firstRow || strip.lastRow > limits.rows) {
    return 'no-room-below-table'
  }
  for (const { added, row } of wanted) {
    const reason = rowReason(context, strip, added, row) ?? formulaReason(context, table, added)
    if (reason !== null) return reason
  }
  return null
}

/** A column that is worked out takes no value: a dataset comes whole or not at all. */
function formulaReason(
  context: SheetContext,
  table: TablePart | null,
  { values, after }: AddedRow,
): RefusalReason | null {
  const above = rowAbove(context, after)
  const isLost = ([letter, value]: [string, WritableValue]) =>
    value !== null && isCalculated(table, above, columnNumber(letter))
  return Object.entries(values).some(isLost) ? 'formula-cell' : null
}

function isCalculated(table: TablePart | null, above: RowContent | null, column: number): boolean {
  const cell = above?.cells.find((one) => one.column === column)
  return table?.formulas.has(column) === true || (cell !== undefined && cell.formula !== 'none')
}

function rowReason(
  context: SheetContext,
  { firstColumn, lastColumn }: CellRange,
  { values }: AddedRow,
  row: number,
): RefusalReason | null {
  const spot = context.layout.byNumber.get(row)
  const content = spot === undefined ? null : readRow(context.layout, spot)
  if (spot !== undefined && content === null) return 'sheet-out-of-order'
  const filled = content?.cells.some(
    (cell) => cell.filled && cell.column >= firstColumn && cell.column <= lastColumn,
  )
  if (filled === true) return 'no-room-below-table'
  const columns = Object.keys(values).map(columnNumber)
  const places = columns.map((column) => placeOf(context, row, column))
  const closed = places.map((place) => refusalFor(context.guards, context.styles, place))
  return closed.find((reason) => reason !== null) ?? null
}

export interface RowWrites {
  readonly writes: readonly CellWrite[]
  readonly warnings: readonly PatchWarning[]
}

/** The cells of the new rows: values, the formulas of calculated columns, and empty cells that look like those above. */
export function rowWrites(
  context: SheetContext,
  frame: TableFrame,
  plan: RowPlan,
  ownColumns: ReadonlySet<number>,
): RowWrites {
  const writes: CellWrite[] = []
  const warnings: PatchWarning[] = []
  for (const placed of plan.placed) {
    const above = rowAbove(context, placed.added.after)
    for (const column of columnsOf(frame, plan.table, placed.added, above)) {
      if (ownColumns.has(column)) continue
      const made = rowCell(context, plan.table, placed, above, column)
      if (made === null) continue
      writes.push(made.write)
      const where = `${placed.added.sheet}!${cellName(placed.row, column)}`
      if (made.formulaLeftOut) warnings.push({ where, code: 'formula-left-out' })
    }
  }
  return { writes, warnings }
}

function rowAbove({ layout }: SheetContext, number: number): RowContent | null {
  const spot = layout.byNumber.get(number)
  return spot === undefined ? null : readRow(layout, spot)
}

function columnsOf(
  frame: TableFrame,
  table: TablePart | null,
  { values }: AddedRow,
  above: RowContent | null,
): readonly number[] {
  const within = ({ column }: CellSpot) => column >= frame.firstColumn && column <= frame.lastColumn
  const columns = new Set([
    ...Object.keys(values).map(columnNumber),
    ...(above?.cells ?? []).filter(within).map(({ column }) => column),
    ...(table?.formulas.keys() ?? []),
  ])
  return [...columns].sort((a, b) => a - b)
}

interface RowCell {
  readonly write: CellWrite
  readonly formulaLeftOut: boolean
}

/** Null where nothing is wanted and the row above has no cell to look like. */
function rowCell(
  context: SheetContext,
  table: TablePart | null,
  { added, row }: PlacedRow,
  above: RowContent | null,
  column: number,
): RowCell | null {
  const value = added.values[columnLetter(column)] ?? null
  const cell = above?.cells.find((one) => one.column === column) ?? null
  const known = table?.formulas.get(column)
  const formula = known === undefined || movesWithCell(known) ? null : known
  const calculated = isCalculated(table, above, column)
  if (cell === null && value === null && formula === null) return null
  const inherited = (above === null ? null : rowStyle(above)) ?? context.columnStyle(column)
  const style = cell === null ? inherited : cell.style
  // A cell that somebody has dressed already in the row below keeps its look.
  const dressed = (placeOf(context, row, column).cell?.style ?? 0) !== 0
  const over = dressed ? ('missing-cells' as const) : ('all-cells' as const)
  const write = {
    row,
    column,
    value: calculated ? null : value,
    look: { style, over, format: 'as-is' },
  } as const
  return {
    write: formula === null ? write : { ...write, formula },
    formulaLeftOut: calculated && formula === null,
  }
}

/** What a new row takes from the row above it: style and height, never that it is hidden or folded away. */
export function rowLook({ layout }: SheetContext, after: number): string {
  const spot = layout.byNumber.get(after)
  const above = spot === undefined ? null : readRow(layout, spot)
  if (above === null) return ''
  const { element } = above
  const height = attributeOf(element, 'ht')
  const copied = isSet(element, 'hidden') || !(Number(height) > 0) ? ['s', 'customFormat'] : rowAttributes
  return copied
    .map((name) => [name, attributeOf(element, name)] as const)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`))
    .join('')
}

const rowAttributes = ['s', 'customFormat', 'ht', 'customHeight']
