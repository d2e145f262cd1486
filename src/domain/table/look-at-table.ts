import { profileColumn } from '../mapping/column-profile.ts'
import type { FoundTable } from './build-table.ts'
import type { CellPlace, ColumnGaps, ColumnWords, WorkbookNotice } from './inventory-table.ts'
import { columnLetter, columnNumber, type GridRow, type SheetGrid, textAt } from './sheet-grid.ts'

const mostPlaces = 50
/** Of a very large table only the first columns are looked through for gaps. */
const cellsLookedAt = 20_000_000
/** A column with more different texts does not say how often. */
const mostWords = 500

interface SheetRows {
  readonly grid: SheetGrid
  readonly rows: readonly GridRow[]
}

/** The datasets of all the sheets that are taken. */
function partsOf({ grid, rows, further }: FoundTable): readonly SheetRows[] {
  return [{ grid, rows }, ...further]
}

/** What a person should know about the cells of the table, each with the places to look at. */
export function tableNotices(found: FoundTable): readonly WorkbookNotice[] {
  const notices: WorkbookNotice[] = []
  const errors = errorCells(found)
  if (errors.count > 0) notices.push({ code: 'error-cells', ...errors })
  const hidden = partsOf(found).flatMap(({ grid, rows }) =>
    rows.filter((row) => row.hidden).map(({ row }) => ({ sheet: grid.name, cell: `A${row}` })),
  )
  if (hidden.length > 0) {
    notices.push({ code: 'hidden-rows', count: hidden.length, places: hidden.slice(0, mostPlaces) })
  }
  if (!found.table.columns.some(({ field }) => field === 'title')) notices.push({ code: 'no-title-column' })
  return notices
}

function errorCells(found: FoundTable): { readonly count: number; readonly places: readonly CellPlace[] } {
  const columns = new Set(found.table.columns.map(({ letter }) => columnNumber(letter)))
  const places: CellPlace[] = []
  let count = 0
  for (const { grid, rows } of partsOf(found)) {
    for (const { row, kinds, columns: own } of rows) {
      for (let index = kinds.indexOf('error'); index !== -1; index = kinds.indexOf('error', index + 1)) {
        const column = own[index] ?? 0
        if (!columns.has(column)) continue
        count += 1
        if (places.length < mostPlaces)
          places.push({ sheet: grid.name, cell: `${columnLetter(column)}${row}` })
      }
    }
  }
  return { count, places }
}

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

/** Whether a merged cell reaches into a row of the column; rows are asked for in ascending order. */
function mergedDown({ merges }: SheetGrid, column: number): (row: number) => boolean {
  const own = merges
    .filter(({ firstColumn, lastRow, firstRow }) => firstColumn === column && lastRow > firstRow)
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
