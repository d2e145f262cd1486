import { encodeCharacters } from './encode-text.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** How producers of workbooks write XML; ISO 8859-1 is read and written as Windows-1252, which holds it. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface ReadableXml {
  /** UTF-8, whatever the part was written in. */
  readonly bytes: Buffer
  /** Anything but UTF-8 says that `bytes` is a converted copy: its offsets are not those of the part. */
  readonly encoding: XmlEncoding
}

/** XML parts as UTF-8; null for an encoding no producer of workbooks writes. */
export function readableXml(bytes: Buffer): ReadableXml | null {
  const encoding = encodingOf(bytes)
  switch (encoding) {
    case null:
      return null
    case 'utf-8':
      return { bytes, encoding }
    case 'windows-1252':
      return { bytes: Buffer.from(decodeWindows1252(bytes), 'utf8'), encoding }
    default: {
      // The mark at the start is kept, so that it is there when the part is written again.
      const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
      return { bytes: Buffer.from(text, 'utf8'), encoding }
    }
  }
}

function encodingOf(bytes: Buffer): XmlEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le'
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be'
  const declaration = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(
    bytes.toString('latin1', 0, 200),
  )
  const encoding = (declaration?.[1] ?? 'utf-8').toLowerCase()
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii') return 'utf-8'
  return encoding === 'iso-8859-1' || encoding === 'windows-1252' ? 'windows-1252' : null
}

/** The way back. A character the encoding has no place for is written as a reference, which XML reads as the same. */
export function encodedXml(bytes: Buffer, encoding: XmlEncoding): Buffer {
  if (encoding === 'utf-8') return bytes
  const reference = (character: string) => `&#${character.codePointAt(0)};`
  return encodeCharacters(bytes.toString('utf8'), encoding, reference)
}
