import { describe, expect, it } from 'vitest'
import type { AddedColumn } from '../../../../../src/domain/write-back/workbook-changes.ts'
import type { SheetContext } from '../../../../../src/engine/workbook/patching/sheet/patch-cells.ts'
import {
  columnRange,
  planColumns,
  type TableFrame,
  tableFrame,
  withKnownColumns,
} from '../../../../../src/engine/workbook/patching/sheet/patch-columns.ts'
import type { SheetGuards } from '../../../../../src/engine/workbook/patching/sheet/sheet-guards.ts'
import type { TablePart } from '../../../../../src/engine/workbook/patching/sheet/table-part.ts'
import { column } from '../../../../support/patch-inventory.ts'
import { sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

const open: SheetGuards = { merges: [], arrays: [], pivots: [], drawings: [], headings: [], protection: null }
const frame: TableFrame = { columns: [1, 2, 3], firstColumn: 1, lastColumn: 3, firstRow: 1, lastRow: 4 }

function contextOf(rows: string, more: Partial<SheetContext> = {}): SheetContext {
  const layout = sheetLayoutOf({ rows }, { from: 1, to: 4 })
  return { layout, guards: open, styles: null, date1904: false, columnStyle: () => 0, ...more }
}

/** The mark of each of these headings points at a column. */
const marks = (places: Readonly<Record<string, number>>) => (added: AddedColumn) => {
  const place = places[added.header]
  if (place === undefined) return null
  return { sheet: 'Inventory', range: { firstRow: 1, lastRow: 1, firstColumn: place, lastColumn: place } }
}

const table = (columnNames: readonly string[], lastColumn = 3, firstRow = 1, resizable = true): TablePart =>
  ({
    columnNames,
    resizable,
    range: { firstRow, lastRow: 4, firstColumn: 1, lastColumn },
  }) as unknown as TablePart

interface Planned {
  readonly rows?: string
  readonly known?: Readonly<Record<string, number>>
  readonly tables?: readonly TablePart[]
  readonly guards?: Partial<SheetGuards>
  readonly in?: TableFrame
}

function planned(
  headers: readonly string[],
  { rows = '', known = {}, tables = [], guards, ...more }: Planned = {},
) {
  const context = contextOf(rows, { guards: { ...open, ...guards } })
  const columns = headers.map((header) => column(header))
  const plan = planColumns(context, more.in ?? frame, tables, columns, marks(known))
  return {
    placed: plan.placed.map((one) => [one.header, one.column]),
    refused: plan.refused,
    unplaced: plan.unplaced.map(({ header }) => header),
    adjacent: plan.adjacent,
    table: plan.table,
  }
}

describe('the frame of a table', () => {
  it('is what its letters span, whatever their order', () => {
    const place = { sheet: 'S', headerRow: 3, lastRow: 9, letters: ['C', 'B', 'AB'] }
    expect(tableFrame(place)).toEqual({
      columns: [2, 3, 28],
      firstColumn: 2,
      lastColumn: 28,
      firstRow: 3,
      lastRow: 9,
    })
    expect(tableFrame({ ...place, letters: [], lastRow: 1 })).toEqual({
      columns: [],
      firstColumn: 1,
      lastColumn: 1,
      firstRow: 3,
      lastRow: 3,
    })
  })

  it('goes on through the columns of an earlier export that follow without a gap', () => {
    const columns = ['a', 'b', 'c', 'd'].map((header) => column(header))
    const last = (known: Readonly<Record<string, number>>) =>
      withKnownColumns(frame, columns, marks(known)).lastColumn
    expect([last({}), last({ a: 4 }), last({ a: 5, b: 4 }), last({ a: 4, b: 6 }), last({ a: 5 })]).toEqual([
      3, 4, 5, 4, 3,
    ])
    expect(withKnownColumns(frame, columns, marks({ d: 4 }))).toEqual({ ...frame, lastColumn: 4 })
  })

  it('gives a column its cells below the heading, at least one', () => {
    expect(columnRange(frame, 5)).toEqual({ firstRow: 2, lastRow: 4, firstColumn: 5, lastColumn: 5 })
    expect(columnRange({ ...frame, lastRow: 1 }, 5)).toEqual({
      firstRow: 2,
      lastRow: 2,
      firstColumn: 5,
      lastColumn: 5,
    })
  })
})

describe('a column of the plan', () => {
  it('stands where its mark says, else in the first free column', () => {
    expect(planned(['New', 'Known', 'Newer'], { known: { Known: 4 } })).toMatchObject({
      placed: [
        ['New', 5],
        ['Known', 4],
        ['Newer', 6],
      ],
      adjacent: 0,
    })
    expect(planned(['Known', 'New', 'Newer'], { known: { Known: 10 } })).toMatchObject({
      placed: [
        ['Known', 10],
        ['New', 4],
        ['Newer', 5],
      ],
      adjacent: 2,
    })
  })

  it('keeps clear of what stands right of the table', () => {
    const rows = '<row r="4"><c r="D4"><v>1</v></c></row>'
    const range = (place: number) => ({ firstRow: 2, lastRow: 2, firstColumn: place, lastColumn: place })
    const guards = { merges: [range(5)], arrays: [range(6)], pivots: [range(7)] }
    expect(planned(['New', 'Newer'], { rows, guards })).toMatchObject({
      placed: [
        ['New', 8],
        ['Newer', 9],
      ],
      adjacent: 0,
    })
  })

  it('keeps clear of charts and pictures beside the table, and of none above or below it', () => {
    const drawing = { firstRow: 3, lastRow: 20, firstColumn: 6, lastColumn: 9 }
    const placesBeside = (drawings: readonly (typeof drawing)[]) =>
      planned(['New', 'Newer'], { guards: { drawings } }).placed.map(([, place]) => place)
    expect(placesBeside([drawing])).toEqual([10, 11])
    expect(placesBeside([{ ...drawing, firstRow: 30, lastRow: 40 }])).toEqual([4, 5])
  })

  it('stands in what is free where there is no room right of everything', () => {
    const rows = '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    expect(planned(['New', 'Newer'], { rows }).placed).toEqual([
      ['New', 4],
      ['Newer', 5],
    ])
  })

  it('may be the sheet’s last, and is refused behind it', () => {
    const last = { ...frame, lastColumn: 16_383 }
    const refused = [{ where: 'Newer', reason: 'no-room-right-of-table', value: '' }]
    const expected = { placed: [['New', 16_384]], refused, unplaced: ['Newer'], adjacent: 1, table: null }
    expect(planned(['New', 'Newer'], { in: last })).toEqual(expected)
    const beyond = planned(['Newer'], {
      in: { ...frame, lastColumn: 16_384 },
      guards: { protection: { open: [] } },
    })
    expect(beyond.refused).toEqual(refused)
  })

  it('is refused on a protected sheet unless all of its cells are open', () => {
    const opened = (lastRow: number) => ({
      protection: { open: [{ firstRow: 1, lastRow, firstColumn: 4, lastColumn: 4 }] },
    })
    expect(planned(['New'], { guards: opened(3) }).placed).toEqual([['New', 4]])
    for (const lastRow of [2, 0]) {
      expect(planned(['New'], { guards: opened(lastRow) })).toMatchObject({
        placed: [],
        refused: [{ where: 'New', reason: 'protected-sheet', value: '' }],
        unplaced: ['New'],
      })
    }
  })

  it('joins the Excel table that ends where the inventory does', () => {
    const good = table([])
    const others = [table([], 3, 1, false), table([], 2), table([], 3, 2)]
    expect(planned(['New'], { tables: [...others, good] }).table).toBe(good)
    expect(planned(['New'], { tables: others }).table).toBeNull()
  })
})

describe('a heading', () => {
  const tables = [table(['why', 'WHY 2', 'Route'])]

  it('that a table has already gets a number', () => {
    expect(planned(['Why', 'Route', 'New', 'NEW'], { tables }).placed).toEqual([
      ['Why 3', 4],
      ['Route 2', 5],
      ['New', 6],
      ['NEW 2', 7],
    ])
  })

  it('stays outside of tables, behind a gap, and where an earlier export put it', () => {
    expect(planned(['Why', 'Why']).placed).toEqual([
      ['Why', 4],
      ['Why', 5],
    ])
    const rows = '<row r="2"><c r="D2"><v>1</v></c></row>'
    expect(planned(['Why', 'Why'], { tables, rows }).placed).toEqual([
      ['Why', 5],
      ['Why', 6],
    ])
    expect(planned(['Why'], { tables, known: { Why: 4 } }).placed).toEqual([['Why', 4]])
  })
})
