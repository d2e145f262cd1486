import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import { limits } from '../../../../src/engine/workbook/limits.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { makeWorkbook } from '../../../support/make-workbook.ts'

const problemOf = (bytes: Buffer, name = 'a.xlsx') => {
  const result = inspectBytes(bytes, name)
  return result.ok ? null : result.error
}
const tooComplex = (what: string) => ({ code: 'workbook-too-complex', what })
const sheetOf = (xml: string, more: Parameters<typeof makeWorkbook>[0]['parts'] = {}) =>
  makeWorkbook({ sheets: [{ name: 'S', xml }], parts: more })
const dataOf = (xml: string) => sheetOf(`<sheetData>${xml}</sheetData>`)
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

it('the limits are those that reading was measured with', () => {
  expect({ ...packageLimits, ...limits }).toEqual({
    fileBytes: 50 * 1024 * 1024,
    inflatedBytes: 500 * 1024 * 1024,
    entries: 5_000,
    ratio: 300,
    ratioFrom: 16 * 1024 * 1024,
    rows: 1_048_576,
    columns: 16_384,
    cells: 20_000_000,
    merges: 100_000,
    hyperlinks: 100_000,
    notes: 100_000,
    cellFormats: 200_000,
    definedNames: 100_000,
    tables: 5_000,
    tableCharacters: 300_000_000,
    cellCharacters: 1_000_000,
    xmlDepth: 256,
    xmlAttributes: 1_024,
    sheets: 2_000,
  })
})

describe('workbooks built to harm', () => {
  it('may not nest without end', () => {
    const depth = packageLimits.xmlDepth
    expect(problemOf(dataOf(`<row>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</row>`))).toEqual(
      tooComplex('xml-too-deep'),
    )
    expect(problemOf(dataOf(`<row>${'<a>'.repeat(1_000_000)}`))).toEqual(tooComplex('xml-too-deep'))
  })

  it('may not have more columns than Excel, referenced or counted', () => {
    expect(problemOf(dataOf(`<row>${'<c/>'.repeat(limits.columns)}${text('beyond')}</row>`))).toEqual(
      tooComplex('columns'),
    )
    expect(problemOf(dataOf(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`))).toEqual(
      tooComplex('columns'),
    )
  })

  it('may not have more rows than Excel', () => {
    expect(problemOf(dataOf(`<row r="${limits.rows}"/><row>${text('beyond')}</row>`))).toEqual(
      tooComplex('rows'),
    )
  })

  it('may not have cells of any length', () => {
    const long = 'x'.repeat(limits.cellCharacters + 1)
    expect(problemOf(dataOf(`<row>${text(long)}</row>`))).toEqual(tooComplex('cell-length'))
    expect(problemOf(Buffer.from(`a,b\n1,"${long}"\n`), 'a.csv')).toEqual(tooComplex('cell-length'))
  })

  it('may not have attributes, merges or links without end', () => {
    const attributes = Array.from(
      { length: packageLimits.xmlAttributes + 1 },
      (_, index) => ` a${index}="1"`,
    ).join('')
    expect(problemOf(dataOf(`<row${attributes}/>`))).toEqual(tooComplex('xml-too-many-attributes'))
    const merges = '<mergeCell ref="A1:B1"/>'.repeat(limits.merges + 1)
    expect(problemOf(sheetOf(`<sheetData/><mergeCells>${merges}</mergeCells>`))).toEqual(tooComplex('merges'))
    const links = '<hyperlink ref="A1"/>'.repeat(limits.hyperlinks + 1)
    expect(problemOf(sheetOf(`<sheetData/><hyperlinks>${links}</hyperlinks>`))).toEqual(
      tooComplex('hyperlinks'),
    )
  })

  it.each([
    ['the strings', 'xl/sharedStrings.xml', 'sharedStrings'],
    ['the styles', 'xl/styles.xml', 'styles'],
    ['the workbook', 'xl/workbook.xml', ''],
    ['the content types', '[Content_Types].xml', ''],
    ['the relationships', 'xl/_rels/workbook.xml.rels', ''],
    ['the sheet', 'xl/worksheets/sheet1.xml', ''],
  ])('may not define entities in %s', (_, part) => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    const workbook = makeWorkbook({
      sheets: [{ name: 'S', xml: '<sheetData/>' }],
      sharedStrings: '',
      styles: '',
      parts: { [part]: bomb },
    })
    expect(problemOf(workbook)).toEqual(tooComplex('xml-doctype'))
  })

  it('leave entities that nobody defined as they are written', () => {
    const workbook = dataOf(
      `<row>${text('Name')}${text('Owner &c; &constructor; &amp;lt; &#0; &#x110000;')}</row><row>${text('a')}${text('b')}</row>`,
    )
    const result = inspectBytes(workbook, 'a.xlsx')
    expect(result.ok ? result.value.table.columns[1]?.header : result.error).toContain(
      'Owner &c; &constructor; &lt;',
    )
  })

  it('may not inflate without end, whatever sizes they claim', () => {
    const bomb = Buffer.alloc(64 * 1024 * 1024, 0x20)
    expect(deflateRawSync(bomb).length * packageLimits.ratio).toBeLessThan(bomb.length)
    expect(problemOf(sheetOf('<sheetData/>', { 'xl/worksheets/sheet1.xml': bomb }))).toEqual(
      tooComplex('inflated-ratio'),
    )
  })

  it('may not have more sheets than anybody needs', () => {
    const sheets = Array.from({ length: limits.sheets + 1 }, (_, index) => ({
      name: `S${index}`,
      xml: '<sheetData/>',
    }))
    expect(problemOf(makeWorkbook({ sheets }))).toEqual(tooComplex('sheets'))
  })

  it('may call a column what they like', () => {
    const header = ['__proto__', 'constructor', 'toString', 'Dataset Name'].map(text).join('')
    const row = ['a', 'b', 'c', 'd'].map(text).join('')
    const result = inspectBytes(dataOf(`<row>${header}</row><row>${row}</row><row>${row}</row>`), 'a.xlsx')
    expect(result.ok ? result.value.table.columns.map(({ header }) => header) : result.error).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'Dataset Name',
    ])
  })
})
