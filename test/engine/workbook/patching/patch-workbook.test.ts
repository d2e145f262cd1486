import { describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../../src/domain/write-back/workbook-changes.ts'
import { entryEnd, readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { readTableBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { excelFaults, newFaults } from '../../../support/excel-rules.ts'
import { makeWorkbook } from '../../../support/make-workbook.ts'
import {
  availability,
  cellOf,
  noChanges,
  partText,
  patched,
  route,
  sampleInventory,
  sampleRows,
  sampleTable,
  valuesFor,
} from '../../../support/patch-sample.ts'

const sheet = 'xl/worksheets/sheet1.xml'

const edits: WorkbookChanges = {
  ...noChanges,
  cells: [
    { sheet: 'Inventory', cell: 'I14', value: 'Quarterly' },
    { sheet: 'Inventory', cell: 'M8', value: { date: '2026-01-31' } },
    { sheet: 'Inventory', cell: 'P44', value: 55 },
    { sheet: 'Inventory', cell: 'G11', value: true },
    { sheet: 'Inventory', cell: 'S7', value: null },
  ],
}

const everything: WorkbookChanges = {
  ...edits,
  columns: [availability, route],
  sheets: [
    {
      name: 'Plan additions',
      header: ['Dataset', 'About'],
      widths: [40, 60],
      rows: [
        ['Ice cream trucks', 'Where they stand'],
        ['=SUM(A1)', { date: '2026-02-01' }],
      ],
    },
  ],
}

function rawEntries(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  const { value } = archive
  return new Map(
    value.entries.map((entry) => [
      entry.name,
      value.bytes.toString('latin1', entry.localStart, entryEnd(value, entry)),
    ]),
  )
}

function cellsRead(bytes: Uint8Array, row: number, letter: string): string {
  const content = readTableBytes(bytes, 'x.xlsx', { sheet: 'Inventory', headerRow: 6, headerRows: 1 })
  if (!content.ok) throw new Error(content.error.code)
  return [...content.value.rows].find((one) => one.row === row)?.cells[letter] ?? ''
}

describe('giving a workbook back', () => {
  it('gives the very same bytes when nothing changed', () => {
    const result = patched(sampleInventory, noChanges)
    expect(Buffer.from(result.bytes).equals(sampleInventory)).toBe(true)
    expect(result.report.comparison.changed).toEqual([])
  })

  it('writes values into their cells and keeps their styles', () => {
    const { bytes, report } = patched(sampleInventory, edits)
    expect(report.refused).toEqual([])
    expect(report.changedCells).toBe(5)
    const style = (cell: string, from: Uint8Array) => / s="\d+"/.exec(cellOf(from, sheet, cell))?.[0]
    for (const cell of ['I14', 'M8', 'P44', 'S7']) {
      expect(style(cell, bytes), cell).toBe(style(cell, sampleInventory))
    }
    expect(cellOf(bytes, sheet, 'I14')).toContain(
      't="inlineStr"><is><t xml:space="preserve">Quarterly</t></is>',
    )
    expect(cellOf(bytes, sheet, 'P44')).toMatch(/^<c r="P44" s="\d+"><v>55<\/v><\/c>$/)
    expect(cellOf(bytes, sheet, 'G11')).toMatch(/t="b"><v>1<\/v>/)
    expect(cellsRead(bytes, 14, 'I')).toBe('Quarterly')
    expect(cellsRead(bytes, 8, 'M')).toBe('2026-01-31')
    expect(cellsRead(bytes, 7, 'S')).toBe('')
  })

  it('touches only the sheet for edits of cells, and copies the rest raw', () => {
    const { bytes, report } = patched(sampleInventory, edits)
    expect(report.comparison.changed.map(({ part }) => part)).toEqual([sheet])
    const before = rawEntries(sampleInventory)
    const after = rawEntries(bytes)
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [name, raw] of before) if (name !== sheet) expect(after.get(name) === raw, name).toBe(true)
  })

  it('names exactly the changed cells with their values before and after', () => {
    const { report } = patched(sampleInventory, edits)
    const cells = report.comparison.changed.flatMap((part) => part.cells)
    expect(cells).toEqual([
      { sheet: 'Inventory', cell: 'S7', before: 'Home addresses are dropped before posting', after: '' },
      { sheet: 'Inventory', cell: 'M8', before: '', after: '2026-01-31' },
      { sheet: 'Inventory', cell: 'G11', before: '', after: 'TRUE' },
      { sheet: 'Inventory', cell: 'I14', before: 'Quaterly', after: 'Quarterly' },
      { sheet: 'Inventory', cell: 'P44', before: '21', after: '55' },
    ])
  })

  it('adds columns and sheets without breaking a rule of Excel', () => {
    const { report } = patched(sampleInventory, everything)
    expect(excelFaults(sampleInventory)).toEqual([])
    expect(report.addedColumns).toEqual([
      { header: 'Plan: Availability', letter: 'T' },
      { header: 'Plan: Release route', letter: 'U' },
    ])
    expect(report.addedSheets).toEqual(['Plan additions', 'Plan lists'])
    expect(report.comparison.added).toEqual(['xl/worksheets/sheet5.xml', 'xl/worksheets/sheet6.xml'])
    expect(report.comparison.removed).toEqual([])
  })

  it('asks Excel to calculate again where formulas may read what changed, and only there', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const table = { sheet: 'Data', headerRow: 1, lastRow: 2, letters: ['A'] }
    const cells = [{ sheet: 'Data', cell: 'A1', value: 2 }]
    const formula = '<sheetData><row r="1"><c r="A1"><f>Data!A1</f><v>1</v></c></row></sheetData>'
    const workbook = (other: string) =>
      makeWorkbook({
        sheets: [
          { name: 'Data', xml: `<sheetData>${rows}</sheetData>` },
          { name: 'Other', xml: other },
        ],
      })
    const calculation = (bytes: Uint8Array) =>
      partText(bytes, 'xl/workbook.xml').includes('fullCalcOnLoad="1"')
    const changes = { tables: [table], rows: [], cells, columns: [], sheets: [] }
    expect(calculation(patched(workbook(formula), changes).bytes)).toBe(true)
    expect(calculation(patched(workbook('<sheetData/>'), changes).bytes)).toBe(false)
    const addition = {
      ...changes,
      cells: [],
      sheets: [{ name: 'Notes', header: ['A'], widths: [9], rows: [] }],
    }
    expect(calculation(patched(workbook(formula), addition).bytes)).toBe(false)
  })

  it('changes nothing when the same is written a second time', () => {
    const first = patched(sampleInventory, everything)
    const second = patched(first.bytes, everything)
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
    expect(second.report.addedColumns).toEqual(first.report.addedColumns)
    // The list of choices is used again; nothing is added to the other.
    expect(second.report.addedSheets).toEqual(['Plan lists'])
  })

  it('updates its own columns in place, and adds to its own sheets', () => {
    const first = patched(sampleInventory, everything)
    const later = { ...availability, values: valuesFor(sampleRows, () => 'Not public') }
    const sheets = [{ name: 'Plan additions', header: ['Dataset'], widths: [40], rows: [['Only this']] }]
    const second = patched(first.bytes, { ...noChanges, columns: [later], sheets })
    expect(second.report.addedColumns).toEqual([{ header: 'Plan: Availability', letter: 'T' }])
    expect(second.report.comparison.added).toEqual([])
    expect(cellOf(second.bytes, sheet, 'T8')).toContain('Not public')
    const additions = partText(second.bytes, 'xl/worksheets/sheet5.xml')
    expect(additions).toContain('Only this')
    expect(additions).toContain('Ice cream trucks')
    expect(newFaults(sampleInventory, second.bytes)).toEqual([])
  })

  it('puts a further column behind those of an earlier export and widens the filter with it', () => {
    const first = patched(sampleInventory, { ...noChanges, columns: [availability] })
    const second = patched(first.bytes, { ...noChanges, columns: [availability, route] })
    expect(second.report.addedColumns.map(({ letter }) => letter)).toEqual(['T', 'U'])
    expect(partText(second.bytes, sheet)).toContain('<autoFilter ref="A6:U69"')
    expect(partText(second.bytes, 'xl/workbook.xml')).toContain('Inventory!$A$6:$U$69')
  })

  it('leaves a sheet of the agency alone that happens to have the same name', () => {
    const changes: WorkbookChanges = {
      ...noChanges,
      sheets: [{ name: 'Summary', header: ['A'], widths: [9], rows: [] }],
    }
    const { report } = patched(sampleInventory, changes)
    expect(report.addedSheets).toEqual(['Summary 2'])
    expect(report.comparison.changed.map(({ part }) => part)).not.toContain('xl/worksheets/sheet3.xml')
  })
})

describe('what is not written', () => {
  it('refuses formula cells, the middle of a merge, unknown sheets and texts too long, each with its reason', () => {
    const { bytes, report } = patched(sampleInventory, {
      ...noChanges,
      cells: [
        { sheet: 'Inventory', cell: 'P71', value: 1 },
        { sheet: 'Inventory', cell: 'C1', value: 'x' },
        { sheet: 'Nowhere', cell: 'A1', value: 'y' },
        { sheet: 'Inventory', cell: 'B7', value: 'z'.repeat(32_768) },
      ],
    })
    expect(report.refused.map(({ where, reason }) => [where, reason])).toEqual([
      ['Nowhere!A1', 'sheet-not-found'],
      ['Inventory!C1', 'inside-merge'],
      ['Inventory!B7', 'text-too-long'],
      ['Inventory!P71', 'formula-cell'],
    ])
    expect(Buffer.from(bytes).equals(sampleInventory)).toBe(true)
  })

  it('never turns text into a formula', () => {
    const { bytes } = patched(sampleInventory, {
      ...noChanges,
      cells: [{ sheet: 'Inventory', cell: 'S9', value: '=HYPERLINK("http://example.org")' }],
    })
    const cell = cellOf(bytes, sheet, 'S9')
    expect(cell).toContain('t="inlineStr"')
    expect(cell).not.toContain('<f')
    const style = Number(/ s="(\d+)"/.exec(cell)?.[1])
    const formats = /<cellXfs.*<\/cellXfs>/s
      .exec(partText(bytes, 'xl/styles.xml'))?.[0]
      .match(/<xf /g)?.length
    expect(style).toBe(Number(formats) - 1)
    expect(partText(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"')
  })

  it('brings every character through that a file can hold, and says where one cannot be held', () => {
    const text = 'a\tb\nc & <d> "e" _x0041_ \u0001 ü 漢 🙂'
    const { bytes, report } = patched(sampleInventory, {
      ...noChanges,
      cells: [
        { sheet: 'Inventory', cell: 'S9', value: text },
        { sheet: 'Inventory', cell: 'S10', value: 'half \ud83d pair' },
      ],
    })
    expect(cellsRead(bytes, 9, 'S')).toBe(text.replace('\u0001', ''))
    expect(cellOf(bytes, sheet, 'S9')).toContain('_x0001_')
    expect(cellsRead(bytes, 10, 'S')).toBe('half \ufffd pair')
    expect(report.warnings).toEqual([{ where: 'Inventory!S10', code: 'characters-replaced' }])
  })

  it('answers a file that is no workbook with a problem', () => {
    const result = patchWorkbook(Buffer.from('PK\u0003\u0004 and then nothing'), {
      ...noChanges,
      cells: edits.cells,
    })
    expect(result).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })
})

describe('a table of the sample', () => {
  it('is where the tests say', () => {
    const content = readTableBytes(sampleInventory, 'x.xlsx', {
      sheet: 'Inventory',
      headerRow: 6,
      headerRows: 1,
    })
    expect(content.ok && content.value.table.columns.map(({ letter }) => letter)).toEqual(sampleTable.letters)
  })
})
