import { describe, expect, it } from 'vitest'
import { cellKey, cellPlace } from '../../../src/domain/table/sheet-grid.ts'
import { linksByRow, rowTexts } from '../../../src/domain/table/source-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

describe('source rows', () => {
  it('give a cell merged down to every row it spans, and leave other columns out', () => {
    const merges = [
      { firstRow: 2, lastRow: 3, firstColumn: 1, lastColumn: 1 },
      { firstRow: 4, lastRow: 4, firstColumn: 1, lastColumn: 2 },
    ]
    const grid = makeGrid(
      [
        ['Agency', 'Dataset', 'Other'],
        ['DOT', 'Traffic', 'x'],
        [null, 'Bridges', 'y'],
        ['DPH', null, 'z'],
      ],
      { merges },
    )
    const textsOf = rowTexts(grid, ['A', 'B'])
    expect(grid.rows.slice(1).map(textsOf)).toEqual([
      ['DOT', 'Traffic'],
      ['DOT', 'Bridges'],
      ['DPH', ''],
    ])
  })

  it('know where cells lead that show other words than their address', () => {
    const links = new Map([
      [cellKey(2, 2), 'https://data.ct.gov/a'],
      [cellKey(3, 2), 'https://data.ct.gov/b'],
      [cellKey(3, 3), 'https://data.ct.gov/c'],
    ])
    const grid = makeGrid(
      [
        ['Dataset', 'Link'],
        ['Traffic', 'Portal'],
        ['Bridges', 'https://ct.gov'],
      ],
      { links },
    )
    expect(linksByRow(grid, ['A', 'B'])).toEqual(new Map([[2, { B: 'https://data.ct.gov/a' }]]))
  })

  it('number cells so that no two have one number', () => {
    for (const place of [
      { row: 1, column: 1 },
      { row: 1, column: 16_384 },
      { row: 1_048_576, column: 16_384 },
    ]) {
      expect(cellPlace(cellKey(place.row, place.column))).toEqual(place)
    }
  })
})
