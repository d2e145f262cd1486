import { describe, expect, it } from 'vitest'
import type { WritableValue } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { readZip } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip, type ZipChanges } from '../../../../../src/engine/ooxml/zip/zip-writer.ts'
import { checkPatch } from '../../../../../src/engine/workbook/patching/check/check-patch.ts'
import {
  type PatchedPackage,
  patchPackage,
} from '../../../../../src/engine/workbook/patching/package/patch-package.ts'
import { loadWorkbook } from '../../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import { noChanges } from '../../../../support/patch-sample.ts'

const titles = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']
const original = makeWorkbook({
  sheets: [{ name: 'S', xml: rowsXml([['Title'], ...titles.map((title) => [title])]) }],
  styles: '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>',
  parts: { 'docProps/core.xml': '<core/>' },
})

function loaded(bytes: Uint8Array) {
  const workbook = loadWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value
}

/** The workbook with these cells written. */
function written(...cells: readonly (readonly [cell: string, value: WritableValue])[]): PatchedPackage {
  const changes = cells.map(([cell, value]) => ({ sheet: 'S', cell, value }))
  const result = patchPackage(loaded(original), { ...noChanges, tables: [], cells: changes })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function verdict(patched: PatchedPackage): string {
  const checked = checkPatch(loaded(original), patched)
  if (checked.ok) return 'good'
  return 'what' in checked.error ? checked.error.what : checked.error.code
}

type Write = PatchedPackage['sheets'][number]['patch']['written'][number]

/** The same bytes, with the patcher claiming to have written something else into the first cell. */
function claiming(patched: PatchedPackage, claim: (write: Write) => Write): PatchedPackage {
  const sheets = patched.sheets.map((sheet) => {
    const [first, ...others] = sheet.patch.written
    const all = first === undefined ? [] : [claim(first), ...others]
    return { ...sheet, patch: { ...sheet.patch, written: all } }
  })
  return { ...patched, sheets }
}

function repacked(patched: PatchedPackage, changes: ZipChanges): PatchedPackage {
  const archive = readZip(patched.bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return { ...patched, bytes: rewriteZip(archive.value, changes) }
}

const wrong = 'cells of S: A2'

describe('what a written cell says', () => {
  it.each<[WritableValue, WritableValue, string]>([
    ['another', 'another', 'good'],
    ['another', 'other', wrong],
    ['another', null, wrong],
    ['another', '', wrong],
    ['another', true, wrong],
    ['another', { date: '2026-05-01' }, wrong],
    [null, null, 'good'],
    [null, '', 'good'],
    [null, '  ', 'good'],
    [null, 'x', wrong],
    [null, 5, wrong],
    [null, false, wrong],
    [null, { date: '2026-05-01' }, wrong],
    [true, true, 'good'],
    [true, false, wrong],
    [false, false, 'good'],
    [false, true, wrong],
    [true, 'TRUE', 'good'],
    [{ date: '2026-05-01' }, { date: '2026-05-01' }, 'good'],
    [{ date: '2026-05-01' }, { date: '2026-05-02' }, wrong],
    [{ date: '2026-05-01' }, null, wrong],
    [{ date: '1899-05-01' }, { date: '1899-05-01' }, 'good'],
    [{ date: '1899-05-01' }, { date: '1899-05-02' }, wrong],
    [1.5, 1.5, 'good'],
    [1.5, null, wrong],
    ['  a\r\nb  ', '  a\r\nb  ', 'good'],
    ['   ', '   ', 'good'],
    ['_x0041_', '_x0041_', 'good'],
    ['_x0041_', 'A', wrong],
    ['a\u0001b', 'a\u0001b', 'good'],
    ['\ud800', '\ud800', 'good'],
    ['\ud800', '\ufffd', 'good'],
  ])('where %j was written is compared with %j', (value, claimed, expected) => {
    expect(verdict(claiming(written(['A2', value]), (write) => ({ ...write, value: claimed })))).toBe(
      expected,
    )
  })

  it('is nothing where a formula was written, whose result is Excel’s', () => {
    const formula = (write: Write) => ({ ...write, formula: 'A1' })
    expect(verdict(claiming(written(['A2', null]), formula))).toBe('good')
    expect(verdict(claiming(written(['A2', 'another']), formula))).toBe(wrong)
  })
})

describe('what nobody wrote', () => {
  it('is told cell by cell, at most five of them, and then what is wrong of those written', () => {
    const all = titles.map((_, index) => [`A${index + 2}`, 'new'] as const)
    const forgetful = (kept: number) => {
      const good = written(...all)
      const sheets = good.sheets.map((sheet) => ({
        ...sheet,
        patch: { ...sheet.patch, written: sheet.patch.written.slice(0, kept) },
      }))
      return { ...good, sheets }
    }
    expect(verdict(forgetful(7))).toBe('good')
    expect(verdict(forgetful(6))).toBe('cells of S: A8')
    expect(verdict(forgetful(0))).toBe('cells of S: A2, A3, A4, A5, A6')
    const both = claiming(written(['A2', 'new']), (write) => ({ ...write, row: 5 }))
    expect(verdict(both)).toBe('cells of S: A2, A5')
  })

  it('is also what was written elsewhere than it is', () => {
    const moved = claiming(written(['A3', 'new']), (write) => ({ ...write, column: 2 }))
    expect(verdict(moved)).toBe('cells of S: A3, B3')
  })

  it('may stand between what was', () => {
    const good = written(['A2', 'new'], ['A4', 'new'], ['A6', 'new'])
    const sheets = good.sheets.map((sheet) => ({
      ...sheet,
      patch: { ...sheet.patch, written: sheet.patch.written.filter(({ row }) => row !== 4) },
    }))
    expect(verdict({ ...good, sheets })).toBe('cells of S: A4')
  })

  it('is a part that changed, came or went without being meant to', () => {
    const good = written(['A2', 'new'])
    expect(verdict({ ...good, replaced: new Set() })).toMatch(/^parts: xl\/worksheets\/sheet1\.xml/)
    const added = repacked(good, { added: [{ name: 'more.xml', content: Buffer.from('<x/>') }] })
    expect(verdict(added)).toBe('parts: more.xml')
    expect(verdict({ ...added, added: new Set(['more.xml']) })).toBe('good')
    const removed = repacked(good, { removed: new Set(['docProps/core.xml']) })
    expect(verdict(removed)).toBe('parts: docProps/core.xml')
    const changed = repacked(removed, { added: [{ name: 'more.xml', content: Buffer.from('<x/>') }] })
    expect(verdict(changed)).toBe('parts: more.xml, docProps/core.xml')
  })
})

describe('what is not there any more', () => {
  it('is a sheet that was to be changed', () => {
    const good = written(['A2', 'new'])
    const sheets = good.sheets.map((sheet) => ({ ...sheet, part: { ...sheet.part, name: 'Other' } }))
    expect(verdict({ ...good, sheets })).toBe('cells of Other: Other')
  })

  it('is a sheet that was to be added', () => {
    const good = written(['A2', 'new'])
    const own = (name: string) => [{ sheet: { name } }] as unknown as PatchedPackage['ownSheets']
    expect(verdict({ ...good, ownSheets: own('Plan changes') })).toBe('sheet Plan changes')
    expect(verdict({ ...good, ownSheets: own('S') })).toBe('good')
  })
})
