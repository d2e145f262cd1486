import type { ColumnMapping, FurtherSheet, InventoryTable, TableChoice } from '../inventory-table.ts'
import { type ColumnToMap, suggestMapping } from '../mapping/mapping.ts'
import { cellKey, columnLetter, type GridRow, type SheetGrid } from './sheet-grid.ts'
import type { HeaderLabel } from './table-bands.ts'
import { tableColumns } from './table-columns.ts'
import { sortRows } from './table-rows.ts'

/** A table's rows on one sheet. */
export interface TablePart {
  readonly grid: SheetGrid
  readonly rows: readonly GridRow[]
  readonly sheet: FurtherSheet
}

export interface FoundTable {
  readonly grid: SheetGrid
  readonly table: InventoryTable
  readonly rows: readonly GridRow[]
  /** What `table.further` counts. */
  readonly further: readonly TablePart[]
  /** What could be taken besides. */
  readonly sameColumns: readonly TablePart[]
}

const cellsSampled = 200_000
const rowsSampled = 300

export function buildTable(grid: SheetGrid, choice: TableChoice, labels: readonly HeaderLabel[]): FoundTable {
  const declared = grid.tables.find(
    (table) => table.headerRows > 0 && table.firstRow + table.headerRows - 1 === choice.headerRow,
  )
  const declaredEnd = declared === undefined ? null : declared.lastRow - declared.totalsRows
  const below = grid.rows.filter(
    ({ row }) => row > choice.headerRow && (declaredEnd === null || row <= declaredEnd),
  )
  const own =
    declared === undefined
      ? labels
      : labels.filter(({ column }) => declared.firstColumn <= column && column <= declared.lastColumn)
  const columns = suggestMapping(columnsToMap(grid, tableColumns(own, below), below))
  const { datasets, account, leftOut } = sortRows(grid, choice, columns, declaredEnd)
  const table = {
    ...choice,
    firstRow: datasets[0]?.row ?? 0,
    lastRow: datasets.at(-1)?.row ?? 0,
    datasets: datasets.length,
    columns,
    account,
    ...leftOut,
    further: [],
  }
  return { grid, table, rows: datasets, further: [], sameColumns: [] }
}

function columnsToMap(
  grid: SheetGrid,
  labels: readonly HeaderLabel[],
  rows: readonly GridRow[],
): readonly ColumnToMap[] {
  const sampled = rows.slice(
    0,
    Math.max(1, Math.min(rowsSampled, Math.floor(cellsSampled / Math.max(labels.length, 1)))),
  )
  const values = new Map(labels.map(({ column }) => [column, sampled.map(() => '')]))
  for (const [index, row] of sampled.entries()) {
    for (const [cell, column] of row.columns.entries()) {
      const list = values.get(column)
      if (list !== undefined) list[index] = row.texts[cell] ?? ''
    }
  }
  return labels.map(({ column, header }) => {
    const own = values.get(column) ?? []
    const filled = own.filter((value) => value !== '').length
    const linked = sampled.filter(({ row }) => grid.links.has(cellKey(row, column))).length
    return { letter: columnLetter(column), header, values: own, linked: linked / Math.max(filled, 1) }
  })
}

/** The rows of a sheet whose columns are known from another. */
export function buildPart(
  grid: SheetGrid,
  choice: TableChoice,
  columns: readonly ColumnMapping[],
): TablePart {
  const { datasets, account, leftOut } = sortRows(grid, choice, columns, null)
  const { sheet, headerRow, headerRows } = choice
  const firstRow = datasets[0]?.row ?? 0
  const lastRow = datasets.at(-1)?.row ?? 0
  const counts = { firstRow, lastRow, datasets: datasets.length, account, ...leftOut }
  return { grid, rows: datasets, sheet: { sheet, headerRow, headerRows, ...counts } }
}

/** The sheet without what an earlier plan added to it. */
export function withoutPlanColumns(grid: SheetGrid): SheetGrid {
  if (grid.planColumns.size === 0) return grid
  const rows = grid.rows.map((row) => {
    const isOwn = row.columns.map((column) => !grid.planColumns.has(column))
    return {
      ...row,
      columns: row.columns.filter((_, index) => isOwn[index]),
      texts: row.texts.filter((_, index) => isOwn[index]),
      kinds: row.kinds.filter((_, index) => isOwn[index]),
    }
  })
  return { ...grid, rows: rows.filter(({ columns }) => columns.length > 0) }
}
