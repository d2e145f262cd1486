import { expect } from 'vitest'
import type { TableChoice } from '../../src/domain/inventory-table.ts'
import { findTable } from '../../src/domain/table/find-table.ts'
import type { SheetGrid } from '../../src/domain/table/sheet-grid.ts'

export const header = ['ID', 'Dataset Name', 'Description', 'Update Frequency', 'Contact']
export const dataset = (id: number) => [id, `Dataset ${id}`, `What dataset ${id} says`, 'Monthly', 'a@ct.gov']
export const datasets = [1, 2, 3, 4, 5].map(dataset)

/** The table found, every row of its sheet accounted for. */
export function found(grids: readonly SheetGrid[], choice?: TableChoice) {
  const result = findTable(grids, choice)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { account, blank: gaps, skipped } = result.value.table
  const { above, header: headings, datasets: taken, blank, other } = account
  expect(above + headings + taken + blank + other).toBe(account.rows)
  expect(gaps.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBe(blank)
  expect(skipped.length).toBe(other)
  return result.value.table
}

/** What is found on the first sheet with headings in row 1, with the other sheets taken along. */
export function foundOn(...grids: readonly SheetGrid[]) {
  const alsoSheets = grids.slice(1).map(({ name }) => name)
  const choice = { sheet: grids[0]?.name ?? '', headerRow: 1, headerRows: 1, alsoSheets }
  const result = findTable(grids, choice)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

export const problem = (grids: readonly SheetGrid[], choice?: TableChoice) => {
  const result = findTable(grids, choice)
  return result.ok ? null : result.error
}
