import { describe, expect, it } from 'vitest'
import { changesWith, column, data, inventory } from '../../../../support/patch-inventory.ts'
import { patched } from '../../../../support/patch-sample.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The usual three columns with a pivot table on the same sheet. */
function withPivot(location: string): Buffer {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return inventory(data, {
    parts: {
      '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/xml"/></Types>`,
      'xl/pivotTable1.xml': `<pivotTableDefinition xmlns="${main}"><location ${location}/></pivotTableDefinition>`,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="p" Type="${office}/pivotTable" Target="../pivotTable1.xml"/></Relationships>`,
    },
  })
}

const reasons = (original: Buffer, cells: readonly string[]) => {
  const { report } = patched(original, {
    ...changesWith([]),
    cells: cells.map((cell) => ({ sheet: 'Inventory', cell, value: 'x' })),
  })
  return report.refused.map(({ where, reason }) => `${where} ${reason}`)
}

describe('a pivot table', () => {
  it('is not written into, nor are the filters above it', () => {
    const original = withPivot('ref="H8:J12" rowPageCount="2" colPageCount="1"')
    expect(reasons(original, ['H4', 'H5', 'J6', 'I8', 'J12', 'H13', 'K9'])).toEqual(
      ['H5', 'J6', 'I8', 'J12'].map((cell) => `Inventory!${cell} pivot-table`),
    )
  })

  it('keeps the width its filters need', () => {
    const original = withPivot('ref="H8:H12" rowPageCount="1" colPageCount="2"')
    expect(reasons(original, ['L6', 'M6'])).toEqual(['Inventory!L6 pivot-table'])
  })

  it('has no filters above it unless it says so', () => {
    expect(reasons(withPivot('ref="H8:J12"'), ['H6', 'H8'])).toEqual(['Inventory!H8 pivot-table'])
  })

  it('keeps columns out of its place', () => {
    const { report } = patched(withPivot('ref="D3:D9"'), changesWith([column('One')]))
    expect(report.addedColumns.map(({ letter }) => letter)).toEqual(['E'])
  })
})
