import { describe, expect, it } from 'vitest'
import {
  type CellSpot,
  type RowContent,
  readRow,
  rowStyle,
} from '../../../../../src/engine/workbook/patching/cells/sheet-row.ts'
import { sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

/** The second of three rows, so that places counted from the row's own beginning would be wrong. */
function read(row: string): RowContent | null {
  const layout = sheetLayoutOf({ rows: `<row r="1"><c r="A1"/></row>${row}<row r="9"><c r="Z9"/></row>` })
  const spot = layout.rows[1]
  if (spot === undefined) throw new Error('no row')
  return readRow(layout, spot)
}

function cellsOf(cells: string) {
  const { bytes } = sheetLayoutOf({ rows: `<row r="1"><c r="A1"/></row><row r="2">${cells}</row>` })
  return read(`<row r="2">${cells}</row>`)?.cells.map(({ start, end, ...cell }) => ({
    ...cell,
    xml: bytes.toString('utf8', start, end),
  }))
}

type Cell = Omit<CellSpot, 'start' | 'end'>
const cell = (column: number, more: Partial<Cell> = {}): Cell => ({
  column,
  style: 0,
  formula: 'none',
  filled: true,
  ...more,
})

describe('a row', () => {
  it('is its own element without children, and its cells', () => {
    const xml = '<row r="2" ht="20"><c r="A2"/></row>'
    const content = read(xml)
    const { bytes } = sheetLayoutOf({ rows: `<row r="1"><c r="A1"/></row>${xml}` })
    const { start, openEnd, closeStart, end, children, attributes } = content?.element ?? {}
    expect(bytes.toString('utf8', start, openEnd)).toBe('<row r="2" ht="20">')
    expect(bytes.toString('utf8', closeStart, end)).toBe('</row>')
    expect(children).toEqual([])
    expect(attributes?.map(({ name, value }) => [name, value])).toEqual([
      ['r', '2'],
      ['ht', '20'],
    ])
  })

  it.each(['<row r="2"/>', '<row r="2"></row>', '<row r="2"> </row>', '<row r="2"><n:extLst/></row>'])(
    'may be without cells: %s',
    (row) => {
      expect(read(row)?.cells).toEqual([])
    },
  )

  it.each([
    '<c r="B2"/><c r="A2"/>',
    '<c r="B2"/><c r="B2"/>',
    '<c r="A2"/><c r="C2"/><c r="B2"/>',
    '<c r="B2" t="b"/><c r="A2" t="b"/>',
    '<c r="B2" t="b"/><c r="B2" t="b"/>',
    '<c r="B2"/><c r="A2" t="b"/>',
    '<c r="nonsense" t="b"/>',
    '<c r="" t="b"/>',
    '<c r="A0" t="b"/>',
  ])('tells nothing of cells in no order: %s', (cells) => {
    expect(read(`<row r="2">${cells}</row>`)).toBeNull()
  })
})

describe('a cell', () => {
  it.each<[string, Cell]>([
    ['<c r="C2"/>', cell(3, { filled: false })],
    ['<c r="C2" s="4"/>', cell(3, { style: 4, filled: false })],
    ['<c r="C2"><v>5</v></c>', cell(3)],
    ['<c r="C2" s="12" t="s"><v>5</v></c>', cell(3, { style: 12 })],
    ['<c r="C2" t="inlineStr"><is><t>x</t></is></c>', cell(3)],
    ["<c r='C2'/>", cell(3, { filled: false })],
    ['<c r="C2" s="4" t="b"></c>', cell(3, { style: 4, filled: false })],
    ['<c r="C2" t="b"> <v>1</v> </c>', cell(3)],
    ['<c r="C2" t="inlineStr" s="4"><is><r><t>x</t></r></is></c>', cell(3, { style: 4 })],
    ['<c r="C2" t="b"><extLst> <ext><f/></ext> </extLst></c>', cell(3, { filled: false })],
    ['<c r="C2" t="b"><extLst/></c>', cell(3, { filled: false })],
    ['<c r="C2" t="b"><v>1</v><extLst/></c>', cell(3)],
    ['<c r="C2" s="4"><f>1</f><v>1</v></c>', cell(3, { style: 4, formula: 'plain' })],
    ['<c r="C2"><f/></c>', cell(3, { formula: 'plain' })],
    ['<c r="C2"><f t="shared" si="0"/><v>1</v></c>', cell(3, { formula: 'plain' })],
    ['<c r="C2"><f t="array" ref="C2">1</f></c>', cell(3, { formula: 'array' })],
    ['<c r="C2"><f ref="C2" t="dataTable"/></c>', cell(3, { formula: 'array' })],
    ['<c r="C2" t="inlineStr"><is><f t="array"/></is></c>', cell(3)],
  ])('%s', (xml, told) => {
    expect(cellsOf(xml)).toEqual([{ ...told, xml }])
    expect(cellsOf(`\n ${xml}\n `)).toEqual([{ ...told, xml }])
  })

  it('is told with its place among others, usual and unusual', () => {
    const xmls = [
      '<c r="A2"/>',
      '<c r="B2"><f>1</f></c>',
      '<c r="C2"><v>1</v></c>',
      '<c r="D2" s="1"/>',
      "<c r='AA2'/>",
      '<c r="AB2"/>',
    ]
    const cells = [
      cell(1, { filled: false }),
      cell(2, { formula: 'plain' }),
      cell(3),
      cell(4, { style: 1, filled: false }),
      cell(27, { filled: false }),
      cell(28, { filled: false }),
    ]
    const told = cells.map((one, index) => ({ ...one, xml: xmls[index] }))
    expect(cellsOf(xmls.join(''))).toEqual(told)
    expect(
      cellsOf(`${xmls.slice(0, 3).join('')}\n<n:other><c r="X2"/></n:other>${xmls.slice(3).join('\n')}`),
    ).toEqual(told)
  })

  it('without a place follows the one before', () => {
    const columns = (cells: string) => cellsOf(cells)?.map(({ column }) => column)
    expect(columns('<c/><c><v>1</v></c><c/>')).toEqual([1, 2, 3])
    expect(columns('<c r="B2"/><c r="D2"/><c/><c r="X2"/><c/>')).toEqual([2, 4, 5, 24, 25])
  })
})

describe('the style of a row', () => {
  it.each([
    ['s="4" customFormat="1"', 4],
    ['customFormat="true" s="12"', 12],
    ['s="0" customFormat="1"', 0],
    ['s="4"', null],
    ['s="4" customFormat="0"', null],
    ['s="4" customFormat="false"', null],
    ['customFormat="1"', null],
    ['ht="20"', null],
  ])('%s', (attributes, style) => {
    const content = read(`<row r="2" ${attributes}/>`)
    expect(content === null ? 'nothing' : rowStyle(content)).toBe(style)
  })
})
