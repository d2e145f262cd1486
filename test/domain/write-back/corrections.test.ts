import { describe, expect, it } from 'vitest'
import type { Facts, InventoryField } from '../../../src/domain/inventory-field.ts'
import { correctionsOf, withSharedFields } from '../../../src/domain/write-back/corrections.ts'
import { aDataset } from '../../support/builders.ts'

const columns = [
  { letter: 'A', field: 'title' },
  { letter: 'B', field: 'notes' },
  { letter: 'C', field: null },
  { letter: 'D', field: 'notes' },
  { letter: 'E', field: 'url' },
  { letter: 'F', field: 'owner' },
  { letter: 'F', field: 'contact' },
] as const

function cellsFor(before: Partial<Facts>, now: Partial<Facts>, cells: Record<string, string>) {
  const word = { actionId: 2, who: '', day: '2026-11-23', what: 'Corrected', reason: '' }
  const fields = Object.keys(now) as InventoryField[]
  const changed = {
    before: aDataset({ facts: before }),
    now: aDataset({ facts: { ...before, ...now } }),
    words: new Map(fields.map((field) => [`facts.${field}` as const, word])),
    cells,
  }
  return correctionsOf([changed], columns).map(({ change: { cell, value, refuse } }) => [cell, value, refuse])
}

describe('a corrected field', () => {
  it('goes into the cell that holds it, or the first that may', () => {
    expect(cellsFor({ notes: 'old' }, { notes: 'new' }, { D: 'old' })).toEqual([['D5', 'new', undefined]])
    expect(cellsFor({}, { notes: 'new' }, {})).toEqual([['B5', 'new', undefined]])
    expect(cellsFor({ notes: 'old' }, { notes: '' }, { B: 'old' })).toEqual([['B5', null, undefined]])
  })

  it('of several cells goes into those whose part differs, while the parts can be told apart', () => {
    const cells = { B: 'one', D: 'two' }
    expect(cellsFor({ notes: 'one; two' }, { notes: 'one; 2' }, cells)).toEqual([['D5', '2', undefined]])
    expect(cellsFor({ notes: 'one; two' }, { notes: 'one' }, cells)).toEqual([['B5', 'one', 'several-cells']])
  })

  it('is not written over words with a link behind them', () => {
    const before = { url: 'https://example.org/old' }
    expect(cellsFor(before, { url: 'https://example.org/new' }, { E: 'Our page' })).toEqual([
      ['E5', 'https://example.org/new', 'linked-cell'],
    ])
  })

  it('of two cells that said alike goes into both', () => {
    expect(cellsFor({ notes: 'same' }, { notes: 'new' }, { B: 'same', D: 'same' })).toEqual([
      ['B5', 'new', undefined],
      ['D5', 'new', undefined],
    ])
  })

  it('that shares its cell with another is written once, and not where the other says something else', () => {
    const before = { owner: 'Fiscal', contact: 'Fiscal' }
    const cells = { F: 'Fiscal' }
    expect(cellsFor(before, { owner: 'Legal', contact: 'Legal' }, cells)).toEqual([
      ['F5', 'Legal', undefined],
    ])
    expect(cellsFor(before, { owner: 'Legal' }, cells)).toEqual([['F5', 'Legal', 'shared-cell']])
    const facts = aDataset({ facts: before }).facts
    expect(withSharedFields({ owner: 'Legal' }, facts, columns)).toEqual({ owner: 'Legal', contact: 'Legal' })
    expect(withSharedFields({ owner: 'Legal', contact: 'x' }, facts, columns)).toEqual({
      owner: 'Legal',
      contact: 'x',
    })
    expect(withSharedFields({ unit: 'Legal' }, facts, columns)).toEqual({ unit: 'Legal' })
  })

  it('is nowhere where no column holds it, and nothing where it means the same', () => {
    expect(cellsFor({}, { unit: 'Field Unit' }, {})).toEqual([])
    expect(cellsFor({ notes: 'Yes' }, { notes: 'TRUE' }, { B: 'Yes' })).toEqual([])
  })
})
