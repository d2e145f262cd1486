import { ok, type Result } from '../../domain/result.ts'
import type { WorkbookChanges } from '../../domain/workbook-changes.ts'
import { checkPatch } from './check-patch.ts'
import { compareLoaded } from './compare-workbooks.ts'
import { loadWorkbook } from './loaded-workbook.ts'
import { patchCsv } from './patch-csv.ts'
import { patchPackage } from './patch-package.ts'
import type { PatchedWorkbook } from './patched-workbook.ts'
import type { PatchFailure } from './writable-part.ts'
import { looksLikeZip } from './zip-directory.ts'

/**
 * The original with the changes made and everything else byte for byte as it was. What cannot be written where it
 * belongs is refused and reported; without any change the very same bytes come back. The new bytes are read
 * again before they are given out.
 */
export function patchWorkbook(
  original: Uint8Array,
  changes: WorkbookChanges,
): Result<PatchedWorkbook, PatchFailure> {
  const bytes = Buffer.from(original.buffer, original.byteOffset, original.byteLength)
  if (!looksLikeZip(bytes)) return patchCsv(bytes, changes)
  const opened = loadWorkbook(bytes)
  if (!opened.ok) return opened
  if (isEmpty(changes)) {
    const comparison = compareLoaded(opened.value, opened.value)
    if (!comparison.ok) return comparison
    return ok({ bytes: original, report: { ...noChanges, comparison: comparison.value } })
  }
  const patched = patchPackage(opened.value, changes)
  if (!patched.ok) return patched
  const checked = checkPatch(opened.value, patched.value)
  if (!checked.ok) return checked
  const untouched =
    checked.value.changed.length + checked.value.added.length + checked.value.removed.length === 0
  const report = { ...patched.value.summary, comparison: checked.value }
  return ok({ bytes: untouched ? original : patched.value.bytes, report })
}

const noChanges = { changedCells: 0, addedColumns: [], addedSheets: [], refused: [], warnings: [] } as const

function isEmpty({ cells, columns, sheets }: WorkbookChanges): boolean {
  return cells.length + columns.length + sheets.length === 0
}
