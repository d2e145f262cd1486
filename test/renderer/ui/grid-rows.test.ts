import { expect, test } from 'vitest'
import { changedRows } from '../../../src/renderer/ui/grid-rows.ts'

const rows = ['a', 'b', 'c'].map((id) => ({ id }))
const [a, b, c] = rows as [{ id: string }, { id: string }, { id: string }]

test('only rows that are other objects have changed', () => {
  const changed = { ...b }
  expect(changedRows(rows, [a, changed, c])).toEqual([changed])
  expect(changedRows(rows, [a, b, c])).toEqual([])
})

test.each([
  ['added', [a, b, c, { id: 'd' }]],
  ['taken away', [a, c]],
  ['moved', [b, a, c]],
  ['put in the place of another', [a, b, { id: 'd' }]],
])('rows that were %s are more than changed rows', (_, now) => {
  expect(changedRows(rows, now)).toBeNull()
})
