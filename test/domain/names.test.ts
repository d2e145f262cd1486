import { describe, expect, it } from 'vitest'
import { howMany } from '../../src/domain/how-many.ts'
import { datasetName } from '../../src/domain/labels.ts'
import { planName } from '../../src/domain/plan.ts'
import { aPlan } from '../support/builders.ts'

describe('the name of a dataset', () => {
  const source = { sheet: 'Inventory', row: 12 }

  it.each([
    [' Inspections ', '7', source, 'Inspections'],
    [' ', ' 7 ', source, '7'],
    ['', ' ', source, 'Row 12 of Inventory'],
    ['', '', null, 'Dataset without a title'],
    ['', '7', null, '7'],
  ])('with the title “%s” and the number “%s” in %o is “%s”', (title, number, place, expected) => {
    expect(datasetName({ facts: { title, 'inventory-number': number }, source: place })).toBe(expected)
  })
})

describe('the name of a plan', () => {
  it.each([
    [' Example Services ', ' 2027 ', 'Open data', 'Example Services 2027'],
    ['Example Services', '', 'Open data', 'Example Services'],
    ['Example Services', '  ', '', 'Example Services'],
    ['', '2027', ' Open data ', 'Open data'],
    ['  ', '2027', 'Open data', 'Open data'],
    ['', '2027', ' ', 'plan.odap'],
    ['', '', '', 'plan.odap'],
  ])('of the agency “%s” for “%s” with the title “%s” is “%s”', (agencyName, period, planTitle, expected) => {
    expect(planName({ ...aPlan().details, agencyName, period, planTitle }, 'plan.odap')).toBe(expected)
  })
})

it('counts the items that match, and no others', () => {
  const isEven = (number: number) => number % 2 === 0
  expect(howMany([1, 2, 3, 4, 6], isEven)).toBe(3)
  expect(howMany([1, 3], isEven)).toBe(0)
  expect(howMany([], isEven)).toBe(0)
})
