import { describe, expect, it } from 'vitest'
import type { GridRow } from '../../../../../src/domain/table/sheet-grid.ts'
import type { Choices } from '../../../../../src/domain/write-back/column-dialect.ts'
import type { CellChange } from '../../../../../src/domain/write-back/workbook-changes.ts'
import {
  type ColumnsAround,
  type CorrectedCells,
  correctedCellsOn,
  inOwnDialect,
} from '../../../../../src/engine/workbook/patching/cells/corrected-cells.ts'
import { makeGrid } from '../../../../support/make-grid.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import { loadedWorkbook, sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

const table = { headerRow: 1, lastRow: 4 }
const nothing: ColumnsAround = {
  rows: [],
  table,
  choicesAt: () => 'anything',
  isLinked: () => false,
  merges: [],
}

const typed = (cell: string, value: CellChange['value'], more: Partial<CellChange> = {}): CellChange => ({
  sheet: 'Inventory',
  cell,
  value,
  asColumn: true,
  ...more,
})
const change = (cell: string, value: CellChange['value']): CellChange => ({ sheet: 'Inventory', cell, value })

/** What becomes of one change: its value, or why it is refused. */
function outcome(one: CellChange, around: Partial<ColumnsAround> = {}) {
  const { cells, refused } = inOwnDialect([one], { ...nothing, ...around })
  expect(cells.length + refused.length).toBe(1)
  return cells[0] === undefined ? refused[0]?.reason : { value: cells[0].value }
}

const grid = (...rows: readonly (readonly (string | number | null)[])[]): readonly GridRow[] =>
  makeGrid(rows).rows

describe('a change of a cell of the agency’s', () => {
  it('keeps everything but its value, in the order it came', () => {
    const changes = [typed('A2', ' five '), change('B2', ' six '), typed('C2', '')]
    expect(inOwnDialect(changes, nothing)).toEqual({
      cells: [
        { sheet: 'Inventory', cell: 'A2', value: 'five', asColumn: true },
        { sheet: 'Inventory', cell: 'B2', value: ' six ' },
        { sheet: 'Inventory', cell: 'C2', value: null, asColumn: true },
      ],
      refused: [],
    })
  })

  it('is told with its place and value where it is refused', () => {
    const changes = [
      typed('A2', 'first', { refuse: 'shared-cell' }),
      typed('B2', 'second', { sheet: '', refuse: 'several-cells' }),
      { ...change('C2', { date: '2026-05-01' }), refuse: 'linked-cell' as const },
      { ...change('D2', null), refuse: 'linked-cell' as const },
      change('E2', 'kept'),
    ]
    expect(inOwnDialect(changes, nothing)).toEqual({
      cells: [change('E2', 'kept')],
      refused: [
        { where: 'Inventory!A2', reason: 'shared-cell', value: 'first' },
        { where: 'B2', reason: 'several-cells', value: 'second' },
        { where: 'Inventory!C2', reason: 'linked-cell', value: '2026-05-01' },
        { where: 'Inventory!D2', reason: 'linked-cell', value: '' },
      ],
    })
  })

  it('is written as it is unless it is a text that somebody typed', () => {
    const closed = { choicesAt: (): Choices => ['Yes'] }
    expect(outcome(typed('A2', 'Perhaps'), closed)).toBe('not-in-list')
    expect(outcome(change('A2', 'Perhaps'), closed)).toEqual({ value: 'Perhaps' })
    expect(outcome(typed('A2', 'Perhaps', { asColumn: false }), closed)).toEqual({ value: 'Perhaps' })
    expect(outcome(typed('A2', 5), closed)).toEqual({ value: 5 })
    expect(outcome(typed('A2', true), closed)).toEqual({ value: true })
    expect(outcome(typed('A2', null), closed)).toEqual({ value: null })
    expect(outcome(typed('A2', { date: '2026-05-01' }), closed)).toEqual({ value: { date: '2026-05-01' } })
    // Whoever writes cells says of such a name what is wrong with it.
    expect(outcome(typed('nonsense', 'Perhaps'), closed)).toEqual({ value: 'Perhaps' })
  })

  it('takes the spelling of its own cell’s drop-down', () => {
    const choicesAt = (row: number, column: number): Choices =>
      row === 3 && column === 2 ? ['YES', 'No'] : 'anything'
    expect(outcome(typed('B3', 'yes'), { choicesAt })).toEqual({ value: 'YES' })
    expect(outcome(typed('B3', 'maybe'), { choicesAt })).toBe('not-in-list')
    expect(outcome(typed('C3', 'yes'), { choicesAt })).toEqual({ value: 'yes' })
  })

  it('is refused where its cell leads elsewhere, but a neighbour is not', () => {
    const isLinked = (row: number, column: number) => row === 3 && column === 2
    expect(outcome(typed('B3', 'text'), { isLinked })).toBe('linked-cell')
    expect(outcome(typed('B2', 'text'), { isLinked })).toEqual({ value: 'text' })
    expect(outcome(typed('C3', 'text'), { isLinked })).toEqual({ value: 'text' })
    expect(outcome(change('B3', 'text'), { isLinked })).toEqual({ value: 'text' })
  })

  it('is refused where its cell speaks of other rows too', () => {
    const merges = [
      { firstRow: 2, lastRow: 3, firstColumn: 2, lastColumn: 3 },
      { firstRow: 6, lastRow: 6, firstColumn: 2, lastColumn: 4 },
    ]
    const outcomes = ['B2', 'C3', 'D2', 'B4', 'B6', 'C6', 'B7'].map((cell) =>
      outcome(typed(cell, 'text'), { merges }),
    )
    const written = { value: 'text' }
    expect(outcomes).toEqual(['inside-merge', 'inside-merge', written, written, written, written, written])
  })
})

describe('how a column writes is seen', () => {
  it('from the rows of its table alone', () => {
    const rows = grid([8, 8], [1, 'a'], [2, 'b'], [3, 'c'], ['x', 5], ['y', 6], ['z', 7])
    expect(outcome(typed('A2', '12'), { rows })).toEqual({ value: 12 })
    expect(outcome(typed('B2', '12'), { rows })).toEqual({ value: '12' })
  })

  it.each([
    ['the heading', grid(['x'], [1], ['y'], [2]), 12],
    ['the last row', grid(['x'], ['y'], [1], [2]), 12],
    ['what stands behind the last row', grid(['x'], [1], [2], ['y'], ['z'], ['z'], ['z']), 12],
    ['a heading that is a number', grid([2020], ['x'], [1]), '12'],
    ['the row behind the last', grid(['x'], ['y'], [1], [null], [2]), '12'],
  ])('with a majority that counts or leaves out: %s', (_, rows, value) => {
    expect(outcome(typed('A2', '12'), { rows })).toEqual({ value })
  })

  it('from the cells that say something, in the column itself', () => {
    const rows = grid(['ID', 'Count', 'Day'], ['x', 1, 'x'], ['y', null, 'y'], ['z', null, 'z'])
    expect(outcome(typed('B2', '12'), { rows })).toEqual({ value: 12 })
    expect(outcome(typed('A2', '12'), { rows })).toEqual({ value: '12' })
    expect(outcome(typed('D2', '12'), { rows })).toEqual({ value: '12' })
  })

  it('with what each cell says, where its drop-down cannot be read', () => {
    const rows = grid(['Open?'], ['Yes'], [null, 'x'], ['Not yet'])
    const choicesAt = (): Choices => 'unreadable'
    expect(outcome(typed('A3', 'yes'), { rows, choicesAt })).toEqual({ value: 'Yes' })
    expect(outcome(typed('A3', 'NOT YET'), { rows, choicesAt })).toEqual({ value: 'Not yet' })
    expect(outcome(typed('A3', 'Open?'), { rows, choicesAt })).toBe('not-in-list')
  })

  it('from five hundred cells and no further', () => {
    const long = { headerRow: 1, lastRow: 2000 }
    const choicesAt = (): Choices => 'unreadable'
    const rows = grid(
      ['Word'],
      ...Array.from({ length: 300 }, () => ['same']),
      // Rows that say nothing in the column do not count.
      [null, 'x'],
      [null, 'x'],
      ...Array.from({ length: 199 }, () => ['same']),
      ['five hundredth'],
      ['next'],
      ['last'],
    )
    const around = { rows, choicesAt, table: long }
    expect(outcome(typed('A2', 'Five hundredth'), around)).toEqual({ value: 'five hundredth' })
    expect(outcome(typed('A2', 'next'), around)).toBe('not-in-list')
    expect(outcome(typed('A2', 'last'), around)).toBe('not-in-list')
  })

  it('once for all changes of the column', () => {
    let looks = 0
    const rows: readonly GridRow[] = {
      *[Symbol.iterator]() {
        looks += 1
        yield* grid(['ID'], [1], [2])
      },
    } as unknown as readonly GridRow[]
    const { cells } = inOwnDialect([typed('A2', '5'), typed('A3', '6')], { ...nothing, rows })
    expect(cells.map(({ value }) => value)).toEqual([5, 6])
    expect(looks).toBe(1)
  })
})

describe('the cells of a sheet', () => {
  const made = (xml: string) => loadedWorkbook(makeWorkbook({ sheets: [{ name: 'Inventory', xml }] }))
  const validation =
    '<dataValidations><dataValidation type="list" sqref="B2:B4"><formula1>"Yes,No"</formula1></dataValidation></dataValidations>'
  const numbers = rowsXml([
    ['Count', 'Open'],
    [1, 'Yes'],
    [2, 'No'],
    [3, 'No'],
  ])

  function onSheet(
    xml: string,
    changes: readonly CellChange[],
    behind = validation,
  ): CorrectedCells | string {
    const opened = made(xml)
    const [part] = opened.package.sheets
    if (part === undefined) throw new Error('no sheet')
    const result = correctedCellsOn(opened, part, sheetLayoutOf({ behind }), table, changes)
    return result.ok ? result.value : result.error.code
  }

  it('are written as their columns write, as their drop-downs spell, and not where they are merged', () => {
    const merges = '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>'
    const changes = [
      typed('A2', '12'),
      typed('B2', 'yes'),
      typed('B3', 'maybe'),
      typed('A3', '7'),
      change('C2', 'as is'),
    ]
    expect(onSheet(`${numbers}${merges}`, changes)).toEqual({
      cells: [typed('A2', 12), typed('B2', 'Yes'), change('C2', 'as is')],
      refused: [
        { where: 'Inventory!B3', reason: 'not-in-list', value: 'maybe' },
        { where: 'Inventory!A3', reason: 'inside-merge', value: '7' },
      ],
    })
  })

  it('are left where they lead to a file or a place in the workbook, which writing would leave as it was', () => {
    const links =
      '<hyperlinks><hyperlink ref="A2" location="Lists!A1"/><hyperlink ref="B3:C3" n:id="rId9"/></hyperlinks>'
    const refs = ['A2', 'A3', 'B3', 'C3', 'C4'].map((cell) => typed(cell, 'text'))
    const behind = `${validation}${links}`
    const { refused, cells } = onSheet(numbers, refs, behind) as CorrectedCells
    expect(refused.map(({ where }) => where)).toEqual(['Inventory!A2', 'Inventory!B3', 'Inventory!C3'])
    expect(cells.map(({ cell }) => cell)).toEqual(['A3', 'C4'])
  })

  it.each<[string, CellChange]>([
    ['somebody typed a value', typed('A2', '12')],
    ['one is refused beforehand', { ...change('A2', 'x'), refuse: 'shared-cell' }],
  ])('are only looked at where %s', (_, one) => {
    const broken = '<sheetData><row r="1">'
    const asIs = [change('A3', 'x'), { ...change('A4', 5), asColumn: false }]
    expect(onSheet(broken, asIs)).toEqual({ cells: asIs, refused: [] })
    expect(onSheet(broken, [])).toEqual({ cells: [], refused: [] })
    expect(onSheet(broken, [...asIs, one])).toBe('file-damaged')
    expect(onSheet(broken, [one, ...asIs])).toBe('file-damaged')
  })
})
