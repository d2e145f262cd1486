import { describe, expect, it } from 'vitest'
import { readStyleBook } from '../../../../../src/engine/workbook/patching/cells/style-book.ts'
import { type OwnSheet, ownSheetXml } from '../../../../../src/engine/workbook/patching/package/own-sheets.ts'

const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const empty: OwnSheet = { name: 'Plan', header: [], widths: [], rows: [], hidden: false }
const without = { strict: false, date1904: false, styles: null }

const text = (place: string, value: string, style = '') =>
  `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`

const views =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
const page =
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
  '<pageSetup orientation="landscape" fitToHeight="0"/>'

function sheetXml(dimension: string, cols: string, rows: string, namespace = transitional): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${dimension}"/>` +
    `${views}${cols}<sheetData>${rows}</sheetData>${page}</worksheet>`
  )
}

const stylesWith = (xfs: string) => {
  const book = readStyleBook(
    Buffer.from(`<styleSheet><fonts><font><sz/></font></fonts><cellXfs>${xfs}</cellXfs></styleSheet>`),
  )
  if (book === null) throw new Error('no styles')
  return book
}

describe('a sheet of ours', () => {
  it('has headings that stay in view, rows below them and columns of the widths asked for', () => {
    const sheet = {
      ...empty,
      header: ['Dataset', 'R&D'],
      widths: [30, 12.5],
      rows: [['Ice cream', 5], [], [true, null, '=1+1']],
    }
    const cols =
      '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="12.5" customWidth="1"/></cols>'
    const rows =
      `<row r="1">${text('A1', 'Dataset')}${text('B1', 'R&amp;D')}</row>` +
      `<row r="2">${text('A2', 'Ice cream')}<c r="B2"><v>5</v></c></row><row r="3"></row>` +
      `<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4"/>${text('C4', '=1+1')}</row>`
    expect(ownSheetXml(sheet, without)).toBe(sheetXml('A1:C4', cols, rows))
  })

  it('may be empty', () => {
    expect(ownSheetXml(empty, without)).toBe(sheetXml('A1:A1', '', '<row r="1"></row>'))
  })

  it('is as wide as its headings where no row is wider', () => {
    const sheet = { ...empty, header: ['a', 'b', 'c'], rows: [['x']] }
    expect(ownSheetXml(sheet, without)).toContain('<dimension ref="A1:C2"/>')
  })

  it('is strict in a strict workbook', () => {
    expect(ownSheetXml(empty, { ...without, strict: true })).toBe(
      sheetXml('A1:A1', '', '<row r="1"></row>', 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
    )
  })

  it('writes days as texts where the workbook has no styles to show them in', () => {
    const sheet = { ...empty, rows: [[{ date: '2026-05-01' }]] }
    expect(ownSheetXml(sheet, without)).toContain(`<row r="2">${text('A2', '2026-05-01')}</row>`)
  })

  it('looks like the workbook: bold headings, texts that wrap, days as days, formulas as texts', () => {
    const styles = stylesWith('<xf/>')
    const sheet = {
      ...empty,
      header: ['Head'],
      rows: [['x', { date: '2026-05-01' }, '=1+1', 5, { date: '1066-10-14' }]],
    }
    const xml = ownSheetXml(sheet, { ...without, styles })
    const rows =
      `<row r="1">${text('A1', 'Head', ' s="1"')}</row>` +
      `<row r="2">${text('A2', 'x', ' s="2"')}<c r="B2" s="3"><v>46143</v></c>${text('C2', '=1+1', ' s="4"')}` +
      `<c r="D2" s="2"><v>5</v></c>${text('E2', '1066-10-14', ' s="2"')}</row>`
    expect(xml).toBe(sheetXml('A1:E2', '', rows))
    const alignment = '<alignment horizontal="left" vertical="top" wrapText="1"/>'
    expect(styles.addedFormats).toEqual([
      `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${alignment}</xf>`,
      `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${alignment}</xf>`,
      `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${alignment}</xf>`,
      `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">${alignment}</xf>`,
    ])
  })

  it('counts days as the workbook does', () => {
    const sheet = { ...empty, rows: [[{ date: '2026-05-01' }]] }
    const xml = ownSheetXml(sheet, { ...without, styles: stylesWith('<xf/>'), date1904: true })
    expect(xml).toContain('<v>44681</v>')
  })
})
