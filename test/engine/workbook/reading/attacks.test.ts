import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

interface Cost {
  readonly problem: { readonly code: string; readonly what?: string } | null
  readonly rows: number | null
  readonly seconds: number
  readonly megabytes: number
}

const script = join(import.meta.dirname, '../../../support/read-attack.ts')
const builtThreads = new URL('../../../support/built-threads.mjs', import.meta.url).href

function opened(name: string, bytes: Buffer): Cost {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  const parameters = ['--disable-warning=ExperimentalWarning', `--import=${builtThreads}`, script, path]
  return JSON.parse(execFileSync(process.execPath, parameters, { encoding: 'utf8', timeout: 60_000 }))
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const times = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i)).join('')
const header = `<row r="1">${['Dataset Name', 'Description', 'Owner'].map(text).join('')}</row>`
const datasets = (count: number) =>
  times(count, (index) => `<row>${text(`Name ${index}`)}${text('d')}${text('o')}</row>`)
const sheet = (data: string, behind = '', more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) =>
  makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData>${data}</sheetData>${behind}` }], ...more })
const small = (more: Partial<Parameters<typeof makeWorkbook>[0]>) =>
  makeWorkbook({
    sheets: [
      {
        name: 'S',
        xml: rowsXml([
          ['Dataset Name', 'Owner'],
          ['a', 'b'],
        ]),
      },
    ],
    ...more,
  })
const sheetRelationships = (items: string) => ({
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`,
})
const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${times(9, (i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`)}]><l>&a8;</l>`
const outside = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'

/** Refused, and by what. */
const refused: readonly (readonly [what: string, problem: object, name: string, make: () => Buffer])[] = [
  ['a zip bomb', { what: 'inflated-ratio' }, 'a.xlsx', () => sheet(' '.repeat(200_000_000))],
  [
    'a billion laughs',
    { what: 'xml-doctype' },
    'a.xlsx',
    () => small({ parts: { 'xl/workbook.xml': laughs } }),
  ],
  [
    'an external entity',
    { what: 'xml-doctype' },
    'a.xlsx',
    () => small({ parts: { 'xl/worksheets/sheet1.xml': outside } }),
  ],
  [
    'an external entity in UTF-16',
    { what: 'xml-doctype' },
    'a.xlsx',
    () => small({ parts: { 'xl/workbook.xml': Buffer.from(`\ufeff${outside}`, 'utf16le') } }),
  ],
  [
    'a giant shared string',
    { what: 'inflated-ratio' },
    'a.xlsx',
    () => small({ sharedStrings: `<si><t>${'A'.repeat(200_000_000)}</t></si>` }),
  ],
  [
    'shared strings without end',
    { what: 'inflated-ratio' },
    'a.xlsx',
    () => small({ sharedStrings: '<si><t>a</t></si>'.repeat(8_000_000) }),
  ],
  [
    'a million columns',
    { what: 'columns' },
    'a.xlsx',
    () => sheet(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`),
  ],
  [
    'a million columns of text',
    { what: 'columns' },
    'a.csv',
    () => Buffer.from(`${'a,'.repeat(1_000_000)}\n`),
  ],
  ['elements in elements', { what: 'xml-too-deep' }, 'a.xlsx', () => sheet('<a>'.repeat(1_000_000))],
  [
    'a name that leads out',
    { what: 'zip-entry-name' },
    'a.xlsx',
    () => writeZip([{ name: '../../evil.xml', content: Buffer.from('a') }]),
  ],
  [
    'links over millions of cells',
    { what: 'hyperlinks' },
    'a.xlsx',
    () =>
      sheet(
        header + datasets(100),
        `<hyperlinks xmlns:r="${office}">${times(99_999, (i) => `<hyperlink ref="A${1 + i * 10}:CV${10 + i * 10}" r:id="a"/>`)}</hyperlinks>`,
        {
          parts: sheetRelationships(
            `<Relationship Id="a" Type="${office}/hyperlink" Target="https://a.b" TargetMode="External"/>`,
          ),
        },
      ),
  ],
  [
    'names without end',
    { what: 'defined-names' },
    'a.xlsx',
    () =>
      small({
        names: `<definedNames>${times(200_000, (i) => `<definedName name="ODAP_${i}">S!$A$1</definedName>`)}</definedNames>`,
      }),
  ],
  [
    'styles without end',
    { what: 'styles' },
    'a.xlsx',
    () => small({ styles: `<cellXfs>${times(300_000, (i) => `<xf numFmtId="${i}"/>`)}</cellXfs>` }),
  ],
  [
    'tables without end',
    { what: 'tables' },
    'a.xlsx',
    () =>
      small({
        parts: {
          ...sheetRelationships(
            times(20_000, (i) => `<Relationship Id="a${i}" Type="${office}/table" Target="../t.xml"/>`),
          ),
          'xl/t.xml': '<table ref="A1:B2"/>',
        },
      }),
  ],
]

/** Read like any other file, though each is made to take very long. */
const harmless: readonly (readonly [what: string, rows: number, make: () => Buffer])[] = [
  [
    'merges that all overlap',
    2_999,
    () =>
      sheet(
        header + datasets(3_000),
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(99_999)}</mergeCells>`,
      ),
  ],
  [
    'merges down over one another',
    3_000,
    () =>
      sheet(
        header + datasets(3_000),
        `<mergeCells>${times(99_999, (i) => `<mergeCell ref="A${2 + (i % 2_000)}:A1048576"/>`)}</mergeCells>`,
      ),
  ],
  [
    'a number format of a hundred thousand characters',
    20_000,
    () =>
      sheet(
        header + times(20_000, (i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"><v>${i}</v></c></row>`),
        '',
        {
          styles: `<numFmts><numFmt numFmtId="164" formatCode="${'0\\-'.repeat(50_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
        },
      ),
  ],
  [
    'one long text in every cell',
    20,
    () =>
      sheet(header + times(20, (r) => `<row r="${r + 2}">${'<c t="s"><v>0</v></c>'.repeat(40)}</row>`), '', {
        sharedStrings: `<si><t>${'a-'.repeat(125_000)}</t></si>`,
      }),
  ],
  [
    'a sheet that two thousand names share',
    3_000,
    () =>
      small({
        parts: {
          'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets>${times(1_900, (i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="s1"/>`)}</sheets></workbook>`,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${header}${datasets(3_000)}</sheetData></worksheet>`,
        },
      }),
  ],
]

describe('files built to harm cost little', () => {
  it.each(refused)('%s is refused', { timeout: 60_000 }, (_, problem, name, make) => {
    const cost = opened(name, make())
    expect(cost.problem).toMatchObject({ code: 'workbook-too-complex', ...problem })
    expect(cost.seconds).toBeLessThan(2)
    expect(cost.megabytes).toBeLessThan(300)
  })

  it.each(harmless)('%s: read in no time', { timeout: 60_000 }, (_, rows, make) => {
    const cost = opened('a.xlsx', make())
    expect(cost).toMatchObject({ problem: null, rows })
    expect(cost.seconds).toBeLessThan(4)
    expect(cost.megabytes).toBeLessThan(300)
  })
})
