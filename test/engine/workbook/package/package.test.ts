import { describe, expect, it } from 'vitest'
import { readZip, type ZipArchive } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { readPackage } from '../../../../src/engine/workbook/package/package.ts'
import { readCellFormats } from '../../../../src/engine/workbook/package/styles.ts'
import { readWorkbookPart } from '../../../../src/engine/workbook/package/workbook-part.ts'
import { zipByBytes } from '../../../support/zip-by-bytes.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const types = '[Content_Types].xml'

type Parts = Readonly<Record<string, string>>

function opened(parts: Parts): ZipArchive {
  const archive = readZip(
    zipByBytes(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) }))),
  )
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relationships = (...list: readonly string[]) => `<Relationships>${list.join('')}</Relationships>`
const typesOf = (part: string, type: string) =>
  `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`
const workbook = (inside: string) => `<workbook xmlns="${main}" xmlns:r="${office}">${inside}</workbook>`

/** A workbook of one sheet, as far as a package has to say it. */
const plain: Parts = {
  [types]: typesOf('xl/workbook.xml', `${spreadsheet}.sheet.main+xml`),
  '_rels/.rels': relationships(relation('r1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbook('<sheets><sheet name="A" r:id="s1"/></sheets>'),
  'xl/_rels/workbook.xml.rels': relationships(relation('s1', 'worksheet', 'worksheets/sheet1.xml')),
  'xl/worksheets/sheet1.xml': '<worksheet/>',
}

function read(parts: Parts) {
  const found = readPackage(opened({ ...plain, ...parts }))
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

function without(name: string, parts: Parts = {}): Parts {
  const { [name]: _, ...others } = { ...plain, ...parts }
  return others
}

describe('the workbook of a package', () => {
  it('is the part that the package points at, whatever lies before it', () => {
    const decoy = { 'a/workbook.xml': workbook('<sheets/>'), ...plain }
    const found = readPackage(
      opened({
        ...decoy,
        [types]: `${typesOf('a/workbook.xml', `${spreadsheet}.sheet.main+xml`).replace('</Types>', '')}<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.template.main+xml"/></Types>`,
        '_rels/.rels': relationships(
          relation('r0', 'extended-properties', 'a/workbook.xml'),
          relation('r1', 'officeDocument', 'xl/workbook.xml'),
        ),
      }),
    )
    expect(found.ok && [found.value.workbook.name, found.value.format]).toEqual(['xl/workbook.xml', 'xltx'])
  })

  it('is known by its type where nothing points at it, and by its name where nobody told its type', () => {
    const elsewhere = {
      'xl/workbook.xml': 'none',
      'main/book.xml': workbook('<sheets><sheet name="A" r:id="s1"/></sheets>'),
      'main/_rels/book.xml.rels': relationships(relation('s1', 'worksheet', '/xl/worksheets/sheet1.xml')),
      [types]: typesOf('main/book.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    }
    const byType = readPackage(opened(without('_rels/.rels', elsewhere)))
    expect(byType.ok && [byType.value.workbook.name, byType.value.format]).toEqual(['main/book.xml', 'xlsm'])
    const { [types]: _, ...untyped } = without('_rels/.rels')
    const byName = readPackage(opened(untyped))
    expect(byName.ok && [byName.value.workbook.name, byName.value.format]).toEqual([
      'xl/workbook.xml',
      'xlsx',
    ])
  })

  it('is refused as what it is where it is something else', () => {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
    const parts = { ...plain, [types]: typesOf('xl/workbook.xml', word) }
    expect(readPackage(opened(parts))).toEqual({
      ok: false,
      error: { code: 'file-kind-not-read', kind: 'word' },
    })
  })

  it('is none where a part of no known type and another name is pointed at', () => {
    const parts = {
      '_rels/.rels': relationships(relation('r1', 'officeDocument', 'doc/workbook.xml.bak')),
      'doc/workbook.xml.bak': workbook('<sheets/>'),
    }
    expect(readPackage(opened(parts))).toEqual({
      ok: false,
      error: { code: 'file-kind-not-read', kind: 'zip' },
    })
  })
})

describe('what a workbook brings along', () => {
  it('is told: macros, links to other workbooks, a signature', () => {
    const told = ({ macros, externalLinks, signed }: ReturnType<typeof read>) => [
      macros,
      externalLinks,
      signed,
    ]
    expect(told(read({}))).toEqual([false, false, false])
    const more = {
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<x/>',
      'xl/_rels/workbook.xml.rels': relationships(
        relation('s1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('v', 'vbaProject', 'vbaProject.bin'),
        relation('e', 'externalLink', 'externalLinks/externalLink1.xml'),
      ),
      '_rels/.rels': relationships(
        relation('r1', 'officeDocument', 'xl/workbook.xml'),
        relation('o', 'digital-signature/origin', '_xmlsignatures/origin.sigs'),
      ),
    }
    expect(told(read(more))).toEqual([true, true, true])
    const lost = { 'xl/_rels/workbook.xml.rels': more['xl/_rels/workbook.xml.rels'] }
    expect(told(read(lost))).toEqual([false, false, false])
  })

  it('is a chart sheet or a worksheet, each by how it is pointed at', () => {
    const { sheets } = read({
      'xl/workbook.xml': workbook(
        '<sheets><sheet name="A" r:id="s1"/><sheet r:id="c1" state="hidden"/><sheet name="C" r:id="s1" state="veryHidden"/></sheets>',
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        relation('s1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('c1', 'chartsheet', 'worksheets/sheet1.xml'),
      ),
    })
    expect(sheets.map(({ name, state, kind }) => [name, state, kind])).toEqual([
      ['A', 'visible', 'worksheet'],
      ['', 'hidden', 'other'],
      ['C', 'very-hidden', 'worksheet'],
    ])
  })
})

describe('the part of the workbook itself', () => {
  function part(inside: string) {
    const archive = opened({ 'w.xml': workbook(inside) })
    const [entry] = archive.entries
    if (entry === undefined) throw new Error('no part')
    const result = readWorkbookPart(archive, entry)
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }

  it('says its own properties, and not those of an extension', () => {
    const extension = '<extLst><ext><workbookPr date1904="0"/><workbookProtection/></ext></extLst>'
    expect(
      part(`<workbookPr date1904="on"/><workbookProtection lockStructure="true"/>${extension}`),
    ).toMatchObject({ date1904: true, structureLocked: true })
    expect(part('<workbookPr date1904="off"/>')).toMatchObject({ date1904: false, structureLocked: false })
  })

  it('lists its sheets and no other elements of that name', () => {
    const view = '<customWorkbookViews><v><sheet name="no"/></v></customWorkbookViews>'
    expect(part(`<sheets><sheet name="A" r:id="s1"/></sheets>${view}`).sheets).toEqual([
      { name: 'A', state: 'visible', relationship: 's1' },
    ])
  })

  it('names ranges for all sheets or for one, in sight or not, however their text is written', () => {
    const names =
      '<definedName name="a" hidden="1">S!$A$1</definedName>' +
      '<definedName name="b" localSheetId="0"><![CDATA[S!<]]>&gt;</definedName>' +
      '<definedName localSheetId="2">x<!-- c -->y<inner>z</inner></definedName><definedName name="d"/>'
    expect(part(`<definedNames>${names}</definedNames>`).definedNames).toEqual([
      { name: 'a', refersTo: 'S!$A$1', localSheet: null, hidden: true },
      { name: 'b', refersTo: 'S!<>', localSheet: 0, hidden: false },
      { name: '', refersTo: 'xyz', localSheet: 2, hidden: false },
      { name: 'd', refersTo: '', localSheet: null, hidden: false },
    ])
  })
})

describe('the looks of cells', () => {
  function formats(xml: string) {
    const archive = opened({ 's.xml': `<styleSheet xmlns="${main}">${xml}</styleSheet>` })
    return readCellFormats(archive, archive.entries[0] ?? null)
  }

  it('are those that cells use, not those of differences and fallbacks', () => {
    const days = '<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    const plainDays = formats(`${days}<cellXfs><xf numFmtId="164"/><xf/><xf numFmtId="164"/></cellXfs>`)
    expect(plainDays.ok && plainDays.value).toHaveLength(3)
    const others =
      '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<dxfs><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs>' +
      '<Choice/><Fallback><numFmt numFmtId="164" formatCode="0.00"/><cellXfs><xf numFmtId="1"/></cellXfs></Fallback>'
    expect(
      formats(`${days}<cellXfs><xf numFmtId="164"/><xf/><xf numFmtId="164"/></cellXfs>${others}`),
    ).toEqual(plainDays)
    expect(
      formats(`${days}${others}<cellXfs><xf numFmtId="164"/><xf/><xf numFmtId="164"/></cellXfs>`),
    ).toEqual(plainDays)
  })

  it('cannot be told where the part is broken, and are none where there is no such part', () => {
    expect(formats('<cellXfs>')).toEqual({ ok: false, error: { code: 'file-damaged' } })
    expect(readCellFormats(opened({ a: '' }), null)).toEqual({ ok: true, value: [] })
  })
})
