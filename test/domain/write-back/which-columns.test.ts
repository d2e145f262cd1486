import { describe, expect, it } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan } from '../../support/builders.ts'

const table = { sheet: 'Inventory', headerRow: 4, lastRow: 12, letters: ['A'], fields: [] } as const
const south = { sheet: 'South', headerRow: 1, lastRow: 20, letters: ['A'] }
const commitment = { steward: 'Bo', method: 'By a script' } as const
const mark = (name: string, letter: string) => ({ name, sheet: 'Inventory', letter, headerRow: 4 })

const columnsOf = (...parameters: Parameters<typeof workbookChanges>) =>
  workbookChanges(...parameters).columns.map(({ sheet, header, folded }) => [sheet, header, folded === true])

describe('the columns that a workbook gets', () => {
  const plan = aPlan({ datasets: [aDataset({ commitment })] })

  it('are those in which something is said, and what explains it is folded away', () => {
    expect(columnsOf(plan, table)).toEqual([
      ['Inventory', 'Plan: Steward', false],
      ['Inventory', 'Plan: How it gets there', true],
    ])
    const [steward] = workbookChanges(plan, table).columns
    expect(steward).not.toHaveProperty('folded')
    expect(steward).not.toHaveProperty('choices')
  })

  it('are the main ones alone where that is wanted', () => {
    expect(columnsOf(plan, table, { onlyMainColumns: true })).toEqual([['Inventory', 'Plan: Steward', false]])
    expect(columnsOf(plan, table, { onlyMainColumns: false })).toHaveLength(2)
  })

  it('are those that are there already too', () => {
    const marks = [mark('ODAP_method', 'F'), mark('ODAP_availability', 'E')]
    const changed = [{ now: aDataset({ commitment }), before: aDataset(), words: new Map(), cells: {} }]
    expect(columnsOf(plan, table, { onlyMainColumns: true, marks, changed })).toEqual([
      ['Inventory', 'Plan: Availability', false],
      ['Inventory', 'Plan: Steward', false],
      ['Inventory', 'Plan: How it gets there', true],
    ])
  })

  it('stand on the sheet that gets a new row, and on no other', () => {
    const datasets = [aDataset({ source: null, commitment: { steward: 'Bo' } })]
    expect(columnsOf(aPlan({ datasets }), table, { further: [south] })).toEqual([
      ['Inventory', 'Plan: Steward', false],
    ])
    expect(columnsOf(aPlan({ datasets }), { ...table, sheet: 'North' }, { further: [south] })).toEqual([
      ['North', 'Plan: Steward', false],
    ])
  })

  it.each([
    ['a dataset was added', { datasets: [aDataset({ source: null })] }, {}],
    [
      'a criterion counts more',
      { criteria: guidanceCriteria.map((one) => ({ ...one, weight: 2 })) },
      { criteriaOnSheets: [{ sheet: 'Plan criteria', cell: 'B2', name: 'Demand from others', weight: 1 }] },
    ],
  ])('are found again by their marks where %s', (_, changes, known) => {
    const marks = [mark('ODAP_availability', 'E')]
    expect(columnsOf(aPlan(changes), table, { marks, ...known })).toEqual([
      ['Inventory', 'Plan: Availability', false],
    ])
  })

  it('are none where nothing was decided since, whatever is there', () => {
    const marks = [mark('ODAP_availability', 'E')]
    const datasets = [aDataset({ review: { availability: 'on-portal' } })]
    expect(columnsOf(aPlan({ datasets }), table, { marks })).toEqual([])
  })

  it('hold what is said by now where an earlier plan left something on a sheet of ours', () => {
    const letters = new Map([['Belongs to', 'A']])
    const additions = [
      { kind: 'values', sheet: 'Plan additions', headerRow: 1, letters, lastColumn: 4 } as const,
    ]
    expect(columnsOf(plan, table, { additions })).toEqual([])
    const changed = [{ now: aDataset({ commitment }), before: null, words: new Map(), cells: {} }]
    expect(columnsOf(plan, table, { additions, changed })).toHaveLength(2)
    expect(columnsOf(plan, table, { additions, marks: [mark('ODAP_access', 'E')] })).toEqual([])
  })
})

describe('corrections of the agency’s cells', () => {
  it('are those of datasets in its tables, on further sheets too', () => {
    const fields = [{ letter: 'A', field: 'title' }] as const
    const correct = (sheet: string) => {
      const source = { sheet, row: 5 }
      const now = aDataset({ source, facts: { title: 'New' } })
      const before = aDataset({ source, facts: { title: 'Old' } })
      const word = { actionId: 1, who: '', day: '2026-11-01', what: '', reason: '' } as const
      const changed = [{ now, before, words: new Map([['facts.title', word] as const]), cells: { A: 'Old' } }]
      return workbookChanges(aPlan({ datasets: [now] }), { ...table, fields }, { further: [south], changed })
        .cells
    }
    expect(correct('Inventory')).toMatchObject([{ sheet: 'Inventory', cell: 'A5', value: 'New' }])
    expect(correct('South')).toMatchObject([{ sheet: 'South', cell: 'A5', value: 'New' }])
    expect(correct('Plan additions')).toEqual([])
  })
})
