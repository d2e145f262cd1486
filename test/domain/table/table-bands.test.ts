import { describe, expect, it, test } from 'vitest'
import { type CellRange, rowAt } from '../../../src/domain/table/sheet-grid.ts'
import { bandRowsAbove, labelsAt, overlaps } from '../../../src/domain/table/table-bands.ts'
import type { Cells } from '../../support/judged-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

/** A merge over the columns from the first to the last, in one row or down to another. */
const over = (firstRow: number, firstColumn: number, lastColumn: number, lastRow = firstRow): CellRange => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
})
const down = (column: number, firstRow: number, lastRow: number) => over(firstRow, column, column, lastRow)

/** How many of the rows above the last are taken for its headings' bands. */
const bandsAbove = (rows: readonly Cells[], merges: readonly CellRange[] = []) => {
  const grid = makeGrid(rows, { merges })
  const row = rowAt(grid, rows.length)
  if (row === undefined) throw new Error('The last row is empty.')
  return bandRowsAbove(grid, row)
}

/** Years are no texts, so that bands above them are told by their merges alone. */
const years: Cells = ['ID', 'Name', 2021, 2022, 2023]

describe('merged bands', () => {
  it('span several columns, but not all of them', () => {
    expect(bandsAbove([['Dataset', null, 'Records'], years], [over(1, 1, 2), over(1, 3, 5)])).toBe(1)
    expect(bandsAbove([['Dataset', null, 'Records'], years], [over(1, 1, 2)])).toBe(1)
    expect(bandsAbove([['Dataset', null, 'Records'], years])).toBe(0)
    expect(bandsAbove([['No', null, 'Inventory'], years], [over(1, 3, 7)])).toBe(0)
    expect(bandsAbove([['No', null, 'Inventory'], years], [over(1, 3, 40)])).toBe(0)
    expect(bandsAbove([['No', null, 'Inventory'], years], [over(1, 3, 6)])).toBe(1)
  })

  it('span less than most of the columns where one stands alone', () => {
    expect(bandsAbove([['Dataset'], years], [over(1, 1, 2)])).toBe(1)
    expect(bandsAbove([['Dataset'], years], [over(1, 1, 3)])).toBe(0)
    const fromThird: Cells = [null, null, ...years]
    expect(bandsAbove([[null, null, 'Dataset'], fromThird], [over(1, 3, 4)])).toBe(1)
    expect(bandsAbove([[null, null, 'Dataset'], fromThird], [over(1, 3, 5)])).toBe(0)
  })

  it('may begin before the headings and end behind them', () => {
    const wide = [over(1, 1, 5)]
    expect(bandsAbove([['Dataset', null, null, null, null, null, 'Notes'], years], wide)).toBe(1)
    expect(
      bandsAbove(
        [
          ['Dataset', null, null, null, null, 'Notes'],
          [null, null, ...years],
        ],
        wide,
      ),
    ).toBe(1)
  })

  it('hold texts, and short ones', () => {
    const rowWith = (text: string): Cells => [text, null, 'Records']
    const merges = [over(1, 1, 2), over(1, 3, 5)]
    expect(bandsAbove([rowWith(`D${'x'.repeat(119)}`), years], merges)).toBe(1)
    expect(bandsAbove([rowWith(`D${'x'.repeat(120)}`), years], merges)).toBe(0)
    expect(bandsAbove([['please fill in', null, 'every row.'], years], merges)).toBe(0)
    expect(bandsAbove([['Dataset', 'Records'], years], [over(1, 4, 5)])).toBe(0)
  })

  it('are merged in their own row', () => {
    expect(bandsAbove([['Dataset', null, 'Records'], years], [over(2, 1, 2)])).toBe(0)
    expect(bandsAbove([['Dataset', null, 'Records'], years], [over(3, 1, 2)])).toBe(0)
  })

  it('stand right above each other, and are two rows at most', () => {
    const bands: Cells = ['Dataset', null, 'Records']
    const merges = [1, 2, 3, 4].flatMap((row) => [over(row, 1, 2), over(row, 3, 5)])
    expect(bandsAbove([bands, bands, bands, years], merges)).toBe(2)
    expect(bandsAbove([bands, bands, years], merges)).toBe(2)
    expect(bandsAbove([bands, [], bands, years], merges)).toBe(1)
    expect(bandsAbove([bands, [], years], merges)).toBe(0)
    expect(bandsAbove([years], merges)).toBe(0)
  })

  it('may stand above those that were never merged, and not the other way round', () => {
    const names: Cells = ['ID', 'Name', 'Description', 'Frequency', 'Contact']
    const plain: Cells = ['Dataset', null, null, 'Upkeep', null]
    const above: Cells = ['About', null, null, 'Care', null]
    expect(bandsAbove([above, plain, names], [over(1, 1, 3), over(1, 4, 5)])).toBe(2)
    expect(bandsAbove([above, plain, names])).toBe(1)
    expect(
      bandsAbove([
        ['Asset', 'Legal', 'Landing'],
        ['Title', 'Basis', 'Page'],
      ]),
    ).toBe(1)
  })
})

describe('headings merged down', () => {
  it('start where they are merged from, over empty rows too, up to six', () => {
    const empty = (count: number): readonly Cells[] => Array.from({ length: count }, () => [])
    const spanning = (rows: number) =>
      bandsAbove(
        [['ID', 'Name', 'Records'], ...empty(rows - 1), [null, null, 2021, 2022]],
        [down(1, 1, rows + 1), down(2, 1, rows + 1)],
      )
    expect([1, 2, 5, 6, 7].map(spanning)).toEqual([1, 2, 5, 6, 0])
  })

  it('end in the row itself', () => {
    const rows: readonly Cells[] = [['ID', 'Name', 'Records'], [], [null, null, 2021, 2022]]
    expect(bandsAbove(rows, [down(1, 1, 3)])).toBe(2)
    expect(bandsAbove(rows, [down(1, 1, 2)])).toBe(0)
    expect(bandsAbove(rows, [down(1, 1, 4)])).toBe(0)
  })

  it('hold texts, and short ones', () => {
    const from = (text: string | null) =>
      bandsAbove([[text, 'Name', 'Records'], [], [null, null, 2021, 2022]], [down(1, 1, 3)])
    expect(from('x'.repeat(120))).toBe(2)
    expect(from('x'.repeat(121))).toBe(0)
    expect(from(null)).toBe(0)
  })

  it('are not a title that is merged down alone', () => {
    expect(bandsAbove([['Inventory'], [], years], [down(1, 1, 3)])).toBe(0)
    expect(bandsAbove([['Inventory'], years], [down(1, 1, 2)])).toBe(0)
  })

  it('make their row one of bands where a title above is merged down as well', () => {
    const rows: readonly Cells[] = [['Inventory'], [null, 'ID', 'Records'], [null, null, 2021, 2022]]
    expect(bandsAbove(rows, [down(1, 1, 3), down(2, 2, 3)])).toBe(1)
  })

  it('may be merged further down than the row', () => {
    expect(
      bandsAbove(
        [
          ['ID', 'Records'],
          [null, 2021, 2022],
        ],
        [down(1, 1, 3)],
      ),
    ).toBe(1)
  })

  it('count only as far as they reach', () => {
    const rows: readonly Cells[] = [
      ['About', 'Care'],
      [null, null, 'Records', 'Rows'],
      [null, null, 2021, 2022, 2023, 2024],
    ]
    const merges = [down(1, 1, 2), over(2, 3, 4)]
    expect(bandsAbove(rows, merges)).toBe(1)
    expect(bandsAbove(rows, [...merges, over(1, 2, 3)])).toBe(2)
  })
})

/** The labels of the columns, `A: Heading`. */
const labels = (rows: readonly Cells[], merges: readonly CellRange[] = [], headerRows = rows.length) =>
  labelsAt(makeGrid(rows, { merges }), rows.length, headerRows).map(
    ({ column, header }) => `${' ABCDEFGH'.charAt(column)}: ${header}`,
  )

describe('the labels of columns', () => {
  const six: Cells = ['ID', 'Name', 'Words', 'Often', 'Whom', 'Where']

  it('are the texts of one row, in one line each', () => {
    expect(labels([['ID', ' Dataset \n  Name ', null, 'Contact']])).toEqual([
      'A: ID',
      'B: Dataset Name',
      'D: Contact',
    ])
    expect(
      labels(
        [
          ['Inventory', 'of', 'Roads'],
          ['ID', 'Name'],
        ],
        [],
        1,
      ),
    ).toEqual(['A: ID', 'B: Name'])
    expect(labelsAt(makeGrid([['ID'], [], ['Name']]), 2, 1)).toEqual([])
  })

  it('are cut where they are longer than any heading', () => {
    expect(labels([[`${'x'.repeat(999)} yz`]])).toEqual([`A: ${'x'.repeat(999)}`])
    expect(labels([[`${'x'.repeat(999)}yz`]])).toEqual([`A: ${'x'.repeat(999)}y`])
  })

  it('say once what stands in several rows', () => {
    expect(
      labels([
        ['Name', 'Contact'],
        ['Name', 'Email'],
      ]),
    ).toEqual(['A: Name', 'B: Contact / Email'])
  })

  test.each([
    ['from left to right', [over(1, 1, 2), over(1, 3, 5), over(1, 6, 6)]],
    ['from right to left', [over(1, 6, 6), over(1, 3, 5), over(1, 1, 2)]],
    ['in any order', [over(1, 3, 5), over(1, 1, 2), over(1, 6, 6)]],
  ])('have bands in front that were merged %s', (_, merges) => {
    expect(labels([['Dataset', null, 'Upkeep', null, null, 'Web'], six], merges)).toEqual([
      'A: Dataset / ID',
      'B: Dataset / Name',
      'C: Upkeep / Words',
      'D: Upkeep / Often',
      'E: Upkeep / Whom',
      'F: Web / Where',
    ])
  })

  it('end where the sheet does, though a band be merged further', () => {
    expect(labels([['Dataset', null, 'Upkeep'], six], [over(1, 1, 2), over(1, 3, 16_384)])).toEqual([
      'A: Dataset / ID',
      'B: Dataset / Name',
      'C: Upkeep / Words',
      'D: Upkeep / Often',
      'E: Upkeep / Whom',
      'F: Upkeep / Where',
    ])
  })

  it('take no notice of merges without a text, or over one another', () => {
    const over4 = [over(1, 1, 3), over(1, 2, 4)]
    expect(
      labels(
        [
          ['Dataset', 'Upkeep'],
          ['ID', 'Name', 'Words', 'Often', 'Whom'],
        ],
        over4,
      ),
    ).toEqual(['A: Dataset / ID', 'B: Dataset / Name', 'C: Dataset / Words', 'D: Often', 'E: Whom'])
    expect(labels([['ID', null, null, 'Name']], [over(1, 2, 3)])).toEqual(['A: ID', 'D: Name'])
  })

  it('have bands in front that were never merged, up to the next', () => {
    expect(labels([[null, 'Dataset', null, 'Upkeep'], six])).toEqual([
      'A: ID',
      'B: Dataset / Name',
      'C: Dataset / Words',
      'D: Upkeep / Often',
      'E: Upkeep / Whom',
      'F: Upkeep / Where',
    ])
  })

  it('have no band in front from a column that the band itself names', () => {
    const finer: Cells = [null, 'In words', null, 'How often', 'Whom']
    expect(labels([['Number', null, 'Upkeep', 'Care', null], finer])).toEqual([
      'A: Number',
      'B: In words',
      'C: Upkeep',
      'D: Care / How often',
      'E: Care / Whom',
    ])
  })

  it('do not take a lone text above for a band over all', () => {
    expect(labels([['Inventory'], ['ID', 'Name']])).toEqual(['A: Inventory / ID', 'B: Name'])
  })

  it('have bands spread only in rows where none is merged', () => {
    const rows: readonly Cells[] = [['Dataset', null, null, 'Upkeep'], six]
    const spread = [
      'A: Dataset / ID',
      'B: Dataset / Name',
      'C: Dataset / Words',
      'D: Upkeep / Often',
      'E: Upkeep / Whom',
      'F: Upkeep / Where',
    ]
    expect(labels(rows, [over(2, 1, 1)])).toEqual(spread)
    expect(labels(rows, [over(1, 5, 6)])).toEqual(spread)
    expect(labels(rows, [over(1, 1, 2)])).toEqual([
      'A: Dataset / ID',
      'B: Dataset / Name',
      'C: Words',
      'D: Upkeep / Often',
      'E: Whom',
      'F: Where',
    ])
  })
})

test.each([
  [2, 3, true],
  [4, 6, true],
  [3, 4, true],
  [1, 4, false],
  [5, 4, false],
  [3, 2, false],
  [3, 7, false],
])('the range C2 to F4 holds row %i, column %i: %s', (row, column, isIn) => {
  expect(overlaps({ firstRow: 2, lastRow: 4, firstColumn: 3, lastColumn: 6 }, row, column)).toBe(isIn)
})
