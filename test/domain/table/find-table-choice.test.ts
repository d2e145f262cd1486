import { describe, expect, it, test } from 'vitest'
import { dataset, datasets, found, header, problem } from '../../support/found-table.ts'
import type { Cells } from '../../support/judged-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

const transposed = (name: string, state: 'visible' | 'hidden' = 'visible') =>
  makeGrid(
    [
      ['Dataset Name:', 'Traffic counts'],
      ['Description:', 'Vehicles by road'],
      ['Data Owner:', 'A. Person'],
      ['Update Frequency:', 'Monthly'],
      ['Format:', 'CSV'],
    ],
    { name, state },
  )
const numbers = (name: string) => makeGrid([[1, 2, 3]], { name })
const letter = (name: string) => makeGrid([['Dear reader,'], ['this is a letter.']], { name })

describe('a sheet that is asked for', () => {
  const rows = [['About', 'Us'], header, ...datasets]

  it('has its headings where they are asked for', () => {
    const grid = makeGrid(rows)
    expect(found([grid], { sheet: 'Sheet1', headerRow: 1, headerRows: 1 })).toMatchObject({
      headerRow: 1,
      headerRows: 1,
      account: { above: 0, header: 1 },
    })
    expect(found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 2 })).toMatchObject({
      headerRow: 2,
      headerRows: 2,
      account: { above: 0, header: 2 },
    })
    expect(
      found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 2 }).columns.map((column) => column.header),
    ).toEqual([
      'About / ID',
      'Us / Dataset Name',
      'Us / Description',
      'Us / Update Frequency',
      'Us / Contact',
    ])
  })

  it('has one row of headings at least, and none above the first row', () => {
    const grid = makeGrid(rows)
    expect(found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 0 }).headerRows).toBe(1)
    expect(found([grid], { sheet: 'Sheet1', headerRow: 2, headerRows: 9 }).headerRows).toBe(2)
  })

  it('is looked at alone where its headings are to be found', () => {
    const choose = (sheet: string) => ({ sheet, headerRow: 0, headerRows: 1 })
    const grids = [transposed('Card'), letter('Letter'), makeGrid(rows, { name: 'Inventory' })]
    expect(problem(grids, choose('Card'))).toEqual({ code: 'table-transposed', sheet: 'Card' })
    expect(problem(grids, choose('Letter'))).toEqual({ code: 'no-table-found' })
    expect(found(grids, choose('Inventory'))).toMatchObject({ sheet: 'Inventory', headerRow: 2 })
  })

  it('may be named among the further sheets, of which there may be several', () => {
    const sheet = (name: string, id: number) => makeGrid([header, dataset(id)], { name })
    const grids = [sheet('Finance', 1), sheet('Roads', 2), sheet('Parks', 3), sheet('Ports', 4)]
    const choice = { sheet: 'Finance', headerRow: 1, headerRows: 1 }
    const alsoSheets = ['Finance', 'Ports', 'Roads']
    expect(found(grids, { ...choice, alsoSheets })).toMatchObject({
      sheet: 'Finance',
      datasets: 1,
      alsoSheets: ['Roads', 'Ports'],
      further: [
        { sheet: 'Roads', datasets: 1 },
        { sheet: 'Ports', datasets: 1 },
      ],
    })
    expect(found(grids, choice)).not.toHaveProperty('alsoSheets')
    expect(problem(grids, { ...choice, alsoSheets: ['Roads', 'Nowhere'] })).toEqual({
      code: 'columns-differ',
      sheet: 'Nowhere',
    })
  })
})

describe('sheets that hold no table', () => {
  it('are numbers, letters, and few words without rows below', () => {
    expect(problem([numbers('Numbers')])).toEqual({ code: 'no-table-found' })
    expect(problem([makeGrid([['Contact', 'Zeta', 'Eta']])])).toEqual({ code: 'no-table-found' })
    expect(problem([makeGrid([['Alpha', 'Beta', 'Gamma']])])).toEqual({ code: 'no-table-found' })
  })

  it('are not those with headings that wait for datasets', () => {
    const empty = { code: 'no-datasets', sheet: 'Sheet1', headerRow: 1 }
    expect(problem([makeGrid([['Owner', 'Contact']])])).toEqual(empty)
    expect(problem([makeGrid([['Alpha', 'Beta', 'Gamma', 'Delta']])])).toEqual(empty)
  })

  it('are not those with rows below few words', () => {
    const rows: readonly Cells[] = [
      ['Alpha', 'Beta'],
      ['one', 'two'],
      ['three', 'four'],
    ]
    expect(found([makeGrid(rows)])).toMatchObject({ headerRow: 1, datasets: 2 })
  })

  it('are our own, though they be longer, and there be no other', () => {
    const own = makeGrid([header, ...datasets, ...datasets], { name: 'Plan lists' })
    const current = makeGrid([header, ...datasets.slice(0, 2)], { name: 'Current' })
    expect(found([own, current]).sheet).toBe('Current')
    expect(problem([own])).toEqual({ code: 'no-table-found' })
  })
})

describe('headings that run down', () => {
  it('are told of on sheets that a person sees', () => {
    expect(problem([numbers('Numbers'), transposed('Card')])).toEqual({
      code: 'table-transposed',
      sheet: 'Card',
    })
    expect(problem([numbers('Numbers'), transposed('Card', 'hidden')])?.code).not.toBe('table-transposed')
  })

  const beside = (rows: readonly Cells[]) => [makeGrid(rows, { name: 'Data Inventory' }), transposed('Card')]
  const card = { code: 'table-transposed', sheet: 'Card' }

  it('are told of where the table on another sheet does not say what an inventory says', () => {
    const known = [1, 2, 3].map((id): Cells => [`Licenses ${id}`, `person${id}@ct.gov`])
    expect(problem(beside([['Dataset Name', 'Zeta'], ...known]))).toEqual(card)
    expect(found(beside([['Dataset Name', 'Contact'], ...known]))).toMatchObject({ sheet: 'Data Inventory' })
  })

  it('are told of where the table on another sheet is empty', () => {
    expect(problem(beside([header]))).toEqual(card)
  })
})

describe('of two sheets', () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, id): Cells => [`Licenses ${id}`, `What ${id} says`, 'Monthly', 'CSV'])
  const four = ['Dataset Name', 'Description', 'Update Frequency', 'Format']
  const sheet = (name: string, headings: Cells, rows: readonly Cells[]) =>
    makeGrid([headings, ...rows], { name })

  it('the first is taken where both are as likely', () => {
    expect(found([sheet('Roads', four, named(5)), sheet('Parks', four, named(5))]).sheet).toBe('Roads')
  })

  it('the one is taken that names datasets', () => {
    const titled = sheet(
      'Roads',
      ['Dataset Name', 'Zeta'],
      [1, 2, 3].map((id) => [`Licenses ${id}`, 'x']),
    )
    const people = sheet(
      'Parks',
      ['Update Frequency', 'Format'],
      [1, 2, 3].map(() => ['Monthly', 'CSV']),
    )
    expect(found([people, titled]).sheet).toBe('Roads')
  })

  it('the one is taken that fills more of the plan’s fields, not the wider one', () => {
    const more = Array.from({ length: 10 }, (_, index) => `Zeta ${index}`)
    const wide = sheet(
      'Roads',
      ['Dataset Name', 'Update Frequency', 'Format', ...more],
      [1, 2, 3].map((id) => [`Licenses ${id}`, 'Monthly', 'CSV', ...more.map(() => 'x')]),
    )
    expect(found([wide, sheet('Parks', four, named(3))]).sheet).toBe('Parks')
  })

  it('the wider one is taken of two that fill as many, up to ten columns', () => {
    const wider = (name: string, count: number) => {
      const more = Array.from({ length: count }, (_, index) => `Zeta ${index}`)
      const rows = named(5).map((row) => [...row, ...more.map(() => 'x')])
      return sheet(name, [...four, ...more], rows)
    }
    expect(found([wider('Roads', 0), wider('Parks', 2)]).sheet).toBe('Parks')
    expect(found([wider('Roads', 6), wider('Parks', 8)]).sheet).toBe('Roads')
  })

  it('the longer one is taken, up to 127 datasets', () => {
    expect(found([sheet('Roads', four, named(5)), sheet('Parks', four, named(9))]).sheet).toBe('Parks')
    expect(found([sheet('Roads', four, named(127)), sheet('Parks', four, named(150))]).sheet).toBe('Roads')
  })

  test.each(['Inventory', 'Data__Sets', 'data-assets', 'Catalogue'])(
    'the one is taken that is called %j',
    (name) => {
      expect(found([sheet('Roads', four, named(15)), sheet(name, four, named(3))]).sheet).toBe(name)
    },
  )

  test.each(['Lookup', 'back__up', 'Old'])('the one is not taken that is called %j', (name) => {
    expect(found([sheet(name, four, named(15)), sheet('Roads', four, named(3))]).sheet).toBe('Roads')
  })

  it('the one with datasets is taken, though an empty one has a further field', () => {
    const five = [...four, 'Contact']
    expect(found([sheet('Roads', five, []), sheet('Parks', four, named(1))]).sheet).toBe('Parks')
  })
})
