import { ok, type Result } from '../../../../domain/result.ts'
import type { Refusal, TablePlace, WorkbookChanges } from '../../../../domain/write-back/workbook-changes.ts'
import type { ZipEntry } from '../../../ooxml/zip/zip-directory.ts'
import type { SheetPart } from '../../package/package.ts'
import type { LoadedWorkbook } from '../../reading/loaded-workbook.ts'
import { readStyleBook, type StyleBook } from '../cells/style-book.ts'
import type { PatchedSheet } from '../sheet/patch-sheet.ts'
import {
  type PatchFailure,
  readWritablePart,
  readWritableText,
  type WritablePart,
  type WritableText,
} from '../writable-part.ts'

/** A workbook with the parts that any change may touch, and what is to change. */
export interface Work {
  readonly opened: LoadedWorkbook
  readonly changes: WorkbookChanges
  readonly workbookPart: WritablePart
  readonly styles: (WritableText & { readonly entry: ZipEntry; readonly book: StyleBook }) | null
}

export function startWork(opened: LoadedWorkbook, changes: WorkbookChanges): Result<Work, PatchFailure> {
  const workbookPart = readWritablePart(opened.archive, opened.package.workbook)
  if (!workbookPart.ok) return workbookPart
  const styles = readStyles(opened)
  if (!styles.ok) return styles
  return ok({ opened, changes, workbookPart: workbookPart.value, styles: styles.value })
}

function readStyles({ archive, package: { styles } }: LoadedWorkbook): Result<Work['styles'], PatchFailure> {
  if (styles === null) return ok(null)
  const text = readWritableText(archive, styles)
  if (!text.ok) return text
  const book = readStyleBook(text.value.bytes)
  return ok(book === null ? null : { ...text.value, entry: styles, book })
}

export interface TouchedSheet {
  readonly part: SheetPart
  readonly patch: PatchedSheet
}

export interface TouchedSheets {
  readonly sheets: readonly TouchedSheet[]
  /** What was meant for sheets that are not there. */
  readonly unplaced: PatchedSheet['unplaced']
  readonly refusedCells: readonly Refusal[]
  readonly refused: readonly Refusal[]
}

/** A sheet that only cells of are changed has no table: then nothing asks where it stands. */
export function tableOn({ tables }: WorkbookChanges, sheet: string): TablePlace {
  const folded = sheet.toLowerCase()
  const found = tables.find((table) => table.sheet.toLowerCase() === folded)
  return found ?? { sheet, headerRow: 1, lastRow: 1, letters: ['A'] }
}
