import { describe, expect, it } from 'vitest'
import { rowsXml } from '../../../../support/make-workbook.ts'
import {
  changesWith,
  column,
  data,
  inventory,
  patchedSheet,
  sheet,
} from '../../../../support/patch-inventory.ts'
import {
  availability,
  cellOf,
  noChanges,
  partText,
  patched,
  sampleInventory,
} from '../../../../support/patch-sample.ts'

describe('where columns go', () => {
  it('is together, right of all that stands beside the table from the header to the last row', () => {
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
    expect(report.addedColumns.map(({ letter }) => letter)).toEqual(['H', 'I', 'J'])
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

describe('what finds no place', () => {
  const refusedTo = {
    name: 'Plan decisions',
    header: ['Where', 'Dataset', 'Column', 'Value'],
    widths: [20, 20, 20, 40],
    names: new Map([['Inventory!2', 'First']]),
  } as const

  it('goes to a sheet of its own, row by row', () => {
    const original = inventory(`${data}<sheetProtection sheet="1"/>`)
    const cells = [{ sheet: 'Inventory', cell: 'B2', value: 'New title' }]
    const { bytes, report } = patched(original, { ...changesWith([column('One')]), cells, refusedTo })
    expect(report.addedSheets).toEqual(['Plan decisions'])
    expect(partText(bytes, sheet)).toBe(partText(original, sheet))
    const text = (cell: string) => />([^<]*)<\/t>/.exec(cellOf(bytes, 'xl/worksheets/sheet2.xml', cell))?.[1]
    const rows = ['2', '3', '4'].map((row) => ['A', 'B', 'C', 'D'].map((letter) => text(letter + row)))
    expect(rows).toEqual([
      ['Inventory!A2', 'First', 'One', 'x'],
      ['Inventory!A3', undefined, 'One', 'y'],
      ['Inventory!B2', 'First', undefined, 'New title'],
    ])
  })

  it('stands below what the sheet of that name holds already, under headings of its own', () => {
    const original = inventory(`${data}<sheetProtection sheet="1"/>`)
    const added = { name: 'Plan decisions', header: ['Title'], widths: [30], rows: [['Wait times']] }
    const changes = { ...changesWith([column('One')]), sheets: [added], refusedTo }
    const { bytes, report } = patched(original, changes)
    expect(report.addedSheets).toEqual(['Plan decisions'])
    const text = (cell: string) => />([^<]*)<\/t>/.exec(cellOf(bytes, 'xl/worksheets/sheet2.xml', cell))?.[1]
    expect(['A1', 'A2', 'A4', 'C4', 'A5', 'D5'].map(text)).toEqual([
      'Title',
      'Wait times',
      'Where',
      'Column',
      'Inventory!A2',
      'x',
    ])
  })

  it('gets no sheet where all of it was written, nor where no sheet may be added', () => {
    const written = patched(inventory(data), { ...changesWith([column('One')]), refusedTo })
    expect(written.report.addedSheets).toEqual([])
    const locked = inventory(`${data}<sheetProtection sheet="1"/>`, {
      properties: '<workbookProtection lockStructure="1"/>',
    })
    const { report } = patched(locked, { ...changesWith([column('One')]), refusedTo })
    expect(report.refused.map(({ where, reason }) => [where, reason])).toEqual([
      ['One', 'protected-sheet'],
      ['Plan decisions', 'structure-locked'],
    ])
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

  it('carries the borders of its neighbour through rows without an answer, but not through blank ones', () => {
    const values = { 7: 'On portal' }
    const { bytes } = patched(sampleInventory, { ...noChanges, columns: [{ ...availability, values }] })
    const part = 'xl/worksheets/sheet1.xml'
    const styleOf = (cell: string) => / s="(\d+)"/.exec(cellOf(bytes, part, cell))?.[1]
    expect(styleOf('T7')).toBeDefined()
    expect(styleOf('T69')).toBe(styleOf('T7'))
    expect(cellOf(bytes, part, 'T69')).not.toContain('<is>')
    expect(cellOf(bytes, part, 'T28')).toBe('')
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
