import { expect, test } from 'vitest'
import { leftOutRows, rowsIn } from '../../../../src/renderer/steps/open/left-out.ts'
import { anInspection } from '../../support/fake-inspection.ts'

const { table } = anInspection(null)

test('blank rows and rows of another kind are left out from the top, on every sheet that is taken', () => {
  const south = {
    sheet: 'South',
    headerRow: 1,
    headerRows: 1,
    firstRow: 2,
    lastRow: 9,
    datasets: 5,
    account: table.account,
    skipped: [{ row: 9, reason: 'total' as const }],
    blank: [{ first: 4, last: 6 }],
  }
  const leftOut = leftOutRows({ ...table, further: [south] })
  expect(leftOut).toEqual([
    { sheet: 'Inventory', first: 63, last: 63, reason: 'blank' },
    { sheet: 'Inventory', first: 64, last: 64, reason: 'note' },
    { sheet: 'South', first: 4, last: 6, reason: 'blank' },
    { sheet: 'South', first: 9, last: 9, reason: 'total' },
  ])
  expect(rowsIn(leftOut)).toBe(6)
})
