import type { InventoryField } from '../../src/domain/inventory-field.ts'
import type { ColumnMapping, SkipReason } from '../../src/domain/inventory-table.ts'
import { newRowJudge, type RowJudge, reasonToSkip } from '../../src/domain/table/row-judge.ts'
import { type CellRange, columnLetter, type GridRow } from '../../src/domain/table/sheet-grid.ts'
import { makeGrid } from './make-grid.ts'

export type Cells = readonly (string | number | null)[]

/** Columns from A on, by their headings, with the fields that some of them hold. */
export function columnsOf(
  headings: readonly string[],
  fields: { readonly [header: string]: InventoryField } = {},
): readonly ColumnMapping[] {
  return headings.map((header, index) => ({
    letter: columnLetter(index + 1),
    header,
    field: fields[header] ?? null,
    also: [],
    contested: null,
    confidence: 'high',
    reason: 'heading',
    samples: [],
  }))
}

export interface Place {
  readonly headerRow?: number
  readonly merges?: readonly CellRange[]
}

/** The rows right below the headings, and what is known of them together. */
export function judgeOf(
  columns: readonly ColumnMapping[],
  rows: readonly Cells[],
  { headerRow = 1, merges = [] }: Place = {},
): { readonly judge: RowJudge; readonly below: readonly GridRow[] } {
  const above = Array.from({ length: headerRow }, () => ['above'])
  const grid = makeGrid([...above, ...rows], { merges })
  const below = grid.rows.filter(({ row }) => row > headerRow)
  const choice = { sheet: grid.name, headerRow, headerRows: 1 }
  return { judge: newRowJudge(grid, choice, columns, below), below }
}

/** What becomes of each row, from the top: null for a dataset, or why it is none. */
export function judged(
  columns: readonly ColumnMapping[],
  rows: readonly Cells[],
  place: Place = {},
): readonly (SkipReason | null)[] {
  const { judge, below } = judgeOf(columns, rows, place)
  return below.map((row) => reasonToSkip(judge, row))
}
