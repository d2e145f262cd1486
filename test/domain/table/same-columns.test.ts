import { describe, expect, test } from 'vitest'
import { buildTable } from '../../../src/domain/table/build-table.ts'
import { findSameColumns } from '../../../src/domain/table/same-columns.ts'
import type { SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { makeGrid } from '../../support/make-grid.ts'

type Row = readonly (string | null)[]

const headings: Row = ['Dataset', 'Road map', 'Owner']
const values: readonly Row[] = [
  ['Roads', 'x', 'Ann'],
  ['Rails', 'y', 'Bob'],
]

/** The names of the sheets on which a table with headings in the first row of a sheet goes on, with its row there. */
function goesOn(own: readonly Row[], others: readonly SheetGrid[]): readonly (readonly [string, number])[] {
  const grid = makeGrid(own, { name: 'North' })
  const labels = (own[0] ?? []).flatMap((header, index) => (header ? [{ column: index + 1, header }] : []))
  const found = buildTable(grid, { sheet: 'North', headerRow: 1, headerRows: 1 }, labels)
  return findSameColumns(found, [grid, ...others]).map(({ sheet }) => [sheet.sheet, sheet.headerRow])
}

const south = (...rows: readonly Row[]) => [makeGrid(rows, { name: 'South' })]

describe('a table goes on', () => {
  test.each<[what: string, others: readonly SheetGrid[], found: readonly (readonly [string, number])[]]>([
    [
      'on every other sheet with the same headings',
      [...south(headings, ...values), makeGrid([headings, ...values])],
      [
        ['South', 1],
        ['Sheet1', 1],
      ],
    ],
    ['where the headings stand further down', south(['South'], [], headings, ...values), [['South', 3]]],
    [
      'where they are written another way',
      south(['DATASET', 'road-map', 'owner:'], ...values),
      [['South', 1]],
    ],
    ['where there are more columns', south([...headings, 'Remark'], ...values), [['South', 1]]],
    [
      'in its own rows, even where another table has clearer headings',
      south(
        headings,
        ...values,
        [],
        ['Dataset', 'Description', 'Format', 'Contact', 'Owner'],
        ['a', 'b', 'c', 'd', 'e'],
      ),
      [['South', 1]],
    ],
  ])('%s', (_, others, found) => {
    expect(goesOn([headings, ...values], others)).toEqual(found)
  })

  test.each<[what: string, others: readonly SheetGrid[]]>([
    ['on a hidden sheet', [makeGrid([headings, ...values], { name: 'South', state: 'hidden' })]],
    ['where a heading is missing', south(headings.slice(0, 2), ...values)],
    ['where a heading is another', south(['Dataset', 'Roadmap', 'Owner'], ...values)],
    [
      'where the headings are in other columns',
      south([null, ...headings], ...values.map((row) => [null, ...row])),
    ],
    ['where nothing stands below the headings', south(headings)],
    ['where no row looks like headings', south(['1', '2', '3'])],
  ])('not %s', (_, others) => {
    expect(goesOn([headings, ...values], others)).toEqual([])
  })

  test('where two of its columns have headings, whatever stands above those without', () => {
    const two: readonly Row[] = [['Dataset', null, 'Owner'], ...values]
    expect(goesOn(two, south(...two))).toEqual([['South', 1]])
    expect(goesOn(two, south(headings, ...values))).toEqual([['South', 1]])
  })

  test('not where only one of its columns has a heading', () => {
    const one: readonly Row[] = [['Dataset'], ...values]
    expect(goesOn(one, south(...one))).toEqual([])
  })
})
