import { expect, test } from 'vitest'
import type { PatchReport } from '../../../../src/domain/workbook-changes.ts'
import { reportNumbers } from '../../../../src/renderer/steps/deliver/report-numbers.ts'

const cell = (name: string) => ({ sheet: 'Inventory', cell: name, before: '', after: 'x' })

const report: PatchReport = {
  changedCells: 1,
  addedColumns: [{ header: 'Plan: Tier', letter: 'H' }],
  addedSheets: [],
  refused: [],
  warnings: [],
  comparison: {
    same: ['a', 'b', 'c'],
    changed: [
      { part: 'sheet1', cells: [cell('C5'), cell('H4'), cell('H5')] },
      { part: 'styles', cells: [] },
    ],
    added: ['new'],
    removed: ['calcChain'],
  },
}

test('the parts of the original add up, without the added ones', () => {
  expect(reportNumbers(report)).toMatchObject({ parts: 6, sameParts: 3, isUnchanged: false })
})

test('cells of the plan’s columns are told from the agency’s own', () => {
  const { cells, cellsInColumns } = reportNumbers(report)
  expect(cells).toHaveLength(3)
  expect(cellsInColumns).toBe(2)
})

test('a workbook without a written cell and without a new sheet is unchanged', () => {
  const comparison = { same: ['a'], changed: [], added: [], removed: [] }
  expect(reportNumbers({ ...report, changedCells: 0, comparison }).isUnchanged).toBe(true)
  expect(
    reportNumbers({ ...report, changedCells: 0, comparison, addedSheets: ['Plan additions'] }).isUnchanged,
  ).toBe(false)
})
