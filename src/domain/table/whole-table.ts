import type { InventoryTable, RowAccount, SkipReason } from '../inventory-table.ts'
import { skipReasons } from '../inventory-table.ts'

/** The datasets of a table on all the sheets that are taken. */
export function wholeCount({ datasets, further }: InventoryTable): number {
  return further.reduce((sum, part) => sum + part.datasets, datasets)
}

/** The rows of all the sheets that are taken, added up. */
export function wholeAccount({ account, further }: InventoryTable): RowAccount {
  return further.reduce((sum, part) => added(sum, part.account), account)
}

function added(one: RowAccount, other: RowAccount): RowAccount {
  const why: { [Reason in SkipReason]?: number } = {}
  for (const reason of skipReasons) {
    const rows = (one.why[reason] ?? 0) + (other.why[reason] ?? 0)
    if (rows > 0) why[reason] = rows
  }
  return {
    rows: one.rows + other.rows,
    above: one.above + other.above,
    header: one.header + other.header,
    datasets: one.datasets + other.datasets,
    blank: one.blank + other.blank,
    other: one.other + other.other,
    why,
  }
}
