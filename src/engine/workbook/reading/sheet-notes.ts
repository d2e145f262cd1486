import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { cellKey } from '../../../domain/table/sheet-grid.ts'
import { readRelationships } from '../../ooxml/parts/relationships.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import { advance, attributeText, skipElement, tokenText, type XmlScanner } from '../../ooxml/xml/xml-scan.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { parseRange } from '../cells/cell-reference.ts'
import { shownText } from '../cells/cell-text.ts'
import { limits } from '../limits.ts'

/** Enough to see what a note is about; it is read whole in Excel. */
const mostCharacters = 200

/**
 * The notes and comments on a sheet's cells, by `cellKey`. A comment that can be answered is kept twice: in a part of its
 * own, and as a note for older programs, which only says so. The first of several on one cell stands for them.
 */
export function readSheetNotes(
  archive: ZipArchive,
  sheet: ZipEntry,
): Result<ReadonlyMap<number, string>, WorkbookProblem> {
  const relationships = readRelationships(archive, sheet)
  if (!relationships.ok) return relationships
  const partsOf = (wanted: string) =>
    relationships.value.flatMap(({ type, target }) => (type === wanted && target !== null ? [target] : []))
  const notes = new Map<number, string>()
  for (const part of [...partsOf('threadedComment'), ...partsOf('comments')]) {
    const problem = collectNotes(archive, part, notes)
    if (problem !== null) return err(problem)
  }
  return ok(notes)
}

function collectNotes(
  archive: ZipArchive,
  part: ZipEntry,
  notes: Map<number, string>,
): WorkbookProblem | null {
  const opened = openXmlPart(archive, part)
  if (!opened.ok) return opened.error
  const scanner = opened.value
  while (advance(scanner)) {
    if (scanner.token !== 'open') continue
    if (scanner.local !== 'comment' && scanner.local !== 'threadedComment') continue
    const place = parseRange(attributeText(scanner, 'ref') ?? '')
    const note = noteText(scanner)
    if (place === null || note === '') continue
    const key = cellKey(place.firstRow, place.firstColumn)
    if (!notes.has(key)) notes.set(key, note)
    if (notes.size > limits.notes) return { code: 'workbook-too-complex', what: 'notes' }
  }
  return scanner.fault === null ? null : xmlProblem(scanner.fault)
}

/** From the `open` of a comment to its `close`: all it says, but for how that is read aloud. */
function noteText(scanner: XmlScanner): string {
  const { depth } = scanner
  let text = ''
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === depth)) {
    if (scanner.token === 'open' && scanner.local === 'rPh') skipElement(scanner)
    else if (scanner.token === 'text' || scanner.token === 'cdata') text += tokenText(scanner)
  }
  return shownText(text).replace(/\s+/g, ' ').trim().slice(0, mostCharacters)
}
