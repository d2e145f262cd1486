import { describe, expect, it } from 'vitest'
import { findTable } from '../../../src/domain/table/find-table.ts'
import { cellKey, type SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { hiddenSheets, tableNotices } from '../../../src/domain/table/table-notices.ts'
import { datasets, foundOn, header } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

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
    const both = foundOn(one, withError(other, 6, 5))
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
    expect(tableNotices(foundOn({ ...grid, rows }))).toEqual([
      { code: 'hidden-rows', count: 1, places: [{ sheet: 'Sheet1', cell: 'A4' }] },
    ])
  })

  const hiddenAt = (grid: SheetGrid, ...hidden: readonly number[]) => ({
    ...grid,
    rows: grid.rows.map((row) => ({ ...row, hidden: hidden.includes(row.row) })),
  })

  it('tells rows that a filter leaves out of sight from rows hidden by hand', () => {
    const range = { firstRow: 1, lastRow: 4, firstColumn: 1, lastColumn: 5 }
    const bySheet = hiddenAt(makeGrid([header, ...datasets], { name: 'North', filter: range }), 3, 6)
    const tables = [{ ...range, headerRows: 1, totalsRows: 0, isFiltered: true }]
    const byTable = hiddenAt(makeGrid([header, ...datasets], { name: 'South', tables }), 2)
    expect(tableNotices(foundOn(bySheet, byTable))).toEqual([
      { code: 'hidden-rows', count: 1, places: [{ sheet: 'North', cell: 'A6' }] },
      {
        code: 'filtered-rows',
        count: 2,
        places: [
          { sheet: 'North', cell: 'A3' },
          { sheet: 'South', cell: 'A2' },
        ],
      },
    ])
  })

  it('names the hidden columns of the table on every sheet that is taken, by letter and heading', () => {
    const hiddenColumns = [
      { first: 3, last: 4 },
      { first: 8, last: 16_384 },
    ]
    const one = makeGrid([header, ...datasets], { name: 'North', hiddenColumns })
    const other = makeGrid([header, ...datasets], { name: 'South', hiddenColumns: [{ first: 5, last: 5 }] })
    expect(tableNotices(foundOn(one, other))).toEqual([
      {
        code: 'hidden-columns',
        count: 3,
        places: [
          { sheet: 'North', cell: 'C1', words: header[2] },
          { sheet: 'North', cell: 'D1', words: header[3] },
          { sheet: 'South', cell: 'E1', words: header[4] },
        ],
      },
    ])
  })

  it('names the notes on headings and datasets, and none beside them', () => {
    const notes = new Map([
      [cellKey(3, 2), 'Ask the counsel first'],
      [cellKey(1, 4), 'As in the handbook'],
      [cellKey(2, 9), 'Beside the table'],
      [cellKey(40, 2), 'Below the table'],
    ])
    expect(tableNotices(foundOn(makeGrid([header, ...datasets], { notes })))).toEqual([
      {
        code: 'cell-notes',
        count: 2,
        places: [
          { sheet: 'Sheet1', cell: 'D1', words: 'As in the handbook' },
          { sheet: 'Sheet1', cell: 'B3', words: 'Ask the counsel first' },
        ],
      },
    ])
  })

  it('says where what is read as headings looks like a dataset', () => {
    const rows = ['Roads', 'Rails', 'Ports', 'Parks'].map((name) => [
      name,
      'Ann Lee',
      'CSV',
      `${name} of all towns`,
    ])
    const result = findTable([makeGrid(rows)])
    if (!result.ok) throw new Error(result.error.code)
    expect(tableNotices(result.value)).toContainEqual({
      code: 'headings-like-data',
      count: 1,
      places: [{ sheet: 'Sheet1', cell: 'A1' }],
    })
    const headed = foundOn(makeGrid([header, ...datasets, header]))
    expect(tableNotices(headed)).toEqual([])
  })

  it('names the hidden sheets that hold something and are not taken', () => {
    const { table } = foundOn(makeGrid([header, ...datasets], { name: 'Now' }))
    const { table: old } = foundOn(makeGrid([header, ...datasets], { name: 'Old', state: 'hidden' }))
    const sheet = { rows: 7, columns: 5 }
    const sheets = [
      { name: 'Now', state: 'visible' as const, ...sheet },
      { name: 'Old', state: 'hidden' as const, ...sheet },
      { name: 'Lists', state: 'very-hidden' as const, ...sheet },
      { name: 'Empty', state: 'hidden' as const, rows: 0, columns: 0 },
    ]
    expect(hiddenSheets(sheets, table)).toEqual([{ code: 'hidden-sheets', sheets: ['Old', 'Lists'] }])
    expect(hiddenSheets(sheets.slice(0, 2), old)).toEqual([])
  })
})
