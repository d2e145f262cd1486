import { expect, test } from 'vitest'
import type { PatchReport } from '../../../../src/domain/write-back/workbook-changes.ts'
import {
  datasetsOnSheet,
  refusedByPlace,
  reportNumbers,
} from '../../../../src/renderer/steps/deliver/report-numbers.ts'

const cell = (name: string) => ({ sheet: 'Inventory', cell: name, before: '', after: 'x' })

const report: PatchReport = {
  changedCells: 1,
  addedColumns: [{ header: 'Plan: Tier', letter: 'H' }],
  addedRows: [],
  addedSheets: [],
  refused: [],
  warnings: [],
  comparison: {
    same: ['a', 'b', 'c'],
    changed: [
      { part: 'sheet1', cells: [cell('C4'), cell('H4'), cell('C5'), cell('H5')] },
      { part: 'styles', cells: [] },
    ],
    added: ['new'],
    removed: ['calcChain'],
  },
}

test('the parts of the original add up, without the added ones', () => {
  expect(reportNumbers(report)).toMatchObject({ parts: 6, sameParts: 3, changedParts: 3, isUnchanged: false })
})

test('cells of the plan’s columns and of new rows are told from the agency’s own', () => {
  const { agency, plan, rows } = reportNumbers({
    ...report,
    addedRows: [{ sheet: 'Inventory', row: 5 }],
  })
  expect(agency).toEqual([cell('C4')])
  expect(plan).toEqual([cell('H4')])
  expect(rows).toEqual([cell('C5'), cell('H5')])
})

test('a workbook without a written cell and without a new sheet is unchanged', () => {
  const comparison = { same: ['a'], changed: [], added: [], removed: [] }
  expect(reportNumbers({ ...report, changedCells: 0, comparison }).isUnchanged).toBe(true)
  expect(
    reportNumbers({ ...report, changedCells: 0, comparison, addedSheets: ['Plan additions'] }).isUnchanged,
  ).toBe(false)
})

const protectedCell = { where: 'Inventory!H5', reason: 'protected-sheet', value: 'Now' } as const
const tooLong = { where: 'Inventory!H6', reason: 'text-too-long', value: '…' } as const
const refusing = { ...report, refused: [protectedCell, tooLong] }

test('a refused value stands on the additions sheet, unless no cell can hold it', () => {
  const places = refusedByPlace({ ...refusing, addedSheets: ['Plan additions 2'] })
  expect(places).toEqual({ onAdditions: [protectedCell], inPlanOnly: [tooLong] })
})

test('without that sheet refused values are in the plan only', () => {
  expect(refusedByPlace(refusing)).toEqual({ onAdditions: [], inPlanOnly: [protectedCell, tooLong] })
})

test('rows are counted only on a sheet that holds datasets and nothing else', () => {
  const added = { ...report, addedSheets: ['Plan additions', 'Plan lists'] }
  expect(datasetsOnSheet('Plan additions', added, 2)).toBe(2)
  expect(datasetsOnSheet('Plan lists', added, 2)).toBeNull()
  expect(datasetsOnSheet('Plan additions', { ...added, refused: [protectedCell] }, 2)).toBeNull()
})
