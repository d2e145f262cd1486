import { describe, expect, test } from 'vitest'
import { buildPart, buildTable, withoutPlanColumns } from '../../../src/domain/table/build-table.ts'
import { cellKey, type DeclaredTable, type SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { makeGrid } from '../../support/make-grid.ts'

const choice = { sheet: 'Sheet1', headerRow: 1, headerRows: 1 }
const labelled = (...headers: readonly string[]) =>
  headers.map((header, index) => ({ column: index + 1, header }))
const build = (grid: SheetGrid, ...headers: readonly string[]) =>
  buildTable(grid, choice, labelled(...headers))

describe('a table', () => {
  const rows = [['Dataset', 'Format'], ['Roads', 'CSV'], ['Rails', 'PDF'], [], ['Ports']]
  const account = { rows: 5, above: 0, header: 1, datasets: 3, blank: 1, other: 0, why: {} }
  const counts = {
    firstRow: 2,
    lastRow: 5,
    datasets: 3,
    account,
    skipped: [],
    blank: [{ first: 4, last: 4 }],
  }
  const plain = { also: [], contested: null, confidence: 'high', reason: 'heading' }
  const columns = [
    { letter: 'A', header: 'Dataset', field: 'title', samples: ['Roads', 'Rails', 'Ports'], ...plain },
    { letter: 'B', header: 'Format', field: 'format', samples: ['CSV', 'PDF'], ...plain },
  ]

  test('has its datasets, its columns, and the account of its sheet', () => {
    const grid = makeGrid(rows)
    expect(build(grid, 'Dataset', 'Format')).toEqual({
      grid,
      table: { ...choice, ...counts, columns, further: [] },
      rows: grid.rows.slice(1),
      further: [],
      sameColumns: [],
    })
  })

  test('goes on with the same columns on a further sheet', () => {
    const { table } = build(makeGrid(rows), 'Dataset', 'Format')
    const grid = makeGrid(rows, { name: 'South' })
    expect(buildPart(grid, { ...choice, sheet: 'South' }, table.columns)).toEqual({
      grid,
      rows: grid.rows.slice(1),
      sheet: { ...choice, ...counts, sheet: 'South' },
    })
    const empty = makeGrid(rows.slice(0, 1), { name: 'East' })
    expect(buildPart(empty, choice, table.columns).sheet).toMatchObject({
      firstRow: 0,
      lastRow: 0,
      datasets: 0,
    })
  })

  test('has nothing but its headings where nothing stands below them', () => {
    expect(build(makeGrid(rows.slice(0, 1)), 'Dataset', 'Format')).toMatchObject({
      table: { firstRow: 0, lastRow: 0, datasets: 0, columns: [{ samples: [] }, { samples: [] }] },
      rows: [],
    })
  })
})

describe('the samples of a column', () => {
  const samplesOf = (grid: SheetGrid, headerRow: number) =>
    buildTable(grid, { ...choice, headerRow }, labelled('Dataset', 'Format')).table.columns.map(
      ({ samples }) => samples,
    )

  test('are from below the headings', () => {
    const grid = makeGrid([
      ['Inventory', 'x'],
      ['Dataset', 'Format'],
      ['Roads', 'CSV'],
      ['Rails', 'CSV'],
    ])
    expect(samplesOf(grid, 2)).toEqual([['Roads', 'Rails'], ['CSV']])
  })

  test('are from the first three hundred rows', () => {
    const rows = Array.from({ length: 301 }, (_, index) => [
      `Dataset ${index}`,
      index === 299 ? 'last looked at' : index === 300 ? 'too far down' : 'CSV',
    ])
    expect(samplesOf(makeGrid([['Dataset', 'Format'], ...rows]), 1)[1]).toEqual(['CSV', 'last looked at'])
  })

  test('are from fewer rows where the table is very wide', () => {
    const wide = Array.from({ length: 2000 }, (_, index) => `Heading ${index}`)
    const rows = Array.from({ length: 102 }, (_, index) => [`Dataset ${index}`, index < 100 ? 'CSV' : 'PDF'])
    expect(build(makeGrid([wide, ...rows]), ...wide).table.columns[1]?.samples).toEqual(['CSV'])
    expect(build(makeGrid([wide, ...rows.slice(1)]), ...wide).table.columns[1]?.samples).toEqual([
      'CSV',
      'PDF',
    ])
  })
})

describe('where the agency declared a table itself', () => {
  const declared: DeclaredTable = {
    firstRow: 2,
    lastRow: 5,
    firstColumn: 2,
    lastColumn: 4,
    headerRows: 1,
    totalsRows: 1,
    isFiltered: false,
  }
  const rows = [
    ['Inventory', 'of the', 'whole', 'agency', 'now'],
    ['Region', 'Dataset', 'Format', 'Owner', 'Remark'],
    [null, 'Roads', 'CSV', 'Ann'],
    [null, 'Rails', 'PDF', 'Bob'],
    [null, 'Total', 2, 2],
    [null, 'Ports', 'XML', 'Cid'],
  ]
  const headings = ['Region', 'Dataset', 'Format', 'Owner', 'Remark']
  const read = (table: Partial<DeclaredTable>) => {
    const grid = makeGrid(rows, { tables: [{ ...declared, ...table }] })
    const { datasets, columns } = buildTable(grid, { ...choice, headerRow: 2 }, labelled(...headings)).table
    return {
      datasets,
      columns: columns.map(({ letter, header, samples }) => [letter, header, ...samples].join(' ')),
    }
  }

  test('it has the columns and the rows of that, without its totals', () => {
    expect(read({})).toEqual({
      datasets: 2,
      columns: ['B Dataset Roads Rails', 'C Format CSV PDF', 'D Owner Ann Bob'],
    })
    expect(read({ firstRow: 1, headerRows: 2 })).toEqual({
      datasets: 2,
      columns: ['B Dataset Roads Rails', 'C Format CSV PDF', 'D Owner Ann Bob'],
    })
  })

  const whole = {
    datasets: 3,
    columns: [
      'A Region',
      'B Dataset Roads Rails Total Ports',
      'C Format CSV PDF 2 XML',
      'D Owner Ann Bob 2 Cid',
      'E Remark',
    ],
  }

  test.each<[what: string, table: Partial<DeclaredTable>]>([
    ['begins further down', { firstRow: 3 }],
    ['ends its headings further up', { firstRow: 1 }],
    ['has no headings', { firstRow: 3, headerRows: 0 }],
  ])('that means nothing for headings elsewhere when it %s', (_, table) => {
    expect(read(table)).toEqual(whole)
  })
})

describe('links on the cells of a column that may be for links', () => {
  const confidence = (values: readonly string[], linked: readonly number[]) => {
    const rows = values.map((value, index) => [`Dataset ${index}`, value])
    const links = new Map(linked.map((row) => [cellKey(row, 2), 'https://data.ct.gov']))
    const table = build(
      makeGrid([['Dataset', 'Hyperlink'], ...rows], { links }),
      'Dataset',
      'Hyperlink',
    ).table
    return [table.columns[1]?.field, table.columns[1]?.confidence]
  }
  const four = ['Portal', 'Portal', 'Portal', 'Portal']

  test.each<[what: string, values: readonly string[], linked: readonly number[], confidence: string]>([
    ['none', four, [], 'low'],
    ['none but of the headings', four, [1], 'low'],
    ['a quarter', four, [4], 'medium'],
    ['half', four, [2, 5], 'high'],
    ['half of those that hold something', ['Portal', '', '', 'Portal'], [2], 'high'],
  ])('count as addresses: %s', (_, values, linked, expected) => {
    expect(confidence(values, linked)).toEqual(['url', expected])
  })
})

describe('a sheet without what an earlier plan added to it', () => {
  const rows = [
    ['Dataset', 'Priority', 'Amount'],
    ['Roads', 'High', 12],
    [null, 'Low'],
    ['Rails', null, 7],
  ]

  test('has the other columns, and only rows that still hold something', () => {
    const grid = makeGrid(rows, { name: 'Plan', planColumns: new Set([2]) })
    expect(withoutPlanColumns(grid)).toEqual({
      ...grid,
      rows: [
        { row: 1, hidden: false, columns: [1, 3], texts: ['Dataset', 'Amount'], kinds: ['text', 'text'] },
        { row: 2, hidden: false, columns: [1, 3], texts: ['Roads', '12'], kinds: ['text', 'number'] },
        { row: 4, hidden: false, columns: [1, 3], texts: ['Rails', '7'], kinds: ['text', 'number'] },
      ],
    })
  })

  test('is the same sheet where nothing was added', () => {
    const grid = makeGrid(rows)
    expect(withoutPlanColumns(grid)).toBe(grid)
  })
})
