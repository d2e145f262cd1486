import { expect, test } from 'vitest'
import { markNumbers, markWithoutNumber } from '../../../src/domain/write-back/mark-numbers.ts'

function numbers(sheets: readonly string[], marks: Parameters<typeof markNumbers>[1]) {
  return Object.fromEntries(markNumbers(sheets, marks))
}

test('the first sheet has names without a number, the others count on', () => {
  expect(numbers(['North', 'South', 'West'], [])).toEqual({ North: '', South: '_2', West: '_3' })
})

test('a sheet keeps the names an earlier plan gave its columns', () => {
  const marks = [
    { name: 'ODAP_rank', sheet: 'North' },
    { name: 'ODAP_rank_2', sheet: 'South' },
  ]
  expect(numbers(['South', 'North'], marks)).toEqual({ South: '_2', North: '' })
  expect(numbers(['West', 'south'], marks)).toEqual({ West: '_3', south: '_2' })
})

test('a mark is the same on every sheet', () => {
  expect(markWithoutNumber('ODAP_target_date_12')).toBe('ODAP_target_date')
  expect(markWithoutNumber('ODAP_target_date')).toBe('ODAP_target_date')
})
