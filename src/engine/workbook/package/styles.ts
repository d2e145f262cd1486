import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import { advance, attributeText, skipElement } from '../../ooxml/xml/xml-scan.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { builtInFormat, type NumberFormat, parseNumberFormat } from '../cells/number-format.ts'
import { limits } from '../limits.ts'

/** The number format of each cell style, by the index cells name in `s`. */
export function readCellFormats(
  archive: ZipArchive,
  entry: ZipEntry | null,
): Result<readonly NumberFormat[], WorkbookProblem> {
  if (entry === null) return ok([])
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  while (advance(scanner)) {
    if (scanner.local === 'cellXfs') inCellFormats = scanner.token === 'open'
    if (scanner.token !== 'open') continue
    // A fallback repeats what the choice before it says, for programs that do not know it.
    if (scanner.local === 'Fallback' || scanner.local === 'dxfs') skipElement(scanner)
    else if (scanner.local === 'numFmt') {
      codes.set(Number(attributeText(scanner, 'numFmtId')), attributeText(scanner, 'formatCode') ?? '')
    } else if (scanner.local === 'xf' && inCellFormats)
      ids.push(Number(attributeText(scanner, 'numFmtId') ?? 0))
    if (ids.length > limits.cellFormats || codes.size > limits.cellFormats)
      return err({ code: 'workbook-too-complex', what: 'styles' })
  }
  if (scanner.fault !== null) return err(xmlProblem(scanner.fault))
  const formats = new Map<number, NumberFormat>()
  return ok(ids.map((id) => formatOf(id, codes, formats)))
}

function formatOf(
  id: number,
  codes: ReadonlyMap<number, string>,
  known: Map<number, NumberFormat>,
): NumberFormat {
  const found = known.get(id)
  if (found !== undefined) return found
  const code = codes.get(id)
  const format = code === undefined ? builtInFormat(id) : parseNumberFormat(code)
  known.set(id, format)
  return format
}
