import { describe, expect, it } from 'vitest'
import type { Facts, InventoryField } from '../../../src/domain/inventory-field.ts'
import { correctionsOf } from '../../../src/domain/write-back/corrections.ts'
import { aDataset } from '../../support/builders.ts'

const columns = [
  { letter: 'A', field: 'title' },
  { letter: 'B', field: 'notes' },
  { letter: 'C', field: null },
  { letter: 'D', field: 'notes' },
  { letter: 'E', field: 'url' },
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

  it('is nowhere where no column holds it, and nothing where it means the same', () => {
    expect(cellsFor({}, { unit: 'Field Unit' }, {})).toEqual([])
    expect(cellsFor({ notes: 'Yes' }, { notes: 'TRUE' }, { B: 'Yes' })).toEqual([])
  })
})
