import { describe, expect, test } from 'vitest'
import { cellKey } from '../../../src/domain/table/sheet-grid.ts'
import { isAddress, linksByRow, rowTexts } from '../../../src/domain/table/source-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

const down = (firstRow: number, lastRow: number, column: number) => ({
  firstRow,
  lastRow,
  firstColumn: column,
  lastColumn: column,
})

describe('the texts of a row', () => {
  test.each<[what: string, letters: readonly string[], texts: readonly (readonly string[])[]]>([
    [
      'the order of the letters',
      ['B', 'A'],
      [
        ['Holds', 'Dataset'],
        ['all', 'Roads'],
        ['', 'Rails'],
        ['some', 'Ports'],
      ],
    ],
    [
      'nothing where the row has nothing',
      ['A', 'C', 'B'],
      [
        ['Dataset', 'Owner', 'Holds'],
        ['Roads', 'Ann', 'all'],
        ['Rails', '', ''],
        ['Ports', '', 'some'],
      ],
    ],
    ['no other columns', ['C'], [['Owner'], ['Ann'], [''], ['']]],
    ['columns as far as asked for', ['A'], [['Dataset'], ['Roads'], ['Rails'], ['Ports']]],
    [
      'a place for a column beyond all',
      ['A', 'B', 'C', 'AA'],
      [
        ['Dataset', 'Holds', 'Owner', ''],
        ['Roads', 'all', 'Ann', ''],
        ['Rails', '', '', ''],
        ['Ports', 'some', '', ''],
      ],
    ],
    [
      'what it holds where it is full',
      ['A', 'B', 'C'],
      [
        ['Dataset', 'Holds', 'Owner'],
        ['Roads', 'all', 'Ann'],
        ['Rails', '', ''],
        ['Ports', 'some', ''],
      ],
    ],
  ])('have %s', (_, letters, texts) => {
    const grid = makeGrid([
      ['Dataset', 'Holds', 'Owner'],
      ['Roads', 'all', 'Ann'],
      ['Rails'],
      ['Ports', 'some'],
    ])
    expect(grid.rows.map(rowTexts(grid, letters))).toStrictEqual(texts)
  })

  test('are not copied where a row is full', () => {
    const grid = makeGrid([['Roads', 'all'], ['Rails'], ['Ports', 'some']])
    const textsOf = rowTexts(grid, ['A', 'B'])
    const [first, , last] = grid.rows
    expect(grid.rows.map(textsOf)[0]).toBe(first?.texts)
    expect(grid.rows.map(textsOf)[2]).toBe(last?.texts)
  })

  test('have what is merged down in their own columns, for as far as it reaches', () => {
    const rows = [
      [null, null, 'one'],
      ['North', 'Roads', 'two'],
      [null, null, 'three'],
      [null, 'Rails', 'four'],
      [null, null, 'five'],
      ['South', null, 'six'],
      [null, null, 'seven'],
      [null, null, 'eight'],
    ]
    // Programs write merges in the order in which they were made.
    const merges = [down(6, 7, 1), down(2, 4, 1), down(2, 3, 2), down(4, 5, 3), down(5, 6, 2), down(8, 9, 2)]
    const grid = makeGrid(rows, { merges })
    const agencies = grid.rows.map(rowTexts(grid, ['B', 'A']))
    expect(agencies).toStrictEqual([
      ['', ''],
      ['Roads', 'North'],
      ['Roads', 'North'],
      ['Rails', 'North'],
      ['', ''],
      ['', 'South'],
      ['', 'South'],
      ['', ''],
    ])
  })

  test('have nothing of what is merged down beside them', () => {
    const merges = [down(1, 3, 2)]
    const grid = makeGrid(
      [
        ['Roads', 'all'],
        [null, null, 'Ann'],
        [null, 'own', 'Bob'],
      ],
      { merges },
    )
    expect(grid.rows.map(rowTexts(grid, ['A', 'C']))).toStrictEqual([
      ['Roads', ''],
      ['', 'Ann'],
      ['', 'Bob'],
    ])
  })
})

describe('addresses', () => {
  test.each([
    'http://ct.gov',
    'https://ct.gov',
    '  HTTPS://CT.GOV',
    'ftp://ct.gov',
    'www.ct.gov',
    'mailto:a@ct.gov',
  ])('are texts like %j', (text) => {
    expect(isAddress(text)).toBe(true)
  })

  test.each([
    'see https://ct.gov',
    'ct.gov',
    'https://',
    'https:// ct',
    'www',
    'xhttps://ct.gov',
    'a@ct.gov',
    '',
  ])('are no texts like %j', (text) => {
    expect(isAddress(text)).toBe(false)
  })

  test('of several cells in a row stand together, by letter', () => {
    const links = new Map([
      [cellKey(2, 1), 'https://ct.gov/a'],
      [cellKey(2, 3), 'https://ct.gov/c'],
      [cellKey(4, 3), 'https://ct.gov/none'],
    ])
    const grid = makeGrid(
      [
        ['Dataset', 'Holds', 'Link'],
        ['Roads', 'all', 'Portal'],
      ],
      { links },
    )
    expect(linksByRow(grid, ['A', 'B', 'C'])).toEqual(
      new Map([
        [2, { A: 'https://ct.gov/a', C: 'https://ct.gov/c' }],
        [4, { C: 'https://ct.gov/none' }],
      ]),
    )
  })
})
