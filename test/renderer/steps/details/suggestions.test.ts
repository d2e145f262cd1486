import { expect, test } from 'vitest'
import { commonAgency } from '../../../../src/renderer/steps/details/suggestions.ts'
import { aDataset } from '../../support/fake-plan.ts'

const named = (...agencies: readonly string[]) =>
  agencies.map((agency, index) => aDataset(`d${index}`, index, { agency }))

test('suggests the agency most rows name', () => {
  expect(
    commonAgency(named('DES', 'Department of Example Services', 'Department of Example Services ')),
  ).toBe('Department of Example Services')
})

test('suggests nothing when the inventory names no agency', () => {
  expect(commonAgency(named('', ' '))).toBe('')
  expect(commonAgency([])).toBe('')
})
