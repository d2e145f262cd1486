import { describe, expect, it } from 'vitest'
import { encodedXml, readableXml } from '../../../../src/engine/encoding/xml-encoding.ts'
import { namespaces } from '../../../../src/engine/ooxml/xml/xml-namespaces.ts'
import {
  advance,
  attributeText,
  attributeTextIn,
  elementNamespace,
  scanXml,
  skipElement,
  tokenText,
} from '../../../../src/engine/ooxml/xml/xml-scan.ts'

/** The tokens in short, and the fault at the end if there is one. */
function tokens(xml: string | Buffer): string[] {
  const scanner = scanXml(Buffer.from(xml))
  const seen: string[] = []
  while (advance(scanner)) {
    if (scanner.token === 'open') seen.push(`${scanner.depth}<${scanner.local}${scanner.empty ? '/' : ''}`)
    else if (scanner.token === 'close') seen.push(`${scanner.depth}>${scanner.local}`)
    else seen.push(`${scanner.depth}=${tokenText(scanner)}`)
  }
  if (scanner.fault !== null) seen.push(scanner.fault)
  return seen
}

describe('scanning XML', () => {
  it('walks elements, empty elements, text and CDATA', () => {
    expect(tokens('<?xml version="1.0"?><!-- a > b --><a>x<b/><c>y</c><![CDATA[<&>]]></a>\n')).toEqual([
      '1<a',
      '1=x',
      '2<b/',
      '2>b',
      '2<c',
      '2=y',
      '2>c',
      '1=<&>',
      '1>a',
    ])
  })

  it('reports offsets at which bytes can be spliced', () => {
    const xml = '\uFEFF<a>\u00e9<b k="v"/></a>'
    const bytes = Buffer.from(xml)
    const scanner = scanXml(bytes)
    const pieces: string[] = []
    while (advance(scanner)) {
      pieces.push(bytes.toString('utf8', scanner.start, scanner.end))
      if (scanner.local === 'b' && scanner.token === 'open') {
        pieces.push(bytes.toString('utf8', scanner.valueStarts[0], scanner.valueEnds[0]))
      }
    }
    expect(pieces).toEqual(['<a>', '\u00e9', '<b k="v"/>', 'v', '', '</a>'])
  })

  it('resolves entities in text and attributes', () => {
    const scanner = scanXml(
      Buffer.from('<a k="1 &lt;&quot;&#x41;&#10;\n2">&amp;lt; &#233; &unknown; \u{1F600}\r\n</a>'),
    )
    advance(scanner)
    expect(attributeText(scanner, 'k')).toBe('1 <"A\n 2')
    advance(scanner)
    expect(tokenText(scanner)).toBe('&lt; é &unknown; \u{1F600}\n')
  })

  it('keeps a > inside quotes inside the tag', () => {
    const scanner = scanXml(Buffer.from(`<a k = '1 > "0"' l="x"/>`))
    advance(scanner)
    expect(attributeText(scanner, 'k')).toBe('1 > "0"')
    expect(attributeText(scanner, 'l')).toBe('x')
    expect(attributeText(scanner, 'm')).toBeNull()
  })

  it('knows namespaces whatever their prefix, strict ones too, and forgets them at the end of the element', () => {
    const scanner = scanXml(
      Buffer.from(
        `<x:a xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><b xmlns="urn:b"/><b/>` +
          `<x:c xmlns:q="${namespaces.relationships}" q:id="rId1" id="2"/></x:a>`,
      ),
    )
    const seen: string[] = []
    while (advance(scanner)) {
      if (scanner.token === 'open') seen.push(`${scanner.local} ${elementNamespace(scanner)}`)
      if (scanner.local === 'c' && scanner.token === 'open') {
        seen.push(String(attributeTextIn(scanner, namespaces.relationships, 'id')))
        seen.push(String(attributeText(scanner, 'id')))
      }
    }
    expect(seen).toEqual([`a ${namespaces.sheet}`, 'b urn:b', 'b ', `c ${namespaces.sheet}`, 'rId1', '2'])
  })

  it('skips an element with all its children', () => {
    const scanner = scanXml(Buffer.from('<a><b><b/><c>1</c></b><d/></a>'))
    advance(scanner)
    advance(scanner)
    expect(skipElement(scanner)).toBe(true)
    advance(scanner)
    expect(scanner.local).toBe('d')
  })

  it.each([
    ['a missing end tag', '<a><b></b>', 'not-well-formed'],
    ['end tags in the wrong order', '<a><b></a></b>', 'not-well-formed'],
    ['a tag that is cut', '<a><b k="1', 'not-well-formed'],
    ['an attribute without quotes', '<a k=1/>', 'not-well-formed'],
    ['a comment that is cut', '<a><!-- </a>', 'not-well-formed'],
    ['an end tag too many', '<a/></a>', 'not-well-formed'],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['endless nesting', '<a>'.repeat(10_000), 'too-deep'],
    [
      'endless attributes',
      `<a ${Array.from({ length: 2_000 }, (_, n) => `k${n}="1"`).join(' ')}/>`,
      'too-many-attributes',
    ],
  ])('stops at %s', (_, xml, fault) => {
    expect(tokens(xml).at(-1)).toBe(fault)
  })

  it('ends in a token or a fault for every cut of a part', () => {
    const xml = Buffer.from('\uFEFF<?xml version="1.0"?><a k="1"><!-- c --><b/>é<![CDATA[x]]></a>')
    for (let length = 4; length < xml.length; length += 1) {
      expect(tokens(xml.subarray(0, length)).at(-1) ?? 'nothing').not.toBe('1>a')
    }
  })
})

describe('encodings of XML parts', () => {
  const xml = '<?xml version="1.0" encoding="utf-16"?><a>é</a>'

  it('turns UTF-16 of both byte orders into UTF-8', () => {
    const little = Buffer.from(`\uFEFF${xml}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big]) {
      const readable = readableXml(bytes)
      expect(readable?.encoding).toMatch(/^utf-16/)
      expect(encodedXml(readable?.bytes ?? Buffer.alloc(0), readable?.encoding ?? 'utf-8')).toEqual(bytes)
      expect(tokens(readable?.bytes ?? Buffer.alloc(0))).toEqual(['1<a', '1=é', '1>a'])
    }
  })

  it('reads the declared Windows code page', () => {
    const bytes = Buffer.from(`<?xml version='1.0' encoding='windows-1252'?><a>\x93</a>`, 'latin1')
    expect(tokens(readableXml(bytes)?.bytes ?? Buffer.alloc(0))).toContain('1=\u201C')
  })

  it('leaves UTF-8 as it is and refuses what it cannot read', () => {
    const bytes = Buffer.from('<a/>')
    expect(readableXml(bytes)).toEqual({ bytes, encoding: 'utf-8' })
    expect(readableXml(Buffer.from('<?xml version="1.0" encoding="ebcdic"?><a/>'))).toBeNull()
  })
})
