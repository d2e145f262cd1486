import { describe, expect, it } from 'vitest'
import type {
  AddedRow,
  AddedSheet,
  WorkbookChanges,
} from '../../../../../src/domain/write-back/workbook-changes.ts'
import { rowsXml } from '../../../../support/make-workbook.ts'
import { changesWith, column, data, inventory, sheet } from '../../../../support/patch-inventory.ts'
import { cellOf, partText, patched, sampleInventory, sampleTable } from '../../../../support/patch-sample.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function row(values: AddedRow['values'], more: Partial<AddedRow> = {}): AddedRow {
  return { sheet: 'Inventory', after: 3, values, ...more }
}

function withRows(rows: readonly AddedRow[], more: Partial<WorkbookChanges> = {}): WorkbookChanges {
  return { ...changesWith([]), rows, ...more }
}

const refusedTo: NonNullable<WorkbookChanges['refusedTo']> = {
  name: 'Plan additions',
  header: ['Belongs to', 'Dataset', 'Column', 'Value'],
  widths: [24, 36, 28, 40],
  names: new Map(),
}
const otherwise: AddedSheet = {
  name: 'Plan additions',
  header: ['Title'],
  widths: [20],
  rows: [['Third']],
}

function withTable(xml: string, sheetXml = data): Buffer {
  const parts = {
    'xl/tables/table1.xml': xml,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
  }
  const link = `<tableParts count="1"><tablePart xmlns:r="${office}" r:id="rId1"/></tableParts>`
  return inventory(sheetXml + link, { parts })
}

const tableXml = (more = '', notes = '') =>
  `<table xmlns="${main}" id="1" name="T" displayName="T" ref="A1:C3"${more}><autoFilter ref="A1:C3"/><tableColumns count="3">` +
  `<tableColumn id="1" name="ID"/><tableColumn id="2" name="Title"/><tableColumn id="3" name="Notes"${notes === '' ? '/>' : `>${notes}</tableColumn>`}</tableColumns></table>`

describe('new rows', () => {
  it('stand below the table with the look and height of the row above, never hidden', () => {
    const dressed = data.replace(
      /<row r="3">.*<\/row>/,
      '<row r="3" s="1" customFormat="1" ht="30" customHeight="1" collapsed="1"><c r="A3" s="1"><v>2</v></c><c r="B3" s="2"/><c r="C3" t="inlineStr"><is><t>b</t></is></c></row>',
    )
    const original = inventory(dressed)
    const { bytes, report } = patched(original, withRows([row({ A: 3, B: 'Third' }), row({ B: 'Fourth' })]))
    expect(report.addedRows).toEqual([
      { sheet: 'Inventory', row: 4 },
      { sheet: 'Inventory', row: 5 },
    ])
    expect(report.changedCells).toBe(0)
    const xml = partText(bytes, sheet)
    expect(xml).toContain(
      '<row r="4" s="1" customFormat="1" ht="30" customHeight="1"><c r="A4" s="1"><v>3</v></c><c r="B4" s="2" t="inlineStr"><is><t xml:space="preserve">Third</t></is></c><c r="C4"/></row>',
    )
    expect(cellOf(bytes, sheet, 'B5')).toContain('Fourth')
  })

  it('do not take a height from a row that is filtered away', () => {
    const hidden = data.replace('<row r="3">', '<row r="3" ht="0" hidden="1" customHeight="1">')
    const { bytes } = patched(inventory(hidden), withRows([row({ A: 3 })]))
    expect(partText(bytes, sheet)).toContain('<row r="4"><c r="A4">')
  })

  it('get their answers in the plan’s columns, under drop-downs that reach them', () => {
    const original = inventory(data)
    const columns = [column('One', { choices: ['x', 'y', 'z'] })]
    const changes = { ...changesWith(columns), rows: [row({ A: 3 }, { planValues: { ODAP_One: 'z' } })] }
    const { bytes } = patched(original, changes)
    expect(cellOf(bytes, sheet, 'D4')).toContain('>z<')
    expect(partText(bytes, sheet)).toContain('sqref="D2:D4"')
  })

  it('carry validations, conditional formats, filter, print area and its hidden name along', () => {
    const rules =
      '<autoFilter ref="A1:C3"/><conditionalFormatting sqref="A2:C3"><cfRule type="expression" priority="1"><formula>$A2=1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="3"><dataValidation type="list" sqref="B2:B3"><formula1>"p,q"</formula1></dataValidation>' +
      '<dataValidation type="list" sqref="C2:C3"><formula1>"p,q"</formula1></dataValidation><dataValidation type="list" sqref="C4:C9"><formula1>"r"</formula1></dataValidation></dataValidations>'
    const names =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Inventory!$A$1:$C$3</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Inventory!$A$1:$C$3</definedName></definedNames>'
    const original = inventory(data + rules, { names })
    const { bytes } = patched(original, { ...changesWith([column('One')]), rows: [row({ A: 3 })] })
    const xml = partText(bytes, sheet)
    expect(xml).toContain('<autoFilter ref="A1:D4"/>')
    expect(xml).toContain('<conditionalFormatting sqref="A2:D4">')
    expect(xml).toContain('sqref="B2:B4"')
    // Below it other rules stand already, and no cell may have two.
    expect(xml).toContain('sqref="C2:C3"')
    const book = partText(bytes, 'xl/workbook.xml')
    expect(book.match(/Inventory!\$A\$1:\$D\$4</g)).toHaveLength(2)
  })

  it.each([
    [
      'a note',
      rowsXml([
        ['ID', 'Title', 'Notes'],
        [1, 'First'],
        [2, 'Second'],
        [null, null, 'as of May'],
      ]),
    ],
    ['a merge', `${data}<mergeCells count="1"><mergeCell ref="A4:C4"/></mergeCells>`],
  ])('go to a sheet of their own, all of them, when %s is in their place', (_, xml) => {
    const original = inventory(xml)
    const rows = [row({ A: 3, B: 'Third' }, { planValues: { ODAP_One: 'z' } }), row({ A: 4, B: 'Fourth' })]
    const changes = { ...changesWith([column('One')]), rows, rowsOtherwise: otherwise, refusedTo }
    const { bytes, report } = patched(original, changes)
    expect(report.addedRows).toEqual([])
    expect(report.refused).toEqual([
      { where: 'Inventory!A4', reason: 'no-room-below-table', value: '3' },
      { where: 'Inventory!A5', reason: 'no-room-below-table', value: '4' },
    ])
    expect(report.addedSheets).toEqual(['Plan additions'])
    expect(cellOf(bytes, 'xl/worksheets/sheet2.xml', 'A2')).toContain('Third')
    expect(cellOf(bytes, 'xl/worksheets/sheet2.xml', 'A3')).toBe('')
    const spelled = patched(original, withRows([row({ A: 3, B: 'Third' })], { refusedTo }))
    expect(cellOf(spelled.bytes, 'xl/worksheets/sheet2.xml', 'A3')).toContain('Inventory!B4')
    expect(cellOf(spelled.bytes, 'xl/worksheets/sheet2.xml', 'D3')).toContain('Third')
  })

  it('let an Excel table and its filter grow, and fill its calculated column', () => {
    const formula = '<calculatedColumnFormula>T[[#This Row],[Title]]&amp;" x"</calculatedColumnFormula>'
    const calculated = data.replace(
      /<c r="C3".*?<\/c>/,
      '<c r="C3" t="str"><f>T[[#This Row],[Title]]&amp;" x"</f><v>Second x</v></c>',
    )
    const original = withTable(tableXml('', formula), calculated)
    const { bytes, report } = patched(original, {
      ...changesWith([column('One')]),
      rows: [row({ A: 3, C: null })],
      refusedTo,
    })
    const table = partText(bytes, 'xl/tables/table1.xml')
    expect(table).toContain('ref="A1:D4"><autoFilter ref="A1:D4"/><tableColumns count="4">')
    expect(cellOf(bytes, sheet, 'C4')).toBe('<c r="C4"><f>T[[#This Row],[Title]]&amp;" x"</f></c>')
    expect(report.refused).toEqual([])
    expect(partText(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it('come whole or not at all: none does where a value would give way to a formula', () => {
    const own = data.replace(/<c r="C3".*?<\/c>/, '<c r="C3"><f>A3*2</f><v>4</v></c>')
    const { bytes, report } = patched(inventory(own), {
      ...withRows([row({ A: 3, C: 'lost' }), row({ A: 4 })]),
      refusedTo,
    })
    expect(cellOf(bytes, sheet, 'A4')).toBe('')
    expect(report.addedRows).toEqual([])
    expect(report.refused.map(({ where, reason }) => [where, reason])).toEqual([
      ['Inventory!A4', 'formula-cell'],
      ['Inventory!A5', 'formula-cell'],
    ])
  })

  it('leave a cell empty and say so where the row above has a formula of its own', () => {
    const own = data.replace(/<c r="C3".*?<\/c>/, '<c r="C3"><f>A3*2</f><v>4</v></c>')
    const { bytes, report } = patched(inventory(own), withRows([row({ A: 3 })]))
    expect(cellOf(bytes, sheet, 'C4')).toBe('<c r="C4"/>')
    expect(report.warnings).toEqual([{ where: 'Inventory!C4', code: 'formula-left-out' }])
  })

  it.each([' totalsRowCount="1"', ' tableType="queryTable"'])('do not join a table with%s', (more) => {
    const { report } = patched(withTable(tableXml(more)), withRows([row({ A: 3 })]))
    expect(report.refused.map(({ reason }) => reason)).toEqual(['table-keeps-its-size'])
  })

  it('fill blank rows an Excel table keeps at its end before it grows', () => {
    const long = tableXml().replaceAll('A1:C3', 'A1:C4')
    const original = withTable(long)
    const one = patched(original, withRows([row({ A: 3 })]))
    expect(partText(one.bytes, 'xl/tables/table1.xml')).toBe(long)
    const two = patched(original, withRows([row({ A: 3 }), row({ A: 4 })]))
    expect(partText(two.bytes, 'xl/tables/table1.xml')).toContain('ref="A1:C5"><autoFilter ref="A1:C5"/>')
  })

  it('are not written on a protected sheet', () => {
    const { report } = patched(inventory(`${data}<sheetProtection sheet="1"/>`), withRows([row({ A: 3 })]))
    expect(report.refused.map(({ reason }) => reason)).toEqual(['protected-sheet'])
  })

  it('join the sample inventory’s table', () => {
    const changes: WorkbookChanges = {
      tables: [sampleTable],
      cells: [],
      columns: [],
      rows: [row({ A: 'X-1', B: 'Wait times', Q: { date: '2026-05-01' } }, { after: 69 })],
      sheets: [],
    }
    const { report } = patched(sampleInventory, changes)
    expect(report.refused).toEqual([])
    expect(report.addedRows).toEqual([{ sheet: 'Inventory', row: 70 }])
  })
})
