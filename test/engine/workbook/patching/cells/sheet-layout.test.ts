import { describe, expect, it } from 'vitest'
import {
  type RowSpot,
  readSheetLayout,
  type SheetLayout,
} from '../../../../../src/engine/workbook/patching/cells/sheet-layout.ts'
import { sheetLayoutOf, sheetNamespace } from '../../../../support/sheet-layout-of.ts'

const all = { from: 1, to: 1_048_576 }
const main = `xmlns="${sheetNamespace}"`

function read(xml: string, watched = all): SheetLayout | string {
  return readSheetLayout(Buffer.from(xml), watched)
}

/** A row as its spot says it stands in the text. */
function told({ bytes }: SheetLayout, spot: RowSpot) {
  const text = (start: number, end: number) => bytes.toString('utf8', start, end)
  const { number, empty, lastColumn, ordered } = spot
  return {
    number,
    empty,
    lastColumn,
    ordered,
    row: text(spot.start, spot.end),
    inside: text(spot.openEnd, spot.closeStart),
    spans: text(spot.spansStart, spot.spansEnd),
    cells: spot.lastCellEnd === 0 ? null : text(spot.openEnd, spot.lastCellEnd),
  }
}

function rowsOf(rows: string) {
  const layout = sheetLayoutOf({ rows })
  return layout.rows.map((spot) => told(layout, spot))
}

describe('a part is no worksheet', () => {
  it.each([
    ['without anything', ''],
    ['with a comment only', '<!-- nothing -->'],
    ['with another root', `<chartsheet ${main}><sheetData/></chartsheet>`],
    ['with a root of another language', '<worksheet xmlns="urn:other"><sheetData/></worksheet>'],
    ['with a root of no language', '<worksheet><sheetData/></worksheet>'],
    ['without rows', `<worksheet ${main}><cols/></worksheet>`],
    ['without children', `<worksheet ${main}/>`],
    ['that does not end', `<worksheet ${main}><sheetData/>`],
    ['whose rows do not end', `<worksheet ${main}><sheetData><row r="1"/>`],
    ['whose row does not end', `<worksheet ${main}><sheetData><row r="1"><c r="A1">`],
    ['whose element in front does not end', `<worksheet ${main}><cols><col></cols><sheetData/></worksheet>`],
    ['whose element behind does not end', `<worksheet ${main}><sheetData/><cols><col>`],
    ['with a tag that closes nothing', `<worksheet ${main}><sheetData/></cols></worksheet>`],
  ])('%s', (_, xml) => {
    expect(read(xml)).toBe('not-a-worksheet')
  })
})

describe('a worksheet', () => {
  it('is its elements in order, whatever stands between them', () => {
    const xml = `<?xml version="1.0"?>\n<!-- by hand -->\n<worksheet ${main}>
      <dimension ref="A1"/><!-- here -->
      <cols><col min="1"/></cols>
      <sheetData>
        <row r="2"/>
      </sheetData>
      <mergeCells/>
    </worksheet>
    <!-- the end -->`
    const layout = read(xml)
    if (typeof layout === 'string') throw new Error(layout)
    const text = (start: number, end: number) => xml.slice(start, end)
    const { root, sheetData } = layout
    expect(root.children.map(({ local }) => local)).toEqual(['dimension', 'cols', 'sheetData', 'mergeCells'])
    expect(text(root.start, root.openEnd)).toBe(`<worksheet ${main}>`)
    expect(text(root.closeStart, root.end)).toBe('</worksheet>')
    expect(sheetData).toBe(root.children[2])
    expect(sheetData.children).toEqual([])
    expect(text(sheetData.openEnd, sheetData.closeStart).trim()).toBe('<row r="2"/>')
    expect(text(sheetData.closeStart, sheetData.end)).toBe('</sheetData>')
    expect(layout.rows.map(({ number }) => number)).toEqual([2])
  })

  it.each([
    [`<worksheet ${main}><sheetData><row/><row/></sheetData></worksheet>`],
    [`<x:worksheet xmlns:x="${sheetNamespace}"><x:sheetData><x:row/><x:row/></x:sheetData></x:worksheet>`],
    [
      '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row/><row/></sheetData></worksheet>',
    ],
  ])('is one under whatever prefix, and in strict Open XML: %s', (xml) => {
    expect(read(xml)).toMatchObject({ rows: [{ number: 1 }, { number: 2 }], arrays: [], hasFormulas: false })
  })

  it('without rows has none', () => {
    const layout = sheetLayoutOf({})
    expect(layout.rows).toEqual([])
    expect(layout.byNumber).toEqual(new Map())
    expect(layout.arrays).toEqual([])
    expect(layout.occupied).toEqual(new Set())
    expect(layout.hasFormulas).toBe(false)
  })
})

describe('rows', () => {
  it('are told with where they and their cells stand', () => {
    const first = '<row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="C2" s="4"/> </row>'
    const second = "<row r='5' ht='20'/>"
    const third = '<row r="6"></row>'
    const common = { empty: false, lastColumn: 0, ordered: true, inside: '', spans: '', cells: null }
    expect(rowsOf(`${first}\n${second}${third}`)).toEqual([
      {
        ...common,
        number: 2,
        lastColumn: 3,
        row: first,
        inside: '<c r="A2"><v>1</v></c><c r="C2" s="4"/> ',
        spans: '1:3',
        cells: '<c r="A2"><v>1</v></c><c r="C2" s="4"/>',
      },
      { ...common, number: 5, empty: true, row: second },
      { ...common, number: 6, row: third },
    ])
  })

  it('are found by their number', () => {
    const layout = sheetLayoutOf({ rows: '<row r="3"/><row/><row r="9"/>' })
    expect([...layout.byNumber.keys()]).toEqual([3, 4, 9])
    expect(layout.byNumber.get(4)).toBe(layout.rows[1])
  })

  it('without a number follow the one above', () => {
    const rows = rowsOf('<row/><row/><row r="7"/><row/>')
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 7, 8])
  })

  it.each([
    '<row r="2"/><row r="1"/>',
    '<row r="2"/><row r="2"/>',
    '<row r="0"/>',
    '<row r="x"/>',
    '<row r=""/>',
  ])('stand in no order: %s', (rows) => {
    expect(read(`<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`)).toBe('rows-out-of-order')
  })

  it('are not what else stands between them', () => {
    const rows = rowsOf('<n:other/><row r="1"/><n:other><n:more/></n:other>text<row r="2"/>')
    expect(rows.map(({ row }) => row)).toEqual(['<row r="1"/>', '<row r="2"/>'])
  })
})

describe('the cells of a row', () => {
  const last = (cells: string) => {
    const [row] = rowsOf(`<row r="1">${cells}</row>`)
    return { column: row?.lastColumn, cells: row?.cells, ordered: row?.ordered }
  }

  it.each([
    ['in the usual form', '<c r="A1"/><c r="C1"><v>1</v></c>', 3],
    ['with other quotes', "<c r='A1'/><c r='AB1'><v>1</v></c>", 28],
    ['with space between', '\n <c r="A1"/>\n <c r="C1"><v>1</v></c>', 3],
    ['with formulas', '<c r="A1"><f>1</f><v>1</v></c><c r="D1"><f>1</f></c>', 4],
    ['unusual ones among usual ones', '<c r="A1"/><c r="B1" t="b"><v>1</v></c><c r="C1"/><c r="D1"/>', 4],
    ['with the place behind the style', '<c s="1" r="C1" t="b"/>', 3],
    ['without places', '<c/><c><v>1</v></c><c t="b"/>', 3],
    ['some without a place', '<c r="C1"/><c t="b"><v>1</v></c><c><v>1</v></c>', 5],
    ['with small letters', '<c r="c1"/>', 3],
    ['with a place that says no column', '<c r="B1"/><c r="$F1"/>', 3],
    ['with an empty place', '<c r="B1"/><c r=""/>', 3],
  ])('end with the last: %s', (_, cells, column) => {
    expect(last(cells)).toEqual({ column, cells, ordered: true })
  })

  it('are not what stands in them or beside them', () => {
    const extended =
      '<c r="B1" t="b"><v>1</v><extLst><ext><c r="X1"/><n:c n="1"/><c r="Y1"/></ext></extLst></c>'
    expect(last(`${extended}<n:extLst><c r="Z1"/><f>1</f></n:extLst> <f/>`)).toEqual({
      column: 2,
      cells: extended,
      ordered: true,
    })
  })

  it.each([
    ['usual, the other way round', '<c r="B1"/><c r="A1"/>', 1],
    ['usual, twice the same', '<c r="B1"/><c r="B1"/>', 2],
    ['unusual, the other way round', '<c r="B1" t="b"/><c r="A1" t="b"/>', 1],
    ['unusual, twice the same', '<c r="B1" t="b"/><c r="B1" t="b"/>', 2],
    ['an unusual one behind a usual one', '<c r="C1"/><c r="B1" t="b"/>', 2],
    ['a usual one behind an unusual one', '<c r="C1" t="b"><v>1</v></c><c r="B1"/>', 2],
    ['only at first', '<c r="B1"/><c r="A1"/><c r="C1"/>', 3],
  ])('stand in no order: %s', (_, cells, column) => {
    expect(last(cells)).toEqual({ column, cells, ordered: false })
  })

  it('of one row in no order say nothing of the next', () => {
    const rows = rowsOf('<row r="1"><c r="B1"/><c r="A1"/></row><row r="2"><c r="A2"/></row><row r="3"/>')
    expect(rows.map(({ ordered }) => ordered)).toEqual([false, true, true])
    expect(rows.map(({ lastColumn }) => lastColumn)).toEqual([1, 1, 0])
    expect(rows.map(({ cells }) => cells)).toEqual(['<c r="B1"/><c r="A1"/>', '<c r="A2"/>', null])
  })
})

describe('formulas', () => {
  const found = (cells: string) => {
    const { hasFormulas, arrays } = sheetLayoutOf({ rows: `<row r="1">${cells}</row>` })
    return { hasFormulas, arrays }
  }
  const range = { firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 2 }

  it.each([
    ['<c r="A1"><f>1+1</f><v>2</v></c>', []],
    ['<c r="A1"/><c r="B1"><f/></c>', []],
    ['<c r="A1"><f t="array" ref="A1:B3">1</f></c>', [range]],
    ['<c r="A1"><f ref="A1:B3" t="dataTable"/></c>', [range]],
    ['<c r="A1"><f t="shared" ref="A1:B3" si="0">1</f></c>', []],
    ['<c r="A1"><f ref="A1:B3">1</f></c>', []],
    ['<c r="A1"><f t="array">1</f></c>', []],
    ['<c r="A1"><f t="array" ref="nonsense">1</f></c>', []],
    [
      '<c r="A1"><f t="array" ref="A1:B3">1</f></c><c r="F1"><f t="array" ref="F1">1</f></c>',
      [range, { firstRow: 1, lastRow: 1, firstColumn: 6, lastColumn: 6 }],
    ],
  ])('%s fill %j', (cells, arrays) => {
    expect(found(cells)).toEqual({ hasFormulas: true, arrays })
  })

  it.each([
    '<c r="A1"><v>2</v></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1" t="str"><v>f</v></c>',
    '<c r="A1" t="b"><v>1</v><extLst><ext><f t="array" ref="A1">1</f></ext></extLst></c>',
    '<f t="array" ref="A1">1</f>',
    '<c r="A1" t="inlineStr"><is><r><f t="array" ref="A1"/></r></is></c>',
  ])('are not in %s', (cells) => {
    expect(found(cells)).toEqual({ hasFormulas: false, arrays: [] })
  })
})

describe('the watched rows', () => {
  const occupied = (rows: string, watched = all) => [...sheetLayoutOf({ rows }, watched).occupied]

  it('are those from the first to the last', () => {
    const plain = [1, 2, 3, 4, 5].map(
      (row) => `<row r="${row}"><c r="${'ABCDE'[row - 1]}${row}"><v>1</v></c></row>`,
    )
    const unusual = plain.map((row) => row.replace('<v>', '<f>1</f><v>'))
    expect(occupied(plain.join(''), { from: 2, to: 4 })).toEqual([2, 3, 4])
    expect(occupied(unusual.join(''), { from: 2, to: 4 })).toEqual([2, 3, 4])
    expect(occupied(plain.join(''), { from: 6, to: 9 })).toEqual([])
    expect(occupied(unusual.join(''), { from: 6, to: 9 })).toEqual([])
  })

  it.each([
    ['a number', '<c r="C1"><v>0</v></c>', [3]],
    ['a shared text', '<c r="C1" t="s"><v>7</v></c>', [3]],
    ['a text of its own', '<c r="C1" t="inlineStr"><is><t>x</t></is></c>', [3]],
    ['an empty text of its own', '<c r="C1" t="inlineStr"><is><t></t></is></c>', [3]],
    ['a text in runs', '<c r="C1" t="inlineStr"><is><r><t>x</t></r></is></c>', [3]],
    ['a truth', '<c r="C1" t="b"><v>0</v></c>', [3]],
    ['a formula', '<c r="C1"><f>1</f></c>', [3]],
    ['several, some without a place', '<c><f>1</f></c><c><v>1</v></c><c/><c><f>1</f></c>', [1, 2, 4]],
    ['a look only', '<c r="C1" s="3"/>', []],
    ['a look only, with an end tag', '<c r="C1" s="3"></c>', []],
    ['an extension only', '<c r="C1"><extLst><ext><v>1</v></ext></extLst></c>', []],
    ['a value that says nothing', '<c r="C1"><v></v></c>', []],
    ['the same behind an unusual cell', '<c r="B1" t="b"><v>1</v></c><c r="C1"><v></v></c>', [2]],
    ['what stands beside the cells', '<c r="B1"/><v>1</v><is/>', []],
  ])('are occupied where a cell holds something: %s', (_, cells, columns) => {
    expect(occupied(`<row r="1">${cells}</row>`)).toEqual(columns)
  })
})
