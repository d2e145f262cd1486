import { expect, test } from 'vitest'
import { editDistance } from '../../../src/domain/mapping/edit-distance.ts'

test.each([
  ['weekly', 'weekly', 2, 0],
  ['weekly', 'weely', 2, 1],
  ['weekly', 'weeekly', 2, 1],
  ['weekly', 'weakly', 2, 1],
  ['weekly', 'weelky', 2, 1],
  ['weekly', 'ewekly', 2, 1],
  ['weekly', 'weekyl', 2, 1],
  ['xab', 'yba', 2, 2],
  ['abcd', 'badc', 2, 2],
  ['abc', 'cab', 2, 2],
  ['abcdef', 'xbcdey', 2, 2],
  ['ab', 'cd', 2, 2],
  ['aab', 'aba', 2, 1],
  ['abx', 'bya', 3, 3],
  ['', 'ab', 2, 2],
  ['ab', '', 2, 2],
  ['', '', 2, 0],
  ['kitten', 'sitting', 5, 3],
  ['weekly', 'daily', 2, 3],
  ['xab', 'abcd', 1, 2],
  ['a', 'abcde', 1, 2],
  ['abcde', 'a', 3, 4],
  ['abcdefgh', 'stuvwxyz', 3, 4],
])('%j and %j, of %d at most: %d', (one, other, most, distance) => {
  expect(editDistance(one, other, most)).toBe(distance)
  expect(editDistance(other, one, most)).toBe(distance)
})
