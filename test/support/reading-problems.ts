import { expect } from 'vitest'
import type { AppError } from '../../src/contract/errors.ts'
import type { InspectionView } from '../../src/contract/views.ts'
import type { Result } from '../../src/domain/result.ts'

/** Why a file may be refused that somebody sends: a word for each, none of them for a mistake of the program's own. */
const refusals: readonly string[] = [
  'file-empty',
  'file-too-large',
  'file-locked-by-password',
  'file-damaged',
  'file-kind-not-read',
  'file-is-lock-file',
  'workbook-has-no-sheets',
  'no-table-found',
  'table-transposed',
  'no-datasets',
  'workbook-too-complex',
]

/** A table whose rows add up, or a refusal with a reason: nothing else may come of any file. */
export function expectTableOrRefusal(
  result: Result<Pick<InspectionView, 'table' | 'sheets'>, AppError>,
  of: string,
): void {
  if (!result.ok) {
    expect(refusals, of).toContain(result.error.code)
    return
  }
  const { table, sheets } = result.value
  const { rows, above, header, datasets, blank, other, why } = table.account
  expect(above + header + datasets + blank + other, of).toBe(rows)
  expect(
    Object.values(why).reduce((sum, count) => sum + count, 0),
    of,
  ).toBe(other)
  expect(
    [above, header, datasets, blank, other].filter((count) => count < 0),
    of,
  ).toEqual([])
  expect(datasets, of).toBe(table.datasets)
  expect(datasets, of).toBeGreaterThan(0)
  expect(
    sheets.map(({ name }) => name),
    of,
  ).toContain(table.sheet)
  const fields = table.columns.map(({ field }) => field).filter((field) => field !== null)
  expect(new Set(fields).size, of).toBe(fields.length)
}
