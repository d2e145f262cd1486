import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../../src/domain/write-back/workbook-changes.ts'
import { entryEnd, readEntry, readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { inspectBytes, readTableBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { changesWith, column, data, inventory, sheet } from '../../../support/patch-inventory.ts'
import {
  availability,
  cellOf,
  noChanges,
  partText,
  patched,
  route,
  sampleInventory,
  sampleTable,
} from '../../../support/patch-sample.ts'
import { asZip64, withDescriptors } from '../../../support/zip-dialects.ts'

const transitional = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

/** A bit of everything that can be asked of the sample inventory. */
const everything: WorkbookChanges = {
  ...noChanges,
  cells: [
    { sheet: 'Inventory', cell: 'B7', value: 'Edited ü 漢 <&>' },
    { sheet: 'Inventory', cell: 'M8', value: { date: '2026-01-31' } },
    { sheet: 'Inventory', cell: 'S7', value: null },
  ],
  columns: [availability, route],
  rows: [{ sheet: 'Inventory', after: 69, values: { A: 'X-1', B: 'Wait times' } }],
  sheets: [{ name: 'Plan additions', header: ['Dataset'], widths: [30], rows: [['Ice cream trucks']] }],
}

function archiveOf(bytes: Uint8Array) {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

function contentOf(bytes: Uint8Array, name: string): Buffer {
  const archive = archiveOf(bytes)
  const entry = archive.entries.find((one) => one.name === name)
  const content = entry === undefined ? null : readEntry(archive, entry)
  if (content === null || !content.ok) throw new Error(`no ${name}`)
  return content.value
}

/** The workbook with every part of XML written otherwise. */
function rewritten(bytes: Buffer, write: (xml: string, name: string) => string | Buffer): Buffer {
  const archive = archiveOf(bytes)
  const names = archive.entries.map(({ name }) => name).filter((name) => /\.(xml|rels)$/.test(name))
  const replaced = names.map((name) => [name, Buffer.from(write(partText(bytes, name), name))] as const)
  return rewriteZip(archive, { replaced: new Map(replaced) })
}

/** Every cell of the inventory's table, the plan's columns too, as the program reads it. */
function readBack(bytes: Uint8Array) {
  const content = readTableBytes(bytes, 'x.xlsx', { sheet: 'Inventory', headerRow: 6, headerRows: 1 })
  if (!content.ok) throw new Error(content.error.code)
  return [...content.value.rows].map(({ row, cells }) => ({ row, cells }))
}

const marksOf = (bytes: Uint8Array) => {
  const inspected = inspectBytes(Buffer.from(bytes), 'x.xlsx')
  if (!inspected.ok) throw new Error(inspected.error.code)
  return inspected.value.marks
}

const usual = patched(sampleInventory, everything)

/** The same changes come to the same in any dialect, and a second export finds them and changes nothing. */
function expectAsUsual(original: Buffer): Uint8Array {
  const { bytes, report } = patched(original, everything)
  expect(report.refused).toEqual(usual.report.refused)
  expect(report.addedColumns).toEqual(usual.report.addedColumns)
  expect(report.addedRows).toEqual(usual.report.addedRows)
  expect(readBack(bytes)).toEqual(readBack(usual.bytes))
  expect(marksOf(bytes)).toEqual(marksOf(usual.bytes))
  // The new row is one of the table's now.
  const tables = [{ ...sampleTable, lastRow: 70 }]
  const again = patched(bytes, { ...everything, tables, rows: [] })
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true)
  return bytes
}

describe('a workbook is written in its own dialect', () => {
  it('strict Open XML', () => {
    const original = rewritten(sampleInventory, (xml) =>
      xml
        .replaceAll(`${transitional}/spreadsheetml/2006/main`, `${strict}/spreadsheetml/main`)
        .replaceAll(
          `${transitional}/officeDocument/2006/relationships`,
          `${strict}/officeDocument/relationships`,
        ),
    )
    const bytes = expectAsUsual(original)
    expect(partText(bytes, 'xl/worksheets/sheet5.xml')).toContain(
      `<worksheet xmlns="${strict}/spreadsheetml/main"`,
    )
    const relations = partText(bytes, 'xl/_rels/workbook.xml.rels')
    expect(relations).toContain(
      `Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet5.xml"`,
    )
    for (const part of ['xl/workbook.xml', sheet, 'xl/worksheets/sheet5.xml', 'xl/styles.xml'])
      expect(partText(bytes, part)).not.toContain(`${transitional}/spreadsheetml`)
  })

  it('prefixes on every element', () => {
    const parts = new Set([
      'xl/workbook.xml',
      sheet,
      'xl/styles.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
    ])
    const original = rewritten(sampleInventory, (xml, name) =>
      parts.has(name)
        ? xml.replace(/<(\/?)([A-Za-z]+)(?=[\s/>])/g, '<$1x:$2').replace(' xmlns="', ' xmlns:x="')
        : xml,
    )
    const bytes = expectAsUsual(original)
    for (const part of parts) expect(partText(bytes, part)).not.toMatch(/<\/?[A-Za-z]+[\s/>]/)
  })

  it('comments and CDATA', () => {
    const original = rewritten(sampleInventory, (xml, name) =>
      name === sheet
        ? xml
            .replace(/(<row r="7"[^>]*>)/, '$1<!-- </row> -->')
            .replace(/<\/c>(<c r="D7")/, '<!-- <c r="C7"/> --></c><!-- -->$1')
            .replace(/(<c r="P8"[^>]*><v>)(\d+)(<\/v>)/, '$1<![CDATA[$2]]>$3')
            .replace('<sheetData>', '<sheetData><!-- <row r="7"><c r="B7"/></row> -->')
        : xml,
    )
    const bytes = expectAsUsual(original)
    const xml = partText(bytes, sheet)
    for (const kept of ['<!-- <row r="7"><c r="B7"/></row> -->', '<!-- </row> -->', '<![CDATA['])
      expect(xml).toContain(kept)
  })

  it('rows and cells that do not say where they are', () => {
    const counted = data.replace(/ r="[A-Z]?\d+"/g, '')
    const original = inventory(counted)
    const changes = {
      ...changesWith([column('One')]),
      cells: [{ sheet: 'Inventory', cell: 'B3', value: 'Edited' }],
      rows: [{ sheet: 'Inventory', after: 3, values: { B: 'Third' } }],
    }
    const { bytes, report } = patched(original, changes)
    expect(report.refused).toEqual([])
    const read = readTableBytes(bytes, 'x.xlsx', { sheet: 'Inventory', headerRow: 1, headerRows: 1 })
    expect(read.ok && [...read.value.rows].map(({ cells }) => cells['B'])).toEqual([
      'First',
      'Edited',
      'Third',
    ])
    expect(cellOf(bytes, sheet, 'D3')).toContain('>y<')
    expect(partText(bytes, sheet)).toContain('<row><c t="inlineStr"><is><t>ID</t></is></c>')
  })

  const encodings = [
    ['UTF-16', 'utf-16', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    [
      'UTF-16 the other way round',
      'utf-16',
      (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(),
    ],
    ['ISO 8859-1', 'iso-8859-1', (xml: string) => latin1(xml)],
  ] as const
  it.each(encodings)('%s, untouched bytes and all', (_, name, encode) => {
    const declared = (xml: string) => xml.replace(/encoding="UTF-8"/i, `encoding="${name}"`)
    const plain = rewritten(sampleInventory, (xml) => withDeclaration(xml))
    const original = rewritten(plain, (xml) => encode(declared(xml)))
    const bytes = expectAsUsual(original)
    const inUtf8 = patched(plain, everything).bytes
    for (const part of [
      'xl/workbook.xml',
      sheet,
      'xl/styles.xml',
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
    ])
      expect(contentOf(bytes, part).equals(encode(declared(partText(inUtf8, part)))), part).toBe(true)
  })

  it('entries with data descriptors, and with numbers of 64 bits', () => {
    for (const packed of [withDescriptors(sampleInventory), asZip64(sampleInventory)]) {
      const bytes = expectAsUsual(packed)
      const [before, after] = [archiveOf(packed), archiveOf(bytes)]
      const kept = before.byKey.get('xl/charts/chart1.xml')
      const later = after.byKey.get('xl/charts/chart1.xml')
      if (kept === undefined || later === undefined) throw new Error('no chart')
      const raw = (archive: typeof before, entry: typeof kept) =>
        archive.bytes.subarray(entry.localStart, entryEnd(archive, entry))
      expect(raw(after, later).equals(raw(before, kept))).toBe(true)
      expect((after.byKey.get(sheet)?.flags ?? 8) & 8).toBe(0)
    }
  })
})

/** What the encoding has no place for is written as a character reference. */
function latin1(xml: string): Buffer {
  const bytes = Array.from(xml, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 256 ? Buffer.from([code]) : (windows.get(character) ?? Buffer.from(`&#${code};`, 'latin1'))
  })
  return Buffer.concat(bytes)
}

const windows = new Map(
  Array.from('‘’“”–—…', (character, index): [string, Buffer] => {
    return [character, Buffer.from([[0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85][index] ?? 0])]
  }),
)

function withDeclaration(xml: string): string {
  return xml.startsWith('<?xml') ? xml : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`
}

describe('what a workbook may carry besides', () => {
  it('is told when it was signed', () => {
    const origin = `<Relationship Id="sig" Type="${transitional}/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>`
    const archive = archiveOf(sampleInventory)
    const root = partText(sampleInventory, '_rels/.rels').replace(
      '</Relationships>',
      `${origin}</Relationships>`,
    )
    const original = rewriteZip(archive, {
      replaced: new Map([['_rels/.rels', Buffer.from(root)]]),
      added: [{ name: '_xmlsignatures/origin.sigs', content: Buffer.from('signed') }],
    })
    const { report, bytes } = patched(original, everything)
    expect(report.warnings).toContainEqual({ where: '', code: 'signature-broken' })
    expect(contentOf(bytes, '_xmlsignatures/origin.sigs').toString()).toBe('signed')
    expect(patched(original, noChanges).report.warnings).toEqual([])
  })

  it('keeps its macros', () => {
    const file = new URL('../../../fixtures/workbooks/tough/poi/SimpleMacro.xlsm', import.meta.url)
    const original = readFileSync(file)
    const sheetName = /<sheet [^>]*name="([^"]*)"/.exec(partText(original, 'xl/workbook.xml'))?.[1] ?? ''
    const { bytes, report } = patched(original, {
      ...noChanges,
      tables: [],
      cells: [{ sheet: sheetName, cell: 'F20', value: 'Edited' }],
      sheets: [{ name: 'Plan additions', header: ['A'], widths: [9], rows: [] }],
    })
    expect(report.comparison.same).toContain('xl/vbaProject.bin')
    expect(partText(bytes, '[Content_Types].xml')).toContain('macroEnabled.main+xml')
  })
})

describe('what cannot be written safely is refused', () => {
  const refused = (part: string, content: Buffer | string, changes = changesWith([column('One')])) =>
    patchWorkbook(inventory(data, { parts: { [part]: content } }), changes)

  it.each([
    ['an encoding of its own', sheet, `<?xml version="1.0" encoding="ebcdic"?><worksheet/>`],
    [
      'rows out of order',
      sheet,
      `<worksheet xmlns="${transitional}/spreadsheetml/2006/main"><sheetData><row r="3"/><row r="1"/></sheetData></worksheet>`,
    ],
    ['no rows at all', sheet, `<worksheet xmlns="${transitional}/spreadsheetml/2006/main"/>`],
    [
      'half a character',
      sheet,
      Buffer.concat([Buffer.from('\ufeff<worksheet/>', 'utf16le'), Buffer.from([0, 0xd8])]),
    ],
  ])('%s', (_, part, content) => {
    const result = refused(part, content)
    expect(result.ok ? 'written' : result.error.code).toMatch(/^workbook-(dialect-not-written|too-complex)$/)
  })

  it('a row whose cells stand out of order, cell by cell', () => {
    const original = inventory(data.replace(/(<c r="A2".*?<\/c>)(<c r="B2".*?<\/c>)/, '$2$1'))
    const cells = [{ sheet: 'Inventory', cell: 'B2', value: 'Edited' }]
    const { report } = patched(original, { ...changesWith([]), cells })
    expect(report.refused.map(({ reason }) => reason)).toEqual(['sheet-out-of-order'])
  })
})
