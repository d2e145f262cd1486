import { describe, expect, it, test } from 'vitest'
import type { ValueOnAdditions } from '../../../src/domain/inventory-table.ts'
import { rowKey, valuesByRow } from '../../../src/domain/write-back/additional-values.ts'
import { additionsOn, additionsTables } from '../../../src/domain/write-back/additions-sheet.ts'
import { makeGrid } from '../../support/make-grid.ts'

const datasetHeadings = ['Title', 'Description', 'Unit or program', 'Requests', 'Plan: Steward', 'Remarks']
const valueHeadings = ['Belongs to', 'Dataset', 'Column', 'Value']

const ours = (...rows: readonly (readonly string[])[]) => makeGrid(rows, { name: 'Plan additions' })

const value = (more: Partial<ValueOnAdditions> = {}): ValueOnAdditions => ({
  sheet: 'Inventory',
  letter: 'A',
  row: 5,
  title: 'Inspections',
  mark: 'ODAP_steward',
  value: 'Bo',
  ...more,
})

describe('the sheet “Plan additions” read back', () => {
  it('gives new datasets with what was decided of them', () => {
    const found = additionsOn([
      ours(datasetHeadings, [' Wait times ', 'By office', '', '12', ' Bo ', 'nice'], ['Permits']),
    ])
    expect(found).toEqual({
      datasets: [
        {
          sheet: 'Plan additions',
          row: 2,
          facts: { title: 'Wait times', description: 'By office', unit: '', demand: '12' },
          answers: { ODAP_steward: 'Bo' },
        },
        {
          sheet: 'Plan additions',
          row: 3,
          facts: { title: 'Permits', description: '', unit: '', demand: '' },
          answers: { ODAP_steward: '' },
        },
      ],
      values: [],
    })
  })

  it('gives values with the cell they were meant for, also below datasets', () => {
    const { datasets, values } = additionsOn([
      ours(
        datasetHeadings,
        ['Wait times'],
        [],
        valueHeadings,
        ['Inventory!A5', ' Inspections ', 'Plan: Steward', 'Bo'],
        ['My! Sheet!AB12', '', '', 'a corrected title'],
      ),
    ])
    expect(datasets).toHaveLength(1)
    expect(values).toEqual([
      value(),
      value({ sheet: 'My! Sheet', letter: 'AB', row: 12, title: '', mark: null, value: 'a corrected title' }),
    ])
  })

  test.each([
    ['no cell', ['Inventory', 'Inspections', 'Plan: Steward', 'Bo']],
    ['no sheet', ['!A5', 'Inspections', 'Plan: Steward', 'Bo']],
    ['a column that no sheet has', ['Inventory!ABCD5', 'Inspections', 'Plan: Steward', 'Bo']],
    ['no row', ['Inventory!A', 'Inspections', 'Plan: Steward', 'Bo']],
    ['a range', ['Inventory!A5:B6', 'Inspections', 'Plan: Steward', 'Bo']],
    ['no column of a plan’s', ['Inventory!A5', 'Inspections', 'Steward', 'Bo']],
  ])('leaves out what names %s', (_, row) => {
    expect(additionsOn([ours(valueHeadings, row)]).values).toEqual([])
  })

  it('is the agency’s own where its headings are others, or its name is', () => {
    const nothing = { datasets: [], values: [] }
    expect(additionsOn([ours(['Wish', 'Cost'], ['Scanner', '1200'])])).toEqual(nothing)
    expect(additionsOn([ours(['Title', 'Description', 'Unit'], ['Scanner', '', ''])])).toEqual(nothing)
    expect(additionsOn([makeGrid([datasetHeadings, ['Wait times']], { name: 'Inventory' })])).toEqual(nothing)
    expect(additionsOn([ours()])).toEqual(nothing)
  })

  it('may have come twice', () => {
    const second = makeGrid([datasetHeadings, ['Permits']], { name: 'Plan additions 2' })
    const { datasets } = additionsOn([ours(datasetHeadings, ['Wait times']), second])
    expect(datasets.map(({ sheet, facts }) => [sheet, facts.title])).toEqual([
      ['Plan additions', 'Wait times'],
      ['Plan additions 2', 'Permits'],
    ])
  })

  it('tells where its headings stand', () => {
    expect(additionsTables([ours([], datasetHeadings.slice(0, 3), ['Permits'], valueHeadings)])).toEqual([
      {
        kind: 'datasets',
        sheet: 'Plan additions',
        headerRow: 2,
        letters: new Map([
          ['Title', 'A'],
          ['Description', 'B'],
          ['Unit or program', 'C'],
        ]),
        lastColumn: 3,
      },
      {
        kind: 'values',
        sheet: 'Plan additions',
        headerRow: 4,
        letters: new Map([
          ['Belongs to', 'A'],
          ['Dataset', 'B'],
          ['Column', 'C'],
          ['Value', 'D'],
        ]),
        lastColumn: 4,
      },
    ])
  })
})

describe('the row that a value belongs to', () => {
  const fields = [
    { letter: 'B', field: 'title' },
    { letter: 'C', field: 'owner' },
    { letter: 'C', field: 'contact' },
    { letter: 'D', field: null },
  ] as const
  const rows = [
    { sheet: 'Inventory', row: 5, title: 'Inspections' },
    { sheet: 'Inventory', row: 6, title: 'Permits' },
    { sheet: 'South', row: 5, title: 'Permits' },
  ]
  const rowOf = (...values: readonly ValueOnAdditions[]) => [...valuesByRow(values, rows, fields).keys()]

  it('is the one that is named, as long as the same dataset stands there', () => {
    expect(rowOf(value())).toEqual(['Inventory!5'])
    expect(rowOf(value({ title: ' inspections ' }))).toEqual(['Inventory!5'])
    expect(rowOf(value({ title: 'Permits', row: 6 }))).toEqual(['Inventory!6'])
  })

  it('is the only one with that title where rows have moved', () => {
    expect(rowOf(value({ row: 6 }))).toEqual(['Inventory!5'])
    expect(rowOf(value({ row: 99 }))).toEqual(['Inventory!5'])
  })

  it('is none where it cannot be told', () => {
    expect(rowOf(value({ row: 99, title: 'Permits' }))).toEqual([])
    expect(rowOf(value({ title: 'Licenses' }))).toEqual([])
    expect(rowOf(value({ row: 99, title: 'Licenses' }))).toEqual([])
  })

  it('is the one that is named where the title itself could not be written', () => {
    const renamed = value({ letter: 'B', mark: null, title: 'Checks', value: 'Checks' })
    const found = valuesByRow([renamed, value({ title: 'Checks' })], rows, fields)
    expect([...found]).toEqual([
      ['Inventory!5', { answers: { ODAP_steward: 'Bo' }, facts: { title: 'Checks' } }],
    ])
    expect(rowOf(value({ letter: 'C', mark: null, title: 'Checks', value: 'Checks' }))).toEqual([])
    // What a column of the plan's is to say is no new title.
    expect(rowOf(value({ letter: 'B', title: 'Checks', value: 'Checks' }))).toEqual([])
    const elsewhere = { ...renamed, row: 99 }
    expect(rowOf(elsewhere, value({ row: 99, title: 'Checks' }))).toEqual([])
  })

  it('gets what was put there last, and every field of the cell', () => {
    const contact = value({ letter: 'C', mark: null, value: 'Cy' })
    const other = value({ letter: 'D', mark: null, value: 'x' })
    const found = valuesByRow([value(), value({ value: 'Ana' }), contact, other], rows, fields)
    expect(found.get(rowKey({ sheet: 'Inventory', row: 5 }))).toEqual({
      answers: { ODAP_steward: 'Ana' },
      facts: { owner: 'Cy', contact: 'Cy' },
    })
    expect(valuesByRow([], rows, fields).size).toBe(0)
  })
})
