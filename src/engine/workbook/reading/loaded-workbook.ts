import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { looksLikeZip, readZip, type ZipArchive, type ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { readPackage, type WorkbookPackage } from '../package/package.ts'
import { findSharedStrings, type SharedStrings } from '../package/shared-strings.ts'
import { readCellFormats } from '../package/styles.ts'
import { readSheet, type SheetContent } from './read-sheet.ts'
import type { CellDictionary } from './sheet-reading.ts'

/** A workbook with all that its cells refer to. */
export interface LoadedWorkbook {
  readonly archive: ZipArchive
  readonly package: WorkbookPackage
  /** Read when the first sheet's cells are, or taken over from a workbook that has the same. */
  readonly strings: { known: SharedStrings | null }
  readonly dictionary: { known: CellDictionary | null }
  readonly sheets: Map<ZipEntry, SheetContent>
}

export function loadWorkbook(bytes: Uint8Array): Result<LoadedWorkbook, WorkbookProblem> {
  const archive = readZip(bytes)
  if (!archive.ok) return archive
  const read = readPackage(archive.value)
  if (!read.ok) return read
  return ok({
    archive: archive.value,
    package: read.value,
    strings: { known: null },
    dictionary: { known: null },
    sheets: new Map(),
  })
}

/** null of a text file, and where it cannot be read, which patching it tells. */
export function loadIfWorkbook(bytes: Uint8Array): LoadedWorkbook | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const loaded = looksLikeZip(buffer) ? loadWorkbook(buffer) : null
  return loaded?.ok === true ? loaded.value : null
}

export function dictionaryOf(workbook: LoadedWorkbook): Result<CellDictionary, WorkbookProblem> {
  const { archive, dictionary, package: parts } = workbook
  if (dictionary.known !== null) return ok(dictionary.known)
  const strings = stringsOf(workbook)
  if (!strings.ok) return strings
  const formats = readCellFormats(archive, parts.styles)
  if (!formats.ok) return formats
  dictionary.known = { strings: strings.value, formats: formats.value, date1904: parts.date1904 }
  return ok(dictionary.known)
}

export function stringsOf(workbook: LoadedWorkbook): Result<SharedStrings, WorkbookProblem> {
  const { archive, strings, package: parts } = workbook
  if (strings.known !== null) return ok(strings.known)
  const read = findSharedStrings(archive, parts.sharedStrings)
  if (read.ok) strings.known = read.value
  return read
}

/** A sheet's cells, read once. */
export function sheetContent(
  workbook: LoadedWorkbook,
  entry: ZipEntry,
): Result<SheetContent, WorkbookProblem> {
  const known = workbook.sheets.get(entry)
  if (known !== undefined) return ok(known)
  const dictionary = dictionaryOf(workbook)
  if (!dictionary.ok) return dictionary
  const content = readSheet(workbook.archive, entry, dictionary.value)
  if (content.ok) workbook.sheets.set(entry, content.value)
  return content
}
