import { describe, expect, it } from 'vitest'
import {
  isUnderlined,
  isUnlocked,
  readStyleBook,
  styleEdits,
  styleFor,
} from '../../../../../src/engine/workbook/patching/cells/style-book.ts'
import { bookOf, formats, need, written } from '../../../../support/style-book-of.ts'

describe('a workbook has styles', () => {
  it.each([
    '',
    '<styleSheet',
    '<styleSheet/>',
    '<styleSheet><fonts/></styleSheet>',
    '<styleSheet><cellXfs/></styleSheet>',
  ])('unless its part has no cell formats: %s', (xml) => {
    expect(readStyleBook(Buffer.from(xml))).toBeNull()
  })

  it('with formats, fonts and number formats of its own', () => {
    const book = bookOf(
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;x&quot;"/><other numFmtId="1"/><numFmt numFmtId="171"/></numFmts>' +
        '<fonts><font/></fonts><cellXfs><xf numFmtId="170"/><other/><xf/></cellXfs>',
    )
    expect(book.formats.map(({ attributes }) => attributes.map(({ value }) => value))).toEqual([['170'], []])
    expect(book.fonts?.local).toBe('fonts')
    expect([...book.formatCodes]).toEqual([
      [170, 'yyyy"x"'],
      [171, ''],
    ])
    expect(formats('<xf/>').fonts).toBeNull()
    expect(formats('<xf/>').formatCodes).toEqual(new Map())
  })

  it('of which a choice for newer programs is one, as older ones read it', () => {
    const choice = (inside: string) => `<AlternateContent>${inside}</AlternateContent>`
    const book = formats(
      '<xf n="0"/>',
      choice('<Choice><xf n="new"/></Choice><Fallback><xf n="1"/></Fallback>'),
      choice('<Choice><xf n="2"/></Choice>'),
      choice('<Other><xf n="lost"/></Other>'),
      '<Wrapper><Fallback><xf n="stranger"/></Fallback></Wrapper>',
      '<xf n="3"/>',
    )
    expect(book.formats.map(({ attributes }) => attributes[0]?.value)).toEqual(['0', '1', '2', '3'])
  })
})

describe('a style', () => {
  const protection = (attributes: string) => `<xf><protection ${attributes}/></xf>`

  it('lets people type into a protected sheet where it says so', () => {
    const book = formats(
      '<xf/>',
      protection(''),
      protection('locked="1"'),
      protection('locked="0"'),
      protection('locked="false"'),
      protection('locked="true"'),
    )
    expect([0, 1, 2, 3, 4, 5, 6].map((style) => isUnlocked(book, style))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
      false,
    ])
  })

  it('is underlined where its font is', () => {
    const xfs = '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf/><xf fontId="9"/><xf fontId="2"/></cellXfs>'
    const book = bookOf(
      `<fonts><font><b/></font><other/><font><u/></font><font><u val="double"/></font></fonts>${xfs}`,
    )
    expect([0, 1, 2, 3, 4, 5].map((style) => isUnderlined(book, style))).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ])
    expect(isUnderlined(formats('<xf fontId="0"/>'), 0)).toBe(false)
    // Where the first font is underlined, a format without a font is still not.
    expect(isUnderlined(bookOf('<fonts><font><u/></font></fonts><cellXfs><xf/></cellXfs>'), 0)).toBe(false)
  })
})

describe('the style for a value', () => {
  it('is the cell’s own where nothing is asked of it', () => {
    const book = formats('<xf numFmtId="3"/>')
    expect(styleFor(book, 0, need('as-is'))).toBe(0)
    expect(styleFor(book, 7, need('as-is'))).toBe(7)
    expect(book.found.size).toBe(0)
    expect(styleEdits(book)).toEqual([])
  })

  it.each([
    ['plain text in General', '<xf numFmtId="0"/>', need('plain')],
    ['plain text in Text', '<xf numFmtId="49"/>', need('plain')],
    ['plain text where no format is said', '<xf/>', need('plain')],
    ['a day among days', '<xf numFmtId="14"/>', need('date')],
    ['a day among days with times', '<xf numFmtId="22"/>', need('date')],
    ['a quoted text among quoted ones', '<xf quotePrefix="1"/>', need('as-is', true)],
    ['a quoted text among quoted ones, said otherwise', '<xf quotePrefix="true"/>', need('plain', true)],
  ])('is the cell’s own for %s', (_, xf, asked) => {
    const book = formats('<xf n="other"/>', xf)
    expect(styleFor(book, 1, asked)).toBe(1)
    expect(styleEdits(book)).toEqual([])
  })

  it.each([
    [
      'plain text among numbers',
      '<xf numFmtId="3" fontId="1"/>',
      need('plain'),
      '<xf fontId="1" numFmtId="0"/>',
    ],
    ['plain text among days', '<xf numFmtId="14"/>', need('plain'), '<xf numFmtId="0"/>'],
    [
      'a day in General',
      '<xf numFmtId="0" fontId="1"/>',
      need('date'),
      '<xf fontId="1" numFmtId="14" applyNumberFormat="1"/>',
    ],
    ['a day where no format is said', '<xf/>', need('date'), '<xf numFmtId="14" applyNumberFormat="1"/>'],
    ['a day among times', '<xf numFmtId="20"/>', need('date'), '<xf numFmtId="14" applyNumberFormat="1"/>'],
    ['a day among numbers', '<xf numFmtId="3"/>', need('date'), '<xf numFmtId="14" applyNumberFormat="1"/>'],
    ['a quoted text', '<xf fontId="1"/>', need('as-is', true), '<xf fontId="1" quotePrefix="1"/>'],
    [
      'a quoted text among numbers',
      '<xf numFmtId="3"/>',
      need('as-is', true),
      '<xf numFmtId="3" quotePrefix="1"/>',
    ],
    ['a text not quoted before', '<xf quotePrefix="0"/>', need('as-is', true), '<xf quotePrefix="1"/>'],
    [
      'a quoted plain text',
      '<xf numFmtId="3"><alignment/></xf>',
      need('plain', true),
      '<xf numFmtId="0" quotePrefix="1"><alignment/></xf>',
    ],
  ])('is a new one behind the last for %s', (_, xf, asked, added) => {
    const book = formats('<xf n="other"/>', xf)
    expect(styleFor(book, 1, asked)).toBe(2)
    expect(book.addedFormats).toEqual([added])
    expect(written(book)).toBe(
      `<styleSheet><cellXfs count="3"><xf n="other"/>${xf}${added}</cellXfs></styleSheet>`,
    )
  })

  it('knows days by the workbook’s own formats', () => {
    const book = bookOf(
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/><numFmt numFmtId="171" formatCode="h:mm"/>' +
        '<numFmt numFmtId="172" formatCode="d/m/yyyy h:mm"/><numFmt numFmtId="173" formatCode="0.00"/><numFmt numFmtId="14" formatCode="0"/></numFmts>' +
        '<cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="14"/></cellXfs>',
    )
    expect([0, 1, 2, 3, 4].map((style) => styleFor(book, style, need('date')))).toEqual([0, 5, 2, 5, 5])
  })

  it('is one that is there already, whatever the order of its attributes', () => {
    const book = formats(
      '<xf numFmtId="3" fontId="1" borderId="2"/>',
      '<xf numFmtId="0" fontId="1"/>',
      '<xf borderId="2" numFmtId="0" fontId="1"><alignment/></xf>',
      '<xf numFmtId="0" borderId="2" fontId="1"/>',
      '<xf fontId="1" numFmtId="0" borderId="2"/>',
    )
    expect(styleFor(book, 0, need('plain'))).toBe(3)
    expect(styleEdits(book)).toEqual([])
  })

  it('is one that was added before for another', () => {
    const book = formats('<xf numFmtId="3"/>', '<xf numFmtId="4"/>', '<xf numFmtId="4" fontId="1"/>')
    const asked = [0, 1, 2, 0].map((style) => styleFor(book, style, need('plain')))
    expect(asked).toEqual([3, 3, 4, 3])
    expect(book.addedFormats).toEqual(['<xf numFmtId="0"/>', '<xf fontId="1" numFmtId="0"/>'])
  })

  it('is another for every need, of whatever style', () => {
    const book = formats('<xf numFmtId="3"/>', '<xf numFmtId="4" n="1"/>', '<xf numFmtId="5" n="2"/>')
    const asked = [0, 1, 2].flatMap((style) => [
      styleFor(book, style, need('as-is', true)),
      styleFor(book, style, need('plain')),
      styleFor(book, style, need('plain', true)),
      styleFor(book, style, need('date')),
      styleFor(book, style, need('date', true)),
    ])
    expect(asked).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
    expect(book.addedFormats.slice(0, 6)).toEqual([
      '<xf numFmtId="3" quotePrefix="1"/>',
      '<xf numFmtId="0"/>',
      '<xf numFmtId="0" quotePrefix="1"/>',
      '<xf numFmtId="14" applyNumberFormat="1"/>',
      '<xf numFmtId="14" applyNumberFormat="1" quotePrefix="1"/>',
      '<xf numFmtId="4" n="1" quotePrefix="1"/>',
    ])
  })

  it('is remembered', () => {
    const book = formats('<xf numFmtId="3"/>')
    const style = styleFor(book, 0, need('plain'))
    expect([...book.found.values()]).toEqual([style])
    book.found.set([...book.found.keys()][0] ?? -1, 99)
    expect(styleFor(book, 0, need('plain'))).toBe(99)
  })

  it('comes from nothing where the cell names a style that is not there', () => {
    const book = formats('<xf n="0"/>')
    expect(styleFor(book, 5, need('plain'))).toBe(5)
    expect(styleFor(book, 5, need('as-is', true))).toBe(1)
    expect(styleFor(book, 5, need('date'))).toBe(2)
    expect(book.addedFormats).toEqual([
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
      '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
    ])
    const known = formats(
      '<xf/>',
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
    )
    expect(styleFor(known, 5, need('as-is', true))).toBe(1)
  })
})
