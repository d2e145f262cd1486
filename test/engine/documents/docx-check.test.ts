import { beforeAll, describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { readStrictly } from '../../../src/engine/documents/docx-check/strict-xml.ts'
import { checkDocx } from '../../../src/engine/documents/docx-check.ts'
import { writePlanDocx } from '../../../src/engine/documents/plan-docx.ts'
import { writeZip } from '../../../src/engine/ooxml/zip/zip-writer.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan } from '../../support/builders.ts'
import { zipParts } from '../../support/zip-parts.ts'

const plan = planDocument(aFullPlan(), '2026-11-22')

describe('checking a document that was just written', () => {
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = await writePlanDocx(plan)
  })

  it('passes the document of this plan', () => {
    expect(checkDocx(bytes, plan)).toMatchObject({ ok: true })
  })

  it('fails one of another plan', () => {
    expect(checkDocx(bytes, planDocument(aPlan(), '2026-11-22'))).toMatchObject({
      ok: false,
      error: { code: 'document-check-failed' },
    })
  })

  it('fails a document cut short at any place', () => {
    for (const length of [0, 10, bytes.length >> 1, bytes.length - 1]) {
      expect(checkDocx(bytes.subarray(0, length), plan)).toMatchObject({ ok: false })
    }
  })

  it('fails a document with one byte of a part changed', () => {
    const damaged = bytes.slice()
    const at = bytes.length >> 1
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    expect(checkDocx(damaged, plan)).toMatchObject({ ok: false })
  })

  it('fails a document whose parts do not match their checksums', () => {
    const damaged = Buffer.from(bytes)
    const lastEntry = damaged.lastIndexOf('PK\u0001\u0002')
    damaged.writeUInt8(damaged.readUInt8(lastEntry + 16) ^ 1, lastEntry + 16)
    expect(checkDocx(damaged, plan)).toMatchObject({ ok: false })
  })
})

describe('a document that lost something on its way', () => {
  const main = 'word/document.xml'
  const relationships = 'word/_rels/document.xml.rels'
  let parts: ReadonlyMap<string, Buffer>

  beforeAll(async () => {
    parts = zipParts(await writePlanDocx(plan))
  })

  /** What the check says of the document with one part changed, or taken out. */
  function verdict(name: string, change: (xml: string) => string | null): string {
    const xml = parts.get(name)?.toString('utf8')
    if (xml === undefined) throw new Error(`no part ${name}`)
    const changed = change(xml)
    expect(changed).not.toBe(xml)
    const kept = [...parts].filter(([part]) => part !== name || changed !== null)
    const zip = kept.map(([part, content]) => ({
      name: part,
      content: part === name ? Buffer.from(changed ?? '') : content,
    }))
    const checked = checkDocx(writeZip(zip), plan)
    return checked.ok ? 'good' : checked.error.what
  }

  it('passes as long as nothing is lost', () => {
    const zip = [...parts].map(([name, content]) => ({ name, content }))
    expect(checkDocx(writeZip(zip), plan)).toMatchObject({ ok: true })
  })

  it('fails without any of its parts', () => {
    const names = [...parts.keys()].filter((name) => !/\/_rels\/(foot|end|font)/.test(name))
    expect(names.length).toBeGreaterThan(15)
    for (const name of names)
      expect(
        verdict(name, () => null),
        name,
      ).not.toBe('good')
  })

  it('fails without a table, with a table twice, and without a row of one', () => {
    const first = /<w:tbl>.*?<\/w:tbl>/s
    expect(verdict(main, (xml) => xml.replace(first, ''))).not.toBe('good')
    expect(verdict(main, (xml) => xml.replace(first, (table) => table + table))).not.toBe('good')
    const last = xmlOfLast(/<w:tbl>/g)
    expect(verdict(main, (xml) => xml.slice(0, last) + xml.slice(last).replace(first, ''))).not.toBe('good')
    const twice = (table: string) => table + table
    expect(verdict(main, (xml) => xml.slice(0, last) + xml.slice(last).replace(first, twice))).toBe('tables')
    const row = /<w:tr>(?:(?!<w:tr>).)*<\/w:tr>(?=<\/w:tbl>)/s
    expect(verdict(main, (xml) => xml.replace(row, ''))).not.toBe('good')
    expect(verdict(main, (xml) => xml.replace('<w:tblHeader/>', ''))).not.toBe('good')
  })

  it('fails without a heading, with one more, and with two that changed places', () => {
    const heading = /<w:p><w:pPr><w:pStyle w:val="Heading1"\/>.*?<\/w:p>/s
    expect(verdict(main, (xml) => xml.replace(heading, ''))).not.toBe('good')
    const more = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>More</w:t></w:r></w:p>'
    expect(verdict(main, (xml) => xml.replace('</w:body>', `${more}</w:body>`))).toBe('More')
    const [one, two] = planHeadings()
    const swap = (xml: string) => xml.replaceAll(`>${one}<`, '>…<').replaceAll(`>${two}<`, `>${one}<`)
    expect(verdict(main, (xml) => swap(xml).replaceAll('>…<', `>${two}<`))).toBe(one)
  })

  it('fails where a relationship leads to no part, whichever part it is of', () => {
    const elsewhere = (xml: string) => xml.replace(/Target="(?!http)[^"]*"/, 'Target="nowhere.xml"')
    expect(verdict(relationships, elsewhere)).toBe(`${relationships}: no part nowhere.xml`)
    expect(verdict('_rels/.rels', elsewhere)).toBe('_rels/.rels: no part nowhere.xml')
    expect(verdict('word/charts/_rels/chart1.xml.rels', elsewhere)).toBe(
      'word/charts/_rels/chart1.xml.rels: no part nowhere.xml',
    )
  })

  it('fails with relationships of a part that is not there', () => {
    const name = 'word/_rels/gone.xml.rels'
    const more = [...parts, [name, parts.get(relationships) ?? Buffer.alloc(0)] as const]
    const checked = checkDocx(writeZip(more.map(([part, content]) => ({ name: part, content }))), plan)
    expect(checked).toMatchObject({ ok: false, error: { what: `${name}: of no part` } })
  })

  it('fails where something is referred to by a relationship that is not there, or is there twice', () => {
    for (const way of ['id', 'embed', 'link'])
      expect(verdict(main, (xml) => xml.replace(/r:id="[^"]*"/, `r:${way}="lost"`))).toBe(
        'word/document.xml: no relationship lost',
      )
    expect(verdict(relationships, (xml) => xml.replace(/(<Relationship [^>]*>)/, '$1$1'))).toMatch(/ twice$/)
  })

  it('fails where a line of the contents leads nowhere, or to two places', () => {
    const secondIsFirst = (xml: string) => {
      const [first, second] = [...xml.matchAll(/<w:bookmarkStart [^>]*>/g)].map(([tag]) => tag)
      return xml.replace(second ?? '', first ?? '')
    }
    expect(verdict(main, secondIsFirst)).toMatch(/ twice$/)
    expect(verdict(main, (xml) => xml.replace(/w:anchor="[^"]*"/, 'w:anchor="lost"'))).toMatch(
      /no place lost$/,
    )
  })

  it('fails where nobody is told what a part is, or of a part that is not there', () => {
    const types = '[Content_Types].xml'
    expect(verdict(types, (xml) => xml.replace(/<Default [^>]*Extension="rels"[^>]*>/, ''))).toMatch(
      /\.rels$/,
    )
    const ghost = '<Override ContentType="application/xml" PartName="/word/ghost.xml"/></Types>'
    expect(verdict(types, (xml) => xml.replace('</Types>', ghost))).toBe('word/ghost.xml')
  })

  it.each([
    'file:///c:/windows/system32',
    'smb://server/share',
    '\\\\server\\share',
    'javascript:alert(1)',
    '',
  ])('fails with a link to “%s”', (target) => {
    const link = (xml: string) => xml.replace(/Target="https:[^"]*"/, () => `Target="${target}"`)
    expect(verdict(relationships, link)).toBe(`${relationships}: link to ${target}`)
  })

  function xmlOfLast(pattern: RegExp): number {
    return [...(parts.get(main)?.toString('utf8') ?? '').matchAll(pattern)].at(-1)?.index ?? -1
  }

  function planHeadings(): readonly string[] {
    return plan.parts.flatMap((part) =>
      part.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : [])),
    )
  }
})

describe('well-formed XML', () => {
  it.each(['<a><b c="1"/>text &amp; more</a>', '<?xml version="1.0"?><a>1 > 0</a>', '<a><!-- <b> --></a>'])(
    'passes %s',
    (xml) => {
      expect(readStrictly(Buffer.from(xml)).ok).toBe(true)
    },
  )

  it.each([
    '<a><b></a>',
    '<a>',
    '</a>',
    '<a>1 < 2</a>',
    '<a>Q & A</a>',
    '<a>\u0007</a>',
    '<a b="<"/>',
    '<a b=1/>',
    '<a>&unknown;</a>',
    '<a></a></b>',
    '<a></a><b></b>',
    '<a b="1" b="2"/>',
    '<a b="1"><!-- </a>',
  ])('finds the fault of %j', (xml) => {
    expect(readStrictly(Buffer.from(xml)).ok).toBe(false)
  })

  it('finds half a character', () => {
    const half = Buffer.concat([Buffer.from('<a>'), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from('</a>')])
    expect(readStrictly(half).ok).toBe(false)
  })
})
