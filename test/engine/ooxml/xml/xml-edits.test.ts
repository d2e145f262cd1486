import { describe, expect, it } from 'vitest'
import { applyEdits, type ByteEdit } from '../../../../src/engine/ooxml/xml/byte-edits.ts'
import { standsAt } from '../../../../src/engine/ooxml/xml/stands-at.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  insertBefore,
  isSet,
  outlineRange,
  outlineXml,
  prefixOf,
  replaceElement,
  rewrittenElement,
  setAttribute,
  type XmlElement,
} from '../../../../src/engine/ooxml/xml/xml-outline.ts'
import {
  escapeAttribute,
  escapeCellText,
  escapeMarkup,
  escapeTableName,
  withoutLoneSurrogates,
} from '../../../../src/engine/ooxml/xml/xml-writing.ts'

function outlined(xml: string): { readonly bytes: Buffer; readonly root: XmlElement } {
  const bytes = Buffer.from(xml)
  const root = outlineXml(bytes)
  if (root === null) throw new Error('not well-formed')
  return { bytes, root }
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('not there')
  return value
}

describe('the outline of a part', () => {
  const xml = '<?xml version="1.0"?><x:a xmlns:x="urn:x" k="é&amp;"><x:b/>t<c><x:b k=\'1\'></x:b></c></x:a>'

  it('says of every element what it is and where it stands', () => {
    const { bytes, root } = outlined(xml)
    const text = (start: number, end: number) => bytes.toString('utf8', start, end)
    expect(root).toMatchObject({ local: 'a', namespace: 'urn:x', empty: false })
    expect(text(root.start, root.end)).toBe(xml.slice(21))
    expect(text(root.start, root.openEnd)).toBe('<x:a xmlns:x="urn:x" k="é&amp;">')
    expect(text(root.closeStart, root.end)).toBe('</x:a>')
    expect(root.children.map(({ local, empty }) => [local, empty])).toEqual([
      ['b', true],
      ['c', false],
    ])
    expect(
      root.attributes.map(({ name, local, value, start, end }) => [name, local, value, text(start, end)]),
    ).toEqual([
      ['xmlns:x', 'x', 'urn:x', 'urn:x'],
      ['k', 'k', 'é&', 'é&amp;'],
    ])
  })

  it('finds children and what is below them by their local names', () => {
    const { root } = outlined(xml)
    expect(childOf(root, 'b')?.name.qualified).toBe('x:b')
    expect(childOf(root, 'none')).toBeNull()
    expect(childrenOf(root, 'b')).toHaveLength(1)
    expect(descendantsOf(root, 'b').map((one) => attributeOf(one, 'k'))).toEqual([null, '1'])
    expect(descendantsOf(root, 'none')).toEqual([])
  })

  it('is none of what is not well-formed or more than one element', () => {
    for (const bad of ['', 'x', '<a>', '<a><b></a>', '<a><b></b>', '<a/><b/>', '<a/></b>']) {
      expect(outlineXml(Buffer.from(bad)), bad).toBeNull()
    }
    expect(outlineXml(Buffer.from('<!-- x --><a/><!-- y -->'))?.local).toBe('a')
  })

  it('of a range counts from the start of the part', () => {
    const bytes = Buffer.from('<a><b k="1"><c/></b></a>')
    expect(outlineRange(bytes, 3, 20)).toMatchObject({
      local: 'b',
      start: 3,
      openEnd: 12,
      closeStart: 16,
      end: 20,
      attributes: [{ start: 9, end: 10 }],
      children: [{ start: 12, openEnd: 16, closeStart: 16, end: 16 }],
    })
  })

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['yes', false],
  ])('takes %s for set: %s', (value, set) => {
    expect(isSet(outlined(`<a k="${value}"/>`).root, 'k')).toBe(set)
    expect(isSet(outlined('<a/>').root, 'k')).toBe(false)
  })
})

describe('edits of elements', () => {
  const edited = (xml: string, edit: (root: XmlElement) => ByteEdit) => {
    const { bytes, root } = outlined(xml)
    return applyEdits(bytes, [edit(root)]).toString()
  }

  it('set an attribute where it stands, or right behind the name', () => {
    expect(edited('<a k="1" l="2"/>', (root) => setAttribute(root, 'l', 'new'))).toBe('<a k="1" l="new"/>')
    expect(edited('<x:a k="1"/>', (root) => setAttribute(root, 'l', '2'))).toBe('<x:a l="2" k="1"/>')
  })

  it('append behind the last child, and open an empty element for it', () => {
    expect(edited('<a><b/></a>', (root) => appendInto(root, '<c/>'))).toBe('<a><b/><c/></a>')
    expect(edited('<x:a k="1"/>', (root) => appendInto(root, '<c/>'))).toBe('<x:a k="1"><c/></x:a>')
  })

  it('replace an element, and insert in front of one', () => {
    const b = (root: XmlElement) => must(childOf(root, 'b'))
    expect(edited('<a><b>1</b>2</a>', (root) => replaceElement(b(root), '<c/>'))).toBe('<a><c/>2</a>')
    expect(edited('<a>1<b/></a>', (root) => insertBefore(b(root), '<c/>'))).toBe('<a>1<c/><b/></a>')
  })

  it('speak the dialect of the part', () => {
    expect(prefixOf(outlined('<x:a/>').root)).toBe('x:')
    expect(prefixOf(outlined('<a/>').root)).toBe('')
  })

  it('write an element anew with some attributes changed, added or left out', () => {
    const rewritten = (xml: string, changes: Readonly<Record<string, string | null>>) => {
      const { bytes, root } = outlined(xml)
      return rewrittenElement(bytes, root, changes)
    }
    expect(rewritten('<x:a k="1" l=\'"\' m="3"><b/>t</x:a>', { k: '9', m: null, n: '4' })).toBe(
      '<x:a l="&quot;" k="9" n="4"><b/>t</x:a>',
    )
    expect(rewritten('<a k="1"/>', {})).toBe('<a k="1"/>')
  })
})

describe('edits of bytes', () => {
  const bytes = Buffer.from('0123456789')
  const applied = (...edits: ByteEdit[]) => applyEdits(bytes, edits).toString()

  it('are made all at once, in whatever order they come', () => {
    expect(
      applied(
        { start: 8, end: 9, text: 'é' },
        { start: 2, end: 4, text: '' },
        { start: 0, end: 0, text: '>' },
      ),
    ).toBe('>014567é9')
    expect(applied()).toBe('0123456789')
    expect(applied({ start: 0, end: 10, text: '' })).toBe('')
    expect(applied({ start: 10, end: 10, text: '!' })).toBe('0123456789!')
  })

  it('keep the order of insertions at one place, in front of what is replaced there', () => {
    expect(
      applied(
        { start: 5, end: 6, text: 'c' },
        { start: 5, end: 5, text: 'a' },
        { start: 5, end: 5, text: 'b' },
      ),
    ).toBe('01234abc6789')
  })

  it('may not overlap or run backwards', () => {
    expect(() => applied({ start: 1, end: 4, text: '' }, { start: 3, end: 5, text: '' })).toThrow(RangeError)
    expect(() => applied({ start: 4, end: 3, text: '' })).toThrow('overlap')
    expect(applied({ start: 1, end: 3, text: '' }, { start: 3, end: 5, text: '' })).toBe('056789')
  })

  it('are found where these very bytes stand', () => {
    expect(standsAt(bytes, 3, Buffer.from('345'))).toBe(true)
    expect(standsAt(bytes, 3, Buffer.from('346'))).toBe(false)
    expect(standsAt(bytes, 8, Buffer.from('89a'))).toBe(false)
    expect(standsAt(bytes, 8, Buffer.from('89'))).toBe(true)
  })
})

describe('writing text', () => {
  it.each([
    ['plain ~ text!', 'plain ~ text!'],
    ['<a> & "b"', '&lt;a&gt; &amp; "b"'],
    ['é\t\n', 'é\t\n'],
    ['\r', '_x000D_'],
    ['\u0000\u001f\u0085', '_x0000__x001F_\u0085'],
    ['\ufffe\uffff\ufffd', '_xFFFE__xFFFF_\ufffd'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x00aF_ _x004_ _xGGGG_ x0041_', '_x005F_x00aF_ _x004_ _xGGGG_ x0041_'],
    ['\ud800a\udc00', '\ufffda\ufffd'],
    ['\u{1f600}', '\u{1f600}'],
    ['', ''],
  ])('in a cell %j is %j', (text, written) => {
    expect(escapeCellText(text)).toBe(written)
  })

  it('as the name of a table’s column spells its line breaks', () => {
    expect(escapeTableName('a\nb\tc"<\nd\te""')).toBe(
      'a_x000a_b_x0009_c&quot;&lt;_x000a_d_x0009_e&quot;&quot;',
    )
  })

  it('as an attribute leaves out what XML has no place for', () => {
    expect(escapeAttribute('a"b<c>&d\te\nf\rg\u0001h\ufffe')).toBe('a&quot;b&lt;c&gt;&amp;d&#9;e&#10;fgh')
    expect(escapeAttribute('""\t\t\n\n')).toBe('&quot;&quot;&#9;&#9;&#10;&#10;')
    expect(escapeAttribute('\ud800')).toBe('\ufffd')
  })

  it('as markup escapes what must be, everywhere', () => {
    expect(escapeMarkup('&&<<>>')).toBe('&amp;&amp;&lt;&lt;&gt;&gt;')
  })

  it('has no lone half of a pair', () => {
    expect(withoutLoneSurrogates('a\ud800\u{1f600}\udc00')).toBe('a\ufffd\u{1f600}\ufffd')
    expect(withoutLoneSurrogates('plain')).toBe('plain')
  })
})
