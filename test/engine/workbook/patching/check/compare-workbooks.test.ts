import { describe, expect, it } from 'vitest'
import { readEntry, readZip, type ZipArchive } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip } from '../../../../../src/engine/ooxml/zip/zip-writer.ts'
import { compareWorkbooks } from '../../../../../src/engine/workbook/patching/check/compare-workbooks.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import { partText, sampleInventory } from '../../../../support/patch-sample.ts'

function compared(before: Uint8Array, after: Uint8Array) {
  const result = compareWorkbooks(before, after)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function opened(bytes: Uint8Array) {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

function entryNamed(archive: ZipArchive, name: string) {
  const entry = archive.entries.find((one) => one.name === name)
  if (entry === undefined) throw new Error(`no ${name}`)
  return entry
}

describe('comparing workbooks', () => {
  it('finds every part the same in a copy', () => {
    const { same, changed, added, removed } = compared(sampleInventory, sampleInventory)
    expect(same.length).toBe(opened(sampleInventory).entries.length)
    expect([changed, added, removed]).toEqual([[], [], []])
  })

  it('goes by what the parts hold, not by how they are packed', () => {
    const name = 'xl/worksheets/sheet1.xml'
    const content = Buffer.from(partText(sampleInventory, name))
    const repacked = rewriteZip(opened(sampleInventory), { replaced: new Map([[name, content]]) })
    expect(compared(sampleInventory, repacked).changed).toEqual([])
  })

  it('names changed cells with their values before and after, and parts that came or went', () => {
    const before = makeWorkbook({
      sheets: [
        {
          name: 'List',
          xml: rowsXml([
            ['a', 'b'],
            [1, 2],
          ]),
        },
      ],
      parts: { 'xl/old.xml': '<old/>', 'docProps/app.xml': '<a/>' },
    })
    const after = makeWorkbook({
      sheets: [{ name: 'List', xml: rowsXml([['a', 'B'], [1, null], ['new']]) }],
      parts: { 'xl/new.xml': '<new/>', 'docProps/app.xml': '<b/>' },
    })
    const { changed, added, removed } = compared(before, after)
    expect(changed.find(({ part }) => part === 'docProps/app.xml')?.cells).toEqual([])
    expect(changed.find(({ part }) => part === 'xl/worksheets/sheet1.xml')?.cells).toEqual([
      { sheet: 'List', cell: 'B1', before: 'b', after: 'B' },
      { sheet: 'List', cell: 'B2', before: '2', after: '' },
      { sheet: 'List', cell: 'A3', before: '', after: 'new' },
    ])
    expect([added, removed]).toEqual([['xl/new.xml'], ['xl/old.xml']])
  })

  it('finds one byte that differs in any part, wherever it stands in it', () => {
    const archive = opened(sampleInventory)
    const names = archive.entries.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(15)
    for (const { name, size } of archive.entries) {
      const content = readEntry(archive, entryNamed(archive, name))
      if (!content.ok) throw new Error(content.error.code)
      for (const place of new Set([0, size >> 1, size - 1])) {
        const flipped = Buffer.from(content.value)
        flipped[place] = (flipped[place] ?? 0) ^ 1
        const bytes = rewriteZip(archive, { replaced: new Map([[name, flipped]]) })
        const { same, changed, added, removed } = compared(sampleInventory, bytes)
        expect(changed.map(({ part }) => part)).toEqual([name])
        expect(same.toSorted()).toEqual(names.filter((one) => one !== name).toSorted())
        expect([added, removed]).toEqual([[], []])
      }
    }
  })

  it('tells damage of how the parts are packed where it changes what they are', () => {
    const archive = opened(sampleInventory)
    const entry = entryNamed(archive, 'docProps/app.xml')
    const flipped = (place: number) => {
      const bytes = Buffer.from(sampleInventory)
      bytes[place] = (bytes[place] ?? 0) ^ 1
      return bytes
    }
    const renamed = compared(sampleInventory, flipped(entry.centralStart + 46))
    expect(renamed.removed).toEqual([entry.name])
    expect(renamed.added).toHaveLength(1)
    expect(compared(sampleInventory, flipped(entry.centralStart + 16)).changed).toEqual([
      { part: entry.name, cells: [] },
    ])
    const damaged = { ok: false, error: { code: 'file-damaged' } }
    expect(compareWorkbooks(sampleInventory, flipped(entry.dataStart + 20))).toEqual(damaged)
  })

  it('compares delimited text field by field', () => {
    const { changed } = compared(Buffer.from('a,b\n1,2\n'), Buffer.from('a,b\n1,3\n'))
    expect(changed.flatMap(({ cells }) => cells)).toEqual([
      { sheet: '', cell: 'B2', before: '2', after: '3' },
    ])
  })

  it('finds the text of a copy the same', () => {
    const same = { same: ['text'], changed: [], added: [], removed: [] }
    expect(compared(Buffer.from('a,b\n1,2\n'), Buffer.from('a,b\n1,2\n'))).toEqual(same)
  })

  it('answers that a workbook and a text are not two of a kind', () => {
    const text = Buffer.from('a,b\n1,2\n')
    expect(compareWorkbooks(sampleInventory, text)).toMatchObject({ ok: false })
    expect(compareWorkbooks(text, sampleInventory)).toMatchObject({ ok: false })
  })

  it('answers with the problem of a file that cannot be read', () => {
    expect(compareWorkbooks(sampleInventory, sampleInventory.subarray(0, 900))).toEqual({
      ok: false,
      error: { code: 'file-damaged' },
    })
  })
})
