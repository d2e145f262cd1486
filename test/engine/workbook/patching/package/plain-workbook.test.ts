import { describe, expect, it } from 'vitest'
import { plainWorkbook } from '../../../../../src/engine/workbook/patching/package/plain-workbook.ts'
import { patchWorkbook } from '../../../../../src/engine/workbook/patching/patch-workbook.ts'
import { openWorkbook } from '../../../../../src/engine/workbook/reading/open-workbook.ts'
import { excelFaults } from '../../../../support/excel-rules.ts'
import { changesWith, column, inventory, sheet } from '../../../../support/patch-inventory.ts'
import { availability, noChanges, patched, sampleInventory } from '../../../../support/patch-sample.ts'
import { preservedCases } from '../../../../support/preserved-cases.ts'

function plain(bytes: Buffer): Buffer {
  const made = plainWorkbook(bytes)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

function opened(bytes: Uint8Array) {
  const workbook = openWorkbook(Buffer.from(bytes), 'x.xlsx')
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value
}

const said = (bytes: Uint8Array) =>
  opened(bytes).grids.map(({ name, state, rows }) => ({
    name,
    hidden: state !== 'visible',
    rows: rows.map(({ row, columns, texts }) => ({ row, columns, texts })),
  }))

describe('a plain copy', () => {
  it.each(preservedCases)(
    'of $file says what every cell of it says, and Excel finds nothing wrong',
    ({ original }) => {
      const copy = plain(original)
      expect(excelFaults(copy)).toEqual([])
      expect(said(copy)).toEqual(said(original))
    },
  )

  it('keeps the marks of the plan’s columns, so that they are updated in place', () => {
    const { bytes } = patched(sampleInventory, { ...noChanges, columns: [availability] })
    expect(opened(plain(Buffer.from(bytes))).named).toEqual(opened(bytes).named)
  })

  it('has numbers and days as such where they are shown as such', () => {
    const kinds = (bytes: Uint8Array) => new Set(opened(bytes).grids[0]?.rows.flatMap((row) => row.kinds))
    expect(kinds(plain(sampleInventory))).toEqual(new Set(['text', 'number', 'date']))
  })

  it('takes the changes where the workbook itself is not written, and says what it is', () => {
    const rows = [
      '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>',
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    ]
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const backwards = inventory('', {
      parts: { [sheet]: `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>` },
    })
    const changes = changesWith([column('One', { values: { 2: 'answer' } })])
    expect(patchWorkbook(backwards, changes)).toMatchObject({
      error: { code: 'workbook-dialect-not-written' },
    })
    const result = patchWorkbook(backwards, { ...changes, asPlain: true })
    if (!result.ok) throw new Error(result.error.code)
    expect(excelFaults(result.value.bytes)).toEqual([])
    expect(result.value.report.warnings).toEqual([{ where: '', code: 'plain-copy' }])
    expect(said(result.value.bytes)[0]?.rows).toEqual([
      { row: 1, columns: [1, 4], texts: ['1', 'One'] },
      { row: 2, columns: [1, 4], texts: ['x', 'answer'] },
    ])
  })
})
