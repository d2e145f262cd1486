import type { FurtherSheet, InventoryTable, SkipReason } from '../../../domain/inventory-table.ts'

/** Rows that are no datasets, with why, and where they can be seen. */
export interface LeftOut {
  readonly sheet: string
  readonly first: number
  readonly last: number
  readonly reason: SkipReason | 'blank'
}

/** Everything that is left out on the sheets that are taken, from the top, as far as it is known row by row. */
export function leftOutRows(table: InventoryTable): readonly LeftOut[] {
  return [table, ...table.further].flatMap(leftOutOf)
}

/** How many rows that are. */
export function rowsIn(leftOut: readonly LeftOut[]): number {
  return leftOut.reduce((sum, { first, last }) => sum + last - first + 1, 0)
}

function leftOutOf({ sheet, skipped, blank }: InventoryTable | FurtherSheet): readonly LeftOut[] {
  return [
    ...skipped.map(({ row, reason }) => ({ sheet, first: row, last: row, reason })),
    ...blank.map((range) => ({ sheet, ...range, reason: 'blank' as const })),
  ].toSorted((a, b) => a.first - b.first)
}
