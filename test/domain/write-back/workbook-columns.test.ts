import { describe, expect, it } from 'vitest'
import type { WorkbookChanges } from '../../../src/domain/write-back/workbook-changes.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aDataset, aPlan, ratings, someDatasets, weighed } from '../../support/builders.ts'

const table = {
  sheet: 'Inventory',
  headerRow: 4,
  lastRow: 12,
  letters: ['A', 'B'],
  fields: [
    { letter: 'A', field: 'title' },
    { letter: 'B', field: 'notes' },
  ],
} as const

function valuesOf(changes: WorkbookChanges, header: string): object | undefined {
  const column = changes.columns.find((one) => one.header === header)
  const said = Object.entries(column?.values ?? {}).filter(([, value]) => value !== null)
  return Object.fromEntries(said)
}

describe('the plan’s columns in the workbook', () => {
  it('are none while nothing is decided, and what an earlier plan left stays', () => {
    const plan = aPlan({ datasets: someDatasets([{}, { review: { availability: 'on-portal' } }]) })
    const marks = [{ name: 'ODAP_availability', sheet: 'Inventory', letter: 'H', headerRow: 4 }]
    const nothing = { tables: [table], cells: [], columns: [], rows: [], sheets: [] }
    expect(workbookChanges(aPlan({ datasets: someDatasets([{}, {}]) }), table)).toMatchObject(nothing)
    expect(workbookChanges(plan, table, { marks })).toMatchObject(nothing)
  })

  it('that are there already are written in the rows alone of which something else was decided', () => {
    const review = { availability: 'on-portal' } as const
    const datasets = someDatasets([{ review }, { review }, { identification: { access: 'public' } }])
    const marks = [
      { name: 'ODAP_availability', sheet: 'Inventory', letter: 'H', headerRow: 4 },
      { name: 'ODAP_steward', sheet: 'Inventory', letter: 'J', headerRow: 4 },
    ]
    const [, second, third] = datasets
    if (second === undefined || third === undefined) throw new Error('There are three')
    const changed = [
      {
        now: second,
        before: aDataset({ ...second, review: { availability: 'not-public' } }),
        words: new Map(),
        cells: {},
      },
      { now: third, before: aDataset({ ...third, identification: {} }), words: new Map(), cells: {} },
    ]
    const { columns } = workbookChanges(aPlan({ datasets }), table, { marks, changed })
    expect(columns.map(({ header, at, values }) => [header, at, values])).toEqual([
      ['Plan: Availability', 'H', { 6: 'On portal' }],
      // It says nothing new, and its mark is set right all the same.
      ['Plan: Access', null, { 5: null, 6: null, 7: 'Public' }],
      ['Plan: Steward', 'J', {}],
    ])
  })

  it('take a score, rank or tier that is there for what it is until ratings or weights say another', () => {
    const rated = { identification: { access: 'public' }, priority: { ratings: ratings(2) } } as const
    const datasets = someDatasets([rated])
    const marks = ['priority_score', 'rank', 'tier'].map((name, index) => {
      return { name: `ODAP_${name}`, sheet: 'Inventory', letter: 'HIJ'[index] ?? '', headerRow: 4 }
    })
    const plan = aPlan({ datasets })
    expect(workbookChanges(plan, table, { marks }).columns).toEqual([])
    const criteriaBefore = weighed({ demand: 3 })
    expect(workbookChanges(plan, table, { marks, criteriaBefore }).columns).toEqual([])
    const uneven = someDatasets([
      { ...rated, priority: { ratings: { ...ratings(2), demand: { value: 3, reason: '' } } } },
    ])
    const { columns } = workbookChanges(aPlan({ datasets: uneven }), table, { marks, criteriaBefore })
    expect(columns.map(({ header, values }) => [header, values])).toEqual([
      ['Plan: Priority score', { 5: 2.2 }],
      ['Plan: Rank', {}],
      ['Plan: Tier', { 5: 'Next' }],
    ])
  })

  it('hold a value only in the rows of datasets somebody decided about', () => {
    const changes = workbookChanges(aFullPlan(), table)
    expect(valuesOf(changes, 'Plan: Availability')).toEqual({
      5: 'On portal',
      6: 'Not public',
      7: 'Public report',
      8: 'Not public',
      9: 'Not public',
      10: 'Not public',
      11: 'Cannot determine',
      12: 'Not public',
    })
    expect(valuesOf(changes, 'Plan: Published at')).toEqual({
      5: 'https://data.example.gov/d/abcd-1234',
      7: 'Annual report',
    })
    expect(valuesOf(changes, 'Plan: High-value grounds')).toEqual({ 5: 'A, F' })
    expect(valuesOf(changes, 'Plan: Release route')).toEqual({ 7: 'Aggregate' })
    expect(valuesOf(changes, 'Plan: Retirement ground')).toEqual({ 5: 'Discontinued or replaced' })
  })

  it('hold score, rank and tier of what is rated, and why a person decided otherwise', () => {
    const changes = workbookChanges(aFullPlan(), table)
    expect(valuesOf(changes, 'Plan: Priority score')).toEqual({ 6: 3, 7: 2, 8: 1, 9: 3 })
    expect(valuesOf(changes, 'Plan: Rank')).toEqual({ 6: 1, 7: 3, 8: 4, 9: 1 })
    expect(valuesOf(changes, 'Plan: Tier')).toEqual({ 6: 'Now', 7: 'Next', 8: 'Now', 9: 'Not planned' })
    expect(valuesOf(changes, 'Plan: Tier reason')).toEqual({
      8: 'Asked for by the Council.',
      9: 'The system is replaced in spring.',
    })
  })

  it('round a score to what a reader can compare', () => {
    const criteria = weighed({ quality: 0, 'machine-readable': 0 })
    const rated = { ...ratings(1), goals: { value: 2 as const, reason: '' } }
    const datasets = someDatasets([{ identification: { access: 'public' }, priority: { ratings: rated } }])
    expect(valuesOf(workbookChanges(aPlan({ datasets, criteria }), table), 'Plan: Priority score')).toEqual({
      5: 1.33,
    })
  })

  it('write a target date as a date', () => {
    expect(valuesOf(workbookChanges(aFullPlan(), table), 'Plan: Target date')).toEqual({
      6: { date: '2026-11-22' },
    })
  })

  it('carry marks of their own, and choices Excel can take as a list', () => {
    const { columns } = workbookChanges(aFullPlan(), table)
    expect(new Set(columns.map(({ mark }) => mark)).size).toBe(columns.length)
    for (const { mark, values, choices } of columns) {
      expect(mark).toMatch(/^ODAP_[a-z_]+$/)
      if (choices === undefined) continue
      for (const choice of choices) expect(choice).not.toContain(',')
      expect(choices.join(',').length).toBeLessThanOrEqual(255)
      for (const value of Object.values(values)) if (value !== null) expect(choices).toContain(value)
    }
  })

  it('never touch a cell of the agency', () => {
    expect(workbookChanges(aFullPlan(), table).cells).toEqual([])
  })

  it('leave out datasets of another sheet', () => {
    const datasets = someDatasets([
      { source: { sheet: 'GIS', row: 5 }, review: { availability: 'not-public' } },
      { review: { availability: 'on-portal' } },
    ])
    const changes = workbookChanges(aPlan({ datasets }), table)
    expect(valuesOf(changes, 'Plan: Availability')).toEqual({ 6: 'On portal' })
    expect(changes.sheets).toEqual([])
  })
})

describe('datasets added during the work', () => {
  it('go below the table with facts and answers, or else to a sheet of their own', () => {
    const datasets = someDatasets([
      { review: { availability: 'on-portal' } },
      {
        source: null,
        facts: { title: 'Wait times', unit: 'Call center', notes: 'Weekly extract' },
        review: { availability: 'not-public' },
        commitment: { targetDate: '2027-01-15' },
      },
      { source: null, facts: { title: 'Overtime by unit' } },
    ])
    const { rows, sheets, rowsOtherwise: sheet } = workbookChanges(aPlan({ datasets }), table)
    expect(sheets).toEqual([])
    expect(rows).toMatchObject([
      {
        sheet: 'Inventory',
        after: 12,
        values: { A: 'Wait times', B: 'Weekly extract' },
        planValues: { ODAP_availability: 'Not public', ODAP_target_date: { date: '2027-01-15' } },
      },
      { after: 12, values: { A: 'Overtime by unit' }, planValues: { ODAP_availability: null } },
    ])
    expect(sheet?.name).toBe('Plan additions')
    expect(sheet?.header).toEqual([
      'Title',
      'Description',
      'Unit or program',
      'Notes',
      'Plan: Availability',
      'Plan: Target date',
    ])
    expect(sheet?.rows).toEqual([
      ['Wait times', null, 'Call center', 'Weekly extract', 'Not public', { date: '2027-01-15' }],
      ['Overtime by unit', null, null, null, null, null],
    ])
    expect(sheet?.widths).toHaveLength(6)
  })
})
