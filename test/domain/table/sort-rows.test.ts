import { describe, expect, test } from 'vitest'
import type { ColumnMapping, TableChoice } from '../../../src/domain/inventory-table.ts'
import { columnLetter, type SheetGrid } from '../../../src/domain/table/sheet-grid.ts'
import { sortRows } from '../../../src/domain/table/table-rows.ts'
import { fullRow } from '../../support/a-row-judge.ts'
import { makeGrid } from '../../support/make-grid.ts'

const headings = ['Dataset', 'Holds', 'Format', 'Owner', 'Contact', 'Updated']
const [roads, rails, ports, parks] = ['Roads', 'Rails', 'Ports', 'Parks'].map(fullRow) as [
  string[],
  string[],
  string[],
  string[],
]
const blank: readonly string[] = []

function sort(
  grid: SheetGrid,
  more: Partial<TableChoice> = {},
  declaredEnd: number | null = null,
  width = 6,
) {
  const choice = { sheet: 'Sheet1', headerRow: 1, headerRows: 1, ...more }
  const known = { also: [], contested: null, confidence: 'high', reason: 'heading', samples: [] } as const
  const columns = headings.slice(0, width).map((header, index): ColumnMapping => {
    return { letter: columnLetter(index + 1), header, field: index === 0 ? 'title' : null, ...known }
  })
  const { datasets, account, leftOut } = sortRows(grid, choice, columns, declaredEnd)
  return { datasets: datasets.map(({ row }) => row), account, ...leftOut }
}

describe('the rows of a sheet', () => {
  test('are all accounted for', () => {
    const rows = [
      ['An inventory'],
      blank,
      headings,
      roads,
      blank,
      blank,
      rails,
      ['Total', '2'],
      ports,
      blank,
      ['See the handbook'],
    ]
    expect(sort(makeGrid(rows), { headerRow: 3 })).toEqual({
      datasets: [4, 7, 9],
      account: { rows: 11, above: 1, header: 1, datasets: 3, blank: 4, other: 2, why: { total: 1, note: 1 } },
      skipped: [
        { row: 8, reason: 'total' },
        { row: 11, reason: 'note' },
      ],
      blank: [
        { first: 2, last: 2 },
        { first: 5, last: 6 },
        { first: 10, last: 10 },
      ],
    })
  })

  test('are told blank on both sides of headings that hold nothing themselves', () => {
    const rows = [['An inventory'], blank, blank, blank, blank, roads]
    expect(sort(makeGrid(rows), { headerRow: 4, headerRows: 2 })).toEqual({
      datasets: [6],
      account: { rows: 6, above: 1, header: 2, datasets: 1, blank: 2, other: 0, why: {} },
      skipped: [],
      blank: [
        { first: 2, last: 2 },
        { first: 5, last: 5 },
      ],
    })
  })

  test('are told left out up to the five hundredth, and blank up to the two hundredth gap', () => {
    const totals = Array.from({ length: 501 }, () => ['Total'])
    const more = sort(makeGrid([headings, roads, ...totals, rails]))
    expect(more.account).toMatchObject({ other: 501, why: { total: 501 } })
    expect(more.skipped).toHaveLength(500)
    expect(more.skipped.at(-1)).toEqual({ row: 502, reason: 'total' })
    const spaced = Array.from({ length: 202 }, () => [roads, blank]).flat()
    const gaps = sort(makeGrid([headings, ...spaced, rails]))
    expect(gaps.account).toMatchObject({ datasets: 203, blank: 202 })
    expect(gaps.blank).toHaveLength(200)
    expect(gaps.blank.at(-1)).toEqual({ first: 401, last: 401 })
  })

  test('are of another table below where one begins, and outside where the agency drew the end', () => {
    const rows = [headings, roads, rails, blank, ['Description', 'Owner'], ['a', 'b']]
    const other = sort(makeGrid(rows))
    expect(other.datasets).toEqual([2, 3])
    expect(other.skipped).toEqual([
      { row: 5, reason: 'other-table' },
      { row: 6, reason: 'other-table' },
    ])
    const outside = sort(makeGrid(rows), {}, 3)
    expect(outside.datasets).toEqual([2, 3])
    expect(outside.skipped).toEqual([
      { row: 5, reason: 'outside' },
      { row: 6, reason: 'outside' },
    ])
    expect(sort(makeGrid(rows), {}, 2).datasets).toEqual([2])
  })

  test('are no notes at the end where the agency drew it', () => {
    const rows = [headings, roads, rails, blank, ['See the handbook']]
    expect(sort(makeGrid(rows)).skipped).toEqual([{ row: 5, reason: 'note' }])
    expect(sort(makeGrid(rows), {}, 5)).toMatchObject({ datasets: [2, 3, 5], skipped: [] })
  })

  test('keep their own reason where they stand apart at the end', () => {
    const rows = [headings, roads, rails, blank, ['Total']]
    expect(sort(makeGrid(rows)).skipped).toEqual([{ row: 5, reason: 'total' }])
  })

  test('are notes where a section would have nothing below it', () => {
    const rows = [headings, roads, rails, ['Division of Ports:'], ports, ['Division of Parks:']]
    expect(sort(makeGrid(rows)).skipped).toEqual([
      { row: 4, reason: 'section' },
      { row: 6, reason: 'note' },
    ])
  })
})

describe('a lone text above headings that come again', () => {
  const around = (...rows: readonly (readonly string[])[]) =>
    sort(makeGrid([headings, roads, rails, ...rows, ports]))

  test('is a section right above them, told in its place', () => {
    expect(around(['Water'], headings).skipped).toEqual([
      { row: 4, reason: 'section' },
      { row: 5, reason: 'repeated-header' },
    ])
  })

  test('is a section a blank row above them', () => {
    expect(around(['Water'], blank, headings).skipped).toEqual([
      { row: 4, reason: 'section' },
      { row: 6, reason: 'repeated-header' },
    ])
  })

  test.each<[what: string, rows: readonly (readonly string[])[], datasets: readonly number[]]>([
    ['two blank rows above them', [['Water'], blank, blank, headings], [2, 3, 4, 8]],
    ['a dataset above them', [['Water'], parks, headings], [2, 3, 4, 5, 7]],
    ['with another word beside it', [['Water', 'all of it'], headings], [2, 3, 4, 6]],
  ])('is a dataset %s', (_, rows, datasets) => {
    expect(around(...rows).datasets).toEqual(datasets)
  })

  test('is a dataset where there are only two headings, and a section where there are three', () => {
    const narrow = (width: number) => {
      const rows = [headings, roads, rails, ['Water'], headings, ports].map((row) => row.slice(0, width))
      return sort(makeGrid(rows), {}, null, width).datasets
    }
    expect(narrow(2)).toEqual([2, 3, 4, 6])
    expect(narrow(3)).toEqual([2, 3, 6])
  })
})
