import { afterEach, describe, expect, it } from 'vitest'
import { bytesPerMegabyte, packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import { readEntry, readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { limits } from '../../../../src/engine/workbook/limits.ts'
import { loadWorkbook, sheetContent } from '../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { inspectBytes, readTableBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { recognise } from '../../../../src/engine/workbook/reading/recognise.ts'
import { createWorkbookReader } from '../../../../src/engine/workbook/reading/worker-client.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'

const usual = { ...packageLimits, ...limits }

type Limits = { -readonly [Name in keyof typeof usual]: number }

/** Every limit is far beyond what a test should make, so it is made small for the while. */
function allow(fewer: Partial<Limits>): void {
  for (const [name, most] of Object.entries(fewer)) {
    Object.assign(name in packageLimits ? packageLimits : limits, { [name]: most })
  }
}

afterEach(() => allow(usual))

const problemOf = (bytes: Buffer, name = 'a.xlsx') => {
  const result = inspectBytes(bytes, name)
  return result.ok ? 'read' : 'what' in result.error ? result.error.what : result.error.code
}
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const rows = rowsXml([
  ['Dataset Name', 'Owner'],
  ['Roads', 'Transport'],
  ['Bridges', 'Transport'],
])
const sheetOf = (xml: string, more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) =>
  makeWorkbook({ sheets: [{ name: 'S', xml }], ...more })
const related = (type: string, targets: readonly string[]) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packages}">${targets
    .map((target, index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`,
})
const csv = Buffer.from('Dataset Name,Owner\nRoads,Transport\nBridges,Transport\n')

describe('what a workbook may cost', () => {
  it('is no more than this', () => {
    const mebibyte = 1024 * 1024
    const most: Limits = {
      fileBytes: 50 * mebibyte,
      inflatedBytes: 500 * mebibyte,
      entries: 5_000,
      ratio: 300,
      ratioFrom: 16 * mebibyte,
      rows: 1_048_576,
      columns: 16_384,
      cells: 20_000_000,
      merges: 100_000,
      hyperlinks: 100_000,
      notes: 100_000,
      cellFormats: 200_000,
      definedNames: 100_000,
      tables: 5_000,
      tableCharacters: 300_000_000,
      cellCharacters: 1_000_000,
      xmlDepth: 256,
      xmlAttributes: 1_024,
      sheets: 2_000,
    }
    const all: Limits = { ...packageLimits, ...limits }
    expect(Object.keys(all).sort()).toEqual(Object.keys(most).sort())
    for (const [name, value] of Object.entries(most))
      expect(all[name as keyof Limits], name).toBeLessThanOrEqual(value)
    expect(bytesPerMegabyte).toBe(mebibyte)
  })

  it('is enough for all that a workbook of Excel may hold', () => {
    expect([limits.rows, limits.columns]).toEqual([1_048_576, 16_384])
    expect(limits.cellCharacters).toBeGreaterThan(32_767)
    expect(limits.cellFormats).toBeGreaterThan(65_490)
  })

  it.each<[string, Partial<Limits>, () => Buffer, string]>([
    ['cells of one sheet', { cells: 5 }, () => sheetOf(rows), 'cells'],
    [
      'cells over all sheets',
      { cells: 11 },
      () =>
        makeWorkbook({
          sheets: [
            { name: 'S', xml: rows },
            { name: 'T', xml: rows },
          ],
        }),
      'cells',
    ],
    [
      'merges',
      { merges: 1 },
      () => sheetOf(`${rows}<mergeCells>${'<mergeCell ref="A9:B9"/>'.repeat(2)}</mergeCells>`),
      'merges',
    ],
    [
      'hyperlinks',
      { hyperlinks: 1 },
      () => sheetOf(`${rows}<hyperlinks>${'<hyperlink ref="A1"/>'.repeat(2)}</hyperlinks>`),
      'hyperlinks',
    ],
    [
      'cells that hyperlinks lie on',
      { hyperlinks: 3 },
      () =>
        sheetOf(`${rows}<hyperlinks xmlns:r="${office}"><hyperlink ref="A1:B2" r:id="r0"/></hyperlinks>`, {
          parts: {
            'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r0" Type="${office}/hyperlink" Target="https://a.b" TargetMode="External"/></Relationships>`,
          },
        }),
      'hyperlinks',
    ],
    [
      'notes',
      { notes: 1 },
      () =>
        sheetOf(rows, {
          parts: {
            ...related('comments', ['../comments1.xml']),
            'xl/comments1.xml': `<comments><commentList>${['A1', 'A2'].map((ref) => `<comment ref="${ref}"><text><t>note</t></text></comment>`).join('')}</commentList></comments>`,
          },
        }),
      'notes',
    ],
    [
      'tables',
      { tables: 1 },
      () =>
        sheetOf(rows, {
          parts: {
            ...related('table', ['../t.xml', '../t.xml']),
            'xl/t.xml': '<table ref="A1:B3"/>',
          },
        }),
      'tables',
    ],
    [
      'styles',
      { cellFormats: 2 },
      () => sheetOf(rows, { styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(3)}</cellXfs>` }),
      'styles',
    ],
    [
      'number formats',
      { cellFormats: 2 },
      () =>
        sheetOf(rows, {
          styles: `<numFmts>${[164, 165, 166].map((id) => `<numFmt numFmtId="${id}" formatCode="0"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/></cellXfs>`,
        }),
      'styles',
    ],
    [
      'names',
      { definedNames: 1 },
      () =>
        sheetOf(rows, {
          names: `<definedNames>${['a', 'b', 'c'].map((name) => `<definedName name="${name}">S!$A$1</definedName>`).join('')}</definedNames>`,
        }),
      'defined-names',
    ],
    [
      'sheets',
      { sheets: 1 },
      () =>
        makeWorkbook({
          sheets: [
            { name: 'S', xml: rows },
            { name: 'T', xml: rows },
          ],
        }),
      'sheets',
    ],
    [
      'texts',
      { cells: 2 },
      () => sheetOf('<sheetData/>', { sharedStrings: '<si><t>a</t></si>'.repeat(3) }),
      'shared-strings',
    ],
    [
      'texts with runs',
      { cells: 2 },
      () => sheetOf('<sheetData/>', { sharedStrings: '<si><r><t>a</t></r></si>'.repeat(3) }),
      'shared-strings',
    ],
    ['characters in a cell', { cellCharacters: 10 }, () => sheetOf(rows), 'cell-length'],
    [
      'elements in elements',
      { xmlDepth: 4 },
      () => sheetOf('<sheetData><row><a><a/></a></row></sheetData>'),
      'xml-too-deep',
    ],
    ['attributes of an element', { xmlAttributes: 1 }, () => sheetOf(rows), 'xml-too-many-attributes'],
    ['parts', { entries: 4 }, () => sheetOf(rows), 'zip-entries'],
    ['megabytes', { fileBytes: 100 }, () => sheetOf(rows), 'file-too-large'],
  ])('more %s than there may be are refused', (_, fewer, make, what) => {
    const workbook = make()
    expect(problemOf(workbook)).not.toBe(what)
    allow(fewer)
    expect(problemOf(workbook)).toBe(what)
  })

  it.each<[Partial<Limits>, string]>([
    [{ rows: 2 }, 'rows'],
    [{ columns: 1 }, 'columns'],
    [{ cells: 5 }, 'cells'],
    [{ cellCharacters: 11 }, 'cell-length'],
    [{ fileBytes: 10 }, 'file-too-large'],
  ])('of a text file the same: %o', (fewer, what) => {
    expect(problemOf(csv, 'a.csv')).toBe('read')
    allow(fewer)
    expect(problemOf(csv, 'a.csv')).toBe(what)
  })

  it('is told before a file is looked into, whoever looks', async () => {
    allow({ fileBytes: 10 })
    const tooLarge = { ok: false, error: { code: 'file-too-large' } }
    expect(readZip(sheetOf(rows))).toMatchObject(tooLarge)
    expect(recognise(csv, 'a.csv')).toMatchObject(tooLarge)
    const reader = createWorkbookReader()
    expect(await reader.inspect(csv, 'a.csv')).toMatchObject(tooLarge)
  })

  it('is the same for a sheet that is read again to be compared', () => {
    const workbook = loadWorkbook(sheetOf(rows))
    if (!workbook.ok) throw new Error(workbook.error.code)
    const [sheet] = workbook.value.package.sheets
    if (sheet === undefined) throw new Error('no sheet')
    allow({ cells: 5 })
    expect(sheetContent(workbook.value, sheet.entry)).toEqual({
      ok: false,
      error: { code: 'workbook-too-complex', what: 'cells' },
    })
  })

  it('counts the characters of all datasets together', () => {
    const choice = { sheet: 'S', headerRow: 1, headerRows: 1 }
    expect(readTableBytes(sheetOf(rows), 'a.xlsx', choice).ok).toBe(true)
    allow({ tableCharacters: 20 })
    expect(readTableBytes(sheetOf(rows), 'a.xlsx', choice)).toEqual({
      ok: false,
      error: { code: 'workbook-too-complex', what: 'table-characters' },
    })
  })
})

describe('what all parts of a workbook hold together', () => {
  const content = (size: number) => Buffer.from(Array.from({ length: size }, (_, index) => index % 251))

  /** Why a part is not read; null when it is. What it holds is nothing to print. */
  const refusalOf = (read: ReturnType<typeof readEntry>) =>
    read.ok ? null : 'what' in read.error ? read.error.what : read.error.code

  it('may not be more than the limit, though each of them alone may', () => {
    const archive = readZip(writeZip([1, 2, 3].map((name) => ({ name: `${name}`, content: content(1_000) }))))
    if (!archive.ok) throw new Error(archive.error.code)
    allow({ inflatedBytes: 2_500 })
    const read = archive.value.entries.map((entry) => readEntry(archive.value, entry))
    expect(read.map(refusalOf)).toEqual([null, null, 'inflated-size'])
  })

  it('may not be more than the limit, whatever a part says of its size', () => {
    const archive = readZip(writeZip([{ name: 'a', content: Buffer.alloc(10_000, 'words ') }]))
    if (!archive.ok) throw new Error(archive.error.code)
    const [entry] = archive.value.entries
    if (entry === undefined) throw new Error('no entry')
    expect(entry.method).toBe(8)
    allow({ inflatedBytes: 5_000 })
    // Stopped on the way, not found to be another size once all of it is there.
    expect(refusalOf(readEntry(archive.value, { ...entry, size: 100 }))).toBe('inflated-ratio')
    expect(refusalOf(readEntry(archive.value, entry))).toBe('inflated-size')
  })

  it('is refused of a whole workbook', () => {
    const workbook = sheetOf(rows)
    allow({ inflatedBytes: 1_000 })
    expect(problemOf(workbook)).toBe('inflated-size')
  })

  it('may be packed so tightly and no more, from a size on that could do harm', () => {
    const archive = readZip(writeZip([{ name: 'a', content: Buffer.alloc(100_000, 'x') }]))
    if (!archive.ok) throw new Error(archive.error.code)
    const [entry] = archive.value.entries
    if (entry === undefined) throw new Error('no entry')
    expect(readEntry(archive.value, entry).ok).toBe(true)
    allow({ ratio: 10, ratioFrom: 1_000 })
    expect(refusalOf(readEntry(archive.value, entry))).toBe('inflated-ratio')
    expect(refusalOf(readEntry(archive.value, { ...entry, size: 500 }))).toBe('inflated-ratio')
    allow({ ratio: 10, ratioFrom: 200_000 })
    expect(readEntry(archive.value, entry).ok).toBe(true)
  })
})

describe('one link', () => {
  const linked = (reference: string) =>
    sheetOf(`${rows}<hyperlinks xmlns:r="${office}"><hyperlink ref="${reference}" r:id="r0"/></hyperlinks>`, {
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r0" Type="${office}/hyperlink" Target="https://a.b" TargetMode="External"/></Relationships>`,
      },
    })
  const linksOf = (bytes: Buffer) => {
    const content = readTableBytes(bytes, 'a.xlsx', { sheet: 'S', headerRow: 1, headerRows: 1 })
    if (!content.ok) return content.error.code
    return [...content.value.rows].map(({ links }) => links?.['A'] ?? '')
  }

  it('over up to a thousand cells counts for each of them', () => {
    expect(linksOf(linked('A1:A1000'))).toEqual(['https://a.b', 'https://a.b'])
  })

  it('over more of them counts for none, and costs nothing', () => {
    expect(linksOf(linked('A1:A1001'))).toEqual(['', ''])
    allow({ hyperlinks: 1_001 })
    expect(problemOf(linked('A1:XFD1048576'))).toBe('read')
  })
})
