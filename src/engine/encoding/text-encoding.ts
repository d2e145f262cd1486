import { decodeWindows1252 } from './windows-1252.ts'

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** Text files of every kind Excel and its users make; null when the bytes are no text. */
export function decodeTextFile(bytes: Buffer): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: bytes.toString('utf8', 3), encoding: 'utf-8-bom' }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, 'utf-16be')
  const head = bytes.subarray(0, 4_096)
  const nulls = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  if (nulls > head.length / 4 && head.length >= 4) {
    const oddNulls = head.reduce((count, byte, index) => count + (byte === 0 && index % 2 === 1 ? 1 : 0), 0)
    if (oddNulls > nulls * 0.9) return utf16(bytes, 'utf-16le')
    if (oddNulls < nulls * 0.1) return utf16(bytes, 'utf-16be')
    return null
  }
  if (looksBinary(head)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Not all of it is UTF-8: either a file that was cut or joined carelessly, or a Windows program's own code page.
    return isMostlyUtf8(bytes)
      ? { text: bytes.toString('utf8'), encoding: 'utf-8' }
      : { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
  }
}

/** Whether more of the characters beyond ASCII are proper UTF-8 than are not; a code page makes such pairs rarely. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let beyondAscii = 0
  for (const byte of bytes) if (byte >= 0xc2) beyondAscii += 1
  if (beyondAscii === 0) return false
  const broken = bytes.toString('utf8').split('\ufffd').length - 1
  return broken * 4 <= beyondAscii
}

function utf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** Control characters that no text has; a stray NUL or two is forgiven. */
function looksBinary(head: Buffer): boolean {
  const strange = head.reduce((count, byte) => count + (isStrange(byte) ? 1 : 0), 0)
  return strange > Math.max(2, head.length / 50)
}

function isStrange(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13
}
