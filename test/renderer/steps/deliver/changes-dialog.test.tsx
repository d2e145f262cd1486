import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { PatchReport } from '../../../../src/domain/write-back/workbook-changes.ts'
import { ChangesDialog } from '../../../../src/renderer/steps/deliver/changes-dialog.tsx'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const cell = (name: string, before: string, after: string) => ({
  sheet: 'Inventory',
  cell: name,
  before,
  after,
})
const report: PatchReport = {
  changedCells: 3,
  addedColumns: [{ header: 'Plan: Tier', letter: 'H' }],
  addedRows: [],
  addedSheets: [],
  refused: [],
  warnings: [],
  comparison: {
    same: ['xl/styles.xml'],
    changed: [
      {
        part: 'xl/worksheets/sheet1.xml',
        cells: [cell('C5', 'Old', 'New'), cell('H5', '', 'Now'), cell('H6', '', 'Later')],
      },
    ],
    added: [],
    removed: [],
  },
}
const datasets = someDatasets([{ facts: { title: 'Licenses' } }, { facts: { title: 'Complaints' } }])

const onPage = async (onClose: () => void = () => undefined) => {
  const shown = await onScreen(
    <ChangesDialog report={report} onClose={onClose} />,
    aView(aPlan({ datasets })),
  )
  await waitFor(() => expect(rows().length).toBeGreaterThan(0))
  return shown
}

const rows = () =>
  [...document.querySelectorAll('.ag-row')].map((row) =>
    [...row.querySelectorAll('[role="gridcell"]')].map(({ textContent }) => textContent),
  )
const tab = (name: RegExp) => screen.getByRole('tab', { name })

test('every changed cell can be seen, with its dataset, what it said and what it will say', async () => {
  const { person } = await onPage()
  expect(rows()).toEqual([['Inventory!C5', 'Licenses', 'Old', 'New']])
  await person.click(tab(/columns/))
  await waitFor(() =>
    expect(rows()).toEqual([
      ['Inventory!H5', 'Licenses', '', 'Now'],
      ['Inventory!H6', 'Complaints', '', 'Later'],
    ]),
  )
  await person.click(tab(/parts/i))
  await waitFor(() =>
    expect(rows().map(([part]) => part)).toEqual(['xl/worksheets/sheet1.xml', 'xl/styles.xml']),
  )
})

test('a list is searched, says how much of it is shown, and the next one is whole', async () => {
  const { person } = await onPage()
  await person.click(tab(/columns/))
  await waitFor(() => expect(rows()).toHaveLength(2))
  await person.type(screen.getByRole('searchbox', { name: 'Search this list' }), 'later')
  await waitFor(() => expect(rows()).toEqual([['Inventory!H6', 'Complaints', '', 'Later']]))
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^1 of 2/))
  await person.click(tab(/parts/i))
  await waitFor(() => expect(rows()).toHaveLength(2))
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
})

test('it is closed by its button and by Escape', async () => {
  const onClose = vi.fn()
  const { person } = await onPage(onClose)
  await person.click(screen.getByRole('button', { name: 'Close' }))
  await person.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledTimes(2)
})
