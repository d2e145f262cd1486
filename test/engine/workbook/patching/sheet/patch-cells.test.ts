import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../../../src/engine/ooxml/xml/byte-edits.ts'
import { readSheetLayout } from '../../../../../src/engine/workbook/patching/cells/sheet-layout.ts'
import { readStyleBook } from '../../../../../src/engine/workbook/patching/cells/style-book.ts'
import {
  type CellLook,
  type CellWrite,
  patchCells,
  type SheetContext,
} from '../../../../../src/engine/workbook/patching/sheet/patch-cells.ts'
import type { SheetGuards } from '../../../../../src/engine/workbook/patching/sheet/sheet-guards.ts'
import { sheetLayoutOf, sheetNamespace } from '../../../../support/sheet-layout-of.ts'

const open: SheetGuards = { merges: [], arrays: [], pivots: [], drawings: [], headings: [], protection: null }
const styles = readStyleBook(
  Buffer.from('<styleSheet><cellXfs><xf/><xf numFmtId="3"/><xf fontId="1"/></cellXfs></styleSheet>'),
)
const everywhere = { firstRow: 1, lastRow: 99, firstColumn: 1, lastColumn: 99 }

/** What `sheetData` holds afterwards; columns that are not there have style 7. */
function patched(rows: string, writes: readonly CellWrite[], more: Partial<SheetContext> = {}) {
  const layout = sheetLayoutOf({ rows })
  const context = { layout, guards: open, styles: null, date1904: false, columnStyle: () => 7, ...more }
  const { edits, written, refused } = patchCells(context, writes, (row) => ` look="${row}"`)
  const text = applyEdits(layout.bytes, edits).toString('utf8')
  return {
    rows: /<sheetData>(.*)<\/sheetData>/s.exec(text)?.[1],
    written: written.map(({ row, column }) => [row, column]),
    refused: refused.map(({ write: { row, column }, reason }) => [row, column, reason]),
  }
}

const agency = (row: number, column: number, value: CellWrite['value'] = 5): CellWrite => ({
  row,
  column,
  value,
  look: null,
})
const plain: CellLook = { style: 4, over: 'all-cells', format: 'as-is' }
const ours = (row: number, column: number, more: Partial<CellWrite> = {}): CellWrite => ({
  row,
  column,
  value: 5,
  look: plain,
  ...more,
})

describe('a cell behind the last of its row', () => {
  const added = '<c r="D2" s="4"><v>5</v></c>'

  it.each([
    ['', '<row r="2"/>', `<row r="2">${added}</row>`],
    ['', '<row r="2"></row>', `<row r="2">${added}</row>`],
    ['', '<row r="2"><c r="A2"/></row>', `<row r="2"><c r="A2"/>${added}</row>`],
    [
      'in front of what else',
      '<row r="2"><c r="A2"/><n:x/></row>',
      `<row r="2"><c r="A2"/>${added}<n:x/></row>`,
    ],
    ['whose span reaches there', '<row r="2" spans="1:9"/>', `<row r="2" spans="1:9">${added}</row>`],
    ['whose span does not', '<row r="2" spans="1:3"/>', `<row r="2" spans="1:4">${added}</row>`],
    ['whose span begins later', '<row r="2" spans="10:12"></row>', `<row r="2" spans="4:12">${added}</row>`],
    ['with blanks in its span', '<row r="2" spans=" 1:3 "/>', `<row r="2" spans="1:4">${added}</row>`],
    ['with a span nobody understands', '<row r="2" spans="x1:3"/>', `<row r="2" spans="x1:3">${added}</row>`],
    ['with two spans', '<row r="2" spans="1:2 3:3"/>', `<row r="2" spans="1:2 3:3">${added}</row>`],
    ['with half a span', '<row r="2" spans="1:3x"/>', `<row r="2" spans="1:3x">${added}</row>`],
  ])('goes into the row %s', (_, row, expected) => {
    expect(patched(row, [ours(2, 4)])).toEqual({ rows: expected, written: [[2, 4]], refused: [] })
    // The agency's own cells go there too, after a look into the row.
    expect(patched(row, [agency(2, 4)]).rows).toBe(expected.replace('s="4"', 's="7"'))
  })

  it('has the row’s style where it has no look of its own or may not show it', () => {
    const row = '<row r="2" s="5" customFormat="1"><c r="A2" s="1"/></row>'
    const expected = row.replace('</row>', '<c r="D2" s="5"><v>5</v></c></row>')
    const guards = { ...open, protection: { open: [everywhere] } }
    expect(patched(row, [agency(2, 4)]).rows).toBe(expected)
    expect(patched(row, [ours(2, 4)], { guards }).rows).toBe(expected)
    expect(patched(row, [ours(2, 4)]).rows).toBe(expected.replace('D2" s="5"', 'D2" s="4"'))
  })
})

it('goes with others into a row without cells', () => {
  expect(patched('<row r="2"></row>', [agency(2, 2), agency(2, 4)]).rows).toBe(
    '<row r="2"><c r="B2" s="7"><v>5</v></c><c r="D2" s="7"><v>5</v></c></row>',
  )
})

describe('cells within a row', () => {
  const row = '<row r="2"><c r="B2" s="1"><v>1</v></c><c r="D2" s="2" t="b"><v>1</v></c></row>'

  it('are replaced or put between, in order, the last write to each winning', () => {
    const writes = [
      agency(2, 5),
      agency(2, 4),
      agency(2, 1, 1),
      agency(2, 3, 3),
      agency(2, 4, 9),
      agency(2, 6),
    ]
    expect(patched(row, writes)).toEqual({
      rows:
        '<row r="2"><c r="A2" s="7"><v>1</v></c><c r="B2" s="1"><v>1</v></c><c r="C2" s="7"><v>3</v></c>' +
        '<c r="D2" s="2"><v>9</v></c><c r="E2" s="7"><v>5</v></c><c r="F2" s="7"><v>5</v></c></row>',
      written: [1, 3, 4, 5, 6].map((column) => [2, column]),
      refused: [],
    })
    expect(patched(row, [agency(2, 2, 1), agency(2, 2, 2)]).written).toEqual([[2, 2]])
  })

  it('take a look over what is there only where it is for all cells', () => {
    const missing: CellLook = { ...plain, over: 'missing-cells' }
    const style = (write: CellWrite) => /r="[BC]2" s="(\d+)"><v>5/.exec(patched(row, [write]).rows ?? '')?.[1]
    expect(style(ours(2, 2))).toBe('4')
    expect(style(ours(2, 2, { look: missing }))).toBe('1')
    expect(style(ours(2, 3))).toBe('4')
    expect(style(ours(2, 3, { look: missing }))).toBe('4')
  })

  it('keep the number format of people’s own cells', () => {
    const look: CellLook = { style: 1, over: 'missing-cells', format: 'plain' }
    const text = (write: CellWrite) =>
      /r="[BC]2"( s="\d+")? t="i/.exec(patched(row, [write], { styles }).rows ?? '')?.[1]
    expect(text(agency(2, 2, 'x'))).toBe(' s="1"')
    expect(text(ours(2, 2, { value: 'x', look }))).toBe(' s="1"')
    // What is ours has no number format to keep.
    expect(text(ours(2, 3, { value: 'x', look }))).toBe(' s="3"')
    expect(text(ours(2, 3, { value: 'x', look: { ...look, format: 'as-is' } }))).toBe(' s="1"')
  })

  it('hold days as texts where there are no styles to show them in', () => {
    const day = agency(2, 2, { date: '2026-05-01' })
    expect(patched(row, [day]).rows).toContain('<c r="B2" s="1" t="inlineStr">')
    expect(patched(row, [day], { styles }).rows).toContain('<v>46143</v>')
  })

  it('are emptied, but none is made to be empty', () => {
    expect(patched(row, [agency(2, 2, null), agency(2, 3, null), agency(2, 9, null)])).toEqual({
      rows: row.replace('<c r="B2" s="1"><v>1</v></c>', '<c r="B2" s="1"/>'),
      written: [
        [2, 2],
        [2, 3],
        [2, 9],
      ],
      refused: [],
    })
    expect(patched(row, [agency(7, 2, null)])).toEqual({ rows: row, written: [[7, 2]], refused: [] })
    expect(patched(row, [ours(2, 3, { value: null })]).rows).toContain('<c r="C2" s="4"/>')
  })

  it('may hold a formula', () => {
    expect(patched(row, [ours(2, 3, { value: null, formula: 'A1<5' })]).rows).toContain(
      '<c r="C2" s="4"><f>A1&lt;5</f></c>',
    )
  })

  it('that depend on another are written only beside it', () => {
    const beside = (column: number, other: number, place = 2) => ours(place, column, { beside: other })
    expect(patched(row, [beside(5, 2)]).written).toEqual([[2, 5]])
    expect(patched(row, [beside(5, 4)]).written).toEqual([[2, 5]])
    expect(patched(row, [beside(3, 2)]).written).toEqual([[2, 3]])
    for (const write of [beside(5, 3), beside(5, 1), beside(6, 5), beside(3, 1), beside(5, 4, 7)]) {
      expect(patched(row, [write])).toEqual({ rows: row, written: [], refused: [] })
    }
  })
})

describe('a cell is refused', () => {
  const row = '<row r="2"><c r="B2"><f>1</f></c></row>'
  const headings = [{ ...everywhere, lastRow: 2 }]

  it.each<[string, CellWrite, Partial<SheetGuards>, string]>([
    ['a text that is too long', agency(2, 3, 'x'.repeat(32_768)), {}, 'text-too-long'],
    ['a formula', agency(2, 2), {}, 'formula-cell'],
    ['a protected sheet', ours(2, 3), { protection: { open: [] } }, 'protected-sheet'],
    ['a heading of an Excel table', agency(2, 3), { headings }, 'table-heading'],
    [
      'a heading, said to be none of ours',
      ours(2, 3, { isHeadingOfOurs: false }),
      { headings },
      'table-heading',
    ],
    [
      'a formula under a heading of ours',
      ours(2, 2, { isHeadingOfOurs: true }),
      { headings },
      'formula-cell',
    ],
  ])('for %s', (_, write, guards, reason) => {
    expect(patched(row, [write], { guards: { ...open, ...guards } })).toEqual({
      rows: row,
      written: [],
      refused: [[write.row, write.column, reason]],
    })
  })

  it('but not a heading of ours, nor one beside the refused', () => {
    const guards = { ...open, headings }
    const { written, refused } = patched(row, [ours(2, 3, { isHeadingOfOurs: true }), ours(2, 4)], { guards })
    expect(written).toEqual([[2, 3]])
    expect(refused).toEqual([[2, 4, 'table-heading']])
  })

  it('with all others of a row in no order, and no other row', () => {
    const rows = '<row r="2"><c r="B2"/><c r="A2"/></row><row r="3"/>'
    expect(patched(rows, [agency(2, 1), ours(2, 9), ours(3, 1)])).toEqual({
      rows: rows.replace('<row r="3"/>', '<row r="3"><c r="A3" s="4"><v>5</v></c></row>'),
      written: [[3, 1]],
      refused: [
        [2, 1, 'sheet-out-of-order'],
        [2, 9, 'sheet-out-of-order'],
      ],
    })
    expect(patched(rows, [ours(2, 9)]).refused).toEqual([[2, 9, 'sheet-out-of-order']])
  })
})

describe('rows that are not there', () => {
  const made = (row: number) => `<row r="${row}" look="${row}"><c r="A${row}" s="4"><v>5</v></c></row>`
  const writes = (...rows: readonly number[]) => rows.map((row) => ours(row, 1))

  it.each([
    ['<row r="3"/><row r="9"/>', [5], `<row r="3"/>${made(5)}<row r="9"/>`],
    ['<row r="3"/><row r="9"/>', [1], `${made(1)}<row r="3"/><row r="9"/>`],
    ['<row r="3"/>', [5, 4], `<row r="3"/>${made(4)}${made(5)}`],
    [
      '<row r="3"/><row r="9"/>',
      [20, 7, 10, 6, 1],
      `${made(1)}<row r="3"/>${made(6)}${made(7)}<row r="9"/>${made(10)}${made(20)}`,
    ],
    ['', [2, 1], `${made(1)}${made(2)}`],
  ])('%j get their place: %j', (rows, numbers, expected) => {
    expect(patched(rows, writes(...numbers)).rows).toBe(expected)
  })

  it('are made in a sheet without any, in its own dialect', () => {
    const layoutOf = (xml: string) => {
      const layout = readSheetLayout(Buffer.from(xml), { from: 1, to: 0 })
      if (typeof layout === 'string') throw new Error(layout)
      return layout
    }
    const layout = layoutOf(`<x:worksheet xmlns:x="${sheetNamespace}"><x:sheetData/></x:worksheet>`)
    const context = { layout, guards: open, styles: null, date1904: false, columnStyle: () => 0 }
    const { edits } = patchCells(context, writes(2, 1), () => '')
    const row = (number: number) =>
      `<x:row r="${number}"><x:c r="A${number}" s="4"><x:v>5</x:v></x:c></x:row>`
    expect(applyEdits(layout.bytes, edits).toString('utf8')).toBe(
      `<x:worksheet xmlns:x="${sheetNamespace}"><x:sheetData>${row(1)}${row(2)}</x:sheetData></x:worksheet>`,
    )
  })

  it('are none where nothing is written', () => {
    const layout = sheetLayoutOf({})
    const context = { layout, guards: open, styles: null, date1904: false, columnStyle: () => 0 }
    expect(patchCells(context, [agency(2, 2, null)], () => '').edits).toEqual([])
    expect(patched('<row r="3"/>', [])).toEqual({ rows: '<row r="3"/>', written: [], refused: [] })
  })
})
