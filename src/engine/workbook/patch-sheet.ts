import type { CellRange } from '../../domain/sheet-grid.ts'
import type {
  AddedColumn,
  CellChange,
  PatchWarning,
  Refusal,
  WorkbookChanges,
} from '../../domain/workbook-changes.ts'
import { applyEdits, type ByteEdit } from './byte-edits.ts'
import { parseCell, type SheetReference } from './cell-range.ts'
import { valueText, valueWarning } from './cell-values.ts'
import { columnStyles, widthEdits } from './column-widths.ts'
import { addDropDowns } from './drop-downs.ts'
import { type CellPatch, type CellWrite, patchCells, type SheetContext } from './patch-cells.ts'
import {
  cellPlaceText,
  columnRange,
  columnWarning,
  columnWrites,
  type PlacedColumn,
  planColumns,
  tableFrame,
} from './patch-columns.ts'
import { sheetGuards } from './sheet-guards.ts'
import type { SheetLayout } from './sheet-layout.ts'
import type { StyleBook } from './style-book.ts'
import { type RelatedRanges, widenTable } from './table-part.ts'
import { wideConditionalFormats, wideDimension, widerFilter } from './wider-ranges.ts'

/** What one worksheet is to become. */
export interface SheetJob {
  readonly sheet: string
  readonly layout: SheetLayout
  readonly related: RelatedRanges
  readonly styles: StyleBook | null
  readonly date1904: boolean
  readonly cells: readonly CellChange[]
  readonly table: WorkbookChanges['table']
  readonly columns: readonly AddedColumn[]
  readonly marked: (column: AddedColumn) => SheetReference | null
  /** What a column's drop-down takes its choices from; null when it has none. */
  readonly choicesOf: (column: AddedColumn) => string | null
}

export interface PatchedSheet {
  readonly bytes: Buffer
  readonly tables: ReadonlyMap<string, Buffer>
  readonly placed: readonly PlacedColumn[]
  readonly filter: { readonly before: CellRange; readonly after: CellRange } | null
  /** The table's right edge before, and how many columns stand beside it now. */
  readonly grown: { readonly lastColumn: number; readonly columns: number } | null
  /** Cells that were written, whether or not their value is new. */
  readonly written: readonly CellWrite[]
  readonly refused: readonly Refusal[]
  readonly warnings: readonly PatchWarning[]
}

export function patchSheet(job: SheetJob): PatchedSheet {
  const { layout, related, sheet } = job
  const context: SheetContext = {
    layout,
    guards: sheetGuards(layout, related),
    styles: job.styles,
    date1904: job.date1904,
    columnStyle: columnStyles(layout),
  }
  const frame = tableFrame(job.table)
  const plan = planColumns(context, frame, related.tables, job.columns, job.marked)
  const writes = [...cellWrites(job), ...columnWrites(context, frame, plan.placed)]
  const cells = patchCells(context, writes)
  const dropDowns = columnDropDowns(job, plan.placed)
  const lists = addDropDowns(
    layout,
    dropDowns.map(({ dropDown }) => dropDown),
  )
  const filter = widerFilter(layout, plan.frame, plan.adjacent)
  const widths = new Map(plan.placed.filter((one) => !one.known).map((one) => [one.column, one.added.width]))
  const edits: readonly ByteEdit[] = [
    ...cells.edits,
    ...widthEdits(layout, widths),
    ...lists.edits,
    ...wideConditionalFormats(layout, plan.frame, plan.adjacent),
    ...(filter === null ? [] : [filter.edit]),
    ...wideDimension(layout, cells.written),
  ]
  const unlisted = dropDowns.filter(({ dropDown }) => lists.unplaced.includes(dropDown))
  return {
    bytes: applyEdits(layout.bytes, edits),
    tables: widerTable(plan),
    placed: plan.placed,
    filter,
    grown: plan.adjacent === 0 ? null : { lastColumn: plan.frame.lastColumn, columns: plan.adjacent },
    written: cells.written,
    refused: [...plan.refused, ...refusals(sheet, cells)],
    warnings: [...characterWarnings(sheet, cells), ...unlisted.map(({ placed }) => columnWarning(placed))],
  }
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

function columnDropDowns(job: SheetJob, placed: readonly PlacedColumn[]) {
  const frame = tableFrame(job.table)
  return placed.flatMap((one) => {
    const formula = job.choicesOf(one.added)
    return formula === null
      ? []
      : [{ placed: one, dropDown: { range: columnRange(frame, one.column), formula } }]
  })
}

function widerTable(plan: ReturnType<typeof planColumns>): ReadonlyMap<string, Buffer> {
  const { table, adjacent } = plan
  if (table === null || adjacent === 0) return new Map()
  const last = table.range.lastColumn
  const joining = plan.placed
    .filter((one) => !one.known && one.column > last && one.column <= last + adjacent)
    .sort((a, b) => a.column - b.column)
  const edits = widenTable(
    table,
    joining.map((one) => one.header),
  )
  return new Map([[table.part.entry.name, applyEdits(table.part.bytes, edits)]])
}
