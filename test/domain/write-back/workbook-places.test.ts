import { describe, expect, it } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { InventoryField } from '../../../src/domain/inventory-field.ts'
import { planColumns } from '../../../src/domain/write-back/plan-columns.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan, type DatasetChanges } from '../../support/builders.ts'

const table = { sheet: 'Inventory', headerRow: 4, lastRow: 12, letters: ['A'], fields: [] } as const

type ColumnOf = readonly [letter: string, field: InventoryField | null]

function withFields(...fields: readonly ColumnOf[]) {
  return { ...table, fields: fields.map(([letter, field]) => ({ letter, field })) }
}

describe('where the plan’s columns go', () => {
  const south = { sheet: 'South', headerRow: 1, lastRow: 20, letters: ['A', 'B'] }

  it('is beside the table of every sheet, under names that differ', () => {
    const datasets = [
      aDataset({ review: { availability: 'on-portal' } }),
      aDataset({ id: 'two', source: { sheet: 'South', row: 7 }, review: { availability: 'not-public' } }),
    ]
    const { tables, columns } = workbookChanges(aPlan({ datasets }), table, { further: [south] })
    expect(tables).toEqual([table, south])
    expect(columns).toHaveLength(2)
    expect(columns.filter(({ header }) => header === 'Plan: Availability')).toStrictEqual([
      {
        sheet: 'Inventory',
        mark: 'ODAP_availability',
        header: 'Plan: Availability',
        width: 20,
        values: { 5: 'On portal' },
        at: null,
        choices: [
          'On portal',
          'Public data',
          'Public report',
          'Not public',
          'Not yet determined',
          'Cannot determine',
        ],
      },
      {
        sheet: 'South',
        mark: 'ODAP_availability_2',
        header: 'Plan: Availability',
        width: 20,
        values: { 7: 'Not public' },
        at: null,
        choices: [
          'On portal',
          'Public data',
          'Public report',
          'Not public',
          'Not yet determined',
          'Cannot determine',
        ],
      },
    ])
  })

  it('is where an earlier plan left them, by the names that mark them there', () => {
    const marksOn = (known: Parameters<typeof workbookChanges>[2]) => {
      const steward = { commitment: { steward: 'A. Stone' } }
      const datasets = [
        aDataset(steward),
        aDataset({ id: 'two', source: { sheet: 'South', row: 7 }, ...steward }),
      ]
      const changed = datasets.map((now) => {
        return { now, before: aDataset({ ...now, commitment: {} }), words: new Map(), cells: {} }
      })
      const plan = aPlan({ datasets })
      const { columns } = workbookChanges(plan, table, { further: [south], changed, ...known })
      return columns.filter(({ header }) => header === 'Plan: Steward').map(({ mark }) => mark)
    }
    const tier = { name: 'ODAP_tier', sheet: 'south', letter: 'D', headerRow: 1 }
    const other = ['ODAP_steward_2', 'ODAP_steward']
    expect(marksOn({ marks: [tier] })).toEqual(other)
    // Also one that is not to be believed: its name is given once.
    expect(marksOn({ named: [tier] })).toEqual(other)
    expect(marksOn({ marks: [{ ...tier, name: 'ODAP_budget' }] })).toEqual(other.toReversed())
  })
})

it('a cell of the agency changes where a person corrected it', () => {
  const before = aDataset({ facts: { notes: 'Weekly' } })
  const now = aDataset({ facts: { notes: 'Daily' } })
  const word = { actionId: 1, who: '', day: '2026-11-23', what: 'Corrected', reason: '' }
  const changed = [{ before, now, words: new Map([['facts.notes', word] as const]), cells: { A: 'Weekly' } }]
  expect(workbookChanges(aPlan({ datasets: [now] }), withFields(['A', 'notes']), { changed }).cells).toEqual([
    { sheet: 'Inventory', cell: 'A5', value: 'Daily', asColumn: true },
  ])
})

it('what cannot be written goes to a sheet that tells where it belongs', () => {
  const datasets = [
    aDataset({ source: { sheet: 'Inventory', row: 5 } }),
    aDataset({ id: 'two', source: null }),
  ]
  expect(workbookChanges(aPlan({ datasets }), table).refusedTo?.names).toEqual(
    new Map([['Inventory!5', 'Inspection results']]),
  )
  expect(workbookChanges(aPlan(), table)).toMatchObject({
    cells: [],
    rows: [],
    sheets: [],
    refusedTo: {
      name: 'Plan additions',
      header: ['Belongs to', 'Dataset', 'Column', 'Value'],
      widths: [24, 36, 28, 40],
    },
  })
  expect(workbookChanges(aPlan(), table)).not.toHaveProperty('rowsOtherwise')
})

describe('the row of a dataset that was added', () => {
  function rowOf(facts: DatasetChanges['facts'], ...fields: readonly ColumnOf[]) {
    const datasets = [aDataset({ source: null, facts: { title: '', ...facts } })]
    return workbookChanges(aPlan({ datasets }), withFields(...fields)).rows[0]?.values
  }

  it('holds a field in the first of the columns that may, and leaves out what is not said', () => {
    const facts = { title: 'Wait times', notes: 'Weekly extract', owner: '  ' }
    expect(
      rowOf(facts, ['A', 'owner'], ['B', null], ['C', 'notes'], ['D', 'notes'], ['E', 'title'], ['F', 'url']),
    ).toEqual({ C: 'Weekly extract', E: 'Wait times' })
  })

  it('holds both fields of a column that serves two, once where they say alike', () => {
    const fields = [
      ['A', 'owner'],
      ['A', 'contact'],
    ] as const
    expect(rowOf({ owner: 'A. Stone', contact: 'stone@example.gov' }, ...fields)).toEqual({
      A: 'A. Stone; stone@example.gov',
    })
    expect(rowOf({ owner: 'A. Stone', contact: 'A. Stone' }, ...fields)).toEqual({ A: 'A. Stone' })
    expect(rowOf({ contact: 'A. Stone' }, ...fields)).toEqual({ A: 'A. Stone' })
  })

  it('holds a day as a day and other texts without the space around them', () => {
    expect(
      rowOf({ 'planned-date': '2027-01-15', notes: ' soon ' }, ['A', 'planned-date'], ['B', 'notes']),
    ).toEqual({
      A: { date: '2027-01-15' },
      B: 'soon',
    })
  })

  it('comes with what the plan says of it under the names that mark the sheet’s columns', () => {
    const datasets = [aDataset({ source: null, commitment: { steward: 'A. Stone' } })]
    const known = { marks: [{ name: 'ODAP_rank_5', sheet: 'Inventory', letter: 'H', headerRow: 4 }] }
    const { rows, columns } = workbookChanges(aPlan({ datasets }), withFields(['A', 'title']), known)
    const [row] = rows
    expect({ ...row, planValues: {} }).toEqual({
      sheet: 'Inventory',
      after: 12,
      values: { A: 'Inspection results' },
      planValues: {},
    })
    const marks = planColumns(guidanceCriteria).map(({ mark }) => `${mark}_5`)
    const nothing = Object.fromEntries(marks.map((mark) => [mark, null]))
    expect(row?.planValues).toEqual({ ...nothing, ODAP_steward_5: 'A. Stone' })
    expect(columns.every(({ values }) => Object.keys(values).length === 0)).toBe(true)
  })

  it('stands in full, with widths to read it, on the sheet it goes to where there is no room', () => {
    const added = aDataset({
      source: null,
      facts: { title: ' Wait times ', url: 'https://example.org' },
      commitment: { automation: 'manual' },
    })
    expect(workbookChanges(aPlan({ datasets: [added] }), table).rowsOtherwise).toEqual({
      name: 'Plan additions',
      header: ['Title', 'Description', 'Unit or program', 'Web address', 'Plan: Automation'],
      widths: [24, 48, 24, 24, 20],
      rows: [['Wait times', null, null, 'https://example.org', 'By hand']],
    })
  })
})
