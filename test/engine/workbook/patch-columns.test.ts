import { describe, expect, it } from 'vitest'
import type { AddedColumn, WorkbookChanges } from '../../../src/domain/workbook-changes.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { makeWorkbook, rowsXml, type SheetToMake, type WorkbookToMake } from '../../support/make-workbook.ts'
import { cellOf, partText, patched } from '../../support/patch-sample.ts'

const sheet = 'xl/worksheets/sheet1.xml'
const data = rowsXml([
  ['ID', 'Title', 'Notes'],
  [1, 'First', 'a'],
  [2, 'Second', 'b'],
])
const styles =
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="3" fontId="0" fillId="0"/>' +
  '<xf numFmtId="0" fontId="0"><protection locked="0"/></xf></cellXfs>'

function column(name: string, more: Partial<AddedColumn> = {}): AddedColumn {
  return {
    sheet: 'Inventory',
    mark: `ODAP_${name.replace(/\W/g, '_')}`,
    header: name,
    width: 15,
    values: { 2: 'x', 3: 'y' },
    ...more,
  }
}

function changesWith(columns: readonly AddedColumn[]): WorkbookChanges {
  const table = { sheet: 'Inventory', headerRow: 1, lastRow: 3, letters: ['A', 'B', 'C'] }
  return { table, cells: [], columns, sheets: [] }
}

function inventory(xml: string, more: Partial<WorkbookToMake> = {}): Buffer {
  const made: SheetToMake = { name: 'Inventory', xml }
  return makeWorkbook({ sheets: [made], styles, ...more })
}

function patchedSheet(original: Buffer, columns: readonly AddedColumn[]): string {
  const { bytes } = patched(original, changesWith(columns))
  expect(newFaults(original, bytes)).toEqual([])
  return partText(bytes, sheet)
}

describe('where columns go', () => {
  it('takes the first columns right of the table that are empty from the header to the last row', () => {
    const taken = rowsXml([
      ['ID', 'Title', 'Notes', null, null, null, 'far'],
      [1, 'First', 'a', null, 'in the way'],
      [2, 'Second', 'b'],
      [null, null, null, 'below the table'],
    ])
    const { report } = patched(
      inventory(taken),
      changesWith(['One', 'Two', 'Three'].map((name) => column(name))),
    )
    expect(report.addedColumns.map(({ letter }) => letter)).toEqual(['D', 'F', 'H'])
  })

  it('keeps out of merged cells', () => {
    const merged = `${data}<mergeCells count="1"><mergeCell ref="D2:E2"/></mergeCells>`
    const { report } = patched(inventory(merged), changesWith([column('One')]))
    expect(report.addedColumns.map(({ letter }) => letter)).toEqual(['F'])
  })

  it('marks each column by a hidden name that points at its heading', () => {
    const { bytes } = patched(inventory(data), changesWith([column('One')]))
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      '<definedNames><definedName name="ODAP_One" hidden="1">Inventory!$D$1</definedName></definedNames>',
    )
  })

  it('finds its column by the mark after people moved it and gave it another heading', () => {
    const moved = rowsXml([
      ['ID', 'Title', 'Notes', null, null, 'Renamed'],
      [1, 'First', 'a', null, null, 'old'],
    ])
    const names =
      '<definedNames><definedName name="ODAP_One" hidden="1">Inventory!$F$1</definedName></definedNames>'
    const { bytes, report } = patched(inventory(moved, { names }), changesWith([column('One')]))
    expect(report.addedColumns).toEqual([{ header: 'One', letter: 'F' }])
    expect(cellOf(bytes, sheet, 'F1')).toContain('Renamed')
    expect(cellOf(bytes, sheet, 'F2')).toContain('>x<')
    expect(partText(bytes, 'xl/workbook.xml')).toContain(names)
  })

  it('gives a mark that lost its cell a new one', () => {
    const names =
      '<definedNames><definedName name="ODAP_One" hidden="1">Inventory!#REF!</definedName></definedNames>'
    const { bytes } = patched(inventory(data, { names }), changesWith([column('One')]))
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      'hidden="1">Inventory!$D$1</definedName></definedNames>',
    )
  })

  it('refuses a column on a protected sheet, and writes it where its cells are open', () => {
    const protection = '<sheetProtection sheet="1"/>'
    const closed = patched(inventory(data + protection), changesWith([column('One')]))
    expect(closed.report.refused).toEqual([{ where: 'One', reason: 'protected-sheet', value: '' }])
    expect(closed.report.addedColumns).toEqual([])
    const open = `<cols><col min="4" max="9" width="9" style="2"/></cols>${data}${protection}`
    const { bytes, report } = patched(inventory(open), changesWith([column('One')]))
    expect(report.refused).toEqual([])
    expect(cellOf(bytes, sheet, 'D2')).toContain('s="2"')
    const ranges = `${data}${protection}<protectedRanges><protectedRange sqref="D1:D9" name="x"/></protectedRanges>`
    expect(patched(inventory(ranges), changesWith([column('One')])).report.refused).toEqual([])
  })
})

describe('what surrounds a column', () => {
  it('gives it a width by splitting the ranges of columns it lies in', () => {
    const cols =
      '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="12" hidden="1"/></cols>'
    expect(patchedSheet(inventory(cols + data), [column('One')])).toContain(
      '<col min="1" max="2" width="9"/><col width="12" hidden="1" min="3" max="3"/>' +
        '<col min="4" max="4" width="15" customWidth="1"/><col width="12" hidden="1" min="5" max="16384"/>',
    )
    expect(patchedSheet(inventory(data), [column('One')])).toContain(
      '<cols><col min="4" max="4" width="15" customWidth="1"/></cols><sheetData>',
    )
  })

  it('widens the dimension and the spans of rows', () => {
    const spanned = `<dimension ref="A1:C3"/>${data.replace('<row r="2">', '<row r="2" spans="1:3">')}`
    const xml = patchedSheet(inventory(spanned), [column('One'), column('Two')])
    expect(xml).toContain('<dimension ref="A1:E3"/>')
    expect(xml).toContain('<row r="2" spans="1:5">')
  })

  it('looks like the neighbour, without its number format', () => {
    const formatted = data.replaceAll(/(<c r="C[23]")/g, '$1 s="1"')
    const { bytes } = patched(inventory(formatted), changesWith([column('One')]))
    const style = Number(/ s="(\d+)"/.exec(cellOf(bytes, sheet, 'D2'))?.[1])
    expect(style).toBe(3)
    expect(partText(bytes, 'xl/styles.xml')).toContain('<xf fontId="0" fillId="0" numFmtId="0"/></cellXfs>')
    expect(partText(bytes, 'xl/styles.xml')).toContain('<cellXfs count="4">')
  })

  it('widens a filter that ends with the table, and Excel’s second note of it', () => {
    const names =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Inventory!$A$1:$C$3</definedName></definedNames>'
    const original = inventory(`${data}<autoFilter ref="A1:C3"/>`, { names })
    const { bytes } = patched(original, changesWith([column('One'), column('Two')]))
    expect(partText(bytes, sheet)).toContain('<autoFilter ref="A1:E3"/>')
    expect(partText(bytes, 'xl/workbook.xml')).toContain('>Inventory!$A$1:$E$3<')
  })

  it('widens a print area that ended with the table', () => {
    const area = (range: string) =>
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Inventory!${range}</definedName>`
    const printed = (range: string) =>
      partText(
        patched(inventory(data, { names: `${area(range)}</definedNames>` }), changesWith([column('One')]))
          .bytes,
        'xl/workbook.xml',
      )
    expect(printed('$A$1:$C$9')).toContain(area('$A$1:$D$9'))
    expect(printed('$A$1:$B$9')).toContain(area('$A$1:$B$9'))
  })

  it('tells when a pivot table shows the values of before', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
    const withPivot = (sheetName: string) =>
      inventory(data, {
        parts: {
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s1', 'worksheet', 'worksheets/sheet1.xml')}${relation('p', 'pivotCacheDefinition', 'pivot.xml')}</Relationships>`,
          'xl/pivot.xml': `<pivotCacheDefinition><cacheSource><worksheetSource ref="A1:C3" sheet="${sheetName}"/></cacheSource></pivotCacheDefinition>`,
        },
      })
    const warnings = (sheetName: string) =>
      patched(withPivot(sheetName), changesWith([column('One')])).report.warnings
    expect(warnings('Inventory')).toEqual([{ where: 'Inventory', code: 'pivot-needs-refresh' }])
    expect(warnings('Elsewhere')).toEqual([])
  })

  it('leaves a filter alone that the column does not touch', () => {
    expect(patchedSheet(inventory(`${data}<autoFilter ref="A1:B3"/>`), [column('One')])).toContain(
      '<autoFilter ref="A1:B3"/>',
    )
  })

  it('widens colours for whole rows, not those of single columns', () => {
    const rule = (sqref: string) =>
      `<conditionalFormatting sqref="${sqref}"><cfRule type="expression" priority="1"/></conditionalFormatting>`
    const xml = patchedSheet(inventory(data + rule('A2:C3') + rule('C2:C3')), [column('One')])
    expect(xml).toContain('<conditionalFormatting sqref="A2:D3">')
    expect(xml).toContain('<conditionalFormatting sqref="C2:C3">')
  })
})

describe('drop-downs', () => {
  it('writes a short list as it is', () => {
    const xml = patchedSheet(inventory(data), [column('One', { choices: ['x', 'y'] })])
    expect(xml).toContain('<dataValidations count="1">')
    expect(xml).toContain(
      'sqref="D2:D3"><formula1>"x,y"</formula1></dataValidation></dataValidations></worksheet>',
    )
  })

  it.each([
    ['a comma', ['x', 'y, z']],
    ['more than 255 characters', ['x', 'y'.repeat(254)]],
  ])('puts a list with %s on the hidden sheet "Plan lists"', (_, choices) => {
    const original = inventory(data)
    const { bytes, report } = patched(original, changesWith([column('One', { choices })]))
    expect(newFaults(original, bytes)).toEqual([])
    expect(report.addedSheets).toEqual(['Plan lists'])
    expect(partText(bytes, 'xl/workbook.xml')).toMatch(
      /<sheet name="Plan lists" sheetId="2" state="hidden" r:id="rId1"\/>/,
    )
    expect(partText(bytes, sheet)).toContain("<formula1>'Plan lists'!$A$2:$A$3</formula1>")
    expect(cellOf(bytes, 'xl/worksheets/sheet2.xml', 'A3')).toContain(choices[1])
  })

  it('cuts its cells out of the agency’s rules, so that none lies in two', () => {
    const rule =
      '<dataValidations count="1"><dataValidation type="list" sqref="A2:XFD100"><formula1>"p,q"</formula1></dataValidation></dataValidations>'
    const xml = patchedSheet(inventory(data + rule), [column('One', { choices: ['x', 'y'] })])
    expect(xml).toContain('sqref="A2:C3 E2:XFD3 A4:XFD100"')
    expect(xml).toContain('<dataValidations count="2">')
  })

  it('leaves a rule alone whose formula would then mean other cells, and says so', () => {
    const rule =
      '<dataValidations count="1"><dataValidation type="custom" sqref="D2:D9"><formula1>D2&gt;A2</formula1></dataValidation></dataValidations>'
    const { bytes, report } = patched(
      inventory(data + rule),
      changesWith([column('One', { choices: ['x', 'y'] })]),
    )
    expect(report.warnings).toEqual([{ where: 'One', code: 'no-drop-down' }])
    expect(partText(bytes, sheet)).toContain(rule)
  })
})

describe('an Excel table', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const tableXml = (more = '') =>
    `<table xmlns="${main}" id="1" name="T" displayName="T" ref="A1:C3"${more}><autoFilter ref="A1:C3"/><tableColumns count="3">` +
    '<tableColumn id="1" name="ID"/><tableColumn id="7" name="Title"/><tableColumn id="3" name="Notes"/></tableColumns></table>'
  const withTable = (xml: string) => {
    const parts = {
      'xl/tables/table1.xml': xml,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
    }
    const link = `<tableParts count="1"><tablePart xmlns:r="${office}" r:id="rId1"/></tableParts>`
    return inventory(data + link, { parts })
  }

  it('grows by the columns beside it, with new ids and headings that differ', () => {
    const original = withTable(tableXml())
    const { bytes, report } = patched(original, changesWith([column('notes'), column('Two\nlines')]))
    expect(newFaults(original, bytes)).toEqual([])
    expect(report.addedColumns.map(({ header }) => header)).toEqual(['notes 2', 'Two\nlines'])
    const table = partText(bytes, 'xl/tables/table1.xml')
    expect(table).toContain('ref="A1:E3"><autoFilter ref="A1:E3"/><tableColumns count="5">')
    expect(table).toContain(
      '<tableColumn id="8" name="notes 2"/><tableColumn id="9" name="Two_x000a_lines"/>',
    )
  })

  it.each([' totalsRowCount="1"', ' tableType="queryTable"'])('keeps its size with%s', (more) => {
    const { bytes, report } = patched(withTable(tableXml(more)), changesWith([column('One')]))
    expect(report.addedColumns.map(({ letter }) => letter)).toEqual(['D'])
    expect(partText(bytes, 'xl/tables/table1.xml')).toBe(tableXml(more))
  })

  it('refuses an edit of its headings, which formulas name', () => {
    const cells = [{ sheet: 'Inventory', cell: 'B1', value: 'Name' }]
    const { report } = patched(withTable(tableXml()), { ...changesWith([]), cells })
    expect(report.refused.map(({ reason }) => reason)).toEqual(['table-heading'])
  })
})

describe('dialects', () => {
  it('writes with the prefix and the epoch of the workbook', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const prefixed = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></x:worksheet>`
    const original = inventory(data, {
      parts: { [sheet]: prefixed },
      properties: '<workbookPr date1904="1"/>',
    })
    const { bytes } = patched(
      original,
      changesWith([column('One', { values: { 2: { date: '1904-01-02' } } })]),
    )
    const xml = partText(bytes, sheet)
    expect(xml).toContain('<x:c r="D1" t="inlineStr"><x:is><x:t xml:space="preserve">One</x:t></x:is></x:c>')
    expect(xml).toMatch(/<x:row r="2"><x:c r="D2" s="\d+"><x:v>1<\/x:v><\/x:c><\/x:row>/)
    expect(newFaults(original, bytes)).toEqual([])
  })

  it('refuses what it cannot write safely in words', () => {
    const utf16 = Buffer.from(
      `\ufeff<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}</worksheet>`,
      'utf16le',
    )
    const original = inventory(data, { parts: { [sheet]: utf16 } })
    expect(() => patched(original, changesWith([column('One')]))).toThrow('workbook-dialect-not-written')
  })

  it('writes days before March 1900 as text, since Excel has no true number for them', () => {
    const { bytes } = patched(
      inventory(data),
      changesWith([column('One', { values: { 2: { date: '1899-12-31' }, 3: { date: '1900-03-01' } } })]),
    )
    expect(cellOf(bytes, sheet, 'D2')).toContain('1899-12-31')
    expect(cellOf(bytes, sheet, 'D3')).toContain('<v>61</v>')
  })
})
