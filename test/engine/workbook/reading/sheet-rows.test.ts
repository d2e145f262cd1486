import { describe, expect, it } from 'vitest'
import type { CellKind, GridRow } from '../../../../src/domain/table/sheet-grid.ts'
import {
  collectCell,
  collectedRows,
  newRowCollector,
} from '../../../../src/engine/workbook/reading/sheet-rows.ts'

type Cell = readonly [row: number, column: number, text: string, kind?: CellKind, hidden?: boolean]

function collected(cells: readonly Cell[]): readonly GridRow[] {
  const collector = newRowCollector()
  for (const [row, column, text, kind = 'text', hidden = false] of cells)
    collectCell(collector, row, hidden, column, text, kind)
  expect(collector.cells).toBe(cells.length)
  return collectedRows(collector)
}

const row = (
  number: number,
  columns: readonly number[],
  texts: readonly string[],
  kinds: readonly CellKind[],
  hidden = false,
) => ({
  row: number,
  hidden,
  columns,
  texts,
  kinds,
})

describe('cells as they come', () => {
  it('become rows, each with what it holds, however the rows differ', () => {
    const cells: readonly Cell[] = [
      [1, 1, 'a'],
      [1, 2, 'b'],
      [1, 4, 'c'],
      [2, 1, '1', 'number'],
      [2, 2, 'd'],
      [2, 4, 'e'],
      [3, 1, '2', 'number'],
      [3, 2, 'f'],
      [4, 1, '3', 'number'],
      [4, 2, 'g'],
      [4, 3, 'h'],
      [4, 9, 'i', 'date'],
      [7, 2, 'j', 'boolean', true],
      [8, 1, '4', 'number'],
      [8, 2, '5', 'number'],
    ]
    expect(collected(cells)).toEqual([
      row(1, [1, 2, 4], ['a', 'b', 'c'], ['text', 'text', 'text']),
      row(2, [1, 2, 4], ['1', 'd', 'e'], ['number', 'text', 'text']),
      row(3, [1, 2], ['2', 'f'], ['number', 'text']),
      row(4, [1, 2, 3, 9], ['3', 'g', 'h', 'i'], ['number', 'text', 'text', 'date']),
      row(7, [2], ['j'], ['boolean'], true),
      row(8, [1, 2], ['4', '5'], ['number', 'number']),
    ])
    expect(collected([])).toEqual([])
  })

  it('of rows filled alike share their lists, and rows that only begin or end alike do not', () => {
    const [first, second, other, longer, shorter, kinds] = collected([
      [1, 1, 'a'],
      [1, 3, 'b'],
      [2, 1, 'c'],
      [2, 3, 'd'],
      [3, 1, 'e'],
      [3, 2, 'f'],
      [4, 1, 'g'],
      [4, 2, 'h'],
      [4, 3, 'i'],
      [5, 1, 'j'],
      [5, 2, 'k'],
      [6, 1, 'l'],
      [6, 2, '1', 'number'],
    ])
    expect([second?.columns === first?.columns, second?.kinds === first?.kinds]).toEqual([true, true])
    // Of the same kinds in other columns, and in the same columns of other kinds.
    expect([other?.columns === second?.columns, other?.kinds === second?.kinds]).toEqual([false, true])
    expect([kinds?.columns === shorter?.columns, kinds?.kinds === shorter?.kinds]).toEqual([true, false])
    expect(longer?.columns).toEqual([1, 2, 3])
    expect(shorter?.columns).toEqual([1, 2])
  })

  it('out of order come back in it; of two at one place the last one counts', () => {
    expect(
      collected([
        [10, 2, 'd'],
        [10, 1, 'c', 'number'],
        [2, 10, 'b', 'date'],
        [2, 9, 'a'],
        [2, 9, 'A'],
        [10, 3, 'e', 'boolean', true],
      ]),
    ).toEqual([
      row(2, [9, 10], ['A', 'b'], ['text', 'date']),
      row(10, [1, 2, 3], ['c', 'd', 'e'], ['number', 'text', 'boolean'], true),
    ])
    expect(
      collected([
        [1, 1, 'a'],
        [1, 1, 'b'],
      ]),
    ).toEqual([row(1, [1], ['b'], ['text'])])
    expect(
      collected([
        [2, 5, 'b'],
        [1, 6, 'a'],
      ]).map(({ row: number }) => number),
    ).toEqual([1, 2])
  })
})
