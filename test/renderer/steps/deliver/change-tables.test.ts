import { describe, expect, test } from 'vitest'
import type { PatchReport } from '../../../../src/domain/write-back/workbook-changes.ts'
import { changeTables } from '../../../../src/renderer/steps/deliver/change-tables.ts'
import { openQuestion } from '../../../../src/renderer/steps/deliver/questions.ts'
import { aPlan } from '../../support/fake-plan.ts'

const report: PatchReport = {
  changedCells: 1,
  addedColumns: [{ header: 'Plan: Tier', letter: 'H' }],
  addedRows: [],
  addedSheets: ['Plan additions'],
  refused: [
    { where: 'Inventory!K6', reason: 'not-in-list', value: 'Perhaps' },
    { where: 'Inventory!B7', reason: 'text-too-long', value: '…' },
  ],
  warnings: [],
  comparison: {
    same: ['xl/chart1.xml'],
    changed: [
      {
        part: 'xl/sheet1.xml',
        cells: [
          { sheet: 'Inventory', cell: 'C5', before: 'Old', after: 'New' },
          { sheet: 'Inventory', cell: 'H5', before: '', after: 'Now' },
        ],
      },
      { part: 'xl/styles.xml', cells: [] },
    ],
    added: ['xl/sheet2.xml'],
    removed: [],
  },
}

const listOf = (id: string, given = report) =>
  changeTables(given, aPlan())
    .find((table) => table.id === id)
    ?.rows.map(({ cells }) => cells)

describe('the lists of the report', () => {
  test('name the dataset of each cell, with old and new', () => {
    expect(listOf('agency')).toEqual([['Inventory!C5', 'Licenses issued', 'Old', 'New']])
    expect(listOf('plan')).toEqual([['Inventory!H5', 'Licenses issued', '', 'Now']])
  })

  test('say why something was not written and where it is instead', () => {
    expect(listOf('refused')).toEqual([
      ['Inventory!K6', 'Perhaps', 'the column’s drop-down has no such choice', 'Plan additions'],
      ['Inventory!B7', '…', 'the text is longer than a cell can hold', 'in the plan only'],
    ])
  })

  test('have every part of the file, those that changed first', () => {
    expect(listOf('parts')).toEqual([
      ['xl/sheet1.xml', 'changed', '2 cells'],
      ['xl/styles.xml', 'changed', 'what Excel needs to find the changes'],
      ['xl/sheet2.xml', 'added', ''],
      ['xl/chart1.xml', 'unchanged', 'identical, byte for byte'],
    ])
  })

  test('are left out where there is nothing to list; a text file’s cells find their dataset too', () => {
    const cells = [{ sheet: '', cell: 'C6', before: 'a', after: 'b' }]
    const text = {
      ...report,
      addedColumns: [],
      refused: [],
      comparison: { same: [], changed: [{ part: 'text', cells }], added: [], removed: [] },
    }
    expect(changeTables(text, aPlan()).map(({ id }) => id)).toEqual(['agency', 'parts'])
    expect(listOf('agency', text)).toEqual([['C6', 'Complaint register', 'a', 'b']])
  })
})

describe('what has to be answered before the workbook is made', () => {
  const asked = { changesSheet: 'none', protectedSheets: ['Inventory'], structureLocked: true } as const
  const chosen = { changesSheet: null, columns: null, protectedCells: null, lockedStructure: null }

  test('is one thing at a time, and nothing once it is answered', () => {
    expect(openQuestion(asked, chosen)).toBe('protected')
    expect(openQuestion(asked, { ...chosen, protectedCells: 'write' })).toBe('locked')
    expect(openQuestion(asked, { ...chosen, protectedCells: 'keep-off', lockedStructure: 'add' })).toBeNull()
    expect(openQuestion({ ...asked, protectedSheets: [], structureLocked: false }, chosen)).toBeNull()
  })
})
