import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type {
  AddedColumn,
  TablePlace,
  WorkbookChanges,
} from '../../src/domain/write-back/workbook-changes.ts'
import { looksLikeZip, readEntry, readZip } from '../../src/engine/ooxml/zip/zip-directory.ts'
import { patchWorkbook } from '../../src/engine/workbook/patching/patch-workbook.ts'
import type { PatchedWorkbook } from '../../src/engine/workbook/patching/patched-workbook.ts'
import { newFaults } from './excel-rules.ts'

export const sampleInventory: Buffer = readFileSync(
  new URL('../../assets/sample-inventory.xlsx', import.meta.url),
)

export const sampleTable: TablePlace = {
  sheet: 'Inventory',
  headerRow: 6,
  lastRow: 69,
  letters: 'ABCDEFGHIJKLMNOPQRS'.split(''),
}

/** The rows with datasets; two between them are blank. */
export const sampleRows: readonly number[] = Array.from({ length: 63 }, (_, index) => index + 7).filter(
  (row) => row !== 28 && row !== 48,
)

export const noChanges: WorkbookChanges = {
  tables: [sampleTable],
  cells: [],
  rows: [],
  columns: [],
  sheets: [],
}

export function valuesFor<Value>(
  rows: readonly number[],
  value: (row: number) => Value,
): Record<number, Value> {
  return Object.fromEntries(rows.map((row) => [row, value(row)]))
}

export const availability: AddedColumn = {
  sheet: 'Inventory',
  mark: 'ODAP_availability',
  header: 'Plan: Availability',
  width: 18,
  values: valuesFor(sampleRows, (row) => (row % 2 === 0 ? 'On portal' : 'Not public')),
  choices: ['On portal', 'Not public'],
}

export const route: AddedColumn = {
  sheet: 'Inventory',
  mark: 'ODAP_release_route',
  header: 'Plan: Release route',
  width: 24,
  values: valuesFor(sampleRows, () => 'Aggregate, with a floor'),
  choices: ['As is', 'Aggregate, with a floor'],
}

/** Whatever a test is about, Excel must find nothing in the outcome that the original did not have. */
export function patched(original: Uint8Array, changes: WorkbookChanges): PatchedWorkbook {
  const result = patchWorkbook(original, changes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  if (looksLikeZip(Buffer.from(original))) expect(newFaults(original, result.value.bytes)).toEqual([])
  return result.value
}

/** The content of a part as text; '' when it is not there. */
export function partText(workbook: Uint8Array, name: string): string {
  const archive = readZip(workbook)
  if (!archive.ok) throw new Error(archive.error.code)
  const entry = archive.value.entries.find((one) => one.name === name)
  if (entry === undefined) return ''
  const content = readEntry(archive.value, entry)
  if (!content.ok) throw new Error(content.error.code)
  return content.value.toString('utf8')
}

/** The one element with this opening, as it stands in the part. */
export function cellOf(workbook: Uint8Array, part: string, cell: string): string {
  return new RegExp(`<c r="${cell}"(?:[^>]*/>|[^>]*>.*?</c>)`, 's').exec(partText(workbook, part))?.[0] ?? ''
}
