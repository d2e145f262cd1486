import { describe, expect, it } from 'vitest'
import type { WorkbookChanges, WritableValue } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { readZip } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip } from '../../../../../src/engine/ooxml/zip/zip-writer.ts'
import { checkPatch } from '../../../../../src/engine/workbook/patching/check/check-patch.ts'
import {
  type PatchedPackage,
  patchPackage,
} from '../../../../../src/engine/workbook/patching/package/patch-package.ts'
import { loadWorkbook } from '../../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { noChanges, partText, sampleInventory } from '../../../../support/patch-sample.ts'

const changes: WorkbookChanges = {
  ...noChanges,
  cells: [
    { sheet: 'Inventory', cell: 'B7', value: 'Another title' },
    { sheet: 'Inventory', cell: 'B8', value: 'And another' },
  ],
}

function loaded(bytes: Uint8Array) {
  const workbook = loadWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value
}

function patch(wanted = changes): PatchedPackage {
  const result = patchPackage(loaded(sampleInventory), wanted)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** The patched workbook with one part changed behind the patcher's back. */
function tampered(part: string, from: string | RegExp, to: string, good = patch()): PatchedPackage {
  const archive = readZip(good.bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  const text = partText(good.bytes, part)
  expect(text).toMatch(from)
  const replaced = new Map([[part, Buffer.from(text.replace(from, to))]])
  return { ...good, bytes: rewriteZip(archive.value, { replaced }) }
}

function verdict(patched: PatchedPackage): string {
  const checked = checkPatch(loaded(sampleInventory), patched)
  if (checked.ok) return 'good'
  return 'what' in checked.error ? `${checked.error.code} ${checked.error.what}` : checked.error.code
}

describe('reading a patched workbook again', () => {
  it('lets good bytes pass', () => {
    expect(verdict(patch())).toBe('good')
  })

  it('stops bytes that lack a change', () => {
    const bad = tampered('xl/worksheets/sheet1.xml', 'Another title', 'Another turtle')
    expect(verdict(bad)).toBe('workbook-check-failed cells of Inventory: B7')
  })

  it('stops bytes with a change nobody asked for', () => {
    const bad = tampered('xl/worksheets/sheet1.xml', '<v>140</v>', '<v>141</v>')
    expect(verdict(bad)).toBe('workbook-check-failed cells of Inventory: P7')
  })

  it('stops bytes with a change behind all that was asked for', () => {
    const bad = tampered('xl/worksheets/sheet1.xml', '<v>310</v>', '<v>311</v>')
    expect(verdict(bad)).toBe('workbook-check-failed cells of Inventory: P12')
  })

  it('stops bytes whose other parts differ', () => {
    const bad = tampered('docProps/core.xml', 'Office', 'Bureau')
    expect(verdict(bad)).toBe('workbook-check-failed parts: docProps/core.xml')
  })

  it('stops bytes that cannot be read', () => {
    const bad = { ...patch(), bytes: Buffer.from('PK and nothing more') }
    expect(verdict(bad)).toBe('workbook-check-failed reading again: file-damaged')
  })

  const sheet = 'xl/worksheets/sheet1.xml'
  const inTitle = (value: WritableValue) =>
    patch({ ...noChanges, cells: [{ sheet: 'Inventory', cell: 'B7', value }] })
  const cell = /<c r="B7"[^>]*?(\/>|>.*?<\/c>)/
  const text = (words: string) => `<c r="B7" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
  const asked: readonly (readonly [string, WritableValue, string])[] = [
    ['a text', 'Permits', text('permits')],
    ['a text that Excel would read an escape in', 'A _x0041_ B', text('A A B')],
    ['a text of spaces', '   ', text('.')],
    ['yes', true, '<c r="B7" t="b"><v>0</v></c>'],
    ['no', false, '<c r="B7" t="b"><v>1</v></c>'],
    ['a day', { date: '2027-06-30' }, '<c r="B7"><v>46569</v></c>'],
    ['a number', 12.5, '<c r="B7"/>'],
    ['nothing', null, text('Something')],
    ['no words', '', text('Something')],
  ]
  it.each(asked)('lets %s pass that was written, and stops what is another', (_, value, other) => {
    expect(verdict(inTitle(value))).toBe('good')
    const bad = tampered(sheet, cell, other, inTitle(value))
    expect(verdict(bad)).toBe('workbook-check-failed cells of Inventory: B7')
  })

  it('stops bytes in which one of the cells stands as it did before', () => {
    const [before = ''] = cell.exec(partText(sampleInventory, sheet)) ?? []
    expect(verdict(tampered(sheet, cell, before))).toBe('workbook-check-failed cells of Inventory: B7')
  })
})
