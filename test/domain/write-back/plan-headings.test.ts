import { describe, expect, it, test } from 'vitest'
import { unmarkedPlanColumns } from '../../../src/domain/write-back/plan-headings.ts'
import { makeGrid } from '../../support/make-grid.ts'

const mark = (name: string, sheet: string, letter = 'Z', headerRow = 1) => ({
  name,
  sheet,
  letter,
  headerRow,
})

describe('columns with a plan’s headings that no mark points to', () => {
  it('are found with their names, letters and the row of the headings', () => {
    const grid = makeGrid([
      ['Agency inventory'],
      [],
      ['Dataset', null, 'Plan: Availability', 'Plan: Rank', 'Plan: Steward', 'Plan: Rank and more'],
      ['Wait times', null, 'On portal', 1, 'A. Stone'],
    ])
    expect(unmarkedPlanColumns([grid], [])).toEqual([
      { name: 'ODAP_availability', sheet: 'Sheet1', letter: 'C', headerRow: 3 },
      { name: 'ODAP_rank', sheet: 'Sheet1', letter: 'D', headerRow: 3 },
      { name: 'ODAP_steward', sheet: 'Sheet1', letter: 'E', headerRow: 3 },
    ])
  })

  it('are none where no heading is exactly a plan’s', () => {
    const grid = makeGrid([['Dataset', 'Availability', 'plan: rank', 'Plan: Rank?']])
    expect(unmarkedPlanColumns([grid, makeGrid([])], [])).toEqual([])
  })

  it('stand in the row with most of the headings, the upper one of two with as many', () => {
    const few = ['See Plan: Tier', 'Plan: Tier']
    const most = ['Dataset', 'Plan: Rank', 'Plan: Steward']
    const places = (...rows: readonly (readonly string[])[]) =>
      unmarkedPlanColumns([makeGrid(rows)], []).map(({ name, headerRow }) => [name, headerRow])
    expect(places(few, most, few)).toEqual([
      ['ODAP_rank', 2],
      ['ODAP_steward', 2],
    ])
    expect(places(['Dataset', 'Unit', 'Owner', 'Notes', 'Plan: Tier'], most)).toEqual([
      ['ODAP_rank', 2],
      ['ODAP_steward', 2],
    ])
    expect(places(few, ['Dataset', 'Plan: Rank'])).toEqual([['ODAP_tier', 1]])
  })

  test.each([
    ['the last row that is looked at', 999, ['ODAP_rank']],
    ['a row below those', 1_000, []],
  ])('in %s', (_, rowsAbove, names) => {
    const above = Array.from({ length: rowsAbove }, () => ['Dataset'])
    const grid = makeGrid([...above, ['Dataset', 'Plan: Rank']])
    expect(unmarkedPlanColumns([grid], []).map(({ name }) => name)).toEqual(names)
  })

  it('are taken once where a heading stands twice, the left one', () => {
    const grid = makeGrid([['Plan: Rank', 'Dataset', 'Plan: Rank']])
    expect(unmarkedPlanColumns([grid], []).map(({ letter }) => letter)).toEqual(['A'])
  })

  test.each(['Plan additions', 'Plan lists', 'Plan changes'])('are not looked for on %j', (name) => {
    expect(unmarkedPlanColumns([makeGrid([['Dataset', 'Plan: Rank']], { name })], [])).toEqual([])
  })

  it('get names with numbers on every sheet after the first that has any', () => {
    const named = (name: string, ...heading: readonly string[]) =>
      makeGrid([['Dataset', ...heading]], { name })
    const grids = [named('North'), named('South', 'Plan: Rank'), named('West'), named('East', 'Plan: Rank')]
    expect(unmarkedPlanColumns(grids, []).map(({ name, sheet }) => [sheet, name])).toEqual([
      ['South', 'ODAP_rank'],
      ['East', 'ODAP_rank_2'],
    ])
  })

  it('get names no mark of another sheet has', () => {
    const grid = makeGrid([['Dataset', 'Plan: Rank']], { name: 'South' })
    const marks = [mark('ODAP_tier', 'North'), mark('ODAP_tier_2', 'West')]
    expect(unmarkedPlanColumns([grid], marks).map(({ name }) => name)).toEqual(['ODAP_rank_3'])
  })
})

describe('on a sheet that has marks', () => {
  const rows = [
    ['Plan: Tier', 'Plan: Steward', 'Plan: Custodian'],
    ['Dataset', 'Plan: Availability', 'Plan: Rank'],
  ]

  it('the other headings of their row are found, with the number the marks have', () => {
    const marks = [mark('ODAP_rank', 'North', 'C', 2), mark('ODAP_availability_4', 'South', 'B', 2)]
    const grids = [makeGrid(rows, { name: 'South' })]
    expect(unmarkedPlanColumns(grids, marks)).toEqual([
      { name: 'ODAP_rank_4', sheet: 'South', letter: 'C', headerRow: 2 },
    ])
  })

  it('whose name is written in another letter case, too', () => {
    const marks = [mark('ODAP_rank', 'SOUTH', 'C', 2)]
    expect(unmarkedPlanColumns([makeGrid(rows, { name: 'South' })], marks).map(({ name }) => name)).toEqual([
      'ODAP_availability',
    ])
  })

  it('none is found where all are marked, or where the row of the marks is gone', () => {
    const grids = [makeGrid(rows, { name: 'South' })]
    const all = [mark('ODAP_availability', 'South', 'B', 2), mark('ODAP_rank', 'South', 'C', 2)]
    expect(unmarkedPlanColumns(grids, all)).toEqual([])
    expect(unmarkedPlanColumns(grids, [mark('ODAP_rank', 'South', 'C', 7)])).toEqual([])
  })
})
