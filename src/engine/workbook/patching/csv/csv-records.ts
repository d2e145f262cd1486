import type { WritableValue } from '../../../../domain/write-back/workbook-changes.ts'
import type { TextEncoding } from '../../../encoding/text-encoding.ts'

/** A field with its quotes, by byte offsets. */
export interface CsvField {
  readonly start: number
  readonly end: number
  readonly quoted: boolean
}

export interface CsvRecord {
  readonly fields: readonly CsvField[]
}

export interface CsvWrite {
  readonly row: number
  readonly column: number
  readonly value: WritableValue
}

/**
 * Where the fields of every record stand, numbered as the reader numbers them. Quotes, delimiters and line ends are
 * found without decoding, so that bytes which are no proper text in their encoding stay as they are.
 */
export function csvRecords(bytes: Buffer, encoding: TextEncoding, delimiter: string): readonly CsvRecord[] {
  const { text, offset, width } = plainView(bytes, encoding)
  const place = (index: number) => offset + index * width
  const records: CsvRecord[] = []
  let fields: CsvField[] = []
  let position = 0
  while (position < text.length) {
    const quoted = text[position] === '"'
    const end = plainEnd(text, quoted ? quotedEnd(text, position) : position, delimiter)
    fields.push({ start: place(position), end: place(end), quoted })
    position = end
    if (text[position] === delimiter) {
      position += 1
      if (position < text.length) continue
      fields.push({ start: place(position), end: place(position), quoted: false })
    }
    if (text[position] === '\r' && text[position + 1] === '\n') position += 1
    position += 1
    records.push({ fields })
    fields = []
  }
  return records
}

/** One character for each byte, or for each pair of bytes in UTF-16. */
function plainView(bytes: Buffer, encoding: TextEncoding) {
  if (encoding === 'utf-8-bom') return { text: bytes.toString('latin1', 3), offset: 3, width: 1 }
  if (encoding === 'utf-8' || encoding === 'windows-1252') {
    return { text: bytes.toString('latin1'), offset: 0, width: 1 }
  }
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const text =
    encoding === 'utf-16le' ? even.toString('utf16le') : Buffer.from(even).swap16().toString('utf16le')
  const mark = text.startsWith('\ufeff') ? 1 : 0
  return { text: text.slice(mark), offset: 2 * mark, width: 2 }
}

/** Behind the closing quote of the value that opens at `start`. */
function quotedEnd(text: string, start: number): number {
  let position = start + 1
  for (;;) {
    const quote = text.indexOf('"', position)
    if (quote === -1) return text.length
    if (text[quote + 1] !== '"') return quote + 1
    position = quote + 2
  }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let position = start
  while (position < text.length) {
    const character = text[position]
    if (character === delimiter || character === '\n' || character === '\r') break
    position += 1
  }
  return position
}
