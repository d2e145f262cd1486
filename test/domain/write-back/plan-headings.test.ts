import { describe, expect, it, test } from 'vitest'
import { judgedMarks, unmarkedPlanColumns } from '../../../src/domain/write-back/plan-headings.ts'
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

describe('a mark', () => {
  const judged = (
    rows: readonly (readonly (string | null)[])[],
    ...marks: readonly ReturnType<typeof mark>[]
  ) => {
    const { believed, doubtful } = judgedMarks([makeGrid(rows, { name: 'Inventory' })], marks)
    const places = (among: typeof believed) =>
      among.map(({ name, letter, headerRow }) => [name, letter, headerRow])
    return { believed: places(believed), doubtful: places(doubtful) }
  }
  const rank = (letter: string, headerRow = 1) => mark('ODAP_rank', 'INVENTORY', letter, headerRow)

  it.each(['Plan: Rank', ' plan: RANK ', 'Plan: Rank 2'])(
    'is believed under its own heading, also as “%s”',
    (heading) => {
      expect(judged([['Dataset', heading]], rank('B'))).toEqual({
        believed: [['ODAP_rank', 'B', 1]],
        doubtful: [],
      })
    },
  )

  it('gives way to its heading where a column or a row came or went and the mark stayed', () => {
    const inserted = [['Dataset', 'Notes', 'Plan: Rank', 'Plan: Tier']]
    const tier = mark('ODAP_tier', 'Inventory', 'C')
    expect(judged(inserted, rank('B'), tier)).toEqual({
      believed: [
        ['ODAP_rank', 'C', 1],
        ['ODAP_tier', 'D', 1],
      ],
      doubtful: [],
    })
    const below = [['Inventory of 2027'], [], ['Dataset', 'Plan: Rank']]
    expect(judged(below, rank('B'))).toEqual({ believed: [['ODAP_rank', 'B', 3]], doubtful: [] })
  })

  it('goes to the nearest of several such headings, by rows first', () => {
    const rows = [['Plan: Rank'], [], ['Dataset', 'Notes', 'x', 'y', 'Plan: Rank', 'Plan: Rank']]
    expect(judged(rows, rank('B', 3)).believed).toEqual([['ODAP_rank', 'E', 3]])
    expect(judged(rows, rank('C', 1)).believed).toEqual([['ODAP_rank', 'A', 1]])
  })

  it.each([
    ['another heading', [['Dataset', 'Ranking']]],
    ['a heading that only begins like it', [['Dataset', 'Plan: Rank and more']]],
    ['no heading', [['Dataset']]],
    ['no row', []],
  ])('is doubtful over %s, where its own stands nowhere', (_, rows) => {
    expect(judged(rows, rank('B'))).toEqual({ believed: [], doubtful: [['ODAP_rank', 'B', 1]] })
  })

  it('of a sheet that is gone is doubtful', () => {
    expect(judged([['Plan: Rank']], mark('ODAP_rank', 'Other', 'A')).doubtful).toEqual([
      ['ODAP_rank', 'A', 1],
    ])
  })

  it('of a version that knows more columns is believed where the heading is a plan’s', () => {
    const later = mark('ODAP_budget_2', 'Inventory', 'B')
    expect(judged([['Dataset', 'Plan: Budget']], later).believed).toEqual([['ODAP_budget_2', 'B', 1]])
    expect(judged([['Dataset', 'Budget']], later).doubtful).toEqual([['ODAP_budget_2', 'B', 1]])
  })
})
