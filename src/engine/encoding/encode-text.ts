import type { TextEncoding } from './text-encoding.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** New text for a file in its own encoding; null when the encoding has no place for one of the characters. */
export function encodeText(text: string, encoding: TextEncoding): Buffer | null {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8')
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'windows-1252':
      return encodeWindows1252(text)
  }
}

const windows1252: ReadonlyMap<string, number> = new Map(
  Array.from(
    decodeWindows1252(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))),
    (character, byte) => [character, byte],
  ),
)

/** New text with a character that has no place in the encoding written by means of those that have. */
export function encodeCharacters(
  text: string,
  encoding: TextEncoding,
  otherwise: (character: string) => string,
): Buffer {
  const whole = encodeText(text, encoding)
  if (whole !== null) return whole
  const spelled = Array.from(text, (character) =>
    windows1252.has(character) ? character : otherwise(character),
  )
  return encodeText(spelled.join(''), encoding) ?? Buffer.from(text, 'utf8')
}

function encodeWindows1252(text: string): Buffer | null {
  const bytes: number[] = []
  for (const character of text) {
    const byte = windows1252.get(character)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return Buffer.from(bytes)
}
