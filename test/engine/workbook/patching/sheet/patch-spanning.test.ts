import { describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { rowsXml } from '../../../../support/make-workbook.ts'
import { changesWith, column, data, inventory, sheet } from '../../../../support/patch-inventory.ts'
import { cellOf, partText, patched } from '../../../../support/patch-sample.ts'

const row = { sheet: 'Inventory', after: 3, values: { A: 3 } }
const grown: WorkbookChanges = { ...changesWith([column('One')]), rows: [row] }

function written(original: Buffer, cell: string, value: string | number | null): string {
  const cells = [{ sheet: 'Inventory', cell, value }]
  return cellOf(patched(original, { ...changesWith([]), cells }).bytes, sheet, cell)
}

describe('a value that is replaced', () => {
  const rich = data.replace(
    /<c r="B2".*?<\/c>/,
    '<c r="B2" s="1" t="s" cm="1" vm="2" ph="1"><v>0</v><extLst><ext uri="x"/></extLst></c>',
  )
  const original = inventory(rich, { sharedStrings: '<si><t>First</t></si>' })

  it('takes the type and what belonged to the old value with it, and leaves the style', () => {
    expect(written(original, 'B2', 7)).toBe('<c r="B2" s="1"><v>7</v></c>')
    expect(written(original, 'B2', null)).toBe('<c r="B2" s="1"/>')
  })

  it('leaves the list of texts alone, also where nobody uses one of them any more', () => {
    const cells = [{ sheet: 'Inventory', cell: 'B2', value: 'Other' }]
    const { report } = patched(original, { ...changesWith([]), cells })
    expect(report.comparison.same).toContain('xl/sharedStrings.xml')
  })

  it.each([
    ['a\rb', 'a_x000D_b'],
    ['a\r\nb', 'a_x000D_\nb'],
    ['_x000d_', '_x005F_x000d_'],
    ['_x41_ _X0041_', '_x41_ _X0041_'],
    [' a ', ' a '],
    ['a\ufffeb\u0000', 'a_xFFFE_b_x0000_'],
  ])('%j is spelled so that it is read as it was written', (text, spelled) => {
    expect(written(original, 'B2', text)).toContain(`<t xml:space="preserve">${spelled}</t>`)
  })

  it.each(['=1+1', '+1', '-1', '@x'])('%s is marked as text for whoever types in the cell next', (text) => {
    const cells = [{ sheet: 'Inventory', cell: 'B3', value: text }]
    const { bytes } = patched(original, { ...changesWith([]), cells })
    expect(partText(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"')
    const plain = [{ sheet: 'Inventory', cell: 'B3', value: `a${text}` }]
    const { report } = patched(original, { ...changesWith([]), cells: plain })
    expect(report.comparison.same).toContain('xl/styles.xml')
  })
})

describe('what spans the table', () => {
  const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
  const xm = 'http://schemas.microsoft.com/office/excel/2006/main'
  const extensions = (rules: string) =>
    `<extLst><ext xmlns:x14="${x14}" xmlns:xm="${xm}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">${rules}</ext></extLst>`

  it('grows with it where only newer programs know it', () => {
    const rules = extensions(
      '<x14:conditionalFormattings><x14:conditionalFormatting><xm:sqref>A2:C3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>' +
        '<x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>Other!A1:A3</xm:f></x14:formula1><xm:sqref>B2:B3</xm:sqref></x14:dataValidation></x14:dataValidations>',
    )
    const xml = partText(patched(inventory(data + rules), grown).bytes, sheet)
    expect(xml).toContain('<xm:sqref>A2:D4</xm:sqref>')
    expect(xml).toContain('<xm:sqref>B2:B4</xm:sqref>')
    expect(xml).toContain('<xm:f>Other!A1:A3</xm:f>')
  })

  it('keeps how the table is filtered and sorted', () => {
    const filter =
      '<autoFilter ref="A1:C3"><filterColumn colId="1"><filters><filter val="First"/></filters></filterColumn><sortState ref="A2:C3"><sortCondition ref="B2:B3"/></sortState></autoFilter>'
    const xml = partText(patched(inventory(data + filter), grown).bytes, sheet)
    expect(xml).toContain(filter.replace('ref="A1:C3"', 'ref="A1:D4"'))
  })

  it('stays as it is where it does not end with the table', () => {
    const rules =
      '<autoFilter ref="A1:B2"/><conditionalFormatting sqref="A2:C2"><cfRule type="expression" priority="1"/></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="B2"><formula1>"p,q"</formula1></dataValidation></dataValidations>'
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Inventory!$A$1:$B$2</definedName></definedNames>'
    const { bytes } = patched(inventory(data + rules, { names }), { ...changesWith([]), rows: [row] })
    expect(partText(bytes, sheet)).toContain(rules)
    expect(partText(bytes, 'xl/workbook.xml')).toContain(names)
  })

  it('does not widen a title that is merged over it, and puts the heading in the lower of two rows', () => {
    const banded = rowsXml([
      ['Our inventory'],
      ['About', null, 'More'],
      ['ID', 'Title', 'Notes'],
      [1, 'First', 'a'],
    ])
    const merges = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:B2"/></mergeCells>'
    const { bytes } = patched(inventory(banded + merges), {
      ...changesWith([column('One', { values: { 4: 'x' } })]),
      tables: [{ sheet: 'Inventory', headerRow: 3, lastRow: 4, letters: ['A', 'B', 'C'] }],
    })
    const xml = partText(bytes, sheet)
    expect(xml).toContain(merges)
    expect(cellOf(bytes, sheet, 'D3')).toContain('>One<')
    expect(cellOf(bytes, sheet, 'D2')).toBe('')
  })

  it('is put in the order the schema asks for, in front of what comes behind it', () => {
    const bare = `<sheetPr/>${data}<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`
    const columns = [column('One', { choices: ['x', 'y'] })]
    const xml = partText(patched(inventory(bare), changesWith(columns)).bytes, sheet)
    const order = ['<sheetPr/>', '<cols>', '<sheetData>', '<dataValidations', '<pageMargins']
    const places = order.map((element) => xml.indexOf(element))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })
})

describe('a style that is needed', () => {
  const days = { values: { 2: { date: '2026-05-01' } } } as const

  it.each(['h:mm', '[h]:mm:ss'])('shows a day as one where the cell showed %s', (code) => {
    const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><fonts count="1"><font/></fonts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`
    const original = inventory(data.replace('<c r="A2"', '<c r="A2" s="1"'), { styles })
    const cells = [{ sheet: 'Inventory', cell: 'A2', value: { date: '2026-05-01' } }]
    const { report } = patched(original, { ...changesWith([]), cells })
    expect(report.comparison.changed.flatMap((part) => part.cells)[0]?.after).toBe('2026-05-01')
  })

  it('comes behind those that are there, and is used again where there is one like it', () => {
    const original = inventory(data)
    const one = patched(original, changesWith([column('One', days), column('Two', days)]))
    const styles = partText(one.bytes, 'xl/styles.xml')
    expect(styles).toContain('<cellXfs count="4">')
    const style = (cell: string) => / s="(\d+)"/.exec(cellOf(one.bytes, sheet, cell))?.[1]
    expect([style('D2'), style('E2')]).toEqual(['3', '3'])
    const two = patched(
      one.bytes,
      changesWith([column('One', days), column('Two', days), column('Three', days)]),
    )
    expect(partText(two.bytes, 'xl/styles.xml')).toBe(styles)
  })
})
