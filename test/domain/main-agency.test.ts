import { expect, test } from 'vitest'
import { mainAgency } from '../../src/domain/main-agency.ts'

test('the main agency is the one that more than half of the rows name, blanks around it aside', () => {
  expect(mainAgency(['DES', 'Example Services', ' Example Services '])).toBe('Example Services')
  expect(mainAgency(['A', 'A', 'B', 'B'])).toBe('')
  expect(mainAgency(['A', 'B', 'C'])).toBe('')
})

test('there is none where the rows name none', () => {
  expect(mainAgency(['', ' ', 'A'])).toBe('')
  expect(mainAgency([])).toBe('')
})
