import { describe, expect, it } from 'vitest'
import type { Refusal, WorkbookChanges } from '../../../../../src/domain/write-back/workbook-changes.ts'
import {
  placeOwnSheets,
  placeRefused,
} from '../../../../../src/engine/workbook/patching/package/own-sheet-places.ts'
import type { TouchedSheets } from '../../../../../src/engine/workbook/patching/package/patch-work.ts'
import {
  locked,
  none,
  ownSheet,
  rowsOn,
  structureLocked,
  told,
  tooLong,
  touched,
  unplacedRow,
  workOf,
} from '../../../../support/own-sheets.ts'
import { column } from '../../../../support/patch-inventory.ts'

describe('rows that found no room', () => {
  const rowsOtherwise = ownSheet('New rows', [['in full']])
  const homeless = { rows: [unplacedRow(9, { A: 1 })] }

  it.each([
    ['one sheet has some', touched([{}, homeless]), true],
    ['every sheet has some', touched([homeless, homeless]), true],
    ['no sheet has any', touched([{}, {}]), false],
    ['nothing was touched', touched([]), false],
  ])('stand on a sheet of their own where %s', (_, sheets, stands) => {
    const own = placeRefused(workOf({ rowsOtherwise }), none, sheets)
    expect(told(own)).toEqual(stands ? [['New rows', null, false]] : [])
  })

  it('are nowhere where nobody wants them', () => {
    expect(placeRefused(workOf({}), none, touched([homeless]))).toBe(none)
  })

  it('are told of where that sheet is not let in, and what was refused before stays told', () => {
    const before = { ...none, refused: [structureLocked('Plan')] }
    const kept = placeRefused(workOf({ rowsOtherwise }, locked), before, touched([homeless]))
    expect(kept.refused).toEqual([structureLocked('Plan'), structureLocked('New rows')])
    expect(kept.placed).toEqual([])
    const long = ownSheet('New rows', [[tooLong]])
    const without = placeRefused(workOf({ rowsOtherwise: long }), before, touched([homeless]))
    expect(without.refused).toEqual([
      structureLocked('Plan'),
      { where: 'New rows', reason: 'text-too-long', value: tooLong },
    ])
    expect(rowsOn(without, 'New rows')).toEqual([[null]])
    const marked = placeRefused(
      workOf({ rowsOtherwise: ownSheet('Marked', [['x']], ['Whatever']) }, locked),
      none,
      touched([homeless]),
    )
    expect(told(marked)).toEqual([['Marked', 'Marked', false]])
  })

  it('get a name that no other sheet has', () => {
    const work = workOf({ sheets: [ownSheet('NEW ROWS')], rowsOtherwise })
    const own = placeRefused(work, placeOwnSheets(work), touched([homeless]))
    expect(own.placed.map((one) => one.sheet.name)).toEqual(['NEW ROWS', 'New rows 2'])
    const taken = placeRefused(workOf({ rowsOtherwise: ownSheet('INVENTORY') }), none, touched([homeless]))
    expect(told(taken)).toEqual([['INVENTORY 2', null, false]])
  })
})

describe('values that found no place', () => {
  const refusedTo = {
    name: 'Not written',
    header: ['Place', 'Dataset', 'Heading', 'Value'] as const,
    widths: [1, 2, 3, 4] as const,
    names: new Map([['Inventory!2', 'Inspections']]),
  }
  const values = (changes: Partial<WorkbookChanges>, sheets: TouchedSheets) =>
    rowsOn(placeRefused(workOf({ refusedTo, ...changes }), none, sheets), 'Not written')
  const refused = (where: string, reason: Refusal['reason'], value: string): Refusal => ({
    where,
    reason,
    value,
  })

  it('are told one a row: those of columns, of rows, of cells', () => {
    const tables = [{ sheet: 'inventory', headerRow: 1, lastRow: 9, letters: ['C', 'D'] }]
    const sheets = touched(
      [
        {
          columns: [column('Route', { values: { 2: 'As is', 3: null, 4: 5 } })],
          rows: [unplacedRow(9, { A: 'new', B: null, D: 7 })],
          refusedCells: [
            refused('Inventory!A1', 'formula-cell', 'a'),
            refused('Inventory!A2', 'text-too-long', 'b'),
          ],
        },
      ],
      {
        columns: [column('Why', { sheet: 'Gone', values: { 7: true } })],
        rows: [unplacedRow(20, { B: { date: '2026-05-01' } })],
        refusedCells: [refused('Gone!A1', 'sheet-not-found', 'c')],
      },
    )
    expect(values({ tables }, sheets)).toEqual([
      ['Inventory!C2', 'Inspections', 'Route', 'As is'],
      ['Inventory!C4', null, 'Route', 5],
      ['Gone!A7', null, 'Why', true],
      ['Inventory!A10', null, '', 'new'],
      ['Inventory!D10', null, '', 7],
      ['Inventory!B21', null, '', { date: '2026-05-01' }],
      ['Inventory!A1', null, '', 'a'],
      ['Gone!A1', null, '', 'c'],
    ])
  })

  it('of a table without columns are told as those of the first', () => {
    const tables = [{ sheet: 'Inventory', headerRow: 1, lastRow: 9, letters: [] }]
    const sheets = touched([{ columns: [column('Route', { values: { 2: 'x' } })] }])
    expect(values({ tables }, sheets)).toEqual([['Inventory!A2', 'Inspections', 'Route', 'x']])
  })

  it('are not told twice where their rows stand on a sheet in full', () => {
    const sheets = touched([{ rows: [unplacedRow(9, { A: 'new' })] }])
    const rowsOtherwise = ownSheet('New rows')
    const own = placeRefused(workOf({ refusedTo, rowsOtherwise }), none, sheets)
    expect(told(own)).toEqual([['New rows', null, false]])
  })

  it('have a sheet only where there are some and somebody wants it', () => {
    expect(placeRefused(workOf({ refusedTo }), none, touched([{}]))).toBe(none)
    const sheets = touched([{ refusedCells: [refused('Inventory!A1', 'formula-cell', 'a')] }])
    expect(placeRefused(workOf({}), none, sheets)).toBe(none)
    const [placed] = placeRefused(workOf({ refusedTo }), none, sheets).placed
    const { names: _, ...sheet } = refusedTo
    expect(placed?.sheet).toEqual({ ...sheet, rows: [['Inventory!A1', null, '', 'a']], hidden: false })
  })

  it('follow what stands on a sheet of that name already, under headings of their own', () => {
    const work = workOf({
      refusedTo,
      sheets: [ownSheet('First'), ownSheet('Not written', [['kept']]), ownSheet('Last')],
    })
    const sheets = touched([{ refusedCells: [refused('Inventory!A1', 'formula-cell', 'a')] }])
    const own = placeRefused(work, placeOwnSheets(work), sheets)
    expect(own.placed.map((one) => [one.sheet.name, one.sheet.rows])).toEqual([
      ['First', [['x']]],
      [
        'Not written',
        [['kept'], [], ['Place', 'Dataset', 'Heading', 'Value'], ['Inventory!A1', null, '', 'a']],
      ],
      ['Last', [['x']]],
    ])
  })
})
