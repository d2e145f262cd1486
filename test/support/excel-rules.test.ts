import { describe, expect, it } from 'vitest'
import { writeZip } from '../../src/engine/ooxml/zip/zip-writer.ts'
import { excelFaults, newFaults } from './excel-rules.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook with one of everything that the rules look at, and no fault. */
const sound: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="a"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="a"/><Override PartName="/xl/styles.xml" ContentType="a"/><Override PartName="/xl/sharedStrings.xml" ContentType="a"/><Override PartName="/xl/calcChain.xml" ContentType="a"/><Override PartName="/xl/tables/table1.xml" ContentType="a"/><Override PartName="/xl/tables/table2.xml" ContentType="a"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/><sheet name="Two" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="Here">One!$A$1</definedName></definedNames><calcPr/></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId5" Type="${office}/calcChain" Target="calcChain.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}" xmlns:r="${office}"><cols><col min="1" max="2" width="9"/><col min="3" max="3" width="9"/></cols><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Title</t></is></c></row><row r="2"><c r="A2" s="1"><v>7</v></c><c r="B2"><f>A2</f><v>7</v></c></row><row r="8"><c r="D8" t="inlineStr"><is><t>Only</t></is></c></row></sheetData><mergeCells count="2"><mergeCell ref="A4:B4"/><mergeCell ref="A5:B5"/></mergeCells><conditionalFormatting sqref="A2:A3"/><dataValidations count="2"><dataValidation sqref="A2:A3"><formula1>"a,b"</formula1></dataValidation><dataValidation sqref="B2 C2"/></dataValidations><tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts></worksheet>`,
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="${office}/table" Target="../tables/table2.xml"/></Relationships>`,
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0"/></numFmts><fonts count="1"><font/></fonts><cellXfs count="2"><xf fontId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>ID</t></si></sst>`,
  'xl/calcChain.xml': `<calcChain xmlns="${main}"><c r="B2" i="1"/></calcChain>`,
  'xl/tables/table1.xml': `<table xmlns="${main}" id="1" displayName="T" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="ID"/><tableColumn id="2" name="Title"/></tableColumns></table>`,
  'xl/tables/table2.xml': `<table xmlns="${main}" id="2" displayName="U" ref="D8:D9"><tableColumns count="1"><tableColumn id="1" name="Only"/></tableColumns></table>`,
}

function packed(parts: Readonly<Record<string, string>>): Buffer {
  return writeZip(Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) })))
}

const sheet = 'xl/worksheets/sheet1.xml'
const workbook = 'xl/workbook.xml'
const styles = 'xl/styles.xml'
const table = 'xl/tables/table1.xml'
const other = 'xl/tables/table2.xml'

/** What is wrong, in which part, what is replaced by what, and how the rules call it. */
const faults: readonly (readonly [
  what: string,
  part: string,
  from: string | RegExp,
  to: string,
  called: string,
])[] = [
  ['a tag that is not closed', sheet, '</cols>', '', 'closes'],
  ['a prefix nobody declared', sheet, '<row r="2">', '<row r="2" x14ac:dyDescent="1">', 'not declared'],
  ['an attribute twice', sheet, '<row r="2">', '<row r="2" r="2">', 'twice'],
  ['an element out of order', sheet, '<sheetData>', '<mergeCells/><sheetData>', 'out of order'],
  ['rows out of order', sheet, '<row r="2">', '<row r="1">', 'behind'],
  ['cells out of order', sheet, '<c r="B1"', '<c r="A1"', 'out of order'],
  ['a cell in the wrong row', sheet, '<c r="A2"', '<c r="A3"', 'in row 2'],
  ['a cell beyond the spans of its row', sheet, 'spans="1:3"', 'spans="1:1"', 'beyond its spans'],
  ['a style that is not there', sheet, 's="1"', 's="2"', 'style 2 of 2'],
  ['a shared string that is not there', sheet, '<v>0</v>', '<v>1</v>', 'shared string 1'],
  ['a number that is none', sheet, '<v>7</v></c><c', '<v>seven</v></c><c', 'number seven'],
  ['an unknown type of cell', sheet, 't="s"', 't="text"', 'type text'],
  ['inline text in a cell of another type', sheet, 't="inlineStr"', 't="str"', 'inline text'],
  ['columns that overlap', sheet, 'min="3"', 'min="2"', 'columns 2 to 3'],
  ['merges that overlap', sheet, 'A5:B5', 'B4:B5', 'overlaps'],
  [
    'a wrong count of merges',
    sheet,
    '<mergeCells count="2">',
    '<mergeCells count="3">',
    'count of <mergeCells>',
  ],
  ['validations that overlap', sheet, 'sqref="B2 C2"', 'sqref="B2 A3"', 'overlaps'],
  [
    'a wrong count of validations',
    sheet,
    '<dataValidations count="2">',
    '<dataValidations count="1">',
    'count of <dataValidations>',
  ],
  ['a list that is too long', sheet, '"a,b"', `"${'a,'.repeat(140)}b"`, 'literal list'],
  ['a range that is none', sheet, 'sqref="A2:A3"/>', 'sqref="nowhere:"/>', 'sqref'],
  ['a wrong count of formats', styles, '<cellXfs count="2">', '<cellXfs count="3">', 'count of <cellXfs>'],
  ['a font that is not there', styles, '<xf fontId="0"/>', '<xf fontId="4"/>', 'fontId 4'],
  [
    'a number format that is not there',
    styles,
    '<xf numFmtId="164"/>',
    '<xf numFmtId="170"/>',
    'number format 170',
  ],
  ['a sheet name twice', workbook, 'name="Two"', 'name="ONE"', 'sheet one twice'],
  ['a sheet name that is too long', workbook, 'name="Two"', `name="${'x'.repeat(32)}"`, 'sheet name'],
  ['a sheet id twice', workbook, 'sheetId="2"', 'sheetId="1"', 'sheet id 1 twice'],
  ['a sheet without a part', workbook, 'r:id="rId2"', 'r:id="rId9"', 'rId9'],
  ['a name that reads like a cell', workbook, 'name="Here"', 'name="AB12"', 'reads like a cell'],
  ['a name that is none', workbook, 'name="Here"', 'name="He re"', 'name He re'],
  [
    'a name of a sheet that is not there',
    workbook,
    'name="Here"',
    'name="Here" localSheetId="5"',
    'of sheet 5',
  ],
  ['elements of the workbook out of order', workbook, '<calcPr/>', '<calcPr/><sheets/>', 'out of order'],
  ['a table heading that differs from its cell', table, 'name="Title"', 'name="Titles"', 'heading B1'],
  ['a table column id twice', table, 'id="2"', 'id="1"', 'column id 1 twice'],
  ['a table wider than its columns', table, 'ref="A1:B2"><auto', 'ref="A1:C2"><auto', '2 columns'],
  [
    'a filter that is not its table’s',
    table,
    '<autoFilter ref="A1:B2"/>',
    '<autoFilter ref="A1:A2"/>',
    'filter A1:A2',
  ],
  ['a calculation chain naming a value', 'xl/calcChain.xml', 'r="B2"', 'r="A2"', 'is no formula'],
  [
    'a part without a content type',
    '[Content_Types].xml',
    '<Override PartName="/xl/styles.xml" ContentType="a"/>',
    '',
    'none for xl/styles.xml',
  ],
  [
    'a content type without a part',
    '[Content_Types].xml',
    '/xl/styles.xml',
    '/xl/gone.xml',
    'xl/gone.xml is not there',
  ],
  [
    'a relationship that leads nowhere',
    'xl/_rels/workbook.xml.rels',
    'Target="calcChain.xml"',
    'Target="gone.xml"',
    'gone.xml is not there',
  ],
  ['tables that overlap', other, 'ref="D8:D9"', 'ref="B2:B3"', 'overlaps another table'],
  ['a table name twice', other, 'displayName="U"', 'displayName="t"', 't twice'],
  ['a table id twice', other, 'id="2"', 'id="1"', 'id 1 twice'],
  ['a table in a merge', other, 'ref="D8:D9"', 'ref="B4:B5"', 'in a mergeCell A4:B4'],
  ['a filter in a table', sheet, '<mergeCells', '<autoFilter ref="D9:D12"/><mergeCells', 'in a autoFilter'],
  [
    'a wrong count of tables',
    sheet,
    '<tableParts count="2">',
    '<tableParts count="1">',
    'count of <tableParts>',
  ],
  [
    'a wrong count of table columns',
    table,
    '<tableColumns count="2">',
    '<tableColumns count="3">',
    'count of <tableColumns>',
  ],
  ['two columns of a table with one name', table, 'name="Title"', 'name="id"', 'column id twice'],
  [
    'a list without items',
    sheet,
    '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="9"/></cols>',
    '<cols></cols>',
    '<cols> is empty',
  ],
  ['a cell beyond the last column', sheet, '<c r="D8"', '<c r="XFE8"', 'beyond the sheet'],
  [
    'a row style that is not there',
    sheet,
    '<row r="2">',
    '<row r="2" s="9" customFormat="1">',
    'style 9 of 2',
  ],
  ['a column style that is not there', sheet, 'min="3"', 'style="9" min="3"', 'style 9 of 2'],
  ['a text that is too long', sheet, '<t>Only</t>', `<t>${'x'.repeat(32_768)}</t>`, 'text too long'],
  ['a character that XML does not have', sheet, '<t>Only</t>', '<t>On&#1;ly</t>', 'a character that is none'],
  [
    'a number format twice',
    styles,
    '<numFmt numFmtId="164" formatCode="0"/>',
    '<numFmt numFmtId="164" formatCode="0"/><numFmt numFmtId="164" formatCode="1"/>',
    'number format 164 twice',
  ],
  [
    'elements of the styles out of order',
    styles,
    '<fonts count="1"><font/></fonts>',
    '<dxfs/><fonts count="1"><font/></fonts>',
    'out of order',
  ],
  [
    'a name twice',
    workbook,
    '<definedName name="Here">One!$A$1</definedName>',
    '<definedName name="Here">One!$A$1</definedName><definedName name="HERE">One!$A$2</definedName>',
    'name here  twice',
  ],
  ['a name that refers to a sheet that is gone', workbook, 'One!$A$1', 'Gone!$A$1', 'refers to a sheet Gone'],
  ['a name that refers to nothing', workbook, 'One!$A$1', ' ', 'refers to nothing'],
  ['a sheet name that no sheet may have', workbook, 'name="Two"', 'name="Tw/o"', 'sheet name Tw/o'],
  ['no visible sheet', workbook, /<sheet /g, '<sheet state="hidden" ', 'no sheet is visible'],
  [
    'a relationship that a sheet needs and nobody has',
    sheet,
    'r:id="rId2"',
    'r:id="rId7"',
    'relationship rId7 is not there',
  ],
  ['a relationship id twice', 'xl/_rels/workbook.xml.rels', 'Id="rId5"', 'Id="rId4"', 'rId4 twice'],
]

describe('the rules of Excel', () => {
  it('find nothing in a sound workbook', () => {
    expect(excelFaults(packed(sound))).toEqual([])
  })

  it.each(faults)('find %s', (_, part, from, to, called) => {
    const text = sound[part] ?? ''
    expect(text.replace(from, '')).not.toBe(text)
    const found = excelFaults(packed({ ...sound, [part]: text.replace(from, to) }))
    expect(found.join('\n')).toContain(called)
  })

  it.each([
    ['two names', 30, 'two names'],
    ['two CRCs', 14, 'two CRCs'],
    ['two sizes', 22, 'two sizes'],
    ['two methods', 8, 'two methods'],
    ['two kinds of flags', 7, 'two kinds of flags'],
  ])('find an entry with %s', (_, place, called) => {
    const bytes = packed(sound)
    bytes[place] = (bytes[place] ?? 0) ^ 8
    expect(excelFaults(bytes).join('\n')).toContain(called)
  })

  it('have many more than 25 faults to find', () => {
    expect(new Set(faults.map(([what]) => what)).size).toBeGreaterThanOrEqual(60)
  })

  it('hold against a workbook only what its original did not have', () => {
    const faulty = { ...sound, [styles]: (sound[styles] ?? '').replace('count="2"', 'count="3"') }
    expect(newFaults(packed(faulty), packed(faulty))).toEqual([])
    expect(newFaults(packed(sound), packed(faulty))).toEqual(['xl/styles.xml: count of <cellXfs> is 3'])
  })
})
