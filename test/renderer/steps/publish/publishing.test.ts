import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../../src/domain/criteria.ts'
import type { Commitment, Dataset, RatingValue } from '../../../../src/domain/dataset.ts'
import type { Tier } from '../../../../src/domain/vocabulary.ts'
import {
  commonValue,
  isMoreOftenThanQuarterly,
  isSameOrder,
  placesInPlan,
  plannedInOrder,
  whyNothingPlanned,
} from '../../../../src/renderer/steps/publish/publishing.ts'
import { aDataset } from '../../support/fake-plan.ts'

function aCandidate(id: string, value: RatingValue | null, override: Tier | null = null): Dataset {
  const dataset = aDataset(id, Number(id.slice(1)))
  const { ratings } = dataset.priority
  return {
    ...dataset,
    review: { ...dataset.review, availability: 'not-public' },
    identification: { ...dataset.identification, access: 'public' },
    priority: {
      ratings: { ...ratings, goals: { value, reason: '' } },
      override: override === null ? null : { tier: override, reason: 'budget', who: '', at: '' },
    },
  }
}

function withCommitment(changes: Partial<Commitment>): Dataset {
  const dataset = aDataset('d1', 1)
  return { ...dataset, commitment: { ...dataset.commitment, ...changes } }
}

const planOf = (...datasets: readonly Dataset[]) => ({ datasets, criteria: guidanceCriteria })

describe('the order of planned datasets', () => {
  const low = aCandidate('d1', 1)
  const high = aCandidate('d2', 3)
  const raised = aCandidate('d3', 0, 'now')
  const declined = aCandidate('d4', 3, 'not-planned')
  const planned = plannedInOrder(planOf(low, high, raised, declined))

  test('is by tier and then by rank, without what is not planned', () => {
    expect(planned.map(({ dataset }) => dataset)).toEqual([high, raised, low])
    expect([...placesInPlan(planned)]).toEqual([
      ['d2', { place: 1, tier: 'now' }],
      ['d3', { place: 2, tier: 'now' }],
      ['d1', { place: 3, tier: 'later' }],
    ])
  })

  test('is the same until a dataset comes, goes, moves or gets another tier', () => {
    const isSame = (...datasets: readonly Dataset[]) =>
      isSameOrder(planned, plannedInOrder(planOf(...datasets)))
    expect(isSame({ ...low }, { ...high }, { ...raised }, declined)).toBe(true)
    expect(isSame(low, high, declined)).toBe(false)
    expect(isSame(low, aCandidate('d2', 3, 'next'), raised, declined)).toBe(false)
    expect(isSame(aCandidate('d1', 3), high, raised, declined)).toBe(false)
  })
})

describe('the step to do first while nothing is planned', () => {
  test('is Review while nothing is reviewed', () => {
    expect(whyNothingPlanned(planOf(aDataset('d1', 1)))).toBe('review')
  })

  test('is Identify while nothing could be made public', () => {
    const reviewed = { ...aCandidate('d1', null), identification: aDataset('d1', 1).identification }
    expect(whyNothingPlanned(planOf(reviewed))).toBe('identify')
  })

  test('is Prioritize while a candidate has no place', () => {
    expect(whyNothingPlanned(planOf(aCandidate('d1', null), aCandidate('d2', 3, 'not-planned')))).toBe(
      'prioritize',
    )
  })

  test('is said to be a decision when every candidate is not planned', () => {
    expect(whyNothingPlanned(planOf(aCandidate('d1', 3, 'not-planned')))).toBe('not-planned')
  })
})

test('several datasets have a common value only when they all share it', () => {
  const one = withCommitment({ steward: 'M. Osei' })
  expect(commonValue([one, one], 'steward')).toBe('M. Osei')
  expect(commonValue([one, withCommitment({})], 'steward')).toBeNull()
  expect(commonValue([withCommitment({}), withCommitment({})], 'steward')).toBe('')
})

test.each([
  ['Monthly', true],
  ['Bi-monthly', true],
  ['Every weekday', true],
  ['real-time', true],
  ['updated weekly on Fridays', true],
  ['Quarterly', false],
  ['Twice a year', false],
  ['Every month of the fiscal year', false],
  ['Annually', false],
  ['As needed', false],
  ['Not updated (historical only)', false],
  ['', false],
])('whether “%s” is more often than quarterly: %s', (frequency, expected) => {
  expect(isMoreOftenThanQuarterly(frequency)).toBe(expected)
})
