import type { SourceRow } from './inventory-table.ts'
import { type CellRange, columnLetter, type GridRow, rowAt, type SheetGrid, textAt } from './sheet-grid.ts'

/** The rows' cells by letter; a cell merged down over several rows gives its text to each of them. */
export function sourceRows(
  grid: SheetGrid,
  rows: readonly GridRow[],
  letters: readonly string[],
): readonly SourceRow[] {
  const wanted = new Set(letters)
  const down = grid.merges
    .filter((merge) => merge.lastRow > merge.firstRow && wanted.has(columnLetter(merge.firstColumn)))
    .sort((a, b) => a.firstRow - b.firstRow)
  let next = 0
  let open: CellRange[] = []
  return rows.map((row) => {
    for (let merge = down[next]; merge !== undefined && merge.firstRow < row.row; merge = down[next]) {
      open.push(merge)
      next += 1
    }
    open = open.filter((merge) => merge.lastRow >= row.row)
    const merged = open.map((merge): [string, string] => [
      columnLetter(merge.firstColumn),
      textAt(rowAt(grid, merge.firstRow), merge.firstColumn),
    ])
    const own = row.columns.map((column, index): [string, string] => [
      columnLetter(column),
      row.texts[index] ?? '',
    ])
    const cells = [...merged, ...own].filter(([letter, text]) => wanted.has(letter) && text !== '')
    return { row: row.row, cells: Object.fromEntries(cells) }
  })
}
