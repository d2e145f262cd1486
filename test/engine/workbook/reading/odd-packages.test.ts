import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { openWorkbook } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { makeWorkbook } from '../../../support/make-workbook.ts'

const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

interface Dialect {
  readonly names: typeof transitional
  /** Names of the parts as entries, and what relationships call them. */
  readonly workbook: string
  readonly workbookTarget: string
  readonly relationships: string
  readonly sheet: string
  readonly sheetTarget: string
  readonly strings: string
  readonly stringsTarget: string
  /** `x:` for prefixed parts. */
  readonly prefix: string
  readonly encode: (xml: string) => Buffer
}

const usual: Dialect = {
  names: transitional,
  workbook: 'xl/workbook.xml',
  workbookTarget: 'xl/workbook.xml',
  relationships: 'xl/_rels/workbook.xml.rels',
  sheet: 'xl/worksheets/sheet1.xml',
  sheetTarget: 'worksheets/sheet1.xml',
  strings: 'xl/sharedStrings.xml',
  stringsTarget: 'sharedStrings.xml',
  prefix: '',
  encode: (xml) => Buffer.from(xml),
}

function utf16(xml: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

const dialects: readonly (readonly [string, Partial<Dialect>])[] = [
  ['usual names', {}],
  [
    'absolute targets',
    {
      workbookTarget: '/xl/workbook.xml',
      sheetTarget: '/xl/worksheets/sheet1.xml',
      stringsTarget: '/xl/sharedStrings.xml',
    },
  ],
  ['backslashes in targets', { workbookTarget: 'xl\\workbook.xml', sheetTarget: 'worksheets\\sheet1.xml' }],
  [
    'backslashes in entry names',
    {
      workbook: 'xl\\workbook.xml',
      relationships: 'xl\\_rels\\workbook.xml.rels',
      sheet: 'xl\\worksheets\\sheet1.xml',
    },
  ],
  [
    'another letter case',
    {
      sheet: 'XL/Worksheets/Sheet1.XML',
      strings: 'xl/SharedStrings.xml',
      relationships: 'xl/_RELS/workbook.xml.rels',
    },
  ],
  ['dots in targets', { sheetTarget: '../xl/./worksheets/sheet1.xml', workbookTarget: './xl/workbook.xml' }],
  ['escapes in targets', { sheet: 'xl/work sheets/sheet1.xml', sheetTarget: 'work%20sheets/sheet1.xml' }],
  [
    'the workbook at the root',
    {
      workbook: 'book.xml',
      workbookTarget: 'book.xml',
      relationships: '_rels/book.xml.rels',
      sheetTarget: 'xl/worksheets/sheet1.xml',
      stringsTarget: 'xl/sharedStrings.xml',
    },
  ],
  [
    'names of another producer',
    {
      sheet: 'data/first.bin',
      sheetTarget: '../data/first.bin',
      strings: 'data/words.dat',
      stringsTarget: '../data/words.dat',
    },
  ],
  ['strict names', { names: strict }],
  ['prefixed elements', { prefix: 'x:' }],
  ['prefixed strict elements', { prefix: 'ss:', names: strict }],
  ['a byte order mark', { encode: (xml) => Buffer.from(`\ufeff${xml}`) }],
  ['UTF-16, little-endian', { encode: (xml) => utf16(xml, false) }],
  ['UTF-16, big-endian', { encode: (xml) => utf16(xml, true) }],
  [
    'white space and comments',
    { encode: (xml) => Buffer.from(xml.replaceAll('><', '>\r\n  <!-- <c> --><')) },
  ],
  ['apostrophes for quotes', { encode: (xml) => Buffer.from(xml.replaceAll('"', "'")) }],
]

function packageOf(dialect: Dialect): Buffer {
  const { names, prefix: p } = dialect
  const namespace = p === '' ? `xmlns="${names.main}"` : `xmlns:${p.slice(0, -1)}="${names.main}"`
  const xml = (body: string) => dialect.encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
  const relations = (list: readonly (readonly [string, string, string])[]) =>
    xml(
      `<Relationships xmlns="${packageRelationships}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${names.office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    )
  const entries: readonly (readonly [string, Buffer])[] = [
    [
      '[Content_Types].xml',
      xml(
        contentTypes.replace(
          '</Types>',
          `<Override PartName="/${dialect.workbook.replaceAll('\\', '/')}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
        ),
      ),
    ],
    ['_rels/.rels', relations([['a', 'officeDocument', dialect.workbookTarget]])],
    [
      dialect.workbook,
      xml(
        `<${p}workbook ${namespace} xmlns:q="${names.office}"><${p}sheets><${p}sheet name="Añb" sheetId="1" q:id="s"/></${p}sheets></${p}workbook>`,
      ),
    ],
    [
      dialect.relationships,
      relations([
        ['s', 'worksheet', dialect.sheetTarget],
        ['t', 'sharedStrings', dialect.stringsTarget],
      ]),
    ],
    [dialect.strings, xml(`<${p}sst ${namespace}><${p}si><${p}t>Número</${p}t></${p}si></${p}sst>`)],
    [
      dialect.sheet,
      xml(
        `<${p}worksheet ${namespace}><${p}sheetData><${p}row r="1"><${p}c r="A1" t="s"><${p}v>0</${p}v></${p}c><${p}c r="B1"><${p}v>12.5</${p}v></${p}c></${p}row>` +
          `<${p}row><${p}c t="inlineStr"><${p}is><${p}t>x &amp; y</${p}t></${p}is></${p}c><${p}c t="b"><${p}v>1</${p}v></${p}c></${p}row></${p}sheetData></${p}worksheet>`,
      ),
    ],
  ]
  return writeZip(entries.map(([name, content]) => ({ name, content })))
}

describe('one workbook in the dialects of many producers', () => {
  it.each(dialects)('%s', (_, differences) => {
    const opened = openWorkbook(packageOf({ ...usual, ...differences }), 'a.xlsx')
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    expect(opened.value.grids[0]?.name).toBe('Añb')
    expect(opened.value.grids[0]?.rows.map(({ row, columns, texts }) => [row, columns, texts])).toEqual([
      [1, [1, 2], ['Número', '12.5']],
      [2, [1, 2], ['x & y', 'TRUE']],
    ])
  })
})

describe('hyperlinks', () => {
  const external = (id: string, target: string) =>
    `<Relationship Id="${id}" Type="${transitional.office}/hyperlink" Target="${target}" TargetMode="External"/>`
  const sheet = (links: string) => ({
    name: 'S',
    xml:
      '<sheetData><row r="1"><c r="A1" t="str"><v>Portal</v></c><c r="B1" t="str"><f>HYPERLINK("https://data.ct.gov/f","Here")</f><v>Here</v></c>' +
      '<c r="C1" t="str"><f>HYPERLINK("#Other!A1","There")</f><v>There</v></c><c r="D1"><v>1</v></c><c r="E1"><v>2</v></c></row></sheetData>' +
      `<hyperlinks xmlns:r="${transitional.office}">${links}</hyperlinks>`,
  })
  const linksOf = (links: string, relationships: string) => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packageRelationships}">${relationships}</Relationships>`,
    }
    const opened = openWorkbook(makeWorkbook({ sheets: [sheet(links)], parts }), 'a.xlsx')
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    return [...(opened.value.grids[0]?.links.values() ?? [])]
  }

  it('are known by the address they lead to, from cells and from formulas', () => {
    const links = '<hyperlink ref="A1" r:id="a"/><hyperlink ref="D1:E1" r:id="b" location="part"/>'
    const relationships = external('a', 'https://data.ct.gov/a?x=1&amp;y=2') + external('b', 'https://ct.gov')
    expect(linksOf(links, relationships).sort()).toEqual([
      'https://ct.gov#part',
      'https://ct.gov#part',
      'https://data.ct.gov/a?x=1&y=2',
      'https://data.ct.gov/f',
    ])
  })

  it('keep the place within the page that their own address names', () => {
    const relationships = external('a', 'https://ct.gov/list#permits')
    expect(linksOf('<hyperlink ref="A1" r:id="a" location="elsewhere"/>', relationships)).toContain(
      'https://ct.gov/list#permits',
    )
  })

  it('are left alone where they lead into the workbook, to files or nowhere', () => {
    const links =
      '<hyperlink ref="A1" location="Other!A1"/><hyperlink ref="B1" r:id="gone"/><hyperlink ref="D1" r:id="f"/><hyperlink ref="E1:XFD1048576" r:id="b"/><hyperlink r:id="b"/>'
    const relationships = external('f', 'file:///c:/secret.txt') + external('b', 'https://ct.gov')
    expect(linksOf(links, relationships)).toEqual(['https://data.ct.gov/f'])
  })
})
