import { describe, expect, it } from 'vitest'
import { dataset, datasets, found, header, problem } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

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
    const tables = [
      {
        firstRow: 1,
        lastRow: 7,
        firstColumn: 1,
        lastColumn: 5,
        headerRows: 1,
        totalsRows: 1,
        isFiltered: false,
      },
    ]
    const rows = [
      header,
      ...datasets,
      [5, null, null, null, 5],
      ['see also', 'the other list', 'of', 'the', 'agency'],
    ]
    expect(found([makeGrid(rows, { tables })])).toMatchObject({ datasets: 5, lastRow: 6 })
  })
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
