import type {
  CellPlace,
  InventoryTable,
  SheetSummary,
  ToldPlace,
  WorkbookNotice,
} from '../inventory-table.ts'
import type { FoundTable } from './build-table.ts'
import {
  type CellRange,
  cellPlace,
  columnLetter,
  columnNumber,
  type GridRow,
  type SheetGrid,
} from './sheet-grid.ts'

export const mostPlaces = 50

/** The datasets of one of the sheets that are taken, and where its headings are. */
interface SheetPart {
  readonly grid: SheetGrid
  readonly rows: readonly GridRow[]
  readonly headerRow: number
  readonly headerRows: number
}

export function partsOf({ grid, table, rows, further }: FoundTable): readonly SheetPart[] {
  const { headerRow, headerRows } = table
  const others = further.map(({ sheet, ...part }) => ({
    ...part,
    headerRow: sheet.headerRow,
    headerRows: sheet.headerRows,
  }))
  return [{ grid, rows, headerRow, headerRows }, ...others]
}

/** What a person should know about the cells of the table, each with the places to look at. */
export function tableNotices(found: FoundTable): readonly WorkbookNotice[] {
  const columns = found.table.columns.map(({ letter, header }) => ({ number: columnNumber(letter), header }))
  const numbers = new Set(columns.map(({ number }) => number))
  const parts = partsOf(found)
  const hidden = parts.flatMap(({ grid, rows }) => hiddenRows(grid, rows))
  const notices: readonly WorkbookNotice[] = [
    { code: 'headings-like-data', ...counted(headingsLikeData(found)) },
    { code: 'error-cells', ...errorCells(parts, numbers) },
    { code: 'hidden-columns', ...counted(parts.flatMap((part) => hiddenColumns(part, columns))) },
    { code: 'hidden-rows', ...counted(hidden.filter(({ isFiltered }) => !isFiltered).map(placeOf)) },
    { code: 'filtered-rows', ...counted(hidden.filter(({ isFiltered }) => isFiltered).map(placeOf)) },
    { code: 'cell-notes', ...counted(parts.flatMap((part) => cellNotes(part, numbers))) },
  ]
  const told = notices.filter((notice) => 'count' in notice && notice.count > 0)
  const isTitled = found.table.columns.some(({ field }) => field === 'title')
  return isTitled ? told : [...told, { code: 'no-title-column' }]
}

const leastLikeData = 2
const likeDataShare = 0.3
const rowsLookedAt = 300

/** A table without headings has its first dataset where they should be. */
function headingsLikeData({ grid, table, rows }: FoundTable): readonly CellPlace[] {
  if (table.columns.some(({ reason }) => reason === 'heading' || reason === 'heading-in-part')) return []
  const labelled = table.columns.filter(({ header }) => header !== '')
  const headings = new Map(labelled.map(({ letter, header }) => [columnNumber(letter), header]))
  const again = new Set<number>()
  for (const { columns, texts } of rows.slice(0, rowsLookedAt)) {
    for (const [cell, column] of columns.entries()) {
      if (headings.get(column) === texts[cell]) again.add(column)
    }
  }
  if (again.size < Math.max(leastLikeData, labelled.length * likeDataShare)) return []
  return labelled.slice(0, 1).map(({ letter }) => ({ sheet: grid.name, cell: `${letter}${table.headerRow}` }))
}

interface CountedPlaces<Place extends CellPlace> {
  readonly count: number
  readonly places: readonly Place[]
}

function counted<Place extends CellPlace>(places: readonly Place[]): CountedPlaces<Place> {
  return { count: places.length, places: places.slice(0, mostPlaces) }
}

/** A table may have very many of these, so they are counted, and only the first listed. */
function errorCells(parts: readonly SheetPart[], columns: ReadonlySet<number>): CountedPlaces<CellPlace> {
  const places: CellPlace[] = []
  let count = 0
  for (const { grid, rows } of parts) {
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

interface HiddenRow extends CellPlace {
  /** Whether it is a filter that leaves it out of sight. */
  readonly isFiltered: boolean
}

function hiddenRows(grid: SheetGrid, rows: readonly GridRow[]): readonly HiddenRow[] {
  const declared: readonly CellRange[] = grid.tables.filter(({ isFiltered }) => isFiltered)
  const filters = grid.filter === null ? declared : [grid.filter, ...declared]
  return rows
    .filter(({ hidden }) => hidden)
    .map(({ row }) => ({
      sheet: grid.name,
      cell: `A${row}`,
      isFiltered: filters.some(({ firstRow, lastRow }) => firstRow < row && row <= lastRow),
    }))
}

function placeOf({ sheet, cell }: CellPlace): CellPlace {
  return { sheet, cell }
}

function hiddenColumns(
  { grid, headerRow }: SheetPart,
  columns: readonly { readonly number: number; readonly header: string }[],
): readonly ToldPlace[] {
  return columns
    .filter(({ number }) => grid.hiddenColumns.some(({ first, last }) => first <= number && number <= last))
    .map(({ number, header }) => ({
      sheet: grid.name,
      cell: `${columnLetter(number)}${headerRow}`,
      words: header,
    }))
}

/** Of the headings and the datasets, from the top. */
function cellNotes(
  { grid, rows, headerRow, headerRows }: SheetPart,
  columns: ReadonlySet<number>,
): readonly ToldPlace[] {
  if (grid.notes.size === 0) return []
  const datasets = new Set(rows.map(({ row }) => row))
  return [...grid.notes]
    .sort(([one], [other]) => one - other)
    .flatMap(([key, words]) => {
      const { row, column } = cellPlace(key)
      const isHeading = headerRow - headerRows < row && row <= headerRow
      if (!columns.has(column) || !(isHeading || datasets.has(row))) return []
      return [{ sheet: grid.name, cell: `${columnLetter(column)}${row}`, words }]
    })
}

/** Sheets with something on them that Excel does not show and the table is not taken from. */
export function hiddenSheets(
  sheets: readonly SheetSummary[],
  table: InventoryTable,
): readonly WorkbookNotice[] {
  const taken = new Set([table.sheet, ...table.further.map(({ sheet }) => sheet)])
  const hidden = sheets.filter(({ name, state, rows }) => state !== 'visible' && rows > 0 && !taken.has(name))
  return hidden.length === 0 ? [] : [{ code: 'hidden-sheets', sheets: hidden.map(({ name }) => name) }]
}
