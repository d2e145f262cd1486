import { describe, expect, it, test } from 'vitest'
import type { CellRange, DeclaredTable, SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { findHeader } from '../../../src/domain/table/table-header.ts'
import type { Cells } from '../../support/judged-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

const headings: Cells = ['ID', 'Dataset Name', 'Description', 'Contact']
const dataset = (id: number): Cells => [id, `Licenses ${id}`, 'What it says', 'a@ct.gov']
/** Two rows that fill every column. */
const two = [dataset(1), dataset(2)]
const rowOf = (rows: readonly Cells[], more: Partial<SheetGrid> = {}) =>
  findHeader(makeGrid(rows, more))?.headerRow ?? null
const over = (row: number, firstColumn: number, lastColumn: number, lastRow = row): CellRange => ({
  firstRow: row,
  lastRow,
  firstColumn,
  lastColumn,
})

describe('the row of the headings', () => {
  it('is the likeliest, the upper one of two as likely', () => {
    expect(rowOf([['Inventory'], ['About', 'Roads'], [], headings, ...two])).toBe(4)
    expect(rowOf([['Alpha', 'Beta', 'Gamma', '12'], [], ['Dataset Name', 'Contact', 'Delta', 'Zeta']])).toBe(
      1,
    )
  })

  it('is one of the first 250', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index): Cells => [index])
    expect(rowOf([...numbers(249), headings])).toBe(250)
    expect(rowOf([...numbers(250), headings])).toBeNull()
  })

  it('is the first of those that say the same', () => {
    const notes: readonly Cells[] = [['a', 'b', 'c', 'd', 'e', 'f']]
    expect(rowOf([headings, ...notes, headings, ...two])).toBe(1)
    expect(rowOf([['Dataset Name'], [], ['Dataset Name', 'Description', 'Contact'], ...two])).toBe(3)
    expect(
      rowOf([['About', 'Description', 'Us'], [], ['Dataset Name', 'Description', 'Contact'], ...two]),
    ).toBe(3)
  })

  test.each<readonly [string, readonly Cells[]]>([
    ['numbers', [[1, 2, 3]]],
    ['years alone', [[2021, 2022, 2023]]],
    ['values and few words', [['Owner', 'Contact', 12, 13, 14]]],
    ['a lone text that names no field', [['Zeta']]],
    ['texts as long as no heading is', [['x'.repeat(121), 'y'.repeat(121)]]],
  ])('is none of %s', (_, rows) => {
    expect(findHeader(makeGrid(rows))).toBeNull()
  })

  test.each<readonly [string, readonly Cells[]]>([
    ['as many words as values', [['Owner', 12, 'Contact', 13]]],
    ['a title and a field, beside values', [['Dataset Name', 'Contact', 12, 13, 14]]],
    ['a lone text that names a field', [['Description']]],
    ['long texts', [['x'.repeat(120), 'y'.repeat(120)]]],
    ['one text that is too long', [['x'.repeat(121), 'Zeta']]],
  ])('may be one of %s', (_, rows) => {
    expect(rowOf(rows)).toBe(1)
  })
})

describe('how likely a row is', () => {
  it('is told by its labels and by how they fit the rows below', () => {
    const rows = [headings, dataset(1), [2, 'Grants', 'All', null, 'beside']]
    // Five fields, all words (2), 7 of 8 cells inside (1.75), 7 of 8 filled (0.875), four (1), all different (0.5).
    expect(findHeader(makeGrid(rows))).toEqual({
      headerRow: 1,
      headerRows: 1,
      labels: [
        { column: 1, header: 'ID' },
        { column: 2, header: 'Dataset Name' },
        { column: 3, header: 'Description' },
        { column: 4, header: 'Contact' },
      ],
      hits: 5,
      score: 5 + 2 + 1.75 + 0.875 + 1 + 0.5,
    })
  })

  /** With nothing special about it: 5 + 2 + 2 + 1 + 1 + 0.5. */
  const usual = 11.5
  const score = (rows: readonly Cells[], more: Partial<SheetGrid> = {}) =>
    findHeader(makeGrid(rows, more))?.score ?? null

  it('looks at the thirty rows below it', () => {
    const thirty = Array.from({ length: 30 }, (_, index) => dataset(index))
    expect(score([headings, ...thirty, [null, null, null, null, 'beside']])).toBeCloseTo(usual)
    expect(score([headings, ...thirty.slice(1), [1, null, null, null, 'beside', 'x']])).toBeCloseTo(
      usual - (2 * 2) / 3 / 30 - 0.75 / 30,
    )
    expect(score([headings])).toBe(usual - 3)
  })

  it('falls with labels that come again below, as values do', () => {
    expect(score([headings, ...two, [3, 'Licenses', 'Description', 'a@ct.gov']])).toBe(usual - 0.75)
    expect(score([headings, [3, 'x', 'Description', 'y'], [4, 'z', 'Description', 'Contact']])).toBe(
      usual - 1.5,
    )
    expect(score([headings, ...two, [3, 'Description', 'Contact', 'ID']])).toBe(usual)
  })

  it('grows with the number of labels up to ten, and falls where some are the same', () => {
    const more = (count: number) => Array.from({ length: count }, (_, index) => `Zeta ${index}`)
    const filled = (count: number) => Array.from({ length: count }, (_, index) => index)
    expect(score([[...headings, ...more(6)], filled(10)])).toBe(5 + 2 + 2 + 1 + 2.5 + 0.5)
    expect(score([[...headings, ...more(8)], filled(12)])).toBe(5 + 2 + 2 + 1 + 2.5 + 0.5)
    expect(score([[...headings, 'Zeta', 'Zeta', 'Zeta', 'Zeta'], filled(8)])).toBe(5 + 2 + 2 + 1 + 2 + 0.3125)
  })

  it('grows with rows of bands, up to two', () => {
    const merged = (rows: number) => [1, 2, 4].map((column) => over(1, column, column, rows))
    const above: Cells = ['ID', 'Dataset Name', 'Words', 'Contact']
    const finest: Cells = [null, null, 'Description']
    expect(score([above, finest, ...two], { merges: merged(2) })).toBe(usual + 0.5)
    expect(score([above, [], finest, ...two], { merges: merged(3) })).toBe(usual + 1)
    expect(score([above, [], [], finest, ...two], { merges: merged(4) })).toBe(usual + 1)
  })

  it('is much where the agency declared a table to begin there', () => {
    const table = (firstRow: number, headerRows: number): DeclaredTable => ({
      ...over(firstRow, 1, 4, 3),
      headerRows,
      totalsRows: 0,
      isFiltered: false,
    })
    const rows = [headings, ...two]
    expect(score(rows, { tables: [table(1, 1)] })).toBe(usual + 3)
    expect(score(rows, { tables: [table(9, 1), table(1, 1)] })).toBe(usual + 3)
    expect(score(rows, { tables: [table(1, 0)] })).toBe(usual)
    expect(score(rows, { tables: [table(9, 1)] })).toBe(usual)
  })
})

describe('a label', () => {
  /** What the label takes from the row it stands in, beside three that are headings. */
  const lostWith = (label: string) => {
    const found = findHeader(makeGrid([[label, 'Dataset Name', 'Description', 'Contact'], ...two]))
    return 10.5 - (found?.score ?? 0)
  }

  test.each([
    'Zeta',
    '2021',
    '1999',
    'FY2021',
    '2021-22',
    '2021/2022',
    'Zeta 2021',
    'Ask ann@ct.gov',
    'Zeta, say http://ct.gov',
    'ann @ct.gov',
  ])('is a heading where it is %j', (label) => {
    expect(lostWith(label)).toBeCloseTo(0)
  })

  test.each([
    '12',
    'A1',
    '1899',
    '20211',
    '12021',
    '12 2021',
    '2021-2',
    '2021-2A',
    '2021-A2',
    '2021:22',
    '2021-22-23',
    'http://ct.gov',
    'https://ct.gov',
    'ann@ct.gov',
  ])('is none where it is %j', (label) => {
    expect(lostWith(label)).toBeCloseTo(0.5)
  })

  const words = (count: number, length: number) =>
    `${'ab '.repeat(count - 1)}${'c'.repeat(length - 3 * (count - 1))}`

  test.each([
    [words(10, 61), 0.75],
    [words(10, 60), 0],
    [words(9, 61), 0],
    [`${words(9, 60)}.`, 0.75],
    [`.${words(9, 60)}`, 0],
    [`${words(9, 59)}.`, 0],
  ])('does not explain: %j loses %d', (label, lost) => {
    expect(lostWith(label)).toBeCloseTo(lost)
  })

  it('may stand under bands that explain', () => {
    const long = words(10, 61)
    const rows: readonly Cells[] = [
      ['Dataset', null, 'Care'],
      [long, null, 'Upkeep'],
      ['ID', 'Dataset Name', 'Description', 2021],
      ...two,
    ]
    const merges = [1, 2].flatMap((row) => [over(row, 1, 2), over(row, 3, 4)])
    const found = findHeader(makeGrid(rows, { merges }))
    expect(found?.labels.map(({ header }) => header)).toEqual([
      `Dataset / ${long} / ID`,
      `Dataset / ${long} / Dataset Name`,
      'Care / Upkeep / Description',
      'Care / Upkeep / 2021',
    ])
    const hits = found?.hits ?? 0
    expect(hits).toBeGreaterThan(0)
    expect((found?.score ?? 0) - hits).toBeCloseTo(2 + 2 + 1 + 1 + 0.5 + 1)
  })
})

describe('rows above the headings', () => {
  /** What rows above take from headings that name five fields. */
  const lostBelow = (above: readonly Cells[], labels: Cells = headings, of = 11.5) => {
    const below = [1, 2].map((id) => labels.map((_, index) => `${id} ${index}`))
    const found = findHeader(makeGrid([...above, labels, ...below]))
    expect(found?.headerRow).toBe(above.length + 1)
    return of - (found?.score ?? 0)
  }

  it('take more the wider they are', () => {
    expect(lostBelow([[1, 2]])).toBeCloseTo(2.5 / 4)
    expect(lostBelow([[1, 2, 3]])).toBeCloseTo((2.5 * 9) / 16)
    expect(lostBelow([[1, 2, 3, 4]])).toBeCloseTo(2.5)
    expect(lostBelow([[1, 2, 3, 4, 5, 6, 7, 8]])).toBeCloseTo(2.5)
    expect(
      lostBelow([
        [1, 2, 3, 4],
        [5, 6],
      ]),
    ).toBeCloseTo(3.125)
  })

  it('take no more than twelve', () => {
    const rows = Array.from({ length: 6 }, (_, index): Cells => [1 + index, 2, 3, 4])
    expect(lostBelow(rows.slice(0, 4))).toBeCloseTo(10)
    expect(lostBelow(rows)).toBeCloseTo(12)
  })

  it('take little where they are lone texts above several headings', () => {
    expect(lostBelow([['Inventory']])).toBeCloseTo(0.25 / 16)
    const three = ['Dataset Name', 'Description', 'Contact']
    expect(lostBelow([['Inventory']], three, 4 + 2 + 2 + 1 + 0.75 + 0.5)).toBeCloseTo(0.25 / 9)
    const pair = ['Dataset Name', 'Contact']
    expect(lostBelow([['Inventory']], pair, 3 + 2 + 2 + 1 + 0.5 + 0.5)).toBeCloseTo(2.5 / 4)
    expect(lostBelow([['The name that our own staff uses']], pair, 9)).toBeCloseTo(2.5 / 4)
  })

  it('take little where an empty row sets them apart from labels that name fields', () => {
    expect(lostBelow([[1, 2], []])).toBeCloseTo(0.5 / 4)
    expect(lostBelow([[1, 2], [], [3, 4]])).toBeCloseTo(0.5 / 4 + 2.5 / 4)
    expect(lostBelow([[1, 2], [3, 4], []])).toBeCloseTo(0.5 / 4 + 0.5 / 4)
    const named = ['Dataset Name', 'Contact', 'Zeta', 'Eta']
    expect(lostBelow([[1, 2], []], named, 3 + 2 + 2 + 1 + 1 + 0.5)).toBeCloseTo(0.5 / 4)
    const unnamed = ['Contact', 'Owner', 'Zeta', 'Eta']
    expect(lostBelow([[1, 2], []], unnamed, 2 + 2 + 2 + 1 + 1 + 0.5)).toBeCloseTo(2.5 / 4)
  })

  it('take little where they explain each heading', () => {
    const explained = 'How the staff calls all of it'
    expect(lostBelow([[1, explained]])).toBeCloseTo(2.5 / 4)
    expect(lostBelow([['As we number it', explained]])).toBeCloseTo(0.25 / 4)
    expect(lostBelow([['As we number it', explained, null, 'Whom they may call up']])).toBeCloseTo(
      (0.25 * 9) / 16,
    )
    const five = [...headings, 'Zeta']
    const all = 5 + 2 + 2 + 1 + 1.25 + 0.5
    expect(lostBelow([['As we number it', explained, 3, 4, 'A Greek letter of old']], five, all)).toBeCloseTo(
      0.25,
    )
    expect(lostBelow([['As we number it', explained, 3, 4, 5]], five, all)).toBeCloseTo(2.5)
  })

  test.each([
    ['four words, more than twice as long', 'ab cd ef ghijklmnopqrstuv', 0.25 / 4],
    ['four words, twice as long', 'ab cd ef ghijklmnopqrstu', 2.5 / 4],
    ['three words, however far apart', 'abcdef  ghijklm   nopqrstuvwxyz', 2.5 / 4],
    ['one word', 'abcdefghijklmnopqrstuvwxyz', 2.5 / 4],
  ])('explain a heading in %s', (_, text, lost) => {
    expect(
      lostBelow([['As we number it', text].reverse()], ['Dataset Name', 'ID', 'Description', 'Contact']),
    ).toBeCloseTo(lost)
  })

  it('take little where they are the names that a form has for the columns', () => {
    const names = ['zeta_a', 'zeta_b', 'zeta_c', 'zeta_d']
    expect(lostBelow([names])).toBeCloseTo(0.25)
    expect(lostBelow([names, []])).toBeCloseTo(0.5)
    expect(lostBelow([names, [1, 2]])).toBeCloseTo(2.5 + 2.5 / 4)
  })
})
