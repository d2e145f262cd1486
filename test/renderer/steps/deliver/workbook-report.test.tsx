import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { PatchReport } from '../../../../src/domain/write-back/workbook-changes.ts'
import { WorkbookReport } from '../../../../src/renderer/steps/deliver/workbook-report.tsx'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const cell = (name: string) => ({ sheet: 'Inventory', cell: name, before: '', after: 'x' })
const report: PatchReport = {
  changedCells: 3,
  addedColumns: [{ header: 'Plan: Tier', letter: 'H' }],
  addedRows: [],
  addedSheets: [],
  refused: [],
  warnings: [],
  comparison: {
    same: ['a', 'b', 'c'],
    changed: [
      { part: 'sheet1', cells: [cell('C4'), cell('H4'), cell('H5')] },
      { part: 'styles', cells: [] },
    ],
    added: [],
    removed: [],
  },
}
const unchanged: PatchReport = {
  ...report,
  changedCells: 0,
  addedColumns: [],
  comparison: { ...report.comparison, changed: [] },
}

const view = aView(aPlan({ datasets: someDatasets([{}, { source: null }, { source: null }]) }))
const shown = (one: PatchReport) => onScreen(<WorkbookReport report={one} />, view)
const numbers = () =>
  screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])

describe('what changes in a workbook', () => {
  test('is counted: the plan’s cells, the agency’s own, and the parts that stay', async () => {
    await shown(report)
    expect(numbers()).toEqual([
      ['Cells written in the plan’s columns', '2'],
      ['Cells of yours changed', '1'],
    ])
    expect(screen.getByText('3 parts of the file unchanged, byte for byte; 2 changed.')).toBeTruthy()
    expect(screen.getByText('1 column of the plan, right of yours')).toBeTruthy()
    expect(screen.getByText('H: Plan: Tier')).toBeTruthy()
  })

  test('is nothing where nothing is decided, and then the copy is the same', async () => {
    await shown(unchanged)
    expect(screen.getByText('Checked: the copy is identical byte for byte.')).toBeTruthy()
    expect(screen.getByText(/it comes back exactly as you opened it/)).toBeTruthy()
    expect(screen.queryAllByRole('term')).toEqual([])
  })

  test('of a plain new workbook is not called the same as before', async () => {
    await shown({ ...report, warnings: [{ code: 'plain-copy', where: '' }] })
    expect(screen.getByText(/^This is a new workbook with what the cells of your inventory say/)).toBeTruthy()
    expect(screen.queryByText(/byte for byte/)).toBeNull()
    expect(screen.queryByText('Good to know')).toBeNull()
  })
})

describe('what could not be written where it belongs', () => {
  const refused = [
    ...['C1', 'C2', 'C3', 'C4'].map((where) => ({ where, reason: 'formula-cell' as const, value: where })),
    { where: 'C5', reason: 'text-too-long' as const, value: 'C5' },
  ]

  test('is counted whole, named in part, and said where it is instead', async () => {
    const { person } = await shown({ ...report, addedSheets: ['Plan additions'], refused })
    expect(screen.getByText('5 values could not be written where they belong')).toBeTruthy()
    expect(screen.getByText('C1: a formula stands there, and it stays')).toBeTruthy()
    expect(screen.getAllByText(/a formula stands there/)).toHaveLength(3)
    const words = screen.getByRole('region', { name: 'What changes in the workbook' }).textContent
    expect(words).toContain('and 2 more.')
    expect(words).toContain('4 values of them stand on the sheet “Plan additions” instead.')
    expect(words).toContain('1 value of them is in the plan only.')
    await person.click(screen.getByRole('button', { name: 'See all of them' }))
    expect(screen.getByRole('dialog').textContent).toContain('Not written (5)')
  })

  test('is not spoken of where all of it was', async () => {
    await shown(report)
    expect(screen.queryByText(/could not be written/)).toBeNull()
  })
})
