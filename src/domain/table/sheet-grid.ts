import type { SheetState } from '../inventory-table.ts'

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error'

/** One row's cells that hold something, ascending by column. The three lists run side by side. */
export interface GridRow {
  readonly row: number
  readonly hidden: boolean
  /** Columns counted from 1. */
  readonly columns: readonly number[]
  /** As Excel shows them, never ''. */
  readonly texts: readonly string[]
  readonly kinds: readonly CellKind[]
}

export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** An Excel table: a range with headings that the agency itself declared one. */
export interface DeclaredTable extends CellRange {
  readonly headerRows: number
  readonly totalsRows: number
  /** Whether its filter leaves rows out. */
  readonly isFiltered: boolean
}

/** Columns one beside the other, counted from 1. */
export interface ColumnSpan {
  readonly first: number
  readonly last: number
}

/** A sheet as the finder of tables sees it. Rows and cells without text are not there. */
export interface SheetGrid {
  readonly name: string
  readonly state: SheetState
  readonly rows: readonly GridRow[]
  readonly merges: readonly CellRange[]
  readonly tables: readonly DeclaredTable[]
  /** Columns an earlier plan added: they are decisions, not inventory. */
  readonly planColumns: ReadonlySet<number>
  /** Where the hyperlinks of cells lead, by `cellKey`; only addresses on the web and of mail. */
  readonly links: ReadonlyMap<number, string>
  /** Columns that Excel does not show. */
  readonly hiddenColumns: readonly ColumnSpan[]
  /** Where a filter of the sheet itself leaves rows out; null where none does. */
  readonly filter: CellRange | null
  /** The beginnings of the notes and comments on cells, by `cellKey`. */
  readonly notes: ReadonlyMap<number, string>
}

const mostColumns = 16_384

/** One number for the place of a cell. */
export function cellKey(row: number, column: number): number {
  return row * (mostColumns + 1) + column
}

export function cellPlace(key: number): { readonly row: number; readonly column: number } {
  const column = key % (mostColumns + 1)
  return { row: (key - column) / (mostColumns + 1), column }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  if (column < 1) return ''
  return columnLetter(Math.floor((column - 1) / 26)) + alphabet.charAt((column - 1) % 26)
}

export function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** The text of a cell, '' where there is none. */
export function textAt(row: GridRow | undefined, column: number): string {
  if (row === undefined) return ''
  const index = row.columns.indexOf(column)
  return index === -1 ? '' : (row.texts[index] ?? '')
}

/** Where the rows from number `row` on begin in `rows`. */
export function firstIndexFrom(rows: readonly GridRow[], row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

export function rowAt(grid: SheetGrid, row: number): GridRow | undefined {
  const found = grid.rows[firstIndexFrom(grid.rows, row)]
  return found?.row === row ? found : undefined
}
