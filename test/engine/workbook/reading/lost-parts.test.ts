import { describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'
import { zipByHand } from '../../../support/zip-by-hand.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const strings = ['Dataset Name', 'Owner', 'Description', 'Permits', 'Ann', 'All permits']
const shared = (...indexes: readonly number[]) =>
  indexes.map((index) => `<c t="s"><v>${index}</v></c>`).join('')
const inventory = {
  name: 'Inventory',
  xml: `<sheetData><row r="1">${shared(0, 1, 2)}</row><row r="2">${shared(3, 4, 5)}</row></sheetData>`,
}
const sharedStrings = strings.map((words) => `<si><t>${words}</t></si>`).join('')
const workbook = { sheets: [inventory], sharedStrings }
const inlineRows = [
  ['Dataset Name', 'Owner', 'Description'],
  ['Permits', 'Ann', 'All permits'],
]
const other = { name: 'Other', xml: rowsXml(inlineRows) }

/** The workbook without some of its parts. */
function without(bytes: Buffer, ...names: readonly string[]): Buffer {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  const kept = archive.value.entries.flatMap((entry) => {
    const content = readEntry(archive.value, entry)
    if (!content.ok) throw new Error(content.error.code)
    return names.includes(entry.name) ? [] : [[entry.name, content.value] as const]
  })
  return zipByHand(new Map(kept))
}

const answerTo = (bytes: Buffer) => inspectBytes(bytes, 'made.xlsx')
const noticesOf = (bytes: Buffer) => {
  const inspected = answerTo(bytes)
  if (!inspected.ok) throw new Error(inspected.error.code)
  return inspected.value.notices
}
const damaged = { ok: false, error: { code: 'file-damaged' } }

describe('a workbook that has lost a part of it', () => {
  it('is read as long as nothing is gone', () => {
    expect(answerTo(makeWorkbook(workbook))).toMatchObject({ ok: true, value: { notices: [] } })
    expect(answerTo(without(makeWorkbook(workbook)))).toMatchObject({ ok: true })
  })

  it('is damaged where the words of its cells are gone', () => {
    expect(answerTo(without(makeWorkbook(workbook), 'xl/sharedStrings.xml'))).toEqual(damaged)
    expect(answerTo(makeWorkbook({ sheets: [inventory] }))).toEqual(damaged)
  })

  it('is damaged where the words of one cell are gone, however that is written', () => {
    const cut = sharedStrings.slice(0, sharedStrings.lastIndexOf('<si>'))
    expect(answerTo(makeWorkbook({ ...workbook, sharedStrings: cut }))).toEqual(damaged)
    const unusual = inventory.xml.replace('<v>5</v>', '<v><![CDATA[5]]></v>')
    const sheets = [{ ...inventory, xml: unusual }]
    expect(answerTo(makeWorkbook({ sheets, sharedStrings }))).toMatchObject({ ok: true })
    expect(answerTo(makeWorkbook({ sheets, sharedStrings: cut }))).toEqual(damaged)
  })

  it('is read where no cell needs the strings that are gone', () => {
    expect(
      noticesOf(without(makeWorkbook({ sheets: [other], sharedStrings }), 'xl/sharedStrings.xml')),
    ).toEqual([])
  })

  it('is read without its formats, and says so', () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const made = makeWorkbook({ ...workbook, styles })
    expect(noticesOf(made)).toEqual([])
    expect(noticesOf(without(made, 'xl/styles.xml'))).toEqual([{ code: 'lost-formats' }])
  })

  it('is read without one of its sheets, and says which', () => {
    const two = makeWorkbook({ sheets: [other, { name: 'Gone', xml: rowsXml(inlineRows) }] })
    expect(noticesOf(without(two, 'xl/worksheets/sheet2.xml'))).toEqual([
      { code: 'lost-sheets', sheets: ['Gone'] },
    ])
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="s1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
    const unrelated = makeWorkbook({
      sheets: [other, { name: 'Gone', xml: rowsXml(inlineRows) }],
      parts: { 'xl/_rels/workbook.xml.rels': relationships },
    })
    expect(noticesOf(unrelated)).toEqual([{ code: 'lost-sheets', sheets: ['Gone'] }])
  })

  it('is damaged where no table is left, or no sheet', () => {
    const empty = { name: 'Empty', xml: '<sheetData/>' }
    const two = makeWorkbook({ sheets: [empty, other] })
    expect(answerTo(without(two, 'xl/worksheets/sheet2.xml'))).toEqual(damaged)
    expect(answerTo(without(makeWorkbook(workbook), 'xl/worksheets/sheet1.xml'))).toEqual(damaged)
    expect(answerTo(without(makeWorkbook(workbook), 'xl/_rels/workbook.xml.rels'))).toEqual(damaged)
    expect(answerTo(without(makeWorkbook(workbook), 'xl/workbook.xml'))).toEqual(damaged)
  })

  it('is read without what the package says of itself', () => {
    const made = makeWorkbook({ sheets: [other] })
    expect(noticesOf(without(made, '_rels/.rels'))).toEqual([])
    expect(noticesOf(without(made, '[Content_Types].xml'))).toEqual([])
  })
})
