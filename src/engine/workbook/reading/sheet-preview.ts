import type { InventoryTable, SheetPreview } from '../../../domain/inventory-table.ts'
import {
  columnLetter,
  columnNumber,
  rowAt,
  type SheetGrid,
  textAt,
} from '../../../domain/table/sheet-grid.ts'

const mostColumns = 100
const mostRows = 60
const rowsAbove = 5
const mostCharacters = 300

/** The headings of a table with some rows around them, from column A to the table's last. */
export function previewOfTable(grid: SheetGrid, table: InventoryTable): SheetPreview {
  const widest = Math.max(1, ...table.columns.map(({ letter }) => columnNumber(letter)))
  const first = Math.max(1, table.headerRow - table.headerRows + 1 - rowsAbove)
  return preview(grid, first, widest)
}

/** Rows of a sheet from `row` on, or its last ones where it ends before that. */
export function previewFrom(grid: SheetGrid, row: number): SheetPreview {
  const widest = grid.rows.reduce((most, { columns }) => Math.max(most, columns.at(-1) ?? 0), 1)
  const lastStart = Math.max(1, lastRowOf(grid) - mostRows + 1)
  return preview(grid, Math.max(1, Math.min(row, lastStart)), widest)
}

function lastRowOf(grid: SheetGrid): number {
  return grid.rows.at(-1)?.row ?? 1
}

function preview(grid: SheetGrid, first: number, widest: number): SheetPreview {
  const last = Math.max(first, Math.min(first + mostRows - 1, lastRowOf(grid)))
  const columns = Array.from({ length: Math.min(widest, mostColumns) }, (_, index) => index + 1)
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return {
    sheet: grid.name,
    letters: columns.map(columnLetter),
    rows,
    cells: rows.map((number) => {
      const row = rowAt(grid, number)
      return columns.map((column) => textAt(row, column).slice(0, mostCharacters))
    }),
  }
}
