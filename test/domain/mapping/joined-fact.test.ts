import { expect, test } from 'vitest'
import { joinedFact } from '../../../src/domain/mapping/joined-fact.ts'

test.each([
  ['A. Stone', 'M. Chen', 'A. Stone; M. Chen'],
  ['A. Stone', 'A. Stone', 'A. Stone'],
  ['A. Stone', '', 'A. Stone'],
  ['', 'M. Chen', 'M. Chen'],
  ['', '', ''],
])('%j and %j together say %j', (one, other, both) => {
  expect(joinedFact(one, other)).toBe(both)
})
