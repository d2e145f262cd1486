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
import { attributeOf, childOf, childrenOf } from '../../../ooxml/xml/xml-outline.ts'
import { contains, parseCell, parseRange } from '../../cells/cell-range.ts'
import type { SheetPart } from '../../package/package.ts'
import { type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import type { PatchFailure } from '../writable-part.ts'
import { valueText } from './cell-values.ts'
import { choicesOn } from './list-choices.ts'
import type { SheetLayout } from './sheet-layout.ts'

/** What is looked at to say how a column writes: its cells, its drop-downs, and its links. */
export interface ColumnsAround {
  readonly rows: readonly GridRow[]
  readonly table: Pick<TablePlace, 'headerRow' | 'lastRow'>
  readonly choicesAt: (row: number, column: number) => Choices
  /** Whether a cell leads anywhere: to an address, a file, or a place in the workbook. */
  readonly isLinked: (row: number, column: number) => boolean
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
  const isLinked = linkedCells(layout, links)
  return ok(
    inOwnDialect(changes, { rows, isLinked, merges, table, choicesAt: choicesOn(opened, name, layout) }),
  )
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

/** By the sheet's own list, which names the links that are no addresses too, and by formulas that lead to an address. */
function linkedCells(layout: SheetLayout, addresses: ReadonlyMap<number, string>): ColumnsAround['isLinked'] {
  const list = childOf(layout.root, 'hyperlinks')
  const ranges = (list === null ? [] : childrenOf(list, 'hyperlink')).flatMap(
    (link) => parseRange(attributeOf(link, 'ref') ?? '') ?? [],
  )
  const single = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange) =>
    firstRow === lastRow && firstColumn === lastColumn
  const cells = new Set(
    ranges.filter(single).map(({ firstRow, firstColumn }) => cellKey(firstRow, firstColumn)),
  )
  const wide = ranges.filter((range) => !single(range))
  return (row, column) =>
    cells.has(cellKey(row, column)) ||
    addresses.has(cellKey(row, column)) ||
    wide.some((range) => contains(range, row, column))
}

function writerFor({ rows, table, choicesAt, isLinked, merges }: ColumnsAround) {
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
    if (isLinked(place.row, place.column)) return 'linked-cell'
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
