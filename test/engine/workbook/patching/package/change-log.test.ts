import { describe, expect, it } from 'vitest'
import type {
  AddedColumn,
  AddedRow,
  CellTarget,
  WorkbookChanges,
} from '../../../../../src/domain/write-back/workbook-changes.ts'
import { changeLogSheet } from '../../../../../src/engine/workbook/patching/package/change-log.ts'
import type { PatchedSheet } from '../../../../../src/engine/workbook/patching/sheet/patch-sheet.ts'
import { column } from '../../../../support/patch-inventory.ts'
import { noChanges } from '../../../../support/patch-sample.ts'

const first: AddedRow = { sheet: 'Inventory', after: 3, values: { A: 'one' } }
const second: AddedRow = { sheet: 'Inventory', after: 3, values: { A: 'two' } }
const noRoom: AddedRow = { sheet: 'Inventory', after: 3, values: { A: 'three' } }
const changes: WorkbookChanges = { ...noChanges, rows: [noRoom, first, second] }

type Patch = Pick<PatchedSheet, 'placed' | 'placedRows' | 'written'>
const nothing: Patch = { placed: [], placedRows: [], written: [] }
const placedColumn = (added: AddedColumn, place: number) =>
  ({ added, column: place, known: false, header: added.header }) as Patch['placed'][number]
const write = (row: number, place: number, look: string | null = null) =>
  ({ row, column: place, value: 'x', look }) as Patch['written'][number]

const inventory = {
  part: { name: 'Inventory' },
  patch: {
    placed: [placedColumn(column('Route'), 28), placedColumn(column('Why'), 4)],
    placedRows: [
      { added: first, row: 11 },
      { added: second, row: 12 },
    ] as Patch['placedRows'],
    written: [write(2, 3), write(5, 27), write(6, 2, 'plan')],
  },
}
const other = {
  part: { name: 'More data' },
  patch: { ...nothing, placed: [placedColumn(column('Elsewhere'), 1)], written: [write(9, 1)] },
}

/** The cell as the sheet names it; null where its entry is left out. */
function placeOf(cell: CellTarget, sheets = [inventory, other]): string | null {
  const log = { name: 'Log', header: ['Cell'], widths: [9], entries: [{ cell, rest: [] }] }
  const [row] = changeLogSheet(log, changes, sheets).rows
  return row === undefined ? null : String(row[0])
}

describe('the sheet of changed cells', () => {
  it('names each cell in front of what is told of it, and leaves out those that were not written', () => {
    const log = {
      name: 'Plan changes',
      header: ['Cell', 'Before', 'After'],
      widths: [12, 40, 41],
      entries: [
        { cell: { sheet: 'Inventory', cell: 'C2' }, rest: ['old', null] },
        { cell: { sheet: 'Inventory', cell: 'C3' }, rest: ['never', 'written'] },
        { cell: { mark: 'ODAP_Route', row: 7 }, rest: [5, { date: '2026-05-01' }] },
      ],
    }
    expect(changeLogSheet(log, changes, [inventory, other])).toEqual({
      name: 'Plan changes',
      header: ['Cell', 'Before', 'After'],
      widths: [12, 40, 41],
      rows: [
        ['Inventory!C2', 'old', null],
        ['Inventory!AB7', 5, { date: '2026-05-01' }],
      ],
    })
  })

  it('has no rows where nothing was told or nothing was written', () => {
    const log = { name: 'Log', header: ['Cell'], widths: [9] }
    const entries = [{ cell: { sheet: 'Inventory', cell: 'C2' }, rest: [] }]
    expect(changeLogSheet({ ...log, entries: [] }, changes, [inventory]).rows).toEqual([])
    expect(changeLogSheet({ ...log, entries }, changes, []).rows).toEqual([])
  })
})

describe('a cell of the agency’s', () => {
  it.each([
    ['Inventory', 'C2', 'Inventory!C2'],
    ['Inventory', 'AA5', 'Inventory!AA5'],
    ['inventory', 'aa5', 'inventory!aa5'],
    ['INVENTORY', 'C2', 'INVENTORY!C2'],
    ['More data', 'A9', 'More data!A9'],
  ])('is named as it was asked for, however that was spelled: %s!%s', (sheet, cell, place) => {
    expect(placeOf({ sheet, cell })).toBe(place)
  })

  it.each([
    ['not written at all', 'Inventory', 'C3'],
    ['written on another sheet only', 'More data', 'C2'],
    ['written as one of the plan’s own', 'Inventory', 'B6'],
    ['no cell by its name', 'Inventory', '2C'],
    ['on a sheet nothing was written to', 'Elsewhere', 'C2'],
  ])('is left out when %s', (_, sheet, cell) => {
    expect(placeOf({ sheet, cell })).toBeNull()
  })
})

describe('a cell of the plan’s', () => {
  it.each<[CellTarget, string | null]>([
    [{ mark: 'ODAP_Route', row: 7 }, 'Inventory!AB7'],
    [{ mark: 'ODAP_Why', row: 8 }, 'Inventory!D8'],
    [{ mark: 'ODAP_Elsewhere', row: 9 }, 'More data!A9'],
    [{ mark: 'ODAP_Nowhere', row: 9 }, null],
    [{ newRow: 1, mark: 'ODAP_Route' }, 'Inventory!AB11'],
    [{ newRow: 2, mark: 'ODAP_Why' }, 'Inventory!D12'],
    [{ newRow: 1, mark: 'ODAP_Nowhere' }, null],
    [{ newRow: 1, letter: 'C' }, 'Inventory!C11'],
    [{ newRow: 2, letter: 'AZ' }, 'Inventory!AZ12'],
    // A row that found no room, and one that nobody added.
    [{ newRow: 0, letter: 'C' }, null],
    [{ newRow: 0, mark: 'ODAP_Route' }, null],
    [{ newRow: 3, letter: 'C' }, null],
  ])('%j stands at %s', (target, place) => {
    expect(placeOf(target)).toBe(place)
  })
})
