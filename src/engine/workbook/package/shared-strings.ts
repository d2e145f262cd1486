import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { asciiText, newTextWindow } from '../../encoding/text-window.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import { advance, skipElement, tokenText, type XmlScanner } from '../../ooxml/xml/xml-scan.ts'
import { decodeText, resolveReferences } from '../../ooxml/xml/xml-text.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { shownText } from '../cells/cell-text.ts'
import { limits } from '../limits.ts'
import { readPlainStrings } from './plain-strings.ts'

/** The text under each number, null where there is none. */
export type SharedStrings = (index: number) => string | null

/** All of them made at once, for a workbook whose cells are read. */
export function readSharedStrings(
  archive: ZipArchive,
  entry: ZipEntry | null,
): Result<SharedStrings, WorkbookProblem> {
  if (entry === null) return ok(() => null)
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const { bytes } = opened.value
  const strings: string[] = []
  const window = newTextWindow(bytes)
  const read = eachString(
    opened.value,
    (start, end) => {
      const text = asciiText(window, start, end)
      strings.push(shownText(text === null ? decodeText(bytes, start, end) : resolveReferences(text)))
    },
    (text) => strings.push(text),
  )
  return read.ok ? ok((index) => strings[index] ?? null) : read
}

/**
 * The part is read to its end, but a text is only made when it is asked for: where sheets are compared, hardly any is.
 */
export function findSharedStrings(
  archive: ZipArchive,
  entry: ZipEntry | null,
): Result<SharedStrings, WorkbookProblem> {
  if (entry === null) return ok(() => null)
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const { bytes } = opened.value
  /** The text, or where it starts; it ends in front of the next tag. */
  const strings: (string | number)[] = []
  const read = eachString(
    opened.value,
    (start) => strings.push(start),
    (text) => strings.push(text),
  )
  if (!read.ok) return read
  return ok((index) => {
    const known = strings[index]
    if (typeof known !== 'number') return known ?? null
    const text = shownText(decodeText(bytes, known, bytes.indexOf(lessThan, known)))
    strings[index] = text
    return text
  })
}

const lessThan = 0x3c

/** Tells in their order where the text of each string of the usual form stands, and the text of any other. */
function eachString(
  scanner: XmlScanner,
  onPlain: (start: number, end: number) => void,
  onOther: (text: string) => void,
): Result<void, WorkbookProblem> {
  let count = 0
  while (advance(scanner)) {
    if (scanner.token === 'open' && scanner.local === 'si') {
      count += 1
      onOther(shownText(readRichText(scanner)))
    }
    // Behind the opening tag of the list and behind each of its items.
    const between = scanner.depth === (scanner.token === 'open' ? 1 : 2)
    if (between && scanner.token !== 'text' && !scanner.empty) {
      scanner.end = readPlainStrings(scanner.bytes, scanner.end, (start, end) => {
        count += 1
        onPlain(start, end)
      })
    }
    if (count > limits.cells) return err({ code: 'workbook-too-complex', what: 'shared-strings' })
  }
  return scanner.fault === null ? ok(undefined) : err(xmlProblem(scanner.fault))
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
