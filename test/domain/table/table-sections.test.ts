import { describe, expect, test } from 'vitest'
import type { SkipReason } from '../../../src/domain/inventory-table.ts'
import type { RowJudge } from '../../../src/domain/table/row-judge.ts'
import { dividingRows } from '../../../src/domain/table/table-sections.ts'
import { aRowJudge, fullRow, rowsBelow } from '../../support/a-row-judge.ts'

type Row = readonly (string | null)[]

const full = fullRow('Roads')

function sections(
  rows: readonly Row[],
  more: Partial<RowJudge> = {},
  reasons: readonly (readonly [number, SkipReason])[] = [],
): readonly number[] {
  return dividingRows(aRowJudge(more), rowsBelow(...rows), new Map(reasons)).map(({ row }) => row)
}

describe('names alone that divide a table into sections', () => {
  const three: readonly Row[] = [['North'], full, full, ['South'], full, full, ['East'], full, full]

  test.each<[what: string, rows: readonly Row[]]>([
    ['three with two rows below each', three],
    ['long ones', [['x'.repeat(80)], ...three.slice(1)]],
    ['above rows that say just enough', [...three.slice(0, 8), ['Rails', 'all', 'CSV']]],
  ])('are found: %s', (_, rows) => {
    expect(sections(rows)).toEqual([2, 5, 8])
  })

  test.each<[what: string, rows: readonly Row[], more?: Partial<RowJudge>]>([
    ['nothing there', []],
    ['no name right below the headings', [full, ...three]],
    ['two of them', three.slice(0, 6)],
    ['a single row below one of them', three.slice(0, 8)],
    ['a sentence in place of a name', [['x'.repeat(81)], ...three.slice(1)]],
    ['a name in another column', [['North'], full, full, [null, 'South'], ...three.slice(4)]],
    ['a row that says no more than a little', [...three.slice(0, 8), ['Rails', 'all']]],
    ['a row thinner than half of what is usual', [...three, ['Rails', 'all', 'CSV']], { usual: 8 }],
    ['a narrow table', three, { usual: 2 }],
    ['no column of names', three, { title: null }],
  ])('are not found with %s', (_, rows, more) => {
    expect(sections(rows, more)).toEqual([])
  })

  test('are found in tables of three columns', () => {
    const narrow = ['Roads', 'all', 'CSV']
    const rows = [['North'], narrow, narrow, ['South'], narrow, narrow, ['East'], narrow, narrow]
    expect(sections(rows, { usual: 3 })).toEqual([2, 5, 8])
  })

  test('are found whatever stands between that is no dataset', () => {
    const rows: readonly Row[] = [...three.slice(0, 3), ['Total'], ...three.slice(3)]
    expect(sections(rows, {}, [[5, 'total']])).toEqual([2, 6, 9])
    const noted: readonly Row[] = [['Note: all of May'], ...three]
    expect(sections(noted, {}, [[2, 'note']])).toEqual([3, 6, 9])
  })

  test('are found beside those that are known to be sections, which are not told again', () => {
    expect(sections(three, {}, [[5, 'section']])).toEqual([2, 8])
    expect(sections([['Bureau of', 'Roads'], ...three.slice(1)], {}, [[2, 'section']])).toEqual([5, 8])
  })
})

describe('numbered sections', () => {
  const numbered = { title: 2, numbering: 1 }
  const named = (number: string | null): Row => [number, 'A section']
  const row = (number: string | null): Row => [number, 'Roads', 'CSV', 'Ann', 'a@b.c', 'Daily']

  test.each<[what: string, rows: readonly Row[], found: readonly number[]]>([
    ['are found even if there is only one', [named('2'), row('2.1')], [2]],
    ['may have two figures', [named('12'), row('12.1'), named('13'), row('13.1'), row('13.2')], [2, 4]],
    ['may end in a stop', [named('2.'), row('2.1')], [2]],
    ['may end in noughts', [named('2.0'), row('2.1'), named('3.00'), row('3.1')], [2, 4]],
    [
      'need no numbers that fit where there are enough of them',
      [named('x'), row('1'), row('2'), named('y'), row('3'), row('4'), named(null), row('5'), row('6')],
      [2, 5, 8],
    ],
  ])('%s', (_, rows, found) => {
    expect(sections(rows, numbered)).toEqual(found)
  })

  test.each<[what: string, rows: readonly Row[]]>([
    ['one has nothing below it', [named('2'), row('2.1'), named('3')]],
    ['the numbers below are of another', [named('2'), row('3.1')]],
    ['the numbers below are of another in one place', [named('2'), row('2.1'), named('3'), row('4.1')]],
    ['the last number below is of another', [named('2'), row('2.1'), row('2.2'), row('3.1')]],
    ['a number below only begins alike', [named('2'), row('21')]],
    ['a row below has no number', [named('2'), row('2.1'), row(null)]],
    ['one has no number', [named(null), row('.1')]],
    ['it is no number', [named('A'), row('A.1')]],
    ['it only ends in a number', [named('A1'), row('A1.1')]],
    ['it only begins with a number', [named('1A'), row('1A.1')]],
    ['it is a number below another', [named('1.5'), row('15.1')]],
    ['it is a number below another with a nought', [named('2.01'), row('21.1')]],
    ['it is a number alone', [['2'], row('2.1')]],
  ])('are not found where %s', (_, rows) => {
    expect(sections(rows, numbered)).toEqual([])
  })

  test('are not found where no column has numbers', () => {
    expect(sections([named('2'), row('2.1')], { title: 2 })).toEqual([])
    expect(sections([['2'], ['2.1', 'all', 'CSV', 'Ann']], { title: 1 })).toEqual([])
  })
})
