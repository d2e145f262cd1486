import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../../src/domain/write-back/workbook-changes.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { must } from '../../../support/journey.ts'
import { sampleInventory } from '../../../support/patch-sample.ts'

const folder = new URL('../../../fixtures/workbooks/', import.meta.url).pathname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(xlsx|xlsm|xltm|csv)$/i.test(file))
  .sort()

/** Three edits, two columns and a sheet in the table the program itself would suggest; null where it finds none. */
function changesFor(bytes: Buffer, name: string): WorkbookChanges | null {
  const inspected = inspectBytes(bytes, name)
  if (!inspected.ok) return null
  const { sheet, headerRow, firstRow, lastRow, columns } = inspected.value.table
  const letters = columns.map(({ letter }) => letter)
  const [first = 'A', last = letters.at(-1) ?? 'A'] = [letters[0], letters.at(-1)]
  const rows = Array.from({ length: Math.min(200, lastRow - firstRow + 1) }, (_, index) => firstRow + index)
  const values = (value: (row: number) => string) => Object.fromEntries(rows.map((row) => [row, value(row)]))
  return {
    tables: [{ sheet, headerRow, lastRow, letters }],
    rows: [],
    cells: [
      { sheet, cell: `${first}${firstRow}`, value: 'edited <text> & "more"' },
      { sheet, cell: `${last}${firstRow}`, value: { date: '2026-03-31' } },
      { sheet, cell: `${last}${lastRow}`, value: 42.5 },
    ],
    columns: [
      {
        sheet,
        mark: 'ODAP_availability',
        header: 'Plan: Availability',
        width: 20,
        values: values(() => 'On portal'),
        choices: ['On portal'],
      },
      {
        sheet,
        mark: 'ODAP_release_route',
        header: 'Release\nroute',
        width: 20,
        values: values((row) => `Row ${row}`),
        choices: ['a, b'],
      },
    ],
    sheets: [{ name: 'Plan additions', header: ['A'], widths: [20], rows: [['x']] }],
  }
}

/** Files without a table, or not readable at all, have nothing to write to. */
const cases = files.flatMap((file) => {
  const original = readFileSync(join(folder, file))
  const changes = changesFor(original, file)
  return changes === null ? [] : [{ file, original, changes }]
})

describe('real workbooks', () => {
  it('are there to be tried', () => {
    expect(cases.length).toBeGreaterThanOrEqual(15)
  })

  it.each(cases)('$file comes back with every change', ({ file, original, changes }) => {
    const { bytes, report } = must(patchWorkbook(original, changes))
    const columns = report.refused.filter(({ where }) => /^(Availability|Release)/.test(where))
    expect(report.addedColumns.length + columns.length).toBe(2)
    if (/csv$/i.test(file)) return
    const again = patchWorkbook(bytes, changes)
    expect(again.ok && again.value.report.comparison.changed).toEqual([])
  })
})

const python = '/usr/bin/python3'
const openpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0
const readBack = `
import json, sys, warnings, openpyxl
warnings.simplefilter('ignore')
sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
print(json.dumps([[cell.coordinate, str(cell.value)] for row in sheet.iter_rows() for cell in row if cell.value is not None]))
`

describe('another reader', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'patched-'))
  afterAll(() => rmSync(temporary, { recursive: true }))

  function cells(bytes: Uint8Array, sheet: string): ReadonlyMap<string, string> {
    const path = join(temporary, 'workbook.xlsx')
    writeFileSync(path, bytes)
    const { stdout, stderr, status } = spawnSync(python, ['-c', readBack, path, sheet], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return new Map(JSON.parse(stdout) as [string, string][])
  }

  it.skipIf(!openpyxl)(
    `sees the edits and nothing else${openpyxl ? '' : ' (skipped: python3-openpyxl is not installed)'}`,
    () => {
      const changes = changesFor(sampleInventory, 'sample.xlsx')
      if (changes === null) throw new Error('no table found in the sample')
      const result = patchWorkbook(sampleInventory, changes)
      if (!result.ok) throw new Error(result.error.code)
      const before = cells(sampleInventory, 'Inventory')
      const after = cells(result.value.bytes, 'Inventory')
      expect(after.get('A7')).toBe('edited <text> & "more"')
      expect(after.get('S7')).toBe('2026-03-31 00:00:00')
      expect(after.get('T6')).toBe('Plan: Availability')
      expect(after.get('U6')).toBe('Release\nroute')
      expect(after.get('U30')).toBe('Row 30')
      const written = /^([TU]\d+|A7|S7|S69)$/
      for (const [cell, value] of before) if (!written.test(cell)) expect(after.get(cell), cell).toBe(value)
      for (const cell of after.keys()) if (!written.test(cell)) expect(before.has(cell), cell).toBe(true)
      expect(cells(result.value.bytes, 'Plan additions').get('A2')).toBe('x')
    },
  )
})
