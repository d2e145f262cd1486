import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import type { AppError } from '../../src/contract/errors.ts'
import type { WorkbookChanges, WritableValue } from '../../src/domain/write-back/workbook-changes.ts'
import type { PatchedWorkbook } from '../../src/engine/workbook/patching/patched-workbook.ts'
import { inspectBytes } from '../../src/engine/workbook/reading/read-workbook.ts'

const projectRoot = join(import.meta.dirname, '../..')
const workbooks = process.env['ODAP_WORKBOOKS'] ?? join(projectRoot, '../shared/workbooks')
const fixtures = join(projectRoot, 'test/fixtures/workbooks')
export const isFull = process.env['ODAP_SUITE'] === 'full'
export const root = isFull && existsSync(workbooks) ? workbooks : fixtures

export interface PreservedCase {
  readonly file: string
  readonly original: Buffer
  readonly changes: WorkbookChanges
}

/** Files in which no table is found have nothing to write to. */
export const preservedCases: readonly PreservedCase[] = readdirSync(root, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => /\.xls[xm]$/i.test(file) && !basename(file).startsWith('~$'))
  .sort()
  .flatMap((file) => {
    const original = readFileSync(join(root, file))
    const changes = changesFor(original, file)
    return changes === null ? [] : [{ file, original, changes }]
  })

/** Three edits, two columns and one row on the table that the program itself finds. */
function changesFor(bytes: Buffer, name: string): WorkbookChanges | null {
  const inspected = inspectBytes(bytes, name)
  if (!inspected.ok) return null
  const { sheet, headerRow, firstRow, lastRow, columns } = inspected.value.table
  const letters = columns.map(({ letter }) => letter)
  const [first = 'A', last = 'A'] = [letters[0], letters.at(-1)]
  const column = (header: string, value: string) => ({
    sheet,
    mark: `ODAP_${header}`,
    header,
    width: 20,
    values: { [firstRow]: value, [lastRow]: `${value} & more` },
    choices: [value, `${value} & more`],
  })
  return {
    tables: [{ sheet, headerRow, lastRow, letters }],
    cells: [
      { sheet, cell: `${first}${firstRow}`, value: 'edited <text> & "more"' },
      { sheet, cell: `${last}${firstRow}`, value: { date: '2026-03-31' } },
      { sheet, cell: `${last}${lastRow}`, value: true },
    ],
    columns: [column('Preserved_one', 'x'), column('Preserved_two', 'y')],
    rows: [
      { sheet, after: lastRow, values: { [first]: 'A new row' }, planValues: { ODAP_Preserved_one: 'x' } },
    ],
    sheets: [],
  }
}

function asRead(value: WritableValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'object' ? (value?.date ?? '') : String(value)
}

/** By cell, what the update must say, but for what it reports as refused. */
export function writtenTexts({ report }: PatchedWorkbook, changes: WorkbookChanges): Record<string, string> {
  const refused = new Set(report.refused.map(({ where }) => where))
  const written: Record<string, string> = {}
  for (const { sheet, cell, value } of changes.cells) {
    if (refused.has(`${sheet}!${cell}`)) continue
    written[cell] = asRead(value)
  }
  const [row] = report.addedRows
  for (const { header, letter } of report.addedColumns) {
    const column = changes.columns.find((one) => header.startsWith(one.header))
    written[`${letter}${changes.tables[0]?.headerRow}`] = header
    for (const [number, value] of Object.entries(column?.values ?? {}))
      written[`${letter}${number}`] = String(value)
    const own = changes.rows[0]?.planValues?.[column?.mark ?? '']
    if (row !== undefined && own !== undefined) written[`${letter}${row.row}`] = String(own)
  }
  for (const [letter, value] of Object.entries(changes.rows[0]?.values ?? {})) {
    if (row !== undefined && !refused.has(`${row.sheet}!${letter}${row.row}`)) {
      written[`${letter}${row.row}`] = String(value)
    }
  }
  return written
}

/** Why a workbook of the whole collection may not be written at all. Those kept with the tests are all written. */
export function expectRefusal({ code }: AppError): void {
  expect(root, `refused: ${code}`).toBe(workbooks)
  expect(['workbook-dialect-not-written', 'workbook-too-complex', 'file-damaged']).toContain(code)
}
