import { describe, expect, it } from 'vitest'
import { findTable } from '../../../src/domain/table/find-table.ts'
import { inventoriesWithUglyHeadings } from './ugly-headings.ts'
import { inventoriesWithUglyLayouts } from './ugly-layouts.ts'
import { inventoriesWithNeighbours } from './ugly-neighbours.ts'
import { inventoriesWithUglyRows } from './ugly-rows.ts'
import { inventoriesWithSections } from './ugly-sections.ts'

const all = [
  ...inventoriesWithUglyHeadings,
  ...inventoriesWithSections,
  ...inventoriesWithNeighbours,
  ...inventoriesWithUglyRows,
  ...inventoriesWithUglyLayouts,
]

describe('inventories as untidy as real ones', () => {
  it.each(all)('$what', ({ grids, sheet = 'Sheet1', header, datasets, why = {}, blank = 0, columns }) => {
    const found = findTable(grids)
    if (!found.ok) throw new Error(JSON.stringify(found.error))
    const { table } = found.value
    expect({
      sheet: table.sheet,
      header: [table.headerRow, table.headerRows],
      datasets: table.datasets,
      why: table.account.why,
      blank: table.account.blank,
      columns: table.columns.map(({ letter, field }) => `${letter} ${field ?? '-'}`).join(', '),
    }).toEqual({ sheet, header, datasets, why, blank, columns })
    const { rows, above, header: headings, blank: empty, other } = table.account
    expect(above + headings + table.datasets + empty + other).toBe(rows)
  })
})
