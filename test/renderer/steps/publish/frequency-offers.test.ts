import { describe, expect, test } from 'vitest'
import { frequencyOffers } from '../../../../src/renderer/steps/publish/frequency-offers.ts'
import { aDataset } from '../../support/fake-plan.ts'

const vocabulary = ['As needed', 'Annually', 'Bi-annually', 'Quarterly', 'Bi-monthly', 'Monthly', 'Other']

function saying(id: string, word: string, updateFrequency = '') {
  const dataset = aDataset(id, 1)
  return {
    ...dataset,
    facts: { ...dataset.facts, 'update-frequency': word },
    commitment: { ...dataset.commitment, updateFrequency },
  }
}

describe('the frequency offered for what the inventory says', () => {
  test('is the entry of the vocabulary', () => {
    const yearly = saying('a', 'yearly')
    expect(frequencyOffers([yearly], [yearly], vocabulary, [])).toEqual([
      { value: 'Annually', meaning: null, ids: ['a'], isForAlike: false },
    ])
  })

  test('can be taken at once for all that say the same and have none yet', () => {
    const datasets = [
      saying('a', 'yearly'),
      saying('b', 'Yearly '),
      saying('c', 'yearly', 'Monthly'),
      saying('d', 'monthly'),
    ]
    expect(frequencyOffers(datasets.slice(0, 1), datasets, vocabulary, [])).toEqual([
      { value: 'Annually', meaning: null, ids: ['a'], isForAlike: false },
      { value: 'Annually', meaning: null, ids: ['a', 'b'], isForAlike: true },
    ])
  })

  test('asks once for all what an ambiguous word means', () => {
    const datasets = [saying('a', 'Bi-annual'), saying('b', 'bi annual'), saying('c', 'Annual')]
    expect(frequencyOffers(datasets.slice(1, 2), datasets, vocabulary, [])).toEqual([
      { value: 'Bi-annually', meaning: 'half-year', ids: ['b', 'a'], isForAlike: true },
      { value: 'Other', meaning: 'two-years', ids: ['b', 'a'], isForAlike: true },
    ])
  })

  test('asks nothing about those that say it in the state’s own words', () => {
    const datasets = [saying('a', 'biannually'), saying('b', 'Bi-annually')]
    expect(frequencyOffers(datasets.slice(0, 1), datasets, vocabulary, []).map(({ ids }) => ids)).toEqual([
      ['a'],
      ['a'],
    ])
  })

  test('is what such a word was said to mean when the inventory was opened', () => {
    const datasets = [saying('a', 'Bi-annual'), saying('b', 'bi annual')]
    const answers = [{ word: 'biannual', value: 'Other' }]
    expect(frequencyOffers(datasets.slice(0, 1), datasets, vocabulary, answers)).toEqual([
      { value: 'Other', meaning: null, ids: ['a'], isForAlike: false },
      { value: 'Other', meaning: null, ids: ['a', 'b'], isForAlike: true },
    ])
  })

  test('is the word itself where it is in nobody’s vocabulary', () => {
    const odd = saying('a', 'when the board meets')
    expect(frequencyOffers([odd], [odd], vocabulary, []).map(({ value }) => value)).toEqual([
      'when the board meets',
    ])
  })

  test('is nothing where a frequency is given, or the datasets differ', () => {
    const given = saying('a', 'yearly', 'Monthly')
    expect(frequencyOffers([given], [given], vocabulary, [])).toEqual([])
    const differing = [saying('a', 'yearly'), saying('b', 'monthly')]
    expect(frequencyOffers(differing, differing, vocabulary, [])).toEqual([])
  })
})
