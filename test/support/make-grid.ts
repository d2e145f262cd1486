import type { CellKind, GridRow, SheetGrid } from '../../src/domain/table/sheet-grid.ts'

/** A sheet from rows of values, the first being row 1; null and '' leave a cell empty. */
export function makeGrid(
  rows: readonly (readonly (string | number | null)[])[],
  more: Partial<SheetGrid> = {},
): SheetGrid {
  const gridRows = rows.map(toRow).filter(({ columns }) => columns.length > 0)
  const empty = { name: 'Sheet1', state: 'visible' as const, merges: [], tables: [], filter: null }
  const nothing = { planColumns: new Set<number>(), links: new Map(), hiddenColumns: [], notes: new Map() }
  return { ...empty, ...nothing, ...more, rows: gridRows }
}

function toRow(values: readonly (string | number | null)[], index: number): GridRow {
  const cells = values
    .map((value, column) => ({ column: column + 1, value }))
    .filter(({ value }) => value !== null && value !== '')
  return {
    row: index + 1,
    hidden: false,
    columns: cells.map(({ column }) => column),
    texts: cells.map(({ value }) => String(value)),
    kinds: cells.map(({ value }): CellKind => (typeof value === 'number' ? 'number' : 'text')),
  }
}
