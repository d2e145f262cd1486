import { err, ok, type Result } from '../../../../domain/result.ts'
import { cellKey, cellPlace, type GridRow, textAt } from '../../../../domain/table/sheet-grid.ts'
import type { WorkbookComparison } from '../../../../domain/write-back/workbook-changes.ts'
import type { ZipEntry } from '../../../ooxml/zip/zip-directory.ts'
import { cellName } from '../../cells/cell-range.ts'
import { shownText } from '../../cells/cell-text.ts'
import { type LoadedWorkbook, loadWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import { storedValue } from '../cells/cell-values.ts'
import type { PatchedPackage } from '../package/patch-package.ts'
import type { TouchedSheet } from '../package/patch-work.ts'
import type { CellWrite } from '../sheet/patch-cells.ts'
import type { PatchFailure } from '../writable-part.ts'
import type { SheetComparison } from './compare-sheets.ts'
import { compareLoaded } from './compare-workbooks.ts'

/** Reads the new bytes again and compares: every cell that was written must be there, and nothing else may differ. */
export function checkPatch(
  original: LoadedWorkbook,
  patched: PatchedPackage,
): Result<WorkbookComparison, PatchFailure> {
  const updated = loadWorkbook(patched.bytes)
  if (!updated.ok) return failed(`reading again: ${updated.error.code}`)
  const compared = compareLoaded(original, updated.value)
  if (!compared.ok) return compared
  const { comparison, sheets } = compared.value
  const unasked = unaskedParts(comparison, patched)
  if (unasked.length > 0) return failed(`parts: ${unasked.join(', ')}`)
  for (const sheet of patched.sheets) {
    const wrong = wrongCells(updated.value, sheet, sheets.get(sheet.part.entry.name))
    if (!wrong.ok) return wrong
    if (wrong.value.length > 0)
      return failed(`cells of ${sheet.part.name}: ${wrong.value.slice(0, 5).join(', ')}`)
  }
  return missingSheet(updated.value, patched) ?? ok(comparison)
}

function failed(what: string): Result<never, PatchFailure> {
  return err({ code: 'workbook-check-failed', what })
}

function unaskedParts(
  { changed, added, removed }: WorkbookComparison,
  patched: PatchedPackage,
): readonly string[] {
  return [
    ...changed.map(({ part }) => part).filter((part) => !patched.replaced.has(part)),
    ...added.filter((part) => !patched.added.has(part)),
    ...removed,
  ]
}

/** Cells that differ without having been written, and written ones that do not say what they should. */
function wrongCells(
  updated: LoadedWorkbook,
  { part, patch }: TouchedSheet,
  compared: SheetComparison | undefined,
): Result<readonly string[], PatchFailure> {
  const strays = notWritten(compared?.places ?? [], patch.written).map(nameAt)
  const entry = updated.package.sheets.find((sheet) => sheet.name === part.name)?.entry
  if (entry === undefined) return ok([...strays, part.name])
  const rows = rowsToAsk(updated, entry, patch.written, compared)
  if (!rows.ok) return rows
  const byNumber = new Map(rows.value.map((row) => [row.row, row]))
  const { date1904 } = updated.package
  const wrong = patch.written.filter((write) => {
    return !says(textAt(byNumber.get(write.row), write.column), write, date1904)
  })
  return ok([...strays, ...wrong.map(({ row, column }) => cellName(row, column))])
}

/** Both lists ascend by row and column, so that one walk along both finds them. */
function notWritten(places: readonly number[], written: readonly CellWrite[]): readonly number[] {
  let at = 0
  return places.filter((place) => {
    while (keyOf(written[at]) < place) at += 1
    return keyOf(written[at]) !== place
  })
}

function keyOf(write: CellWrite | undefined): number {
  return write === undefined ? Number.POSITIVE_INFINITY : cellKey(write.row, write.column)
}

function nameAt(place: number): string {
  const { row, column } = cellPlace(place)
  return cellName(row, column)
}

/** What comparing has read already, where all that was written is in it. */
function rowsToAsk(
  updated: LoadedWorkbook,
  entry: ZipEntry,
  written: readonly CellWrite[],
  compared: SheetComparison | undefined,
): Result<readonly GridRow[], PatchFailure> {
  const isEnough = compared !== undefined && !written.some(({ row, column }) => compared.leftOut(row, column))
  if (isEnough) return ok(compared.rows)
  const content = sheetContent(updated, entry)
  return content.ok ? ok(content.value.rows) : content
}

function says(text: string, { value, formula }: CellWrite, date1904: boolean): boolean {
  if (formula !== undefined) return text === ''
  // Nearly always it is there letter for letter.
  if (text === value) return true
  const stored = storedValue(value, date1904, true)
  switch (stored.kind) {
    case 'empty':
    case 'formula':
      return text === ''
    case 'text': {
      if (text === stored.text) return true
      const shown = shownText(stored.text.replaceAll('_x', '_x005F_x'))
      return shown.trim() === '' ? text === '' : text === shown
    }
    case 'boolean':
      return text === (stored.boolean ? 'TRUE' : 'FALSE')
    case 'day':
      return typeof value === 'object' && value !== null && text.startsWith(value.date)
    case 'number':
      // How it is shown is its style's affair: that something is shown is all that can be asked here.
      return text !== ''
  }
}

function missingSheet(
  updated: LoadedWorkbook,
  { ownSheets }: PatchedPackage,
): Result<never, PatchFailure> | null {
  const names = updated.package.sheets.map((sheet) => sheet.name)
  const missing = ownSheets.find(({ sheet }) => !names.includes(sheet.name))
  return missing === undefined ? null : failed(`sheet ${missing.sheet.name}`)
}
