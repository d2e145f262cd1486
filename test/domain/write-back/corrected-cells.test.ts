import { describe, expect, it, test } from 'vitest'
import { type Facts, type InventoryField, noFacts } from '../../../src/domain/inventory-field.ts'
import type { ColumnField } from '../../../src/domain/inventory-table.ts'
import { correctionsOf, withSharedFields } from '../../../src/domain/write-back/corrections.ts'
import { aDataset } from '../../support/builders.ts'

const word = { actionId: 2, who: '', day: '2026-11-23', what: 'Corrected', reason: '' }

const columns: readonly ColumnField[] = [
  { letter: 'A', field: 'title' },
  { letter: 'B', field: 'notes' },
  { letter: 'C', field: 'notes' },
  { letter: 'D', field: 'notes' },
  { letter: 'E', field: null },
]

function corrected(before: Partial<Facts>, now: Partial<Facts>, cells: Record<string, string> = {}) {
  const fields = Object.keys(now) as InventoryField[]
  return {
    before: aDataset({ facts: before }),
    now: aDataset({ facts: { ...before, ...now } }),
    words: new Map(fields.map((field) => [`facts.${field}` as const, word])),
    cells,
  }
}

describe('a correction', () => {
  it('tells the cell, what it showed, and that the value is written as its column writes such things', () => {
    const change = corrected({ notes: 'Weekly' }, { notes: ' Daily ' }, { B: ' Weekly ' })
    expect(correctionsOf([change], columns)).toEqual([
      {
        dataset: change,
        field: 'notes',
        was: ' Weekly ',
        change: { sheet: 'Inventory', cell: 'B5', value: 'Daily', asColumn: true },
      },
    ])
  })

  it('of an empty cell tells that it showed nothing', () => {
    expect(correctionsOf([corrected({}, { notes: 'Daily' })], columns)).toMatchObject([
      { was: '', change: { cell: 'B5', value: 'Daily' } },
    ])
  })

  it('is made of no dataset that was added or has no row', () => {
    const change = corrected({ notes: 'Weekly' }, { notes: 'Daily' }, { B: 'Weekly' })
    expect(correctionsOf([{ ...change, before: null }], columns)).toEqual([])
    expect(correctionsOf([{ ...change, now: { ...change.now, source: null } }], columns)).toEqual([])
  })

  it('is made only of a fact that people spoke of', () => {
    const change = corrected({ notes: 'Weekly' }, { notes: 'Daily' }, { B: 'Weekly' })
    expect(correctionsOf([{ ...change, words: new Map() }], columns)).toEqual([])
  })

  it('of two datasets goes into the row of each', () => {
    const one = corrected({ notes: 'Weekly' }, { notes: 'Daily' }, { B: 'Weekly' })
    const source = { sheet: 'South', row: 9 }
    const two = { ...one, now: { ...one.now, source } }
    expect(correctionsOf([one, two], columns).map(({ change: { sheet, cell } }) => [sheet, cell])).toEqual([
      ['Inventory', 'B5'],
      ['South', 'B9'],
    ])
  })
})

describe('the cells of a corrected field', () => {
  const written = (before: string, now: string, cells: Record<string, string>) =>
    correctionsOf([corrected({ notes: before }, { notes: now }, cells)], columns).map(
      ({ change: { cell, value, refuse } }) => [cell, value, refuse],
    )

  test.each<[what: string, before: string, now: string, cells: Record<string, string>, changes: unknown]>([
    [
      'the one that is filled, blanks beside it',
      'old',
      'new',
      { B: '  ', C: ' old ' },
      [['C5', 'new', undefined]],
    ],
    ['cleared where only space is left', 'old', '  ', { B: 'old' }, [['B5', null, undefined]]],
    [
      'found although space stood around the old text',
      ' old ',
      'new',
      { B: 'old' },
      [['B5', 'new', undefined]],
    ],
    [
      'refused where the cell shows other words',
      'old',
      'new',
      { B: 'Our page' },
      [['B5', 'new', 'linked-cell']],
    ],
    [
      'all that said alike',
      'same',
      'new',
      { B: ' same', C: 'same ' },
      [
        ['B5', 'new', undefined],
        ['C5', 'new', undefined],
      ],
    ],
    [
      'those of changed parts',
      'a; b; c',
      'a; x;  y ',
      { B: ' a', C: 'b', D: 'c' },
      [
        ['C5', 'x', undefined],
        ['D5', 'y', undefined],
      ],
    ],
    [
      'refused where a part was added',
      'a; b',
      'a; b; c',
      { B: 'a', C: 'b' },
      [['B5', 'a; b; c', 'several-cells']],
    ],
    ['emptied of a part', 'a; b', 'a; ', { B: 'a', C: 'b' }, [['B5', 'a;', 'several-cells']]],
  ])('are %s', (_, before, now, cells, changes) => {
    expect(written(before, now, cells)).toEqual(changes)
  })
})

describe('a cell that two fields share', () => {
  const shared: readonly ColumnField[] = [
    { letter: 'A', field: 'title' },
    { letter: 'F', field: 'owner' },
    { letter: 'F', field: 'contact' },
    { letter: 'F', field: null },
  ]
  const changesOf = (
    list: readonly ColumnField[],
    before: Partial<Facts>,
    now: Partial<Facts>,
    showed = 'Fiscal',
  ) =>
    correctionsOf([corrected(before, now, { F: showed })], list).map(
      ({ field, change: { cell, value, refuse } }) => [field, cell, value, refuse],
    )
  const both = { owner: 'Fiscal', contact: 'Fiscal' }

  it('is written once where both say the same, whatever space is around it', () => {
    expect(changesOf(shared, both, { owner: ' Legal', contact: 'Legal ' })).toEqual([
      ['owner', 'F5', 'Legal', undefined],
    ])
  })

  it('is not written where they say something else', () => {
    expect(changesOf(shared, both, { contact: ' Legal ' })).toEqual([
      ['contact', 'F5', 'Legal', 'shared-cell'],
    ])
  })

  it('is not written where one of them also stands in a column of its own', () => {
    const list = [...shared, { letter: 'G', field: 'contact' } as const]
    expect(changesOf(list, both, { owner: 'Legal', contact: 'Legal' })).toEqual([
      ['owner', 'F5', 'Legal', 'shared-cell'],
    ])
  })

  it('is written by the one field where only that is mapped to it', () => {
    const alone: readonly ColumnField[] = [
      { letter: 'F', field: 'owner' },
      { letter: 'F', field: null },
      { letter: 'G', field: 'contact' },
    ]
    expect(changesOf(alone, both, { owner: 'Legal' })).toEqual([['owner', 'F5', 'Legal', undefined]])
  })
})

describe('what is said of one field of a shared cell', () => {
  const columnsOf = (...list: readonly (readonly [string, InventoryField])[]): readonly ColumnField[] =>
    list.map(([letter, field]) => ({ letter, field }))
  const shared = columnsOf(['F', 'owner'], ['F', 'contact'])
  const facts = { ...noFacts, owner: 'Fiscal', contact: 'Fiscal' }

  test.each<[what: string, columns: readonly ColumnField[], facts: Facts, contact: string | undefined]>([
    ['is said of the other', shared, facts, 'Legal'],
    ['is not where the other says something else', shared, { ...facts, contact: 'Desk' }, undefined],
    [
      'is not where they stand in cells of their own',
      columnsOf(['F', 'owner'], ['G', 'contact']),
      facts,
      undefined,
    ],
    [
      'is not where one stands in a further column',
      columnsOf(['F', 'owner'], ['F', 'contact'], ['G', 'contact']),
      facts,
      undefined,
    ],
    [
      'is where both stand in the same two columns',
      columnsOf(['F', 'owner'], ['F', 'contact'], ['G', 'owner'], ['G', 'contact']),
      facts,
      'Legal',
    ],
    ['is not where no column holds either', [], facts, undefined],
  ])('%s', (_, list, now, contact) => {
    expect(withSharedFields({ owner: 'Legal' }, now, list)).toEqual(
      contact === undefined ? { owner: 'Legal' } : { owner: 'Legal', contact },
    )
  })

  it('is said of it also where that empties both', () => {
    expect(withSharedFields({ owner: '' }, facts, shared)).toEqual({ owner: '', contact: '' })
  })

  it('is nothing where nothing is said', () => {
    expect(withSharedFields({}, facts, shared)).toStrictEqual({})
  })
})
