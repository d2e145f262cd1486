import { describe, expect, test } from 'vitest'
import type { ColumnMapping, MappingReason } from '../../../src/domain/inventory-table.ts'
import { buildTable, type FoundTable } from '../../../src/domain/table/build-table.ts'
import {
  type CellKind,
  cellKey,
  type DeclaredTable,
  type SheetGrid,
} from '../../../src/domain/table/sheet-grid.ts'
import { hiddenSheets, tableNotices } from '../../../src/domain/table/table-notices.ts'
import { dataset, datasets, foundOn, header } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

const at = (...cells: readonly string[]) => cells.map((cell) => ({ sheet: 'Sheet1', cell }))
const many = Array.from({ length: 60 }, (_, index) => dataset(index + 1))
const down = (letter: string, count: number) =>
  at(...Array.from({ length: count }, (_, index) => `${letter}${index + 2}`))

describe('headings that come again among the values', () => {
  const named = ['Roads', 'Ann Lee', 'CSV', 'Daily']

  /** A table with the headings as written, of which the columns are known by what is said of them. */
  function read(
    headings: readonly string[],
    rows: readonly (readonly string[])[],
    reasons: readonly MappingReason[] = [],
  ) {
    const grid = makeGrid([headings, ...rows])
    const labels = headings.map((header, index) => ({ column: index + 1, header }))
    const built = buildTable(grid, { sheet: 'Sheet1', headerRow: 1, headerRows: 1 }, labels)
    const columns = built.table.columns.map((column, index): ColumnMapping => {
      const field = index === 0 ? 'title' : null
      return { ...column, field, reason: reasons[index] ?? 'none' }
    })
    const found: FoundTable = { ...built, table: { ...built.table, columns } }
    expect(found.rows).toHaveLength(rows.length)
    return tableNotices(found)
  }

  const unlike = ['Rails', 'Bob Roy', 'PDF', 'Weekly']
  const inTwo = ['Ports', 'Ann Lee', 'XML', 'Daily']
  const told = (cell: string) => [{ code: 'headings-like-data', count: 1, places: at(cell) }]

  test.each<[what: string, rows: readonly (readonly string[])[]]>([
    ['in one row', [unlike, inTwo]],
    ['in several', [unlike, ['Parks', 'Bob Roy', 'CSV', 'Yearly'], ['Parks', 'Ann Lee', 'XML', 'Yearly']]],
  ])('are told of when two of four do, %s', (_, rows) => {
    expect(read(named, rows)).toEqual(told('A1'))
  })

  test.each<[what: string, rows: readonly (readonly string[])[]]>([
    ['none does', [unlike, ['Daily', 'Roads', 'Ann Lee', 'CSV']]],
    [
      'only one does, however often',
      [unlike, ['Ports', 'Ann Lee', 'XML', 'x'], ['Parks', 'Ann Lee', 'XML', 'x']],
    ],
    ['they do so below the first three hundred rows', [...Array.from({ length: 300 }, () => unlike), inTwo]],
  ])('are not told of when %s', (_, rows) => {
    expect(read(named, rows)).toEqual([])
  })

  test('are told of in the three hundredth row', () => {
    expect(read(named, [...Array.from({ length: 299 }, () => unlike), inTwo])).toEqual(told('A1'))
  })

  test.each<MappingReason>(['heading', 'heading-in-part'])(
    'are not told of when one is known by its %s',
    (reason) => {
      expect(read(named, [unlike, inTwo], ['none', 'values', reason])).toEqual([])
      expect(read(named, [unlike, inTwo], ['none', 'values', 'remembered'])).toEqual(told('A1'))
    },
  )

  test('are told of when they are three of ten, and not when they are two', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `Word ${index}`)
    const again = (count: number) => ten.map((word, index) => (index < count ? word : `Other ${index}`))
    const other = again(0)
    expect(read(ten, [other, again(3)])).toEqual(told('A1'))
    expect(read(ten, [other, again(2)])).toEqual([])
  })

  test('are named by the first of them, and counted without columns that have none', () => {
    const wide = ['', '', '', '', ...named]
    const beside = ['1', '2', '3', '4']
    expect(
      read(wide, [
        [...beside, ...unlike],
        [...beside, ...inTwo],
      ]),
    ).toEqual(told('E1'))
  })
})

describe('what there is too much of to name', () => {
  const kindsWithErrors = (kinds: readonly CellKind[]) =>
    kinds.map((kind): CellKind => (kind === 'text' ? 'error' : kind))
  const damaged = (grid: SheetGrid) => ({
    ...grid,
    rows: grid.rows.map((row) => (row.row === 1 ? row : { ...row, kinds: kindsWithErrors(row.kinds) })),
  })

  test('is counted, and the first fifty places named: cells with errors', () => {
    const one = damaged(makeGrid([header, ...datasets.slice(0, 1)]))
    expect(tableNotices(foundOn(one))).toEqual([
      { code: 'error-cells', count: 4, places: at('B2', 'C2', 'D2', 'E2') },
    ])
    const [notice] = tableNotices(foundOn(damaged(makeGrid([header, ...many]))))
    expect(notice).toMatchObject({ code: 'error-cells', count: 240 })
    expect(notice).toHaveProperty('places.length', 50)
    expect(notice).toHaveProperty('places.49', { sheet: 'Sheet1', cell: 'C14' })
  })

  test('is counted, and the first fifty places named: hidden rows', () => {
    const grid = makeGrid([header, ...many])
    const rows = grid.rows.map((row) => ({ ...row, hidden: true }))
    expect(tableNotices(foundOn({ ...grid, rows }))).toEqual([
      { code: 'hidden-rows', count: 60, places: down('A', 50) },
    ])
  })

  test('is not what stands beside the table', () => {
    const rows = datasets.map((row) => [...row, null, row[0] === 3 ? '#REF!' : null])
    const grid = makeGrid([header, ...rows])
    const kinds: readonly CellKind[] = ['number', 'text', 'text', 'text', 'text', 'error']
    const withError = grid.rows.map((row) => (row.row === 4 ? { ...row, kinds } : row))
    expect(tableNotices(foundOn({ ...grid, rows: withError }))).toEqual([])
  })
})

test('a table in which no column is the title is told of, after all else', () => {
  const found = foundOn(makeGrid([header, ...datasets], { hiddenColumns: [{ first: 2, last: 2 }] }))
  const columns = found.table.columns.map((column) => ({ ...column, field: null }))
  expect(tableNotices({ ...found, table: { ...found.table, columns } })).toEqual([
    { code: 'hidden-columns', count: 1, places: [{ sheet: 'Sheet1', cell: 'B1', words: 'Dataset Name' }] },
    { code: 'no-title-column' },
  ])
})

describe('hidden rows', () => {
  const hidden = (more: Partial<SheetGrid>) => {
    const grid = makeGrid([header, ...datasets], more)
    const rows = grid.rows.map((row) => ({ ...row, hidden: true }))
    return tableNotices(foundOn({ ...grid, rows }))
  }
  const range = { firstRow: 3, lastRow: 5, firstColumn: 1, lastColumn: 5 }

  test('are left out by a filter from below its first row to its last', () => {
    expect(hidden({ filter: range })).toEqual([
      { code: 'hidden-rows', count: 3, places: at('A2', 'A3', 'A6') },
      { code: 'filtered-rows', count: 2, places: at('A4', 'A5') },
    ])
  })

  test('are left out by the filter of a table only where it leaves rows out', () => {
    // The fifth dataset stands below the table.
    const table: DeclaredTable = { ...range, firstRow: 1, headerRows: 1, totalsRows: 0, isFiltered: false }
    const places = at('A2', 'A3', 'A4', 'A5')
    expect(hidden({ tables: [table] })).toEqual([{ code: 'hidden-rows', count: 4, places }])
    const filtered = { ...table, isFiltered: true }
    expect(hidden({ tables: [filtered] })).toEqual([{ code: 'filtered-rows', count: 4, places }])
  })
})

test('notes on what stands above the headings are not of the table', () => {
  const notes = new Map([1, 2, 3, 4, 5].map((row) => [cellKey(row, 2), `Note ${row}`]))
  const grid = makeGrid([['x', 'Inventory'], ['y', 'Bands'], header, ...datasets.slice(0, 1)], { notes })
  const labels = header.map((text, index) => ({ column: index + 1, header: text }))
  const noted = (headerRows: number) =>
    tableNotices(buildTable(grid, { sheet: 'Sheet1', headerRow: 3, headerRows }, labels))
  const place = (row: number) => ({ sheet: 'Sheet1', cell: `B${row}`, words: `Note ${row}` })
  expect(noted(1)).toEqual([{ code: 'cell-notes', count: 2, places: [place(3), place(4)] }])
  expect(noted(2)).toEqual([{ code: 'cell-notes', count: 3, places: [place(2), place(3), place(4)] }])
})

test('hidden sheets that are taken with the table are not told of', () => {
  const { table, sameColumns } = foundOn(
    makeGrid([header, ...datasets], { name: 'North' }),
    makeGrid([header, ...datasets], { name: 'South' }),
  )
  const sheets = ['North', 'South', 'East'].map((name) => ({
    name,
    state: 'hidden' as const,
    rows: 6,
    columns: 5,
  }))
  expect(sameColumns).toHaveLength(1)
  expect(hiddenSheets(sheets, table)).toEqual([{ code: 'hidden-sheets', sheets: ['East'] }])
})
