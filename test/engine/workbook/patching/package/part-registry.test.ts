import { describe, expect, it } from 'vitest'
import { namespaces, strictRelationships } from '../../../../../src/engine/ooxml/xml/xml-namespaces.ts'
import { readZip } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import { registerSheets } from '../../../../../src/engine/workbook/patching/package/part-registry.ts'
import { zipByBytes } from '../../../../support/zip-by-bytes.ts'

const types = '[Content_Types].xml'
const relations = 'xl/_rels/workbook.xml.rels'
const worksheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const parts: Readonly<Record<string, string>> = {
  [types]: '<Types/>',
  'xl/workbook.xml': '<workbook/>',
  [relations]: '<Relationships/>',
}

function register(from: Readonly<Record<string, string>>, count: number, workbook = 'xl/workbook.xml') {
  const zip = zipByBytes(Object.entries(from).map(([name, text]) => ({ name, content: Buffer.from(text) })))
  const archive = readZip(zip)
  if (!archive.ok) throw new Error(archive.error.code)
  const entry = archive.value.entries.find(({ name }) => name === workbook)
  if (entry === undefined) throw new Error(`no ${workbook}`)
  return registerSheets(archive.value, entry, count)
}

function registered(from: Readonly<Record<string, string>>, count: number, workbook?: string) {
  const result = register(from, count, workbook)
  if (!result.ok) throw new Error(result.error.code)
  const { sheets, replaced } = result.value
  return { sheets, replaced: Object.fromEntries([...replaced].map(([name, xml]) => [name, xml.toString()])) }
}

const relationship = (id: string, target: string, base: string = namespaces.relationships) =>
  `<Relationship Id="${id}" Type="${base}/worksheet" Target="${target}"/>`
const override = (part: string) => `<Override PartName="/${part}" ContentType="${worksheet}"/>`

describe('new worksheets of a package', () => {
  it('are told in its two lists of parts', () => {
    expect(registered(parts, 2)).toEqual({
      sheets: [
        { part: 'xl/worksheets/sheet1.xml', relationship: 'rId1' },
        { part: 'xl/worksheets/sheet2.xml', relationship: 'rId2' },
      ],
      replaced: {
        [types]: `<Types>${override('xl/worksheets/sheet1.xml')}${override('xl/worksheets/sheet2.xml')}</Types>`,
        [relations]: `<Relationships>${relationship('rId1', 'worksheets/sheet1.xml')}${relationship('rId2', 'worksheets/sheet2.xml')}</Relationships>`,
      },
    })
  })

  it('are none where none is asked for, whatever the lists', () => {
    expect(registered({ 'xl/workbook.xml': '<workbook/>' }, 0)).toEqual({ sheets: [], replaced: {} })
  })

  it('take neither a part that is there, nor one that is only listed, nor a relationship that is taken', () => {
    const { sheets } = registered(
      {
        [types]: `<Types><Default Extension="xml"/><Override PartName="/XL/Worksheets/Sheet2.xml"/></Types>`,
        'xl/workbook.xml': '<workbook/>',
        'xl/worksheets/SHEET1.xml': '<worksheet/>',
        [relations]: '<Relationships><Relationship/><Relationship Id="rId2"/></Relationships>',
      },
      2,
    )
    expect(sheets).toEqual([
      { part: 'xl/worksheets/sheet3.xml', relationship: 'rId1' },
      { part: 'xl/worksheets/sheet4.xml', relationship: 'rId3' },
    ])
  })

  it('are named in the words of a strict package, and by the lists’ own prefixes', () => {
    const { replaced } = registered(
      {
        [types]: '<t:Types xmlns:t="a"></t:Types>',
        'xl/workbook.xml': '<workbook/>',
        [relations]: `<r:Relationships xmlns:r="b"><r:Relationship Id="other"/><r:Relationship Id="x" Type="${strictRelationships}/styles"/></r:Relationships>`,
      },
      1,
    )
    expect(replaced[types]).toBe(
      `<t:Types xmlns:t="a">${override('xl/worksheets/sheet1.xml').replace('<', '<t:')}</t:Types>`,
    )
    expect(replaced[relations]).toContain(
      relationship('rId1', 'worksheets/sheet1.xml', strictRelationships).replace('<', '<r:'),
    )
  })

  it('lie beside a workbook that lies elsewhere', () => {
    const { sheets, replaced } = registered(
      { [types]: '<Types/>', 'workbook.xml': '<workbook/>', '_rels/workbook.xml.rels': '<Relationships/>' },
      1,
      'workbook.xml',
    )
    expect(sheets).toEqual([{ part: 'worksheets/sheet1.xml', relationship: 'rId1' }])
    expect(replaced['_rels/workbook.xml.rels']).toContain('Target="worksheets/sheet1.xml"')
  })

  it.each([
    [types, undefined, 'package without lists of its parts'],
    [relations, undefined, 'package without lists of its parts'],
    [types, '<Types>', types],
    [relations, '<Relationships>', relations],
  ])('are refused where %s is %s', (name, content, what) => {
    const { [name]: _, ...others } = parts
    const broken = content === undefined ? others : { ...others, [name]: content }
    expect(register(broken, 1)).toEqual({ ok: false, error: { code: 'workbook-dialect-not-written', what } })
  })
})
