import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import type {
  AddedColumn,
  AddedRow,
  CellChange,
  PatchWarning,
  Refusal,
  TablePlace,
} from '../../../../domain/write-back/workbook-changes.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import { parseCell, type SheetReference } from '../../cells/cell-range.ts'
import { valueText, valueWarning } from '../cells/cell-values.ts'
import type { SheetLayout } from '../cells/sheet-layout.ts'
import type { StyleBook } from '../cells/style-book.ts'
import { editedBytes, type WritableText } from '../writable-part.ts'
import { columnStyles, widthEdits } from './column-widths.ts'
import { patchValidations } from './drop-downs.ts'
import { type Growth, grownConditionalFormats, grownFilter, wideDimension } from './grown-ranges.ts'
import { type CellPatch, type CellWrite, patchCells, type SheetContext } from './patch-cells.ts'
import {
  type ColumnPlan,
  cellPlaceText,
  columnRange,
  columnWarning,
  columnWrites,
  type PlacedColumn,
  planColumns,
  type TableFrame,
  tableFrame,
  withKnownColumns,
} from './patch-columns.ts'
import { type PlacedRow, planRows, type RowPlan, rowLook, rowWrites } from './patch-rows.ts'
import { sheetGuards } from './sheet-guards.ts'
import { growTable, type RelatedRanges } from './table-part.ts'

/** What one worksheet is to become. */
export interface SheetJob {
  readonly sheet: string
  readonly text: WritableText
  /** Of that text. */
  readonly layout: SheetLayout
  readonly related: RelatedRanges
  readonly styles: StyleBook | null
  readonly date1904: boolean
  readonly writeProtected: boolean
  readonly cells: readonly CellChange[]
  /** Changes of cells that are known not to be writable. */
  readonly refusedCells: readonly Refusal[]
  readonly table: TablePlace
  readonly columns: readonly AddedColumn[]
  readonly rows: readonly AddedRow[]
  readonly marked: (column: AddedColumn) => SheetReference | null
  /** What a column's drop-down takes its choices from; null when it has none. */
  readonly choicesOf: (column: AddedColumn) => string | null
}

export interface PatchedSheet {
  readonly bytes: Buffer
  readonly tables: ReadonlyMap<string, Buffer>
  readonly headerRow: number
  readonly hasFormulas: boolean
  readonly placed: readonly PlacedColumn[]
  readonly placedRows: readonly PlacedRow[]
  /** Columns and rows that found no room, each with the values it was to hold. */
  readonly unplaced: { readonly columns: readonly AddedColumn[]; readonly rows: readonly PlacedRow[] }
  readonly filter: { readonly before: CellRange; readonly after: CellRange } | null
  readonly growth: Growth
  /** Cells that were written, whether or not their value is new. */
  readonly written: readonly CellWrite[]
  /** Of cells; those of columns and rows are apart, since their values go elsewhere as a whole. */
  readonly refusedCells: readonly Refusal[]
  readonly refused: readonly Refusal[]
  readonly warnings: readonly PatchWarning[]
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the order of its steps is what there is to know.
export function patchSheet(job: SheetJob): PatchedSheet {
  const { layout, related, sheet } = job
  const context: SheetContext = {
    layout,
    guards: sheetGuards(layout, related, job.writeProtected),
    styles: job.styles,
    date1904: job.date1904,
    columnStyle: columnStyles(layout),
  }
  const before = withKnownColumns(tableFrame(job.table), job.columns, job.marked)
  const rows = planRows(context, before, related.tables, job.rows)
  const frame = { ...before, lastRow: rows.lastRow }
  const plan = planColumns(context, frame, related.tables, columnsWith(job, rows.placed), job.marked)
  const ownColumns = new Set(plan.placed.map(({ column }) => column))
  const inRows = rowWrites(context, before, rows, ownColumns)
  const inColumns = columnWrites(
    context,
    frame,
    plan.placed,
    rows.placed.map(({ row }) => row),
  )
  const after = new Map(rows.placed.map(({ row, added }) => [row, added.after]))
  const cells = patchCells(context, [...cellWrites(job), ...inRows.writes, ...inColumns], (row) => {
    const above = after.get(row)
    return above === undefined ? '' : rowLook(context, above)
  })
  const edges = [before.lastRow, ...(rows.table === null ? [] : [rows.table.range.lastRow])]
  const growth = { table: before, columns: plan.adjacent, lastRow: rows.lastRow, edges }
  const dropDowns = columnDropDowns(job, frame, plan.placed)
  const lists = patchValidations(
    layout,
    dropDowns.map(({ dropDown }) => dropDown),
    growth,
  )
  const filter = grownFilter(layout, growth)
  const widths = new Map(plan.placed.filter((one) => !one.known).map((one) => [one.column, one.added]))
  const edits: readonly ByteEdit[] = [
    ...cells.edits,
    ...widthEdits(layout, widths),
    ...lists.edits,
    ...grownConditionalFormats(layout, growth),
    ...(filter === null ? [] : [filter.edit]),
    ...wideDimension(layout, cells.written),
  ]
  const unlisted = dropDowns.filter(({ dropDown }) => lists.unplaced.includes(dropDown))
  const refusedCells = [...job.refusedCells, ...refusals(sheet, cells)]
  return {
    bytes: editedBytes(job.text, edits),
    tables: grownTables(plan, rows),
    headerRow: frame.firstRow,
    hasFormulas: layout.hasFormulas,
    placed: plan.placed,
    placedRows: rows.placed,
    unplaced: { columns: plan.unplaced, rows: rows.unplaced },
    filter,
    growth,
    written: cells.written,
    refusedCells,
    refused: [...plan.refused, ...rows.refused, ...refusedCells],
    warnings: [
      ...characterWarnings(sheet, cells),
      ...inRows.warnings,
      ...unlisted.map(({ placed }) => columnWarning(placed)),
    ],
  }
}

/** The columns with what the new rows say in them; a column that would only have spoken of rows without room is left out. */
function columnsWith(job: SheetJob, rows: readonly PlacedRow[]): readonly AddedColumn[] {
  if (job.rows.length === 0) return job.columns
  return job.columns.flatMap((added) => {
    const further = rows.map(
      ({ row, added: { planValues } }) => [row, planValues?.[added.mark] ?? null] as const,
    )
    const column = { ...added, values: { ...added.values, ...Object.fromEntries(further) } }
    const says = Object.values(column.values).some((value) => value !== null)
    return says || job.marked(added) !== null || Object.keys(added.values).length === 0 ? [column] : []
  })
}

function refusals(sheet: string, { refused }: CellPatch): readonly Refusal[] {
  return refused.map(({ write, reason }) => {
    return { where: cellPlaceText(sheet, write), reason, value: valueText(write.value) }
  })
}

function characterWarnings(sheet: string, { written }: CellPatch): readonly PatchWarning[] {
  return written.flatMap((write) => {
    const code = valueWarning(write.value)
    return code === null ? [] : [{ where: cellPlaceText(sheet, write), code }]
  })
}

function cellWrites(job: SheetJob): readonly CellWrite[] {
  return job.cells.map(({ cell, value }) => {
    const place = parseCell(cell)
    if (place === null) throw new RangeError(`No cell is called ${cell}.`)
    return { ...place, value, look: null }
  })
}

function columnDropDowns(job: SheetJob, frame: TableFrame, placed: readonly PlacedColumn[]) {
  return placed.flatMap((one) => {
    const formula = job.choicesOf(one.added)
    return formula === null
      ? []
      : [{ placed: one, dropDown: { range: columnRange(frame, one.column), formula } }]
  })
}

/** The Excel tables that grow: by columns where they end with the inventory, by rows where they are it. */
function grownTables(plan: ColumnPlan, rows: RowPlan): ReadonlyMap<string, Buffer> {
  const grown = new Map<string, Buffer>()
  for (const table of new Set([plan.table, rows.table])) {
    if (table === null || !table.resizable) continue
    const last = table.range.lastColumn
    const joining = plan.placed
      .filter((one) => table === plan.table && !one.known)
      .filter((one) => one.column > last && one.column <= last + plan.adjacent)
      .sort((a, b) => a.column - b.column)
    const ends = table === rows.table && table.range.lastRow >= rows.before
    const edits = growTable(table, {
      headers: joining.map((one) => one.header),
      lastRow: ends ? rows.lastRow : table.range.lastRow,
    })
    if (edits.length > 0) grown.set(table.part.entry.name, editedBytes(table.part, edits))
  }
  return grown
}
