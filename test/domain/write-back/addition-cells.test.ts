import { describe, expect, it } from 'vitest'
import type { AdditionsTable } from '../../../src/domain/write-back/additions-sheet.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan, type DatasetChanges } from '../../support/builders.ts'
import { changed } from '../../support/changed-datasets.ts'

const table = {
  sheet: 'Inventory',
  headerRow: 4,
  lastRow: 12,
  letters: ['A'],
  fields: [{ letter: 'A', field: 'title' }],
} as const
const additions: readonly AdditionsTable[] = [
  {
    kind: 'datasets',
    sheet: 'Plan additions',
    headerRow: 1,
    letters: new Map([
      ['Title', 'A'],
      ['Description', 'B'],
      ['Unit or program', 'C'],
      ['Plan: Steward', 'D'],
    ]),
    lastColumn: 4,
  },
]
const source = { sheet: 'Plan additions', row: 2 }

function written(now: DatasetChanges, words: Parameters<typeof changed>[0]['words'] = {}) {
  const dataset = changed({ before: { source, commitment: { steward: 'Bo' } }, now, words })
  const { changeLog, ...changes } = workbookChanges(aPlan({ datasets: [dataset.now] }), table, {
    additions,
    changed: [dataset],
    withChangeLog: true,
  })
  return { ...changes, told: changeLog?.entries.map(({ cell, rest }) => [cell, ...rest.slice(1, 4)]) }
}

describe('a dataset that stands on “Plan additions”', () => {
  it('is written over where it says something else, and is no new row', () => {
    const { cells, rows, columns, told } = written(
      { facts: { title: ' Waits ', description: '' }, commitment: { steward: 'Cy' } },
      { 'facts.title': {}, 'commitment.steward': {} },
    )
    expect(cells).toEqual([
      { sheet: 'Plan additions', cell: 'A2', value: 'Waits' },
      { sheet: 'Plan additions', cell: 'D2', value: 'Cy' },
    ])
    expect(rows).toEqual([])
    expect(columns).toEqual([])
    expect(told).toEqual([
      [{ sheet: 'Plan additions', cell: 'A2' }, 'Title', 'Inspection results', ' Waits '],
      [{ sheet: 'Plan additions', cell: 'D2' }, 'Plan: Steward', 'Bo', 'Cy'],
    ])
  })

  it('gets the headings that are missing, right of the others', () => {
    const { cells } = written({
      facts: { owner: 'Ana' },
      commitment: { steward: '', targetDate: '2027-01-15' },
    })
    expect(cells).toEqual([
      { sheet: 'Plan additions', cell: 'E1', value: 'Owner or steward' },
      { sheet: 'Plan additions', cell: 'F1', value: 'Plan: Target date' },
      { sheet: 'Plan additions', cell: 'E2', value: 'Ana' },
      { sheet: 'Plan additions', cell: 'F2', value: { date: '2027-01-15' } },
      { sheet: 'Plan additions', cell: 'D2', value: null },
    ])
  })

  it('is found by its sheet and below its headings, whatever else stands there', () => {
    const values = { ...(additions[0] as AdditionsTable), kind: 'values', headerRow: 1 } as const
    const low = { ...(additions[0] as AdditionsTable), headerRow: 2 }
    const dataset = changed({ before: { source }, now: { commitment: { steward: 'Cy' } }, words: {} })
    const other = aDataset({
      id: 'two',
      source: { sheet: 'Inventory', row: 2 },
      commitment: { steward: 'Ana' },
    })
    const cellsOf = (...tables: readonly AdditionsTable[]) =>
      workbookChanges(aPlan({ datasets: [dataset.now, other] }), table, {
        additions: tables,
        changed: [dataset],
      }).cells
    const cell = { sheet: 'Plan additions', cell: 'D2', value: 'Cy' }
    expect(cellsOf(...additions)).toEqual([cell])
    expect(cellsOf(values)).toEqual([])
    expect(cellsOf(low)).toEqual([])
    expect(cellsOf({ ...(additions[0] as AdditionsTable), sheet: 'Plan additions 2' })).toEqual([])
    expect(cellsOf({ ...(additions[0] as AdditionsTable), sheet: 'Plan additions 2' }, ...additions)).toEqual(
      [cell],
    )
  })

  it('stays where only blanks around its words differ, and what was corrected tells why', () => {
    const { cells, told } = written(
      { facts: { title: ' Inspection results ', notes: 'x' } },
      { 'facts.title': {}, 'facts.notes': { reason: 'As the statute says' } },
    )
    expect(cells.map(({ value }) => value)).toEqual(['Notes', 'x'])
    expect(told).toEqual([[{ sheet: 'Plan additions', cell: 'E2' }, 'Notes', '', 'x']])
  })

  it('leaves the file as it is while nobody decides anything', () => {
    const datasets = [aDataset({ source, commitment: { steward: 'Bo' } })]
    expect(workbookChanges(aPlan({ datasets }), table, { additions })).toMatchObject({
      cells: [],
      rows: [],
      columns: [],
      sheets: [],
    })
  })
})
