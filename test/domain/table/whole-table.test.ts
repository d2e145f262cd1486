import { expect, test } from 'vitest'
import { wholeAccount, wholeCount } from '../../../src/domain/table/whole-table.ts'
import { anInspection } from '../../renderer/support/fake-inspection.ts'

const { table } = anInspection(null)
const account = { rows: 10, above: 1, header: 1, datasets: 5, blank: 0, other: 3, why: { note: 2, total: 1 } }
const south = { sheet: 'South', headerRow: 2, headerRows: 1, firstRow: 3, lastRow: 9, datasets: 5 }
const further = [{ ...south, account, skipped: [], blank: [] }]

test('a table on several sheets has the rows of all of them, and they still add up', () => {
  const whole = wholeAccount({ ...table, further })
  expect(wholeCount({ ...table, further })).toBe(63)
  expect(whole).toEqual({
    rows: 74,
    above: 4,
    header: 2,
    datasets: 63,
    blank: 1,
    other: 4,
    why: { note: 3, total: 1 },
  })
  const { rows, above, header, datasets, blank, other } = whole
  expect(above + header + datasets + blank + other).toBe(rows)
})

test('a table on one sheet is what it is', () => {
  expect(wholeAccount(table)).toEqual(table.account)
  expect(wholeCount(table)).toBe(table.datasets)
})

test('the blank rows of all sheets are added up', () => {
  const blank = further.map((part) => ({ ...part, account: { ...account, rows: 12, blank: 2 } }))
  expect(wholeAccount({ ...table, further: [...blank, ...further] })).toMatchObject({ rows: 86, blank: 3 })
})
