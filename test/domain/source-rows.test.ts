import { describe, expect, it } from 'vitest'
import { sourceRows } from '../../src/domain/source-rows.ts'
import { makeGrid } from '../support/make-grid.ts'

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
    expect(sourceRows(grid, grid.rows.slice(1), ['A', 'B'])).toEqual([
      { sheet: 'Sheet1', row: 2, cells: { A: 'DOT', B: 'Traffic' } },
      { sheet: 'Sheet1', row: 3, cells: { A: 'DOT', B: 'Bridges' } },
      { sheet: 'Sheet1', row: 4, cells: { A: 'DPH' } },
    ])
  })
})
