import { describe, expect, it } from 'vitest'
import { readRelationships } from '../../../../src/engine/ooxml/parts/relationships.ts'
import { readZip, type ZipArchive } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { zipByBytes } from '../../../support/zip-by-bytes.ts'

function opened(parts: Readonly<Record<string, string>>): ZipArchive {
  const entries = Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) }))
  const archive = readZip(zipByBytes(entries))
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

const relation = (more: string) => `<Relationships><Relationship ${more}/></Relationships>`

describe('what a part points at', () => {
  const targetOf = (target: string, mode = '') => {
    const archive = opened({
      'xl/workbook.xml': '<a/>',
      'xl/sheets/My sheet.xml': '<b/>',
      'top.xml': '<c/>',
      'xl/_rels/workbook.xml.rels': relation(
        `Id="r1" Type="http://x/y/worksheet" Target="${target}" ${mode}`,
      ),
    })
    const found = readRelationships(archive, archive.byKey.get('xl/workbook.xml') ?? null)
    if (!found.ok) throw new Error(found.error.code)
    const [one] = found.value
    return one === undefined ? null : { ...one, target: one.target?.name ?? null }
  }

  it.each([
    ['sheets/My sheet.xml', 'xl/sheets/My sheet.xml'],
    ['SHEETS\\MY SHEET.XML', 'xl/sheets/My sheet.xml'],
    ['/xl/sheets/My sheet.xml', 'xl/sheets/My sheet.xml'],
    ['./sheets/../sheets//My sheet.xml', 'xl/sheets/My sheet.xml'],
    ['sheets/My%20sheet.xml', 'xl/sheets/My sheet.xml'],
    ['../top.xml', 'top.xml'],
    ['../../../top.xml', 'top.xml'],
    ['top.xml', null],
    ['none.xml', null],
    ['', null],
  ])('%s is %s', (address, target) => {
    expect(targetOf(address)).toEqual({ id: 'r1', type: 'worksheet', target, external: false, address })
  })

  it('outside of the package is kept as it is written, and never followed', () => {
    expect(targetOf('sheets/My sheet.xml', 'TargetMode="External"')).toEqual({
      id: 'r1',
      type: 'worksheet',
      target: null,
      external: true,
      address: 'sheets/My sheet.xml',
    })
    expect(targetOf('top.xml', 'TargetMode="Internal"')?.external).toBe(false)
  })

  it('is nothing where nothing is said, and damaged where it cannot be read', () => {
    const archive = opened({ 'a.xml': '<a/>', '_rels/.rels': '<Relationships>' })
    expect(readRelationships(archive, archive.entries[0] ?? null)).toEqual({ ok: true, value: [] })
    expect(readRelationships(archive, null)).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('may lack every word', () => {
    const archive = opened({ '_rels/.rels': '<Relationships><Other/><Relationship/></Relationships>' })
    expect(readRelationships(archive, null)).toEqual({
      ok: true,
      value: [{ id: '', type: '', target: null, external: false, address: '' }],
    })
  })
})
