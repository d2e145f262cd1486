import { expect, it } from 'vitest'
import { fileEndings, kindOf, tooLarge } from '../../src/contract/host.ts'

const megabyte = 1024 * 1024

it.each([
  ['inventory.xlsx', 'inventory'],
  ['Plan of 2027.odap', 'plan'],
  ['PLAN.ODAP', 'plan'],
  ['plan.odap.xlsx', 'inventory'],
  ['odap', 'inventory'],
])('%s is taken for a file of the kind %s by its ending', (name, kind) => {
  expect(kindOf(name)).toBe(kind)
})

it.each([
  ['an inventory', 'a.xlsx', 50],
  ['a plan', 'a.odap', 512],
])('%s may have so many megabytes and not a byte more', (_, name, limit) => {
  expect(tooLarge(name, limit * megabyte)).toBeNull()
  expect(tooLarge(name, limit * megabyte + 1)).toEqual({
    code: 'file-too-large',
    megabytes: limit + 1,
    limit,
  })
})

it('a file dialog offers what the program reads, and what it can say of that it does not', () => {
  expect(fileEndings).toEqual({
    inventory: ['xlsx', 'xlsm', 'xltx', 'xltm', 'csv', 'tsv', 'txt', 'xls', 'xlsb', 'ods'],
    plan: ['odap'],
  })
})
