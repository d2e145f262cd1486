import { ok, type Result } from '../../../../domain/result.ts'
import { type CellKind, type CellRange, cellKey, type GridRow } from '../../../../domain/table/sheet-grid.ts'
import {
  type Choices,
  type ColumnCell,
  inColumnDialect,
} from '../../../../domain/write-back/column-dialect.ts'
import type {
  CellChange,
  Refusal,
  RefusalReason,
  TablePlace,
} from '../../../../domain/write-back/workbook-changes.ts'
import { contains, parseCell } from '../../cells/cell-range.ts'
import type { SheetPart } from '../../package/package.ts'
import { type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import type { PatchFailure } from '../writable-part.ts'
import { valueText } from './cell-values.ts'
import { choicesOn } from './list-choices.ts'
import type { SheetLayout } from './sheet-layout.ts'

/** What is looked at to say how a column writes: its cells, its drop-downs, and where its links lead. */
export interface ColumnsAround {
  readonly rows: readonly GridRow[]
  readonly table: Pick<TablePlace, 'headerRow' | 'lastRow'>
  readonly choicesAt: (row: number, column: number) => Choices
  readonly links: ReadonlyMap<number, string>
  readonly merges: readonly CellRange[]
}

export interface CorrectedCells {
  readonly cells: readonly CellChange[]
  readonly refused: readonly Refusal[]
}

/** So many cells of a column show how it writes. */
const sampled = 500

/** Changes of the cells of one sheet, which is only looked at where one of them asks for it. */
export function correctedCellsOn(
  opened: LoadedWorkbook,
  { name, entry }: SheetPart,
  layout: SheetLayout,
  table: ColumnsAround['table'],
  changes: readonly CellChange[],
): Result<CorrectedCells, PatchFailure> {
  if (changes.every(({ asColumn, refuse }) => asColumn !== true && refuse === undefined)) {
    return ok({ cells: changes, refused: [] })
  }
  const content = sheetContent(opened, entry)
  if (!content.ok) return content
  const { rows, links, merges } = content.value
  return ok(inOwnDialect(changes, { rows, links, merges, table, choicesAt: choicesOn(opened, name, layout) }))
}

/** Changes of the agency's cells, each written the way its column writes, without those that cannot be. */
export function inOwnDialect(changes: readonly CellChange[], around: ColumnsAround): CorrectedCells {
  const cells: CellChange[] = []
  const refused: Refusal[] = []
  const write = writerFor(around)
  for (const change of changes) {
    const value = write(change)
    if (typeof value === 'string') refused.push(refusal(change, value))
    else cells.push({ ...change, ...value })
  }
  return { cells, refused }
}

function writerFor({ rows, table, choicesAt, links, merges }: ColumnsAround) {
  const columns = new Map<number, readonly ColumnCell[]>()
  const columnOf = (column: number) => {
    const known = columns.get(column) ?? columnCells(rows, table, column)
    columns.set(column, known)
    return known
  }
  return (change: CellChange): Pick<CellChange, 'value'> | RefusalReason => {
    const { cell, value, asColumn, refuse } = change
    if (refuse !== undefined) return refuse
    const place = parseCell(cell)
    if (asColumn !== true || typeof value !== 'string' || place === null) return { value }
    if (links.has(cellKey(place.row, place.column))) return 'linked-cell'
    // What a cell merged down says, it says of the other rows too.
    const isMerged = merges.some(
      (merge) => merge.lastRow > merge.firstRow && contains(merge, place.row, place.column),
    )
    if (isMerged) return 'inside-merge'
    const choices = choicesAt(place.row, place.column)
    return inColumnDialect(value, columnOf(place.column), choices) ?? 'not-in-list'
  }
}

function columnCells(
  rows: readonly GridRow[],
  { headerRow, lastRow }: ColumnsAround['table'],
  column: number,
): readonly ColumnCell[] {
  const cells: { readonly text: string; readonly kind: CellKind }[] = []
  for (const { row, columns, texts, kinds } of rows) {
    if (row <= headerRow) continue
    if (row > lastRow || cells.length === sampled) break
    const index = columns.indexOf(column)
    if (index !== -1) cells.push({ text: texts[index] ?? '', kind: kinds[index] ?? 'text' })
  }
  return cells
}

function refusal({ sheet, cell, value }: CellChange, reason: RefusalReason): Refusal {
  return { where: sheet === '' ? cell : `${sheet}!${cell}`, reason, value: valueText(value) }
}
