import { describe, expect, it } from 'vitest'
import { readZip } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip } from '../../../../../src/engine/ooxml/zip/zip-writer.ts'
import { compareSheets } from '../../../../../src/engine/workbook/patching/check/compare-sheets.ts'
import { compareWorkbooks } from '../../../../../src/engine/workbook/patching/check/compare-workbooks.ts'
import { withoutEqualCells } from '../../../../../src/engine/workbook/patching/check/equal-cells.ts'
import { loadWorkbook } from '../../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { readCells } from '../../../../../src/engine/workbook/reading/read-sheet.ts'
import { makeWorkbook } from '../../../../support/make-workbook.ts'
import { partText } from '../../../../support/patch-sample.ts'

const sheet = 'xl/worksheets/sheet1.xml'

function rows(...list: readonly string[]): Buffer {
  return Buffer.from(`<worksheet><sheetData>${list.join('')}</sheetData></worksheet>`)
}

const kept = (before: Buffer, after: Buffer) => {
  const rest = withoutEqualCells(before, after)
  const inside = (bytes: Buffer) => /<sheetData>(.*)<\/sheetData>/s.exec(bytes.toString())?.[1]
  return rest === null
    ? null
    : { before: inside(rest.before), after: inside(rest.after), leftOut: rest.leftOut }
}

describe('what is left of two sheets without the cells that are the same', () => {
  it('is what came behind a row, and the rest of a row from the cell that differs', () => {
    const before = rows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
      '<row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c></row>',
      '<row r="3"><c r="A3"><v>7</v></c></row>',
    )
    const after = rows(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>9</v></c></row>',
      '<row r="2" spans="1:4"><c r="A2"><v>1</v></c><c r="B2"><v>20</v></c><c r="C2"><v>3</v></c></row>',
      '<row r="3"><c r="A3"><v>7</v></c></row>',
    )
    const found = kept(before, after)
    expect(found?.before).toBe(
      '<row r="1"></row><row r="2" spans="1:3"><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c></row>',
    )
    expect(found?.after).toBe(
      '<row r="1"><c r="C1"><v>9</v></c></row><row r="2" spans="1:4"><c r="B2"><v>20</v></c><c r="C2"><v>3</v></c></row>',
    )
    const asked = [
      [1, 2],
      [1, 3],
      [2, 1],
      [2, 2],
      [3, 1],
    ] as const
    expect(asked.map(([row, column]) => found?.leftOut(row, column))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
  })

  it('keeps rows that only one of them has', () => {
    const found = kept(rows('<row r="1"><c r="A1"/></row>'), rows('<row r="2"><c r="A2"/></row>'))
    expect(found).toMatchObject({
      before: '<row r="1"><c r="A1"/></row>',
      after: '<row r="2"><c r="A2"/></row>',
    })
  })

  it('finds where a row ends behind texts full of what its end is told by', () => {
    const words = '<c r="A1" t="inlineStr"><is><t>www row> /row w</t></is></c>'
    const found = kept(
      rows(`<row r="1">${words}</row>`, '<row r="2"/>'),
      rows(`<row r="1">${words}<c r="B1"><v>1</v></c></row>`, '<row r="2"/>'),
    )
    expect(found).toMatchObject({
      before: '<row r="1"></row>',
      after: '<row r="1"><c r="B1"><v>1</v></c></row>',
    })
  })

  it.each([
    ['a comment', rows('<!-- x --><row r="1"/>')],
    ['CDATA', rows('<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>')],
    ['rows that do not say where they are', rows('<row><c r="A1"/></row>')],
    ['rows out of order', rows('<row r="2"/>', '<row r="1"/>')],
    ['rows further down than a sheet goes', rows('<row r="1048577"/>')],
    ['prefixes', Buffer.from('<x:worksheet><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>')],
    ['no rows', rows()],
  ])('is not to be had with %s', (_, bytes) => {
    expect(withoutEqualCells(bytes, bytes)).toBeNull()
  })
})

const dictionary = {
  strings: (index: number) => (index < 999 ? `text ${index}` : ''),
  formats: [],
  date1904: false,
}

describe('comparing without reading everything', () => {
  it('has a cell stand where its first place says, though a second one says nothing', () => {
    const row = (last: string) =>
      rows(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" ${last}><v>2</v></c></row>`)
    const rest = withoutEqualCells(row('s="1"'), row('r="1"'))
    expect(rest).not.toBeNull()
    const read = readCells(rest?.after ?? Buffer.alloc(0), dictionary)
    expect(read.ok && read.value.map(({ columns }) => columns)).toEqual([[2]])
  })

  it.each([
    ['other texts under the same numbers', 'xl/sharedStrings.xml', '<si><t>a</t></si>', '<si><t>b</t></si>'],
    ['another meaning of the same style', 'xl/styles.xml', 'numFmtId="14"', 'numFmtId="0"'],
    ['another epoch', 'xl/workbook.xml', 'date1904="0"', 'date1904="1"'],
  ])('reads cells with the same bytes again for %s', (_, part, from, to) => {
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row>'
    const before = makeWorkbook({
      sheets: [{ name: 'S', xml: `<sheetData>${cells}</sheetData>` }],
      sharedStrings: '<si><t>a</t></si>',
      styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      properties: '<workbookPr date1904="0"/>',
    })
    const archive = readZip(before)
    if (!archive.ok) throw new Error(archive.error.code)
    const changedPart = partText(before, part)
    expect(changedPart).toContain(from)
    const replaced = new Map([
      [part, Buffer.from(changedPart.replace(from, to))],
      // A sheet that is the same, byte for byte, is not looked into at all.
      [sheet, Buffer.from(partText(before, sheet).replace('</sheetData>', '</sheetData> '))],
    ])
    const after = rewriteZip(archive.value, { replaced })
    const compared = compareWorkbooks(before, after)
    if (!compared.ok) throw new Error(compared.error.code)
    const cellsOf = compared.value.changed.find((one) => one.part === sheet)?.cells
    expect(cellsOf?.length).toBe(1)
  })

  it('reads sheets whole where a cell stands there twice', () => {
    const workbook = (xml: string) =>
      makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData>${xml}</sheetData>` }] })
    const before = workbook('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    const after = workbook(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c></row>',
    )
    const [first, second] = [loadWorkbook(before), loadWorkbook(after)]
    if (!first.ok || !second.ok) throw new Error('not opened')
    const version = ({ value }: typeof first) => ({ workbook: value, entry: entryOf(value) })
    const compared = compareSheets('S', version(first), version(second))
    expect(compared.ok && compared.value.changes).toEqual([
      { sheet: 'S', cell: 'A1', before: '1', after: '3' },
    ])
  })
})

function entryOf({ package: { sheets } }: Extract<ReturnType<typeof loadWorkbook>, { ok: true }>['value']) {
  const entry = sheets[0]?.entry
  if (entry === undefined) throw new Error('no sheet')
  return entry
}
