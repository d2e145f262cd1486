import { describe, expect, it } from 'vitest'
import { undecided } from '../../src/domain/dataset.ts'
import { equalWeights } from '../../src/domain/plan.ts'
import { isPlanned, orderForPlan, rankCandidates, score, suggestedTier } from '../../src/domain/priority.ts'
import type { Criterion } from '../../src/domain/vocabulary.ts'
import { aDataset } from '../support/builders.ts'

function ratings(given: { readonly [Name in Criterion]?: 0 | 1 | 2 | 3 }) {
  const rated = Object.entries(given).map(([name, value]) => [name, { value, reason: '' }])
  return { ...undecided.priority.ratings, ...Object.fromEntries(rated) }
}

describe('the score', () => {
  it('leaves an open rating out instead of counting it as 0', () => {
    expect(score(ratings({ demand: 3 }), equalWeights)).toBe(3)
    expect(score(ratings({ demand: 3, quality: 0 }), equalWeights)).toBe(1.5)
    expect(score(ratings({}), equalWeights)).toBeNull()
  })

  it('counts each rating as often as its weight says', () => {
    const weights = { ...equalWeights, demand: 3 }
    expect(score(ratings({ demand: 3, quality: 1 }), weights)).toBe(2.5)
  })

  it('is none where nothing that counts is rated', () => {
    expect(score(ratings({ demand: 3 }), { ...equalWeights, demand: 0 })).toBeNull()
  })
})

describe('the rank', () => {
  const candidate = (id: string, position: number, demand: 0 | 1 | 2 | 3 | null) =>
    aDataset({
      id,
      position,
      identification: { access: 'public' },
      priority: { ratings: ratings(demand === null ? {} : { demand }) },
    })

  it('is shared by equal scores, and what is not rated comes last without one', () => {
    const ranked = rankCandidates(
      [candidate('open', 1, null), candidate('low', 2, 1), candidate('b', 3, 3), candidate('a', 4, 3)],
      equalWeights,
    )
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['b', 1],
      ['a', 1],
      ['low', 3],
      ['open', null],
    ])
  })

  it('does not depend on rounding: 0.1 more of every weight changes nothing', () => {
    const weights = { ...equalWeights, demand: 1.1, goals: 1.1, quality: 1.1 }
    const datasets = [candidate('x', 1, 2), candidate('y', 2, 2)]
    expect(rankCandidates(datasets, weights).map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('gives way to a person’s tier in the order of the plan', () => {
    const override = {
      tier: 'later',
      reason: 'Next year',
      who: 'J. Rivera',
      at: '2026-11-22T15:00:00Z',
    } as const
    const first = candidate('first', 1, 3)
    const overridden = { ...first, priority: { ...first.priority, override } }
    const ranked = rankCandidates([overridden, candidate('second', 2, 2)], equalWeights)
    expect(ranked[0]).toMatchObject({ id: 'first', rank: 1, suggested: 'now', tier: 'later' })
    expect(orderForPlan(ranked).map(({ id }) => id)).toEqual(['second', 'first'])
  })
})

it('suggests tiers from fixed scores, and none without a score', () => {
  expect([2.25, 2.24, 1.5, 1.49, null].map(suggestedTier)).toEqual(['now', 'next', 'next', 'later', null])
  expect(isPlanned({ tier: 'not-planned' })).toBe(false)
  expect(isPlanned({ tier: null })).toBe(false)
})
