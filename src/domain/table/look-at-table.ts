import type { CellPlace, ColumnGaps, ColumnWords } from '../inventory-table.ts'
import { profileColumn } from '../mapping/column-profile.ts'
import type { FoundTable } from './build-table.ts'
import { columnLetter, columnNumber, type GridRow, rowAt, type SheetGrid, textAt } from './sheet-grid.ts'
import { mostPlaces, partsOf } from './table-notices.ts'

/** Of a very large table only the first columns are looked through for gaps. */
const cellsLookedAt = 20_000_000
/** A column with more different texts does not say how often. */
const mostWords = 500

/** The different words of every column that says how often something is updated, by its mapping or its values. */
export function frequencyWords(found: FoundTable): readonly ColumnWords[] {
  const telling = found.table.columns.filter(
    ({ field, samples }) => field === 'update-frequency' || profileColumn(samples).frequencies > 0,
  )
  return telling.flatMap(({ letter }) => {
    const rowsOf = new Map<string, number>()
    const column = columnNumber(letter)
    for (const { rows } of partsOf(found)) {
      for (const row of rows) {
        const text = textAt(row, column).trim()
        if (text !== '') rowsOf.set(text, (rowsOf.get(text) ?? 0) + 1)
      }
    }
    if (rowsOf.size > mostWords) return []
    return [{ letter, words: [...rowsOf].map(([text, rows]) => ({ text, rows })) }]
  })
}

/** Where columns have nothing. A cell merged down over several rows fills each of them. */
export function columnGaps(found: FoundTable): readonly ColumnGaps[] {
  const parts = partsOf(found)
  const datasets = parts.reduce((sum, { rows }) => sum + rows.length, 0)
  const columns = found.table.columns.slice(0, Math.floor(cellsLookedAt / Math.max(datasets, 1)))
  return columns.flatMap(({ letter }) => {
    const gaps = parts.flatMap(({ grid, rows }) => gapsOf(columnNumber(letter), grid, rows))
    return gaps.length === 0 ? [] : [{ letter, count: gaps.length, places: gaps.slice(0, mostPlaces) }]
  })
}

function gapsOf(column: number, grid: SheetGrid, rows: readonly GridRow[]): readonly CellPlace[] {
  const gaps: CellPlace[] = []
  const isFilledFromAbove = mergedDown(grid, column)
  // Rows filled alike share their list of columns, and come one after the other.
  let list: readonly number[] = []
  let isEmpty = true
  for (const { row, columns } of rows) {
    if (columns !== list) {
      list = columns
      isEmpty = !columns.includes(column)
    }
    if (isEmpty && !isFilledFromAbove(row))
      gaps.push({ sheet: grid.name, cell: `${columnLetter(column)}${row}` })
  }
  return gaps
}

/** Whether a merged cell with a text reaches into a row of the column; rows are asked for in ascending order. */
function mergedDown(grid: SheetGrid, column: number): (row: number) => boolean {
  const own = grid.merges
    .filter(
      ({ firstColumn, firstRow }) => firstColumn === column && textAt(rowAt(grid, firstRow), column) !== '',
    )
    .sort((a, b) => a.firstRow - b.firstRow)
  let next = 0
  let reach = 0
  return (row) => {
    for (let merge = own[next]; merge !== undefined && merge.firstRow <= row; merge = own[next]) {
      reach = Math.max(reach, merge.lastRow)
      next += 1
    }
    return reach >= row
  }
}
