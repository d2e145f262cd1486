import { describe, expect, it } from 'vitest'
import { packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import { nameAt, nameHash, type XmlName } from '../../../../src/engine/ooxml/xml/xml-names.ts'
import { namespaces, strictRelationships } from '../../../../src/engine/ooxml/xml/xml-namespaces.ts'
import { openXmlPart, xmlProblem } from '../../../../src/engine/ooxml/xml/xml-part.ts'
import {
  advance,
  attributeIndex,
  attributeText,
  attributeTextIn,
  elementNamespace,
  scanXml,
  skipElement,
  tokenText,
  type XmlScanner,
} from '../../../../src/engine/ooxml/xml/xml-scan.ts'
import { readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { zipByBytes } from '../../../support/zip-by-bytes.ts'

const scanned = (xml: string | Buffer) => scanXml(Buffer.from(xml))

/** Reads to the end and answers with what was found wrong; null for nothing. */
function faultOf(xml: string | Buffer): XmlScanner['fault'] {
  const scanner = scanned(xml)
  while (advance(scanner));
  return scanner.fault
}

/** The first element, opened. */
function first(xml: string): XmlScanner {
  const scanner = scanned(xml)
  if (!advance(scanner)) throw new Error(`nothing opened: ${scanner.fault}`)
  return scanner
}

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
const withAttributes = (count: number) =>
  `<a ${Array.from({ length: count }, (_, index) => `k${index}="1"`).join(' ')}/>`

describe('the limits of XML', () => {
  it('are kept to the element', () => {
    expect(faultOf(nested(packageLimits.xmlDepth))).toBeNull()
    expect(faultOf(nested(packageLimits.xmlDepth + 1))).toBe('too-deep')
    expect(faultOf(`<a>${'<b/>'.repeat(packageLimits.xmlDepth * 2)}</a>`)).toBeNull()
  })

  it('are kept to the attribute, of each element', () => {
    expect(faultOf(withAttributes(packageLimits.xmlAttributes))).toBeNull()
    expect(faultOf(withAttributes(packageLimits.xmlAttributes + 1))).toBe('too-many-attributes')
    expect(faultOf(`<a>${withAttributes(packageLimits.xmlAttributes).repeat(2)}</a>`)).toBeNull()
  })

  it('refuse document types wherever they stand', () => {
    expect(faultOf('<a><!DOCTYPE b></a>')).toBe('doctype')
    expect(faultOf('\ufeff <!-- c --><!DOCTYPE b><a/>')).toBe('doctype')
  })
})

describe('what is not well-formed', () => {
  it.each([
    '<',
    '<a',
    '<a ',
    '<a/',
    '<a /x>',
    '<a k',
    '<a k>',
    '<a k=>',
    '<a k="1',
    '<a k=\'1"/>',
    '<a k=x"1"/>',
    '<a ="1"/>',
    '<a <b/>',
    '<a>< /a>',
    '<a></a',
    '<a></ab>',
    '<ab></a>',
    '<a></a x>',
    '</a>',
    '<a><b></a>',
    '<a><![CDATA[x]]</a>',
    '<a><!ELEMENT x></a>',
    '<![CDATA[x]]><a/>',
    '<a><!-- x -></a>',
    '<!--><a/>',
    '<?xml version="1.0"><a/>',
    '<?><a/>',
    '<a',
    '<=/>',
  ])('stops the reader: %s', (xml) => {
    expect(faultOf(xml)).toBe('not-well-formed')
  })

  it.each([
    '',
    'text alone',
    '<a/>text behind',
    '<a k = "1"\t\r\nl\n=\r\'2\' />',
    '<a></a \t\r\n>',
    '<a k="1"l="2"/>',
    '<a k="<>/=\'"/>',
    '<a><?pi x?><!----><!-- - > --><![CDATA[]]></a>',
    '<a>]]></a>',
    '<a/><b/>',
  ])('is not %s', (xml) => {
    expect(faultOf(xml)).toBeNull()
  })

  it('leaves the reader at the end, with nothing more to come', () => {
    const scanner = scanned('<a><b></a>')
    while (advance(scanner));
    expect(scanner).toMatchObject({ token: 'end', end: 10, empty: false })
    expect(advance(scanner)).toBe(false)
  })
})

describe('what the reader says', () => {
  it('is where it stands, how deep, and what is empty', () => {
    const scanner = scanned('<a><b/>x</a>')
    const seen: unknown[] = []
    while (advance(scanner)) {
      const { token, start, end, depth, empty, local } = scanner
      seen.push([token, start, end, depth, empty, local])
    }
    expect(seen).toEqual([
      ['open', 0, 3, 1, false, 'a'],
      ['open', 3, 7, 2, true, 'b'],
      ['close', 7, 7, 2, false, 'b'],
      ['text', 7, 8, 1, false, ''],
      ['close', 8, 12, 1, false, 'a'],
    ])
    expect(scanner).toMatchObject({ token: 'end', start: 12, end: 12 })
  })

  it('leaves out a mark at the start and nothing else', () => {
    expect(first('\ufeff<a/>').start).toBe(3)
    expect(scanXml(Buffer.from([0xef, 0xbb, 0x3c])).start).toBe(0)
    expect(scanXml(Buffer.from([0xef, 0x20, 0xbf])).start).toBe(0)
    expect(scanXml(Buffer.from([0x20, 0xbb, 0xbf])).start).toBe(0)
  })

  it('finds attributes by their whole names', () => {
    const scanner = first('<a x:k="1" k="2" kk="3"/>')
    expect(attributeIndex(scanner, 'k')).toBe(1)
    expect(attributeText(scanner, 'kk')).toBe('3')
    expect(attributeIndex(scanner, 'x')).toBe(-1)
    expect(attributeText(scanner, 'none')).toBeNull()
  })

  it('forgets the attributes of the element before', () => {
    const scanner = first('<a k="1" l="2"><b m="3"/></a>')
    advance(scanner)
    expect(attributeText(scanner, 'l')).toBeNull()
    expect(attributeText(scanner, 'm')).toBe('3')
  })

  it('finds attributes of a namespace by name and namespace, never without a prefix', () => {
    const xml = `<a xmlns:r="${strictRelationships}" xmlns:o="urn:o" xmlns="${namespaces.relationships}" id="0" o:id="1" r:ref="2" r:id="3"/>`
    expect(attributeTextIn(first(xml), namespaces.relationships, 'id')).toBe('3')
    expect(attributeTextIn(first(xml), namespaces.relationships, 'none')).toBeNull()
    expect(attributeTextIn(first('<a id="0" r:id="1"/>'), namespaces.relationships, 'id')).toBeNull()
  })

  it('knows a namespace until its element has closed, and the outer one again behind it', () => {
    const scanner = scanned('<a xmlns="urn:1"><b xmlns="urn:2"><c/></b><d/></a>')
    const seen: string[] = []
    while (advance(scanner)) seen.push(`${scanner.token} ${scanner.local} ${elementNamespace(scanner)}`)
    expect(seen).toEqual([
      'open a urn:1',
      'open b urn:2',
      'open c urn:2',
      'close c urn:2',
      'close b urn:2',
      'open d urn:1',
      'close d urn:1',
      'close a urn:1',
    ])
    expect(elementNamespace(first('<x:a xmlns="urn:1"/>'))).toBe('')
  })

  it('skips to the end of an element, an empty one too, and says when there is none', () => {
    const scanner = first('<a><b/><b><b/></b></a>')
    advance(scanner)
    expect(skipElement(scanner)).toBe(true)
    expect(scanner.start).toBe(7)
    advance(scanner)
    expect(skipElement(scanner)).toBe(true)
    expect(scanner).toMatchObject({ token: 'close', local: 'b', depth: 2, end: 18 })
    expect(skipElement(first('<a><a></a>'))).toBe(false)
  })

  it('gives CDATA as it is, its line ends made one', () => {
    const scanner = first('<a><![CDATA[<&amp;>\r\n]]\r]]></a>')
    advance(scanner)
    expect(tokenText(scanner)).toBe('<&amp;>\n]]\n')
  })
})

describe('text between tags', () => {
  const textOf = (content: string) => {
    const scanner = first(`<a>${content}</a>`)
    advance(scanner)
    return tokenText(scanner)
  }
  const attributeOf = (value: string) => attributeText(first(`<a k="${value}"/>`), 'k')

  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['é &amp; \r\n', 'é & \n'],
    ['a\rb', 'a\nb'],
    ['a & b; &nbsp; &amp;', 'a & b; &nbsp; &'],
    ['&&amp;', '&&'],
    ['&toolong; &lt;', '&toolong; <'],
    ['&amp', '&amp'],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#x10FFFF;&#1114112;&#x110000;', '\u{10ffff}&#1114112;&#x110000;'],
    ['&#12345678;&#x1234567;', '&#12345678;&#x1234567;'],
    ['&#65; &amp; &nope; &a;', 'A & &nope; &a;'],
    ['&AMP; &#65;', '&AMP; A'],
    ['&amp;amp;', '&amp;'],
    ['&amp;#65;', '&#65;'],
  ])('%j reads %j', (written, read) => {
    expect(textOf(written)).toBe(read)
  })

  it.each([
    ['a\tb\r\nc\rd\ne', 'a b c d e'],
    ['&#9;&#10;&#13;', '\t\n\r'],
    ['&quot;é&amp;', '"é&'],
    ['plain', 'plain'],
  ])('in an attribute %j reads %j', (written, read) => {
    expect(attributeOf(written)).toBe(read)
  })
})

describe('names', () => {
  const nameOf = (text: string, hash = 0): XmlName =>
    nameAt(Buffer.from(text), 0, Buffer.byteLength(text), hash)

  it('are split at their first colon', () => {
    expect(nameOf('x:a:b', 71)).toMatchObject({ qualified: 'x:a:b', prefix: 'x', local: 'a:b' })
    expect(nameOf('plain', 72)).toMatchObject({ qualified: 'plain', prefix: '', local: 'plain' })
    expect(nameOf(':a', 73)).toMatchObject({ prefix: '', local: 'a' })
  })

  it('are one string however often they come, and not another’s of the same hash', () => {
    const one = nameOf('one', 81)
    expect(nameOf('one', 81)).toBe(one)
    expect(nameOf('two', 81).qualified).toBe('two')
    expect(nameOf('on', 81).qualified).toBe('on')
    expect(nameOf('one', 81)).toBe(one)
  })

  it('that are long are not kept', () => {
    const long = 'a'.repeat(65)
    expect(nameOf(long, 91)).not.toBe(nameOf(long, 91))
    const fits = 'a'.repeat(64)
    expect(nameOf(fits, 92)).toBe(nameOf(fits, 92))
  })

  it('have hashes that stay whole numbers of 32 bits', () => {
    expect(nameHash(0, 65)).toBe(65)
    expect(nameHash(65, 66)).toBe(65 * 31 + 66)
    expect(nameHash(0x7fffffff, 255)).toBe((Math.imul(0x7fffffff, 31) + 255) | 0)
  })
})

describe('a part of a package', () => {
  function partOf(content: Buffer) {
    const archive = readZip(zipByBytes([{ name: 'a.xml', content }]))
    if (!archive.ok) throw new Error(archive.error.code)
    const [entry] = archive.value.entries
    if (entry === undefined) throw new Error('no entry')
    return { archive: archive.value, entry }
  }

  it('is read in whatever encoding it is', () => {
    const { archive, entry } = partOf(Buffer.from('\ufeff<a/>', 'utf16le'))
    const opened = openXmlPart(archive, entry)
    expect(opened.ok && advance(opened.value) && opened.value.local).toBe('a')
  })

  it('in an encoding nobody writes is too complex', () => {
    const { archive, entry } = partOf(Buffer.from('<?xml version="1.0" encoding="ebcdic"?><a/>'))
    expect(openXmlPart(archive, entry)).toEqual({
      ok: false,
      error: { code: 'workbook-too-complex', what: 'xml-encoding' },
    })
  })

  it('that is damaged is said to be so', () => {
    const { archive, entry } = partOf(Buffer.from('<a/>'))
    expect(openXmlPart(archive, { ...entry, crc: 1 })).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('is damaged where it is not well-formed, and too complex where it is more than we read', () => {
    expect(xmlProblem('not-well-formed')).toEqual({ code: 'file-damaged' })
    expect(xmlProblem('doctype')).toEqual({ code: 'workbook-too-complex', what: 'xml-doctype' })
  })
})
