import { describe, expect, it } from 'vitest'
import {
  changesWith,
  column,
  data,
  inventory,
  patchedSheet,
  sheet,
} from '../../../../support/patch-inventory.ts'
import { cellOf, partText, patched } from '../../../../support/patch-sample.ts'

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
