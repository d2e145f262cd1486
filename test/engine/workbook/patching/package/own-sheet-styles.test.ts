import { describe, expect, it } from 'vitest'
import {
  headingStyle,
  readStyleBook,
  wrappedStyle,
} from '../../../../../src/engine/workbook/patching/cells/style-book.ts'
import { bookOf, formats, need, written } from '../../../../support/style-book-of.ts'

const alignment = '<alignment horizontal="left" vertical="top" wrapText="1"/>'
const plain = 'fillId="0" borderId="0" xfId="0"'

describe('the styles of sheets that are ours', () => {
  it('wrap their texts, show days as days and keep what reads like a formula', () => {
    const book = formats('<xf/>')
    expect(wrappedStyle(book, need('as-is'))).toBe(1)
    expect(wrappedStyle(book, need('date'))).toBe(2)
    expect(wrappedStyle(book, need('plain', true))).toBe(3)
    expect(wrappedStyle(book, need('plain'))).toBe(1)
    expect(book.addedFormats).toEqual([
      `<xf numFmtId="0" fontId="0" ${plain} applyAlignment="1">${alignment}</xf>`,
      `<xf numFmtId="14" fontId="0" ${plain} applyNumberFormat="1" applyAlignment="1">${alignment}</xf>`,
      `<xf numFmtId="0" fontId="0" ${plain} quotePrefix="1" applyAlignment="1">${alignment}</xf>`,
    ])
    expect(written(book)).toBe(
      `<styleSheet><cellXfs count="4"><xf/>${book.addedFormats.join('')}</cellXfs></styleSheet>`,
    )
  })

  it('have bold headings in the workbook’s own typeface', () => {
    const book = bookOf(
      '<fonts count="2"><font><sz val="11"/><name val="Aptos"/></font><font><b/></font></fonts><cellXfs count="1"><xf/></cellXfs>',
    )
    const format = `<xf numFmtId="0" fontId="2" ${plain} applyFont="1" applyAlignment="1">${alignment}</xf>`
    expect([headingStyle(book), headingStyle(book)]).toEqual([1, 1])
    expect(written(book)).toBe(
      '<styleSheet><fonts count="3"><font><sz val="11"/><name val="Aptos"/></font><font><b/></font>' +
        `<font><b/><sz val="11"/><name val="Aptos"/></font></fonts><cellXfs count="2"><xf/>${format}</cellXfs></styleSheet>`,
    )
  })

  it.each([
    ['that is there', '<font><sz/></font><font><i/></font><font><b/><sz/></font>', 2],
    ['that is the first one', '<font><sz/><b/></font><font><b/><sz/></font>', 0],
  ])('take a bold font %s', (_, fonts, id) => {
    const book = bookOf(`<fonts>${fonts}</fonts><cellXfs><xf/></cellXfs>`)
    headingStyle(book)
    expect(book.addedFonts).toEqual([])
    expect(book.addedFormats).toEqual([
      `<xf numFmtId="0" fontId="${id}" ${plain} applyFont="1" applyAlignment="1">${alignment}</xf>`,
    ])
    expect(written(book)).toContain(`<fonts>${fonts}</fonts>`)
  })

  it.each(['', '<fonts/>', '<fonts count="0"><other/></fonts>'])(
    'make no font where there is none: %s',
    (fonts) => {
      const book = bookOf(`${fonts}<cellXfs count="1"><xf/></cellXfs>`)
      expect(headingStyle(book)).toBe(1)
      expect(written(book)).toBe(
        `<styleSheet>${fonts}<cellXfs count="2"><xf/><xf numFmtId="0" fontId="0" ${plain} applyFont="1" applyAlignment="1">${alignment}</xf></cellXfs></styleSheet>`,
      )
    },
  )

  it('speak the part’s own dialect', () => {
    const xml =
      '<x:styleSheet xmlns:x="urn:x"><x:fonts><x:font><x:sz/></x:font></x:fonts><x:cellXfs><x:xf/></x:cellXfs></x:styleSheet>'
    const book = readStyleBook(Buffer.from(xml))
    if (book === null) throw new Error('no styles')
    expect([headingStyle(book), wrappedStyle(book, need('as-is'))]).toEqual([1, 2])
    expect(book.addedFonts).toEqual(['<x:font><x:b/><x:sz/></x:font>'])
    const wrapped = '<x:alignment horizontal="left" vertical="top" wrapText="1"/></x:xf>'
    expect(written(book)).toBe(
      '<x:styleSheet xmlns:x="urn:x"><x:fonts count="2"><x:font><x:sz/></x:font><x:font><x:b/><x:sz/></x:font></x:fonts>' +
        `<x:cellXfs count="3"><x:xf/><x:xf numFmtId="0" fontId="1" ${plain} applyFont="1" applyAlignment="1">${wrapped}` +
        `<x:xf numFmtId="0" fontId="0" ${plain} applyAlignment="1">${wrapped}</x:cellXfs></x:styleSheet>`,
    )
  })
})
