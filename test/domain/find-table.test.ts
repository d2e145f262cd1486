import { describe, expect, it } from 'vitest'
import { findTable } from '../../src/domain/find-table.ts'
import type { TableChoice } from '../../src/domain/inventory-table.ts'
import type { SheetGrid } from '../../src/domain/sheet-grid.ts'
import { makeGrid } from '../support/make-grid.ts'

const header = ['ID', 'Dataset Name', 'Description', 'Update Frequency', 'Contact']
const dataset = (id: number) => [id, `Dataset ${id}`, `What dataset ${id} says`, 'Monthly', 'a@ct.gov']
const datasets = [1, 2, 3, 4, 5].map(dataset)

function found(grids: readonly SheetGrid[], choice?: TableChoice) {
  const result = findTable(grids, choice)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { account } = result.value.table
  const { above, header: headings, datasets: taken, blank, other } = account
  expect(above + headings + taken + blank + other).toBe(account.rows)
  return result.value.table
}

const problem = (grids: readonly SheetGrid[], choice?: TableChoice) => {
  const result = findTable(grids, choice)
  return result.ok ? null : result.error
}

describe('the header row', () => {
  it('is found below titles, notes and an agency block', () => {
    const above = [['Data Inventory 2024'], ['Agency:', 'DOT'], ['Fill in one row per dataset.'], []]
    expect(found([makeGrid([...above, header, ...datasets])])).toMatchObject({
      headerRow: 5,
      headerRows: 1,
      firstRow: 6,
      lastRow: 10,
      datasets: 5,
      account: { rows: 10, above: 3, header: 1, datasets: 5, blank: 1, other: 0 },
    })
  })

  it('joins merged bands over the headings', () => {
    const bands = ['Dataset', null, null, 'Upkeep', null]
    const names = ['ID', 'Name', 'Description', 'Update Frequency', 'Contact']
    const merges = [
      { firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 3 },
      { firstRow: 1, lastRow: 1, firstColumn: 4, lastColumn: 5 },
    ]
    const table = found([makeGrid([bands, names, ...datasets], { merges })])
    expect(table).toMatchObject({ headerRow: 2, headerRows: 2, firstRow: 3, datasets: 5 })
    expect(table.columns.map((column) => column.header)).toEqual([
      'Dataset / ID',
      'Dataset / Name',
      'Dataset / Description',
      'Upkeep / Update Frequency',
      'Upkeep / Contact',
    ])
    expect(table.columns[1]?.field).toBe('title')
  })

  it('reads headings merged down beside divided ones', () => {
    const merges = [
      { firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 },
      { firstRow: 1, lastRow: 2, firstColumn: 2, lastColumn: 2 },
      { firstRow: 1, lastRow: 1, firstColumn: 3, lastColumn: 4 },
    ]
    const rows = [
      ['ID', 'Dataset Name', 'Contact', null],
      [null, null, 'Name', 'Email'],
      ...datasets.map(([id, name]) => [id ?? 0, name ?? '', 'Ann', 'a@ct.gov']),
    ]
    const table = found([makeGrid(rows, { merges })])
    expect(table).toMatchObject({ headerRow: 2, headerRows: 2, datasets: 5 })
    expect(table.columns.map((column) => column.header)).toEqual([
      'ID',
      'Dataset Name',
      'Contact / Name',
      'Contact / Email',
    ])
  })

  it('does not take a merged title for a band', () => {
    const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 5 }]
    const table = found([makeGrid([['Inventory of the Department'], header, ...datasets], { merges })])
    expect(table).toMatchObject({ headerRow: 2, headerRows: 1 })
  })

  it('does not grow with a title merged over the whole sheet', () => {
    const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 1, lastColumn: 16_384 }]
    const grid = makeGrid([['Inventory'], header, ...datasets], { merges })
    expect(found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 2 }).columns).toHaveLength(5)
  })

  it('is the one that was asked for', () => {
    const grid = makeGrid([header, ['x', 'y', 'z', 'u', 'v'], ...datasets])
    expect(found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 1 }).columns[0]?.header).toBe('x')
    expect(found([grid], { sheet: 'Sheet1', headerRow: 0, headerRows: 1 }).headerRow).toBe(1)
    expect(problem([grid], { sheet: 'Other', headerRow: 1, headerRows: 1 })).toEqual({
      code: 'sheet-not-found',
      sheet: 'Other',
    })
    expect(problem([grid], { sheet: 'Sheet1', headerRow: 99, headerRows: 1 })).toEqual({
      code: 'header-row-empty',
      sheet: 'Sheet1',
      headerRow: 99,
    })
  })
})

describe('the rows of the table', () => {
  it('leave out blank rows, totals, repeated headings and notes below', () => {
    const rows = [
      header,
      ...datasets.slice(0, 2),
      [],
      ...datasets.slice(2),
      header,
      dataset(6),
      ['Total', null, null, 6],
      [],
      ['Note: frequencies are estimates.'],
      ['Source: agency survey'],
    ]
    expect(found([makeGrid(rows)])).toMatchObject({
      datasets: 6,
      lastRow: 9,
      account: { rows: 13, above: 0, header: 1, datasets: 6, blank: 2, other: 4 },
    })
  })

  it('leave out numbered rows that nobody filled in', () => {
    const table = found([makeGrid([header, ...datasets, [6], [7], [8]])])
    expect(table).toMatchObject({ datasets: 5, account: { other: 3 } })
  })

  it('keep a dataset of which only the name is known', () => {
    const table = found([makeGrid([header, ...datasets, [null, 'Only a name'], dataset(7)])])
    expect(table.datasets).toBe(7)
  })

  it('keep names of datasets that stand apart at the end', () => {
    expect(
      found([makeGrid([header, ...datasets, [], [null, 'A new one'], [null, 'Another']])]).datasets,
    ).toBe(7)
  })

  it('keep a dataset whose name begins with Total', () => {
    const rows = [header, ...datasets, [6, 'Total enrollment by town', 'Pupils', 'Annual', 'b@ct.gov']]
    expect(found([makeGrid(rows)]).datasets).toBe(6)
  })

  it('end where a declared table ends, without its totals row', () => {
    const tables = [{ firstRow: 1, lastRow: 7, firstColumn: 1, lastColumn: 5, headerRows: 1, totalsRows: 1 }]
    const rows = [
      header,
      ...datasets,
      [5, null, null, null, 5],
      ['see also', 'the other list', 'of', 'the', 'agency'],
    ]
    expect(found([makeGrid(rows, { tables })])).toMatchObject({ datasets: 5, lastRow: 6 })
  })
})

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

describe('the columns of the table', () => {
  it('may start at B and include one without a heading', () => {
    const rows = [
      [],
      [null, ...header.slice(0, 3), null, 'Contact'],
      ...datasets.map((row) => [null, ...row]),
    ]
    const table = found([makeGrid(rows)])
    expect(table.columns.map(({ letter, header: text }) => `${letter} ${text}`)).toEqual([
      'B ID',
      'C Dataset Name',
      'D Description',
      'E ',
      'F Contact',
    ])
  })

  it('are not those of a list beside it', () => {
    const list = ['Annual', 'Monthly']
    const rows = [
      [...header, null, 'Frequencies'],
      ...[...datasets, ...[6, 7, 8, 9].map(dataset)].map((row, index) => [...row, null, list[index] ?? null]),
    ]
    expect(found([makeGrid(rows)]).columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  it('are not those an earlier plan added', () => {
    const rows = [[...header, 'Availability'], ...datasets.map((row) => [...row, 'On portal'])]
    const table = found([makeGrid(rows, { planColumns: new Set([6]) })])
    expect(table.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
})

describe('the sheet', () => {
  const inventory = makeGrid([header, ...datasets], { name: 'Inventory' })
  const many = Array.from({ length: 40 }, (_, index) => [`Code ${index}`, `Meaning ${index}`])

  it('is the inventory, not instructions, lists or our own sheets', () => {
    const grids = [
      makeGrid([['How to fill in'], ['1. Name', 'Give each dataset a name.']], { name: 'Instructions' }),
      makeGrid([['Name', 'Description'], ...many], { name: 'Lookup lists' }),
      inventory,
      makeGrid([header, ...datasets, ...datasets], { name: 'Plan additions' }),
    ]
    expect(found(grids).sheet).toBe('Inventory')
  })

  it('is a visible one where there is one', () => {
    const old = makeGrid([header, ...datasets, dataset(6)], { name: 'Dataset inventory', state: 'hidden' })
    expect(found([old, inventory]).sheet).toBe('Inventory')
    expect(found([old]).sheet).toBe('Dataset inventory')
  })

  it('may be an empty template, which is said', () => {
    const lists = makeGrid([['Field', 'Meaning'], ...many], { name: 'Field Explanations' })
    expect(problem([lists, makeGrid([['Title'], header], { name: 'Data Inventory' })])).toEqual({
      code: 'no-datasets',
      sheet: 'Data Inventory',
      headerRow: 2,
    })
  })

  it('may be missing, which is said', () => {
    expect(problem([])).toEqual({ code: 'no-table-found' })
    expect(problem([makeGrid([['Dear reader,'], ['this is a letter.']])])).toEqual({ code: 'no-table-found' })
  })
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
