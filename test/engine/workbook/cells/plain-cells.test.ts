import { describe, expect, it } from 'vitest'
import { newPlainCell, readPlainCells } from '../../../../src/engine/workbook/cells/plain-cells.ts'
import { openWorkbook } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { makeWorkbook } from '../../../support/make-workbook.ts'

/** The cells that are read, and what stands where reading stopped. */
function plain(xml: string) {
  const bytes = Buffer.from(xml)
  const cells: string[] = []
  const stopped = readPlainCells(bytes, 0, newPlainCell(), (row, column, style, type, start, end) => {
    const value = bytes.toString('utf8', start, end)
    cells.push(`${row} ${column} ${style} ${String.fromCharCode(type)} ${value}`)
  })
  return { cells, rest: xml.slice(stopped) }
}

describe('cells in the usual form', () => {
  it('are read up to the end of the row', () => {
    const xml = '<c r="A1" s="2" t="s"><v>7</v></c><c r="AB12"><v>-1.5E3</v></c><c r="C1" s="1"/></row><row>'
    expect(plain(xml)).toEqual({ cells: ['1 1 2 s 7', '12 28 0 n -1.5E3', '1 3 1 n '], rest: '</row><row>' })
  })

  it('are read with a text of their own, as long as it has one form', () => {
    const spaced = '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> a &amp; b</t></is></c>'
    const xml = `<c r="A1" t="inlineStr"><is><t>a</t></is></c>${spaced}<c r="C1" t="inlineStr"><is><t/></is></c>`
    expect(plain(xml)).toEqual({
      cells: ['1 1 0 i a', '1 2 0 i  a &amp; b'],
      rest: '<c r="C1" t="inlineStr"><is><t/></is></c>',
    })
  })

  it.each([
    '<c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c>',
    '<c r="A1" t="inlineStr"><is><t>a</t><rPh/></is></c>',
    '<c r="A1" t="inlineStr"><is><t><![CDATA[a]]></t></is></c>',
    '<c r="A1" t="inlineStr"><v>a</v></c>',
    '<c r="A1" t="inlineSt"><is><t>a</t></is></c>',
    '<c r="A1" t="inlineStr"><is><t>a',
    '<c r="A1" t="str"><v>a</v></c>',
    '<c r="A1" r="B1"><v>1</v></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1"><f>B1</f><v>1</v></c>',
    '<c r="A1" t="s"><v>&#49;</v></c>',
    '<c r="A1"><v><![CDATA[1]]></v></c>',
    '<c r="A1"><v>1</v><extLst/></c>',
    '<c><v>1</v></c>',
    "<c r='A1'><v>1</v></c>",
    '<c  r="A1"><v>1</v></c>',
    '<c r="A1" cm="1"><v>1</v></c>',
    '<c r="XFE1"><v>1</v></c>',
    '<c r="A1048577"><v>1</v></c>',
    '<c r="A1"><v>1',
    '<c r="A1"',
    '<!-- a --><c r="A1"><v>1</v></c>',
    '<cell r="A1"><v>1</v></cell>',
    '',
  ])('%j is left to the tokens', (xml) => {
    expect(plain(xml)).toEqual({ cells: [], rest: xml })
  })
})

/** The sheet's cells as `A1 text`. */
function cellsOf(sheetData: string): readonly string[] {
  const sharedStrings = '<si><t>zero</t></si><si><t> </t></si><si><t>two</t></si>'
  const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const bytes = makeWorkbook({ sheets: [{ name: 'S', xml: sheetData }], sharedStrings, styles })
  const opened = openWorkbook(bytes, 'a.xlsx')
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return (opened.value.grids[0]?.rows ?? []).flatMap(({ row, columns, texts }) =>
    columns.map((column, index) => `${column},${row} ${texts[index]}`),
  )
}

describe('usual and unusual cells in one row', () => {
  it('are read as if there were one way to read them', () => {
    const sheetData =
      '<sheetData><row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1"><v>45000</v></c>' +
      '<c r="D1" t="str"><v>a &amp; b</v></c><c r="E1"><v>0.5</v></c><!-- x --><c r="F1"><v>007</v></c></row>' +
      '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c><v>3.10</v></c></row>' +
      '<row r="3"><c r="A3"><v>1e3</v></c><c r="B3"><v>-0</v></c><c r="C3"><v>0.1000000000000000055</v></c></row></sheetData>'
    expect(cellsOf(sheetData)).toEqual([
      '1,1 two',
      '3,1 2023-03-15',
      '4,1 a & b',
      '5,1 0.5',
      '6,1 7',
      '2,2 1',
      '3,2 2',
      '4,2 3.1',
      '1,3 1000',
      '2,3 0',
      '3,3 0.1',
    ])
  })

  it('say when the row is broken', () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</x></c></row></sheetData>'
    expect(inspectBytes(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'file-damaged' },
    })
  })
})
