import { describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../../src/domain/write-back/workbook-changes.ts'
import { changesWith, column, data, inventory, sheet } from '../../../support/patch-inventory.ts'
import { partText, patched } from '../../../support/patch-sample.ts'

const original = inventory(data)
const empty = { values: { 2: null, 3: null } } as const

const patchedWith = (bytes: Uint8Array, changes: WorkbookChanges) => {
  const { bytes: updated, report } = patched(Buffer.from(bytes), changes)
  return { updated: Buffer.from(updated), added: report.addedColumns.map(({ header }) => header) }
}

describe('a column that would only clear its cells', () => {
  it('is not begun where no earlier export put it', () => {
    const { updated, added } = patchedWith(original, changesWith([column('One', empty)]))
    expect(added).toEqual([])
    expect(updated.equals(original)).toBe(true)
  })

  it('is no hindrance to the others', () => {
    const { added } = patchedWith(original, changesWith([column('One', empty), column('Two')]))
    expect(added).toEqual(['Two'])
  })

  it('is cleared where it stands, known by its mark in whatever letters', () => {
    const before = patchedWith(original, changesWith([column('One')])).updated
    expect(partText(before, sheet)).toContain('>x<')
    const { updated, added } = patchedWith(before, changesWith([column('ONE', empty)]))
    expect(added).toEqual(['ONE'])
    expect(partText(updated, sheet)).not.toContain('>x<')
  })

  it('is cleared where its heading was found', () => {
    const before = inventory(
      data.replace('</c></row>', '</c><c r="D1" t="inlineStr"><is><t>One</t></is></c></row>'),
    )
    expect(patchedWith(before, changesWith([column('One', { ...empty, at: 'D' })])).added).toEqual(['One'])
  })

  it('is begun where a new row says something in it', () => {
    const rows = [{ sheet: 'Inventory', after: 3, values: { B: 'Third' }, planValues: { ODAP_One: 'yes' } }]
    expect(patchedWith(original, { ...changesWith([column('One', empty)]), rows }).added).toEqual(['One'])
    const silent = [{ sheet: 'Inventory', after: 3, values: { B: 'Third' }, planValues: { ODAP_Two: 'yes' } }]
    expect(patchedWith(original, { ...changesWith([column('One', empty)]), rows: silent }).added).toEqual([])
  })

  it('is one with a heading alone where it has no cells at all, or some that say something', () => {
    expect(patchedWith(original, changesWith([column('One', { values: {} })])).added).toEqual(['One'])
    expect(
      patchedWith(original, changesWith([column('One', { values: { 2: null, 3: 'y' } })])).added,
    ).toEqual(['One'])
  })

  it('is not begun in a text file either', () => {
    const csv = Buffer.from('ID,Title,Notes\n1,First,a\n2,Second,b\n')
    const { updated } = patchedWith(csv, changesWith([column('One', empty), column('Two')]))
    expect(updated.toString()).toBe('ID,Title,Notes,Two\n1,First,a,x\n2,Second,b,y\n')
  })
})
