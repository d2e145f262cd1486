import { applyEdits } from '../../src/engine/ooxml/xml/byte-edits.ts'
import {
  readStyleBook,
  type StyleBook,
  type StyleNeed,
  styleEdits,
} from '../../src/engine/workbook/patching/cells/style-book.ts'

/** The styles of a workbook whose style sheet holds this. */
export function bookOf(xml: string): StyleBook {
  const book = readStyleBook(Buffer.from(`<styleSheet>${xml}</styleSheet>`))
  if (book === null) throw new Error('no styles')
  return book
}

export const formats = (...xfs: readonly string[]) =>
  bookOf(`<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`)

/** The part as it is written in the end. */
export const written = (book: StyleBook) => applyEdits(book.bytes, styleEdits(book)).toString('utf8')

export const need = (format: StyleNeed['format'], quoted = false): StyleNeed => ({ format, quoted })
