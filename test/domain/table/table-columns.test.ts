import { describe, expect, test } from 'vitest'
import { columnLetter, columnNumber } from '../../../src/domain/table/sheet-grid.ts'
import { tableColumns } from '../../../src/domain/table/table-columns.ts'
import { rowsBelow } from '../../support/a-row-judge.ts'

type Row = readonly (string | null)[]

/** The columns as `A Dataset`, with nothing behind the letter where there is no heading. */
function columns(headings: Row, ...rows: readonly Row[]): readonly string[] {
  const labels = headings.flatMap((header, index) => (header ? [{ column: index + 1, header }] : []))
  return tableColumns(labels, rowsBelow(...rows)).map(({ column, header }) =>
    `${columnLetter(column)} ${header}`.trim(),
  )
}

/** As many rows as the longest of the columns is long, blanks in the texts being empty cells. */
function columnsOf(texts: { readonly [letter: string]: string }): readonly Row[] {
  const lists = Object.entries(texts).map(([letter, text]) => ({ at: columnNumber(letter) - 1, text }))
  const length = Math.max(...lists.map(({ text }) => text.length))
  return Array.from({ length }, (_, index) => {
    const row: string[] = []
    for (const { at, text } of lists) row[at] = (text[index] ?? '').trim()
    return Array.from(row, (text) => text ?? '')
  })
}

describe('the columns of a table', () => {
  test('are those with headings, whether they hold values or not', () => {
    expect(columns(['Dataset', 'Holds', 'Owner'], ['Roads', null, 'Ann'], ['Rails', null, 'Bob'])).toEqual([
      'A Dataset',
      'B Holds',
      'C Owner',
    ])
  })

  test('are those between the headings that hold anything', () => {
    expect(columns(['Dataset', null, 'Owner'], ['Roads', 'all', 'Ann'], ['Rails', null, 'Bob'])).toEqual([
      'A Dataset',
      'B',
      'C Owner',
    ])
  })

  test('are those right beside the headings with values in two rows, in their order', () => {
    const rows = columnsOf({ A: 'xx', B: 'xyz', C: 'uv', D: 'abcd', E: 'abcd', F: 'qr', G: 'stu', I: 'abcd' })
    expect(columns([null, null, null, 'Dataset', 'Owner'], ...rows)).toEqual([
      'A',
      'B',
      'C',
      'D Dataset',
      'E Owner',
      'F',
      'G',
    ])
  })

  test('are none beside the headings with a single value', () => {
    const rows = columnsOf({ B: 'xxx', C: 'x', D: 'abcd', E: 'abcd', F: 'x', G: 'xxx' })
    expect(columns([null, null, null, 'Dataset', 'Owner'], ...rows)).toEqual(['D Dataset', 'E Owner'])
  })

  test('are none beside the headings with values in less than a tenth of the rows', () => {
    const long = 'abcdefghijklmnopqrstuvwxyzabcd'
    expect(columns(['Dataset', 'Owner'], ...columnsOf({ A: long, B: long, C: 'xx' }))).toHaveLength(2)
    expect(columns(['Dataset', 'Owner'], ...columnsOf({ A: long, B: long, C: 'xxx' }))).toHaveLength(3)
  })

  test('begin with the first heading', () => {
    expect(columns([null, null, 'Dataset'], ['x', null, 'Roads'], [null, null, 'Rails'])).toEqual([
      'C Dataset',
    ])
  })

  test('are the first ones that hold values where there are no headings at all', () => {
    expect(columns([], ['Roads', 'Ann'], ['Rails', 'Bob'])).toEqual(['A', 'B'])
    expect(columns([], [null, 'Roads'], [null, 'Rails'])).toEqual([])
    expect(columns([])).toEqual([])
  })
})

describe('columns behind a gap', () => {
  test.each<[what: string, values: { readonly [letter: string]: string }]>([
    ['in none', { A: 'abcd', B: 'abcd' }],
    ['in three of ten', { A: 'abcdefghij', B: 'abcdefghij', D: 'x  y     z' }],
    ['in half of those that it fills, whatever else stands behind', { A: 'ab', B: 'abcd', D: 'x yzuvwqrst' }],
  ])('belong to the table when its rows fill them %s', (_, values) => {
    expect(columns(['Dataset', 'Owner', null, 'Note'], ...columnsOf(values))).toEqual([
      'A Dataset',
      'B Owner',
      'D Note',
    ])
  })

  test.each<[what: string, values: { readonly [letter: string]: string }]>([
    ['fill them in two of ten', { A: 'abcdefghij', B: 'abcdefghij', D: 'x  y' }],
    ['are others', { A: 'abcd', B: 'abcd', D: '    xyzu' }],
  ])('are another table when its rows %s', (_, values) => {
    expect(columns(['Dataset', 'Owner', null, 'Note'], ...columnsOf(values))).toEqual([
      'A Dataset',
      'B Owner',
    ])
  })

  test('are the table when they are more', () => {
    const rows = columnsOf({ A: 'abcd', C: '    abcd', D: '    abcd' })
    expect(columns(['Note', null, 'Dataset', 'Owner'], ...rows)).toEqual(['C Dataset', 'D Owner'])
  })

  test.each<[what: string, headings: Row, rows: readonly Row[], kept: readonly string[]]>([
    [
      'wide',
      ['Dataset', 'Owner', null, 'Place', 'Town'],
      columnsOf({ A: 'abcd', B: 'abcd', D: '    abcd', E: '    abcd' }),
      ['A Dataset', 'B Owner'],
    ],
    ['narrow', ['Dataset', null, 'Place'], columnsOf({ A: 'abcd', C: '    abcd' }), ['A Dataset']],
  ])('give way to those in front that are as %s', (_, headings, rows, kept) => {
    expect(columns(headings, ...rows)).toEqual(kept)
  })

  const beside = (D: string, E: string) =>
    columns(
      ['Dataset', 'Owner', 'Format', null, 'Kind', 'Means'],
      ...columnsOf({ A: 'abcdef', B: 'abcdef', C: 'abcdef', E: D, F: E }),
    ).slice(3)

  test.each<[what: string, first: string, second: string]>([
    ['and end early', 'xyz', 'uvw'],
    ['and end early, one before the other', 'xyz', 'uv'],
    ['and end one row before the table', 'xyzuv', 'q'],
  ])('are lists of choices when they are written from the top %s', (_, first, second) => {
    expect(beside(first, second)).toEqual([])
  })

  test.each<[what: string, first: string, second: string]>([
    ['have but two values', 'xy', 'uv'],
    ['say something twice', 'xyx', 'uvu'],
    ['go on below a gap', 'xyz u', 'uvw x'],
    ['begin further down', ' xyz', ' uvw'],
    ['are full', 'xyzuvw', 'abcdef'],
    ['are a list only in part', 'xyz', 'uvuvuv'],
    ['are a list only in front of others', 'uvuvuv', 'xyz'],
    ['are half empty', 'xyz', ''],
  ])('are no lists of choices when they %s', (_, first, second) => {
    expect(beside(first, second)).toEqual(['E Kind', 'F Means'])
  })
})
