import { decodeWindows1252 } from './windows-1252.ts'

export interface ReadableXml {
  /** UTF-8, whatever the part was written in. */
  readonly bytes: Buffer
  /** False when `bytes` is a converted copy: its offsets are not those of the part. */
  readonly original: boolean
}

/** XML parts as UTF-8; null for an encoding no producer of workbooks writes. */
export function readableXml(bytes: Buffer): ReadableXml | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { bytes, original: true }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) {
    return converted(bytes, 'utf-16le')
  }
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) {
    return converted(bytes, 'utf-16be')
  }
  const declaration = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/.exec(
    bytes.toString('latin1', 0, 200),
  )
  const encoding = (declaration?.[1] ?? 'utf-8').toLowerCase()
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii') return { bytes, original: true }
  if (encoding === 'iso-8859-1' || encoding === 'windows-1252') {
    return { bytes: Buffer.from(decodeWindows1252(bytes), 'utf8'), original: false }
  }
  return null
}

function converted(bytes: Buffer, encoding: string): ReadableXml {
  return { bytes: Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8'), original: false }
}
