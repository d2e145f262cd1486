import { describe, expect, it } from 'vitest'
import { findTable } from '../../../src/domain/table/find-table.ts'
import { dataset, datasets, found, header, problem } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

describe('headings over several rows', () => {
  const names = ['ID', 'Name', 'Description', 'Update Frequency', 'Contact']

  it('join bands that were never merged, each up to the next', () => {
    const bands = ['Dataset', null, null, 'Upkeep', null]
    const table = found([makeGrid([['Data Inventory'], bands, names, ...datasets])])
    expect(table).toMatchObject({
      headerRow: 3,
      headerRows: 2,
      datasets: 5,
      account: { above: 1, header: 2 },
    })
    expect(table.columns.map((column) => column.header)).toEqual([
      'Dataset / ID',
      'Dataset / Name',
      'Dataset / Description',
      'Upkeep / Update Frequency',
      'Upkeep / Contact',
    ])
  })

  it('take a heading from the band where the row below has none', () => {
    const bands = ['Number', 'Dataset Name', 'What it holds', null, null]
    const finer = [null, null, 'In words', 'How often', 'Whom to ask']
    const table = found([makeGrid([bands, finer, ...datasets])])
    expect(table).toMatchObject({ headerRow: 2, headerRows: 2, datasets: 5 })
    expect(table.columns.map((column) => column.header)).toEqual([
      'Number',
      'Dataset Name',
      'What it holds / In words',
      'What it holds / How often',
      'What it holds / Whom to ask',
    ])
  })

  it('reach down as far as their headings are merged, over empty rows too', () => {
    const down = (column: number) => ({ firstRow: 1, lastRow: 4, firstColumn: column, lastColumn: column })
    const merges = [down(1), down(2), down(3), down(5)]
    const rows = [
      ['ID', 'Name', 'Description', 'Upkeep', 'Contact'],
      [],
      [],
      [null, null, null, 'Frequency'],
      ...datasets,
    ]
    const table = found([makeGrid(rows, { merges })])
    expect(table).toMatchObject({ headerRow: 4, headerRows: 4, firstRow: 5, datasets: 5 })
    expect(table.columns.map((column) => column.header)).toEqual([
      'ID',
      'Name',
      'Description',
      'Upkeep / Frequency',
      'Contact',
    ])
  })

  it('are not the agency and its value, nor notes written across cells', () => {
    const agency = ['Agency:', 'Department of Transportation', 'Contact:', 'A. Person']
    expect(found([makeGrid([agency, header, ...datasets])])).toMatchObject({ headerRow: 2, headerRows: 1 })
    const notes = ['please fill in', 'every row', null, 'by the end of May.']
    const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 }]
    expect(found([makeGrid([notes, header, ...datasets], { merges })])).toMatchObject({ headerRows: 1 })
  })
})

describe('rows that are no datasets', () => {
  const named = ['Dataset Name', 'Description', 'Update Frequency', 'Contact']
  const row = (name: string) => [name, `What ${name} says`, 'Monthly', 'a@ct.gov']

  it('are section headings within the table', () => {
    const rows = [
      named,
      ['BUREAU OF FINANCE'],
      row('Budgets'),
      row('Payments'),
      ['Office of Roads'],
      row('Bridges'),
    ]
    expect(found([makeGrid(rows)])).toMatchObject({
      datasets: 3,
      account: { other: 2, why: { section: 2 } },
      skipped: [
        { row: 2, reason: 'section' },
        { row: 5, reason: 'section' },
      ],
    })
  })

  it('are not names of datasets that stand alone', () => {
    const rows = [named, row('Budgets'), ['Payments to vendors'], ['Office of Roads data'], row('Bridges')]
    expect(found([makeGrid(rows)]).datasets).toBe(4)
    const capitals = [named, row('BUDGETS'), ['PAYMENTS'], row('BRIDGES'), row('ROADS')]
    expect(found([makeGrid(capitals)]).datasets).toBe(4)
  })

  it('are explanations of the columns below their headings', () => {
    const how = ['(Mandatory) A short name', '(Optional) In words', 'Choose from the list', 'e.g. a@ct.gov']
    expect(found([makeGrid([named, how, row('Budgets'), row('Payments')])])).toMatchObject({
      datasets: 2,
      firstRow: 3,
      account: { why: { explanation: 1 } },
    })
    const numbers = ['(1)', '(2)', '(3)', '(4)']
    const rows = [named, numbers, row('Budgets'), row('Payments'), row('Bridges'), row('Roads')]
    expect(found([makeGrid(rows)]).account.why).toEqual({ explanation: 1 })
  })

  it('are another table below, with headings of its own', () => {
    const other = [
      ['System', 'Owner', 'URL'],
      ['Core', 'IT', 'https://ct.gov'],
      ['Aged', 'IT', 'https://ct.gov/a'],
    ]
    const rows = [named, ...['a', 'b', 'c', 'd'].map(row), [], ...other]
    expect(found([makeGrid(rows)])).toMatchObject({
      datasets: 4,
      lastRow: 5,
      account: { why: { 'other-table': 3 } },
    })
    const list = [
      ['Code', 'Stands for'],
      ['A', 'Annual'],
      ['M', 'Monthly'],
      ['W', 'Weekly'],
    ]
    expect(found([makeGrid([named, ...['a', 'b', 'c', 'd'].map(row), [], ...list])]).datasets).toBe(4)
  })

  it('are not the rest of the table behind an empty row or a repeated heading', () => {
    const rows = [named, row('a'), row('b'), [], named, row('c'), row('d')]
    expect(found([makeGrid(rows)])).toMatchObject({ datasets: 4, account: { why: { 'repeated-header': 1 } } })
  })
})

it('finds the inventory below another table on the same sheet', () => {
  const other = [
    ['Office', 'Telephone', 'Room', 'Floor', 'Hours'],
    ['Finance', '860-1', '12', 'first', 'nine to five'],
    ['Roads', '860-2', '13', 'second', 'nine to five'],
  ]
  expect(found([makeGrid([...other, [], header, ...datasets])])).toMatchObject({ headerRow: 5, datasets: 5 })
})

describe('one inventory on several sheets', () => {
  const sheet = (name: string, ids: readonly number[], above: readonly (readonly string[])[] = []) =>
    makeGrid([...above, header, ...ids.map(dataset)], { name })
  const grids = [
    sheet('Finance', [1, 2, 3]),
    sheet('Roads', [4, 5], [['Bureau of Roads'], []]),
    makeGrid(
      [
        ['Code', 'Meaning'],
        ['A', 'Annual'],
      ],
      { name: 'Codes' },
    ),
    makeGrid([[...header].reverse(), dataset(9)], { name: 'Turned round' }),
    { ...sheet('Old', [6]), state: 'hidden' as const },
    sheet('Empty', []),
  ]

  it('offers the visible sheets with the same headings in the same columns', () => {
    const result = findTable(grids)
    if (!result.ok) throw new Error(result.error.code)
    const { table, sameColumns } = result.value
    expect(table).toMatchObject({ sheet: 'Finance', datasets: 3, further: [] })
    expect(sameColumns.map((part) => part.sheet)).toMatchObject([
      { sheet: 'Roads', headerRow: 3, firstRow: 4, lastRow: 5, datasets: 2, account: { above: 1, blank: 1 } },
    ])
  })

  it('takes those that are asked for', () => {
    const choice = { sheet: 'Finance', headerRow: 1, headerRows: 1, alsoSheets: ['Roads'] }
    expect(found(grids, choice)).toMatchObject({
      ...choice,
      datasets: 3,
      further: [{ sheet: 'Roads', datasets: 2 }],
    })
  })

  it('says which sheet has other columns', () => {
    const choice = { sheet: 'Finance', headerRow: 1, headerRows: 1, alsoSheets: ['Roads', 'Turned round'] }
    expect(problem(grids, choice)).toEqual({ code: 'columns-differ', sheet: 'Turned round' })
  })
})

describe('a sheet with its headings running down', () => {
  const rows = [
    ['Dataset Inventory'],
    ['Dataset Name:', 'Traffic counts'],
    ['Description:', 'Vehicles by road'],
    ['Data Owner:', 'A. Person'],
    ['Update Frequency:', 'Monthly'],
    ['Format:', 'CSV'],
  ]

  it('is named as such, with one dataset or several', () => {
    const transposed = { code: 'table-transposed', sheet: 'Sheet1' }
    expect(problem([makeGrid(rows)])).toEqual(transposed)
    const several = rows.map((cells, index) =>
      index === 0 ? cells : [...cells, `Another ${index}`, `Third ${index}`],
    )
    expect(problem([makeGrid(several)])).toEqual(transposed)
  })

  it('is no obstacle where another sheet holds the inventory', () => {
    const inventory = makeGrid([header, ...datasets], { name: 'Inventory' })
    expect(found([makeGrid(rows, { name: 'About' }), inventory]).sheet).toBe('Inventory')
  })

  it('is not a dictionary that explains each heading of the inventory', () => {
    const dictionary = [
      ['Field', 'Meaning', 'Required'],
      ...header.map((name) => [name, `What ${name} is`, 'Yes']),
    ]
    expect(found([makeGrid(dictionary, { name: 'Dictionary' }), makeGrid([header, ...datasets])]).sheet).toBe(
      'Sheet1',
    )
  })
})
