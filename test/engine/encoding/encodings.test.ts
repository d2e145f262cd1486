import { describe, expect, it } from 'vitest'
import { encodeCharacters, encodeText } from '../../../src/engine/encoding/encode-text.ts'
import { decodeTextFile } from '../../../src/engine/encoding/text-encoding.ts'
import { decodeWindows1252 } from '../../../src/engine/encoding/windows-1252.ts'
import { encodedXml, readableXml } from '../../../src/engine/encoding/xml-encoding.ts'

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()
const bytesOf = (...bytes: readonly number[]) => Buffer.from(bytes)

describe('the encoding of a text file', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffé'), 'é', 'utf-8-bom'],
    ['UTF-8', Buffer.from('é'), 'é', 'utf-8'],
    ['ASCII', Buffer.from('plain'), 'plain', 'utf-8'],
    ['UTF-16 with its mark', Buffer.from('\ufeffé', 'utf16le'), 'é', 'utf-16le'],
    ['UTF-16 the other way round', bigEndian('\ufeffé'), 'é', 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('title,é', 'utf16le'), 'title,é', 'utf-16le'],
    ['UTF-16 the other way round without a mark', bigEndian('title,é'), 'title,é', 'utf-16be'],
    ['Windows', bytesOf(0x63, 0x61, 0x66, 0xe9, 0x20, 0x93), 'café “', 'windows-1252'],
    ['nothing', Buffer.alloc(0), '', 'utf-8'],
    ['half a mark', bytesOf(0xef, 0xbb, 0x41), 'ï»A', 'windows-1252'],
  ])('is told from its bytes: %s', (_, bytes, text, encoding) => {
    expect(decodeTextFile(bytes)).toEqual({ text, encoding })
  })

  it('is UTF-8 where most of it is, and Windows where most of it is not', () => {
    const mostly = Buffer.concat([Buffer.from('é'.repeat(8)), bytesOf(0xe9)])
    expect(decodeTextFile(mostly)).toEqual({ text: `${'é'.repeat(8)}\ufffd`, encoding: 'utf-8' })
    const hardly = Buffer.concat([Buffer.from('é'), bytesOf(0xe9, 0x20, 0xe9, 0x20, 0xe9)])
    expect(decodeTextFile(hardly)?.encoding).toBe('windows-1252')
    // 0x93 begins no character of UTF-8.
    expect(decodeTextFile(bytesOf(0x93, 0x61, 0x94))).toEqual({ text: '“a”', encoding: 'windows-1252' })
  })

  it('is UTF-8 where one broken character comes on four that might be whole, and not on three', () => {
    const broken = (whole: number) =>
      decodeTextFile(Buffer.concat([Buffer.from('é'.repeat(whole)), bytesOf(0xe9)]))?.encoding
    expect(broken(3)).toBe('utf-8')
    expect(broken(2)).toBe('windows-1252')
  })

  it('is none of bytes that are no text', () => {
    expect(decodeTextFile(Buffer.alloc(100))).toBeNull()
    expect(decodeTextFile(Buffer.concat([Buffer.alloc(30), Buffer.from('x'.repeat(30))]))).toBeNull()
    expect(decodeTextFile(Buffer.from('\u0001\u0002\u0003\u0004'))).toBeNull()
  })

  it('forgives a control character or two, and none that text has', () => {
    expect(decodeTextFile(Buffer.from('a\u0001b\u0002'))?.encoding).toBe('utf-8')
    expect(decodeTextFile(Buffer.from('a\u0001b\u0002\u0003'))).toBeNull()
    expect(decodeTextFile(Buffer.from('\t\n\f\r'.repeat(50)))?.encoding).toBe('utf-8')
    const long = (strange: number) => Buffer.from(`${'x'.repeat(200 - strange)}${'\u0001'.repeat(strange)}`)
    expect(decodeTextFile(long(4))?.encoding).toBe('utf-8')
    expect(decodeTextFile(long(5))).toBeNull()
  })

  it('is not guessed from three bytes', () => {
    expect(decodeTextFile(bytesOf(0x61, 0, 0x62))).toEqual({ text: 'a\0b', encoding: 'utf-8' })
  })
})

describe('writing text in an encoding', () => {
  it.each([
    ['utf-8', Buffer.from('é€')],
    ['utf-8-bom', Buffer.from('é€')],
    ['utf-16le', Buffer.from('é€', 'utf16le')],
    ['utf-16be', bigEndian('é€')],
    ['windows-1252', bytesOf(0xe9, 0x80)],
  ] as const)('%s gives its bytes', (encoding, bytes) => {
    expect(encodeText('é€', encoding)).toEqual(bytes)
  })

  it('has no bytes for what the encoding does not hold, and spells it where it may', () => {
    expect(encodeText('a中', 'windows-1252')).toBeNull()
    const spell = (character: string) => `[${character.length}]`
    expect(encodeCharacters('é中\u{1f600}', 'windows-1252', spell)).toEqual(
      Buffer.concat([bytesOf(0xe9), Buffer.from('[1][2]')]),
    )
    expect(encodeCharacters('é', 'utf-8', spell)).toEqual(Buffer.from('é'))
  })

  it('holds every byte of Windows both ways', () => {
    const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    const text = decodeWindows1252(all)
    expect(encodeText(text, 'windows-1252')).toEqual(all)
    expect(text.slice(0x80, 0xa0)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ')
    expect(text.slice(0xa0)).toBe(all.toString('latin1', 0xa0))
  })
})

describe('the encoding of a part', () => {
  const declared = (encoding: string, before = '') =>
    `${before}<?xml version="1.0" encoding=${encoding}?><a>é</a>`

  it.each([
    ['utf-8', Buffer.from('\ufeff<a>é</a>')],
    ['utf-8', Buffer.from('<a>é</a>')],
    ['utf-8', Buffer.from(declared('"UTF-8"'))],
    ['utf-8', Buffer.from(declared("'utf8'"))],
    ['utf-8', Buffer.from(declared('"US-ASCII"'))],
    ['utf-8', Buffer.from('<?xml version="1.0"?><a encoding="ebcdic">é</a>')],
    ['utf-8', Buffer.from('<a>é<?xml version="1.0" encoding="ebcdic"?></a>')],
    ['utf-16le', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
    ['utf-16le', Buffer.from('<a>é</a>', 'utf16le')],
    ['utf-16be', bigEndian('\ufeff<a>é</a>')],
    ['utf-16be', bigEndian('<a>é</a>')],
    ['windows-1252', Buffer.from(declared('"iso-8859-1"'), 'latin1')],
    ['windows-1252', Buffer.from(declared('  "Windows-1252" ', ' \n '), 'latin1')],
  ])('is %s and holds what it holds, there and back', (encoding, bytes) => {
    const readable = readableXml(bytes)
    expect(readable?.encoding).toBe(encoding)
    const utf8 = readable?.bytes ?? Buffer.alloc(0)
    expect(utf8.toString('utf8')).toContain('é')
    expect(encodedXml(utf8, readable?.encoding ?? 'utf-8')).toEqual(bytes)
  })

  it('is none where nobody writes it', () => {
    for (const encoding of ['"ebcdic"', '"utf-7"', "'x'"]) {
      expect(readableXml(Buffer.from(declared(encoding)))).toBeNull()
    }
  })

  it.each([
    ['its first byte alone is that of a mark', bytesOf(0xff, 0x3c, 0x61, 0x2f, 0x3e)],
    ['its second byte alone is that of a mark', bytesOf(0x3c, 0xfe, 0x2f, 0x3e)],
    ['its first byte alone is that of the other mark', bytesOf(0xfe, 0x3c, 0x2f, 0x3e)],
    ['its second byte alone is that of the other mark', bytesOf(0x3c, 0xff, 0x2f, 0x3e)],
    ['it begins with a zero', bytesOf(0, 0x61)],
    ['a zero comes second', bytesOf(0x61, 0)],
  ])('is UTF-8 where %s', (_, bytes) => {
    expect(readableXml(bytes)).toEqual({ bytes, encoding: 'utf-8' })
  })

  it('writes a character it has no place for as a reference', () => {
    expect(encodedXml(Buffer.from('<a>é中\u{1f600}</a>'), 'windows-1252').toString('latin1')).toBe(
      '<a>é&#20013;&#128512;</a>',
    )
  })
})
