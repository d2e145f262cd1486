import { describe, expect, it } from 'vitest'
import type { AddedColumn } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { readStyleBook } from '../../../../../src/engine/workbook/patching/cells/style-book.ts'
import type { SheetContext } from '../../../../../src/engine/workbook/patching/sheet/patch-cells.ts'
import {
  columnWrites,
  type PlacedColumn,
  type TableFrame,
} from '../../../../../src/engine/workbook/patching/sheet/patch-columns.ts'
import type { SheetGuards } from '../../../../../src/engine/workbook/patching/sheet/sheet-guards.ts'
import { column } from '../../../../support/patch-inventory.ts'
import { sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

const open: SheetGuards = { merges: [], arrays: [], pivots: [], drawings: [], headings: [], protection: null }
const frame: TableFrame = { columns: [1, 2, 3], firstColumn: 1, lastColumn: 3, firstRow: 1, lastRow: 4 }

function contextOf(rows: string, more: Partial<SheetContext> = {}): SheetContext {
  const layout = sheetLayoutOf({ rows }, { from: 1, to: 4 })
  return { layout, guards: open, styles: null, date1904: false, columnStyle: () => 0, ...more }
}

const placed = (
  place: number,
  values: AddedColumn['values'],
  known = false,
  header = 'Why',
): PlacedColumn => ({
  added: column(header, { values }),
  column: place,
  header,
  known,
})

/** Rows whose cells from A on have these styles. */
function styled(...rows: readonly (readonly number[])[]): string {
  return rows
    .map((styles, index) => {
      const row = index + 1
      const cells = styles.map((style, at) => `<c r="${'ABCDEF'[at]}${row}" s="${style}"><v>1</v></c>`)
      return `<row r="${row}">${cells.join('')}</row>`
    })
    .join('')
}

describe('the cells of a column', () => {
  const rows = styled([1, 2, 3], [0, 5, 6], [0, 5, 7], [0, 5, 7], [9, 9, 9])
  const write = (row: number, value: string | null, style: number, more: object = {}) => ({
    row,
    column: 4,
    value,
    look: { style, over: 'all-cells', format: 'plain' },
    ...more,
  })

  it('are its heading, the looks of the rows beside, those of new rows and its values', () => {
    expect(columnWrites(contextOf(rows), frame, [placed(4, { 2: 'x', 3: null, 4: 'y' })], [8])).toEqual([
      write(1, 'Why', 3, { isHeadingOfOurs: true }),
      write(2, null, 7, { beside: 3 }),
      write(3, null, 7, { beside: 3 }),
      write(4, null, 7, { beside: 3 }),
      write(8, null, 7),
      write(2, 'x', 7),
      write(4, 'y', 7),
    ])
  })

  it('have no looks where the rows beside have none', () => {
    const plain = styled([1, 2, 3], [5, 5, 0], [5, 5, 0])
    expect(columnWrites(contextOf(plain), frame, [placed(4, { 2: 'x' })], [8])).toEqual([
      write(1, 'Why', 3, { isHeadingOfOurs: true }),
      write(2, 'x', 0),
    ])
  })

  it('of an earlier export are cleared too, and keep the heading and the looks that people gave them', () => {
    const over = { look: { style: 7, over: 'missing-cells', format: 'plain' } }
    const known = (sheet: string) =>
      columnWrites(contextOf(sheet), frame, [placed(4, { 2: 'x', 3: null, 4: null }, true)], [8])
    const body = [
      write(8, null, 7, over),
      write(2, 'x', 7, over),
      write(3, null, 7, over),
      write(4, null, 7, over),
    ]
    const heading = write(1, 'Why', 3, {
      look: { style: 3, over: 'missing-cells', format: 'plain' },
      isHeadingOfOurs: true,
    })
    expect(known(rows)).toEqual([heading, ...body])
    const unfilled = rows.replace('</row>', '<c r="D1" s="4"/></row>')
    expect(known(unfilled)).toEqual([heading, ...body])
    const filled = rows.replace('</row>', '<c r="D1"><v>1</v></c></row>')
    expect(known(filled)).toEqual(body)
    const fresh = columnWrites(contextOf(filled), frame, [placed(4, {})], [])
    expect(fresh[0]).toEqual(write(1, 'Why', 3, { isHeadingOfOurs: true }))
  })

  it('look like the agency’s own columns, not like those of an earlier export among them', () => {
    const wide = { ...frame, lastColumn: 4 }
    const both = [placed(3, { 2: 'old' }, true, 'Old'), placed(5, { 2: 'x', 3: 'x' })]
    const writes = columnWrites(contextOf(rows), wide, both, [])
    expect(
      writes.map(({ row, column: place, value, look, beside }) => [row, place, value, look?.style, beside]),
    ).toEqual([
      [2, 3, 'old', 5, undefined],
      [1, 5, 'Why', 2, undefined],
      [2, 5, null, 5, 2],
      [3, 5, null, 5, 2],
      [4, 5, null, 5, 2],
      [2, 5, 'x', 5, undefined],
      [3, 5, 'x', 5, undefined],
    ])
  })

  it('stand beside the last column where the table has none of its own', () => {
    const bare = { ...frame, columns: [] }
    expect(columnWrites(contextOf(rows), bare, [placed(4, { 2: 'x' })], [])).toEqual([
      write(1, 'Why', 3, { isHeadingOfOurs: true }),
      write(2, 'x', 0),
    ])
  })

  it('pass by columns whose words are links', () => {
    const fonts = '<fonts><font/><font><u/></font></fonts>'
    const styles = readStyleBook(
      Buffer.from(
        `<styleSheet>${fonts}<cellXfs><xf/><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>`,
      ),
    )
    const linked = styled([0, 1, 2], [0, 1, 2], [0, 1, 2])
    const style = (context: SheetContext) =>
      columnWrites(context, frame, [placed(4, { 2: 'x' })], []).at(-1)?.look?.style
    expect(style(contextOf(linked, { styles }))).toBe(1)
    expect(style(contextOf(linked))).toBe(2)
  })

  it('look like most of the column beside, seen in rows spread over all of it', () => {
    const styles = (row: number): number => (row < 62 ? 9 : 8)
    const long = Array.from({ length: 181 }, (_, index) =>
      index === 0 ? [0, 0, 0] : [0, 0, styles(index + 1)],
    )
    const values = Object.fromEntries(Array.from({ length: 180 }, (_, index) => [index + 2, 'x']))
    const writes = columnWrites(contextOf(styled(...long)), frame, [placed(4, values)], [])
    expect(writes.at(-1)?.look?.style).toBe(8)
    // Rows the sheet does not have show nothing.
    const beyond = columnWrites(contextOf(rows), frame, [placed(4, { 2: 'x', 50: 'y', 60: 'z' })], [])
    expect(beyond.at(-1)?.look?.style).toBe(6)
  })
})
