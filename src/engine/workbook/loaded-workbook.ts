import type { WorkbookProblem } from '../../domain/inventory-table.ts'
import { ok, type Result } from '../../domain/result.ts'
import { readPackage, type WorkbookPackage } from './package.ts'
import { type CellDictionary, readSheet, type SheetContent } from './read-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readCellFormats } from './styles.ts'
import { readZip, type ZipArchive, type ZipEntry } from './zip-directory.ts'

/** A workbook with all that its cells refer to. */
export interface LoadedWorkbook {
  readonly archive: ZipArchive
  readonly package: WorkbookPackage
  readonly dictionary: CellDictionary
  readonly sheets: Map<ZipEntry, SheetContent>
}

export function loadWorkbook(bytes: Uint8Array): Result<LoadedWorkbook, WorkbookProblem> {
  const archive = readZip(bytes)
  if (!archive.ok) return archive
  const read = readPackage(archive.value)
  if (!read.ok) return read
  const strings = readSharedStrings(archive.value, read.value.sharedStrings)
  if (!strings.ok) return strings
  const formats = readCellFormats(archive.value, read.value.styles)
  if (!formats.ok) return formats
  const dictionary = { strings: strings.value, formats: formats.value, date1904: read.value.date1904 }
  return ok({ archive: archive.value, package: read.value, dictionary, sheets: new Map() })
}

/** A sheet's cells, read once. */
export function sheetContent(
  workbook: LoadedWorkbook,
  entry: ZipEntry,
): Result<SheetContent, WorkbookProblem> {
  const known = workbook.sheets.get(entry)
  if (known !== undefined) return ok(known)
  const content = readSheet(workbook.archive, entry, workbook.dictionary)
  if (content.ok) workbook.sheets.set(entry, content.value)
  return content
}
