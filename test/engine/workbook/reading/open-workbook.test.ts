import { describe, expect, it } from 'vitest'
import { cellPlace, textAt } from '../../../../src/domain/table/sheet-grid.ts'
import { limits } from '../../../../src/engine/workbook/limits.ts'
import { openWorkbook } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { makeWorkbook, rowsXml, type WorkbookToMake } from '../../../support/make-workbook.ts'

function opened(workbook: WorkbookToMake) {
  const result = openWorkbook(makeWorkbook(workbook), 'made.xlsx')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The texts of the first sheet as a table of rows, columns A to H, trailing empty ones left out. */
function texts(workbook: WorkbookToMake): Record<number, string[]> {
  const [grid] = opened(workbook).grids
  const found: Record<number, string[]> = {}
  for (const row of grid?.rows ?? []) {
    const cells = Array.from({ length: row.columns.at(-1) ?? 0 }, (_, index) => textAt(row, index + 1))
    found[row.row] = cells
  }
  return found
}

const sheet = (cells: string) => ({ sheets: [{ name: 'S', xml: `<sheetData>${cells}</sheetData>` }] })

describe('cells of a worksheet', () => {
  it('reads every type of cell', () => {
    const row =
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c>' +
      '<c r="D2" t="str"><f>A2&amp;"x"</f><v>a&amp;x</v></c><c r="E2" t="d"><v>2020-02-29</v></c>' +
      '<c r="F2"><v>4.2</v></c><c r="G2"><f>1+1</f></c><c r="H2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>'
    const strings =
      '<si><t>zero</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>'
    expect(texts({ ...sheet(row), sharedStrings: strings })).toEqual({
      2: ['rich', 'TRUE', '#N/A', 'a&x', '2020-02-29', '4.2', '', 'inline'],
    })
  })

  it('counts rows and cells on where their references are missing', () => {
    expect(
      texts(
        sheet(
          '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>',
        ),
      ),
    ).toEqual({ 1: ['1', '2'], 5: ['', '', '3', '4'] })
  })

  it('puts rows and cells in order that a producer wrote out of it', () => {
    expect(
      texts(
        sheet(
          '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
        ),
      ),
    ).toEqual({ 1: ['0'], 3: ['1', '2'] })
  })

  it('unescapes _xHHHH_ and shows no control characters', () => {
    expect(
      texts(sheet('<row r="1"><c t="inlineStr"><is><t>a_x000D_\nb_x005F_x0041__x0000_</t></is></c></row>')),
    ).toEqual({ 1: ['a\nb_x0041_'] })
  })

  it('shows dates and codes by their cell style', () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    const cells = '<row r="1"><c s="1"><v>43101</v></c><c s="2"><v>6106</v></c><c s="9"><v>1</v></c></row>'
    expect(texts({ ...sheet(cells), styles })).toEqual({ 1: ['2018-01-01', '06106', '1'] })
    const properties = '<workbookPr date1904="1"/>'
    expect(texts({ ...sheet(cells), styles, properties })[1]?.[0]).toBe('2022-01-02')
  })

  it('does not take what extensions hold for cells', () => {
    const xml = `${rowsXml([['a']])}<extLst><ext><row r="9"><c r="A9"><v>1</v></c></row></ext></extLst>`
    expect(texts({ sheets: [{ name: 'S', xml }] })).toEqual({ 1: ['a'] })
  })
})

describe('dialects', () => {
  const prefixed =
    '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr">' +
    '<x:is><x:t>é</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'

  it('reads prefixed, strict and UTF-16 sheets', () => {
    for (const part of [prefixed, Buffer.from(`\uFEFF${prefixed}`, 'utf16le')]) {
      expect(texts({ ...sheet(''), parts: { 'xl/worksheets/sheet1.xml': part } })).toEqual({ 1: ['é'] })
    }
  })

  it('knows hidden sheets, hidden rows, merges and protection', () => {
    const xml =
      '<sheetProtection sheet="1"/><sheetData><row r="1" hidden="1"><c><v>1</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:C2"/></mergeCells>'
    const { grids, sheets, notices } = opened({
      sheets: [
        { name: 'A', xml },
        { name: 'B', state: 'veryHidden', xml: rowsXml([['b', null, 'd']]) },
      ],
    })
    expect(sheets).toEqual([
      { name: 'A', state: 'visible', rows: 1, columns: 1 },
      { name: 'B', state: 'very-hidden', rows: 1, columns: 3 },
    ])
    expect(grids[0]?.rows[0]?.hidden).toBe(true)
    expect(grids[0]?.merges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 3 }])
    expect(notices).toEqual([{ code: 'protected-sheet', sheet: 'A' }])
  })

  it('knows hidden columns, and those of no width', () => {
    const cols =
      '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4" width="8.43" collapsed="1"/>' +
      '<col min="5" max="5" width="0" customWidth="1"/><col min="6" max="16384" hidden="true"/>' +
      '<col min="0" max="2" hidden="1"/><col min="9" max="8" hidden="1"/></cols>'
    const { grids } = opened({ sheets: [{ name: 'A', xml: cols + rowsXml([['a']]) }] })
    expect(grids[0]?.hiddenColumns).toEqual([
      { first: 2, last: 3 },
      { first: 5, last: 5 },
      { first: 6, last: 16_384 },
    ])
  })

  it('knows where a filter leaves rows out, on the sheet and in a table of it', () => {
    const filterOf = (column: string) =>
      opened({
        sheets: [{ name: 'A', xml: `${rowsXml([['a']])}<autoFilter ref="A1:C9">${column}</autoFilter>` }],
      }).grids[0]?.filter
    const chosen = '<filterColumn colId="1"><filters><filter val="x"/></filters></filterColumn>'
    expect(filterOf(chosen)).toEqual({ firstRow: 1, lastRow: 9, firstColumn: 1, lastColumn: 3 })
    expect(filterOf('<filterColumn colId="1" hiddenButton="1"/>')).toBeNull()
    expect(filterOf('')).toBeNull()

    const tablesWith = (column: string) => {
      const table = `<table xmlns="x" ref="A1:B3"><autoFilter ref="A1:B3">${column}</autoFilter></table>`
      const parts = {
        'xl/worksheets/_rels/sheet1.xml.rels': relationshipTo('table', '../tables/table1.xml'),
        'xl/tables/table1.xml': table,
      }
      return opened({ sheets: [{ name: 'A', xml: rowsXml([['a']]) }], parts }).grids[0]?.tables
    }
    expect(tablesWith(chosen)).toMatchObject([{ lastRow: 3, isFiltered: true }])
    expect(tablesWith('')).toMatchObject([{ lastRow: 3, isFiltered: false }])
  })

  it('finds the columns an earlier plan marked', () => {
    const names =
      '<definedNames><definedName name="ODAP_availability" hidden="1">\'It\'\'s\'!$C$4</definedName>' +
      '<definedName name="Other">S!$A$1</definedName><definedName name="ODAP_gone">#REF!</definedName></definedNames>'
    const { named } = opened({ sheets: [{ name: "It's", xml: rowsXml([['a']]) }], names })
    expect(named).toEqual([{ name: 'ODAP_availability', sheet: "It's", letter: 'C', headerRow: 4 }])
  })
})

describe('notes', () => {
  const notesOf = (parts: Readonly<Record<string, string>>) => {
    const { grids } = opened({ sheets: [{ name: 'A', xml: rowsXml([['a', 'b']]) }], parts })
    return [...(grids[0]?.notes ?? [])].map(([key, note]) => [cellPlace(key), note])
  }
  const relationships = 'xl/worksheets/_rels/sheet1.xml.rels'
  const notesPart = (comments: string) =>
    `<x:comments xmlns:x="n"><x:authors><x:author>Ann</x:author></x:authors><x:commentList>${comments}</x:commentList></x:comments>`

  it('are read in one line, without how they are read aloud', () => {
    const part = notesPart(
      '<x:comment ref="B1" authorId="0"><x:text><x:r><x:rPr><x:b/></x:rPr><x:t>Ann:</x:t></x:r><x:r><x:t xml:space="preserve">\nAsk &amp; wait</x:t></x:r>' +
        '<x:rPh sb="0" eb="1"><x:t>ann</x:t></x:rPh></x:text></x:comment><x:comment ref="A1" authorId="0"/><x:comment authorId="0"><x:text><x:t>Nowhere</x:t></x:text></x:comment>',
    )
    const parts = {
      [relationships]: relationshipTo('comments', '../comments1.xml'),
      'xl/comments1.xml': part,
    }
    expect(notesOf(parts)).toEqual([[{ row: 1, column: 2 }, 'Ann: Ask & wait']])
  })

  it('of long text are cut', () => {
    const part = notesPart(
      `<x:comment ref="A1"><x:text><x:t>${'long '.repeat(9_000)}</x:t></x:text></x:comment>`,
    )
    const parts = {
      [relationships]: relationshipTo('comments', '../comments1.xml'),
      'xl/comments1.xml': part,
    }
    expect(String(notesOf(parts)[0]?.[1]).length).toBeLessThanOrEqual(200)
  })

  it('that can be answered say what they say, not what older programs are told of them', () => {
    const both = `${relationshipTo('comments', '../comments1.xml')}`.replace(
      '</Relationships>',
      '<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threads/t1.xml"/></Relationships>',
    )
    const parts = {
      [relationships]: both,
      'xl/comments1.xml': notesPart(
        '<x:comment ref="A1"><x:text><x:t>[Threaded comment] Your version of Excel…</x:t></x:text></x:comment>',
      ),
      'xl/threads/t1.xml':
        '<ThreadedComments xmlns="t"><threadedComment ref="A1" id="{1}"><text>Is this ours?</text></threadedComment>' +
        '<threadedComment ref="A1" id="{2}" parentId="{1}"><text>Yes</text></threadedComment></ThreadedComments>',
    }
    expect(notesOf(parts)).toEqual([[{ row: 1, column: 1 }, 'Is this ours?']])
  })

  it('are refused where there are too many of them', () => {
    const comments = Array.from(
      { length: limits.notes + 1 },
      (_, index) => `<x:comment ref="A${index + 1}"><x:text><x:t>n</x:t></x:text></x:comment>`,
    )
    const parts = {
      [relationships]: relationshipTo('comments', '../comments1.xml'),
      'xl/comments1.xml': notesPart(comments.join('')),
    }
    const workbook = makeWorkbook({ sheets: [{ name: 'A', xml: rowsXml([['a']]) }], parts })
    expect(openWorkbook(workbook, 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'workbook-too-complex', what: 'notes' },
    })
  })
})

describe('workbooks that cannot be read', () => {
  const broken = (part: string) =>
    openWorkbook(makeWorkbook({ ...sheet(''), parts: { 'xl/worksheets/sheet1.xml': part } }), 'made.xlsx')

  it('answers broken and hostile XML with a problem', () => {
    expect(broken('<worksheet><sheetData>')).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(broken('<!DOCTYPE x><worksheet/>')).toMatchObject({ error: { what: 'xml-doctype' } })
    expect(broken('<a>'.repeat(300))).toMatchObject({ error: { what: 'xml-too-deep' } })
  })

  it('says when there is no sheet', () => {
    expect(openWorkbook(makeWorkbook({ sheets: [] }), 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'workbook-has-no-sheets' },
    })
  })
})

function relationshipTo(type: string, target: string): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="a" Type="${office}/${type}" Target="${target}"/></Relationships>`
  )
}
