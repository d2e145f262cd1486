import { ok, type Result } from '../../../domain/result.ts'
import type { AddedColumn, WorkbookChanges } from '../../../domain/write-back/workbook-changes.ts'
import { looksLikeZip } from '../../ooxml/zip/zip-directory.ts'
import { type LoadedWorkbook, loadWorkbook } from '../reading/loaded-workbook.ts'
import { checkPatch } from './check/check-patch.ts'
import { compareLoaded, compareWorkbooks } from './check/compare-workbooks.ts'
import { patchCsv } from './csv/patch-csv.ts'
import { patchPackage } from './package/patch-package.ts'
import { plainWorkbook } from './package/plain-workbook.ts'
import type { PatchedWorkbook } from './patched-workbook.ts'
import type { PatchFailure } from './writable-part.ts'

export interface Sharing {
  readonly loaded?: LoadedWorkbook | null
  readonly onPatched?: () => void
}

/**
 * The original with the changes made and everything else byte for byte as it was. What cannot be written where it
 * belongs is refused and reported; without any change the very same bytes come back. The new bytes are read
 * again before they are given out.
 *
 * @param sharing what is loaded of the original already, and whom to tell once only the check is left
 */
export function patchWorkbook(
  original: Uint8Array,
  changes: WorkbookChanges,
  { loaded = null, onPatched = () => {} }: Sharing = {},
): Result<PatchedWorkbook, PatchFailure> {
  const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength)
  if (!looksLikeZip(bytes))
    return patchCsv(bytes, { ...changes, columns: changes.columns.filter(isThereOrSays) })
  if (changes.asPlain === true) return patchPlainCopy(bytes, changes)
  const opened = loaded === null ? loadWorkbook(bytes) : ok(loaded)
  if (!opened.ok) return opened
  const wanted = withoutVoidColumns(opened.value, changes)
  if (isEmpty(wanted)) {
    const comparison = compareLoaded(opened.value, opened.value)
    if (!comparison.ok) return comparison
    return ok({ bytes: original, report: { ...noChanges, comparison: comparison.value.comparison } })
  }
  const patched = patchPackage(opened.value, wanted)
  if (!patched.ok) return patched
  onPatched()
  const checked = checkPatch(opened.value, patched.value)
  if (!checked.ok) return checked
  const untouched =
    checked.value.changed.length + checked.value.added.length + checked.value.removed.length === 0
  const report = { ...patched.value.summary, comparison: checked.value }
  return ok({ bytes: untouched ? original : patched.value.bytes, report })
}

function patchPlainCopy(bytes: Buffer, changes: WorkbookChanges): Result<PatchedWorkbook, PatchFailure> {
  const plain = plainWorkbook(bytes)
  if (!plain.ok) return plain
  const patched = patchWorkbook(plain.value, { ...changes, asPlain: false })
  if (!patched.ok) return patched
  // Held against what the agency has, not against the copy: hardly a part is the same.
  const comparison = compareWorkbooks(bytes, patched.value.bytes)
  if (!comparison.ok) return comparison
  const { report } = patched.value
  const warnings = [{ where: '', code: 'plain-copy' as const }, ...report.warnings]
  return ok({ ...patched.value, report: { ...report, warnings, comparison: comparison.value } })
}

const noChanges = {
  changedCells: 0,
  addedColumns: [],
  addedRows: [],
  addedSheets: [],
  refused: [],
  warnings: [],
} as const

/** A column that clears its cells has nothing to clear where no earlier export put it. */
function withoutVoidColumns(
  { package: workbook }: LoadedWorkbook,
  changes: WorkbookChanges,
): WorkbookChanges {
  const marks = new Set(workbook.definedNames.map(({ name }) => name.toLowerCase()))
  const said = new Set(changes.rows.flatMap(({ planValues }) => Object.keys(planValues ?? {})))
  const columns = changes.columns.filter(
    (column) => isThereOrSays(column) || marks.has(column.mark.toLowerCase()) || said.has(column.mark),
  )
  return { ...changes, columns }
}

function isThereOrSays(column: AddedColumn): boolean {
  return column.at !== undefined || !isVoid(column)
}

function isVoid({ values }: AddedColumn): boolean {
  const all = Object.values(values)
  return all.length > 0 && all.every((value) => value === null)
}

function isEmpty({ cells, columns, rows, sheets }: WorkbookChanges): boolean {
  return cells.length + columns.length + rows.length + sheets.length === 0
}
