import { describe, expect, it } from 'vitest'
import { findTable } from '../../../src/domain/table/find-table.ts'
import { columnGaps, frequencyWords, tableNotices } from '../../../src/domain/table/look-at-table.ts'
import type { SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { datasets, header } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

function found(...grids: readonly SheetGrid[]) {
  const alsoSheets = grids.slice(1).map(({ name }) => name)
  const choice = { sheet: grids[0]?.name ?? '', headerRow: 1, headerRows: 1, alsoSheets }
  const result = findTable(grids, choice)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function withError(grid: SheetGrid, row: number, column: number): SheetGrid {
  const rows = grid.rows.map((one) =>
    one.row === row
      ? { ...one, kinds: one.kinds.map((kind, index) => (one.columns[index] === column ? 'error' : kind)) }
      : one,
  )
  return { ...grid, rows }
}

describe('what there is to know about a table', () => {
  it('names the cells with errors on every sheet that is taken, and none beside the table', () => {
    const one = withError(makeGrid([header, ...datasets], { name: 'North' }), 3, 3)
    const other = withError(makeGrid([header, ...datasets], { name: 'South' }), 1, 3)
    const both = found(one, withError(other, 6, 5))
    expect(tableNotices(both)).toEqual([
      {
        code: 'error-cells',
        count: 2,
        places: [
          { sheet: 'North', cell: 'C3' },
          { sheet: 'South', cell: 'E6' },
        ],
      },
    ])
  })

  it('names the hidden rows that are datasets', () => {
    const grid = makeGrid([header, ...datasets])
    const rows = grid.rows.map((row) => ({ ...row, hidden: row.row === 4 }))
    expect(tableNotices(found({ ...grid, rows }))).toEqual([
      { code: 'hidden-rows', count: 1, places: [{ sheet: 'Sheet1', cell: 'A4' }] },
    ])
  })
})

describe('gaps', () => {
  const withoutNames = [
    ['1', 'Licenses', 'All', 'Monthly', 'a@ct.gov'],
    ['2', '', 'Some', 'Monthly', 'a@ct.gov'],
    ['3', '', 'More', 'Yearly', 'a@ct.gov'],
    ['4', 'Grants', 'Few', 'Yearly', 'a@ct.gov'],
  ]

  it('are the cells without text in a dataset’s row', () => {
    expect(columnGaps(found(makeGrid([header, ...withoutNames])))).toEqual([
      {
        letter: 'B',
        count: 2,
        places: [
          { sheet: 'Sheet1', cell: 'B3' },
          { sheet: 'Sheet1', cell: 'B4' },
        ],
      },
    ])
  })

  it('are none where a merged cell reaches down', () => {
    const merges = [{ firstRow: 2, lastRow: 3, firstColumn: 2, lastColumn: 2 }]
    expect(columnGaps(found(makeGrid([header, ...withoutNames], { merges })))[0]?.places).toEqual([
      { sheet: 'Sheet1', cell: 'B4' },
    ])
  })
})

describe('words for how often', () => {
  it('are counted over all the sheets that are taken', () => {
    const words = frequencyWords(
      found(
        makeGrid([header, ...datasets], { name: 'North' }),
        makeGrid([header, ...datasets], { name: 'South' }),
      ),
    )
    expect(words).toEqual([{ letter: 'D', words: [{ text: 'Monthly', rows: 10 }] }])
  })

  it('are looked for in columns of other names too, and not in columns of other values', () => {
    const rows = [
      ['Dataset', 'Posted', 'Kind'],
      ['Licenses', 'biannual', 'x'],
      ['Grants', 'biannual', 'y'],
    ]
    expect(frequencyWords(found(makeGrid(rows))).map(({ letter }) => letter)).toEqual(['B'])
  })
})
