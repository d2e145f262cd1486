import type { CellRange, SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { makeGrid } from '../../support/make-grid.ts'

export type Cells = (string | number | null)[]

/** A made-up inventory as untidy as real ones are, and what a person finds in it. */
export interface UglyInventory {
  readonly what: string
  readonly grids: readonly SheetGrid[]
  readonly sheet?: string
  /** The last header row and how many there are. */
  readonly header: readonly [row: number, rows: number]
  readonly datasets: number
  /** Rows below the headings that are no datasets; blank ones are counted apart. */
  readonly why?: Readonly<Record<string, number>>
  readonly blank?: number
  /** Letters and fields, of columns that are used; `-` for a column that belongs to the table and is not. */
  readonly columns: string
}

export const names = [
  'Traffic counts',
  'Bridge inspections',
  'Licensed nurses',
  'School enrollment',
  'Air quality',
  'Beach water',
  'Crash records',
  'Bus ridership',
  'Well permits',
  'Dam safety',
  'Food inspections',
  'Tax credits',
]
export const about = (name: string) => `Records of ${name.toLowerCase()} kept for each town and year.`
/** Rows for so many datasets. */
export const rows = (count: number, row: (name: string, index: number) => Cells, from = 0) =>
  names.slice(from, from + count).map((name, index) => row(name, from + index))
export const merge = (
  firstRow: number,
  firstColumn: number,
  lastRow: number,
  lastColumn: number,
): CellRange => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
})
export const sheet = (cells: Cells[], merges: readonly CellRange[] = [], name = 'Sheet1') =>
  makeGrid(cells, { merges, name })
export const one = (cells: Cells[], merges: readonly CellRange[] = []) => [sheet(cells, merges)]
export const plain = (name: string): Cells => [name, about(name), 'Ann Lee', 'CSV']
export const numbered = (name: string, index: number): Cells => [index + 1, name, about(name), 'Ann Lee']
export const plainHeader: Cells = ['Dataset Name', 'Description', 'Owner', 'Format']
export const numberedHeader: Cells = ['No.', 'Dataset Name', 'Description', 'Owner']
export const plainColumns = 'A title, B description, C owner, D format'
export const numberedColumns = 'A inventory-number, B title, C description, D owner'
export const padding = (row: (number: number) => Cells) =>
  Array.from({ length: 20 }, (_, index) => row(index + 7))
