import { err, ok, type Result } from '../../../domain/result.ts'
import type { WorkbookProblem } from '../../../domain/table/inventory-table.ts'
import { shownText } from '../cells/cell-text.ts'
import { asciiText, newTextWindow } from '../encoding/text-window.ts'
import { limits } from '../limits.ts'
import { openXmlPart, xmlProblem } from '../xml/xml-part.ts'
import { advance, skipElement, tokenText, type XmlScanner } from '../xml/xml-scan.ts'
import { decodeText, resolveReferences } from '../xml/xml-text.ts'
import type { ZipArchive, ZipEntry } from '../zip/zip-directory.ts'
import { readPlainStrings } from './plain-strings.ts'

export function readSharedStrings(
  archive: ZipArchive,
  entry: ZipEntry | null,
): Result<readonly string[], WorkbookProblem> {
  if (entry === null) return ok([])
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  const strings: string[] = []
  const window = newTextWindow(scanner.bytes)
  while (advance(scanner)) {
    if (scanner.token === 'open' && scanner.local === 'si') strings.push(shownText(readRichText(scanner)))
    // Behind the opening tag of the list and behind each of its items.
    const between = scanner.depth === (scanner.token === 'open' ? 1 : 2)
    if (between && scanner.token !== 'text' && !scanner.empty) {
      scanner.end = readPlainStrings(scanner.bytes, scanner.end, (start, end) => {
        const text = asciiText(window, start, end)
        strings.push(
          shownText(text === null ? decodeText(scanner.bytes, start, end) : resolveReferences(text)),
        )
      })
    }
    if (strings.length > limits.cells) return err({ code: 'workbook-too-complex', what: 'shared-strings' })
  }
  return scanner.fault === null ? ok(strings) : err(xmlProblem(scanner.fault))
}

/**
 * From the `open` of an `si` or `is` to its `close`: the text of its runs. Phonetic runs, which say how the
 * text is read aloud, are not part of it.
 */
export function readRichText(scanner: XmlScanner): string {
  const { depth } = scanner
  let text = ''
  let inText = false
  while (advance(scanner)) {
    if (scanner.token === 'open') {
      if (scanner.local === 'rPh') skipElement(scanner)
      else inText = scanner.local === 't'
    } else if (scanner.token === 'close') {
      if (scanner.depth === depth) break
      inText = false
    } else if (inText) {
      text += tokenText(scanner)
    }
  }
  return text
}
