import { describe, expect, it } from 'vitest'
import { type CriterionId, guidanceCriteria } from '../../src/domain/criteria.ts'
import type { Ratings } from '../../src/domain/dataset.ts'
import {
  hasOpenCriteria,
  isPlanned,
  openCriteria,
  orderForPlan,
  rankCandidates,
  score,
  suggestedTier,
  tierOf,
} from '../../src/domain/priority.ts'
import { type Tier, tiers } from '../../src/domain/vocabulary.ts'
import { aDataset, weighed } from '../support/builders.ts'

function ratings(given: Readonly<Record<CriterionId, 0 | 1 | 2 | 3>>): Ratings {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { value, reason: '' }]))
}

describe('the score', () => {
  it('leaves an open rating out instead of counting it as 0', () => {
    expect(score(ratings({ demand: 3 }), guidanceCriteria)).toBe(3)
    expect(score(ratings({ demand: 3, quality: 0 }), guidanceCriteria)).toBe(1.5)
    expect(score(ratings({}), guidanceCriteria)).toBeNull()
  })

  it('counts each rating as often as its weight says', () => {
    const weights = weighed({ demand: 3 })
    expect(score(ratings({ demand: 3, quality: 1 }), weights)).toBe(2.5)
  })

  it('is none where nothing that counts is rated', () => {
    expect(score(ratings({ demand: 3 }), weighed({ demand: 0 }))).toBeNull()
  })

  it('takes no notice of a criterion that counts nothing', () => {
    const weights = weighed({ demand: 0 })
    expect(score(ratings({ demand: 3, quality: 1 }), weights)).toBe(1)
  })

  it('is 0 where every rating is 0, which is not the same as none', () => {
    expect(score(ratings({ demand: 0 }), guidanceCriteria)).toBe(0)
    expect(suggestedTier(0)).toBe('later')
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
      guidanceCriteria,
    )
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['b', 1],
      ['a', 1],
      ['low', 3],
      ['open', null],
    ])
  })

  it('is the same for scores that only rounding tells apart', () => {
    const weights = weighed({ goals: 0.1, demand: 0.1, quality: 0.2 })
    const rated = (id: string, given: Parameters<typeof ratings>[0]) => ({
      ...candidate(id, 1, null),
      priority: { ratings: ratings(given), override: null },
    })
    const several = rated('several', { goals: 3, demand: 3, quality: 3 })
    const one = rated('one', { 'machine-readable': 3 })
    const ranked = rankCandidates([several, one], weights)
    expect(ranked[0]?.score).not.toBe(ranked[1]?.score)
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('is counted again with other weights, and again when the first ones are back', () => {
    const datasets = [
      candidate('asked for', 1, 3),
      aDataset({
        id: 'of good quality',
        position: 2,
        identification: { access: 'public' },
        priority: { ratings: ratings({ demand: 1, quality: 3 }) },
      }),
    ]
    const order = (weights: typeof guidanceCriteria) => rankCandidates(datasets, weights).map(({ id }) => id)
    const scores = (weights: typeof guidanceCriteria) =>
      rankCandidates(datasets, weights).map((entry) => entry.score)
    expect(order(guidanceCriteria)).toEqual(['asked for', 'of good quality'])
    expect(scores(guidanceCriteria)).toEqual([3, 2])
    expect(scores(weighed({ quality: 3 }))).toEqual([3, 2.5])
    expect(scores(weighed({ demand: 0 }))).toEqual([3, null])
    expect(order(weighed({ demand: 0 }))).toEqual(['of good quality', 'asked for'])
    expect(scores(guidanceCriteria)).toEqual([3, 2])
  })

  it('is counted again for datasets that are no longer the same, with the same weights', () => {
    const before = [candidate('a', 1, 3), candidate('b', 2, 1)]
    const after = [candidate('a', 1, 0), candidate('b', 2, 1)]
    expect(rankCandidates(before, guidanceCriteria).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(rankCandidates(after, guidanceCriteria).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('is for candidates only: what is published as data or protected has none', () => {
    const rated = { priority: { ratings: ratings({ demand: 3 }) } }
    const ranked = rankCandidates(
      [
        aDataset({ id: 'published', ...rated, review: { availability: 'on-portal' } }),
        aDataset({ id: 'protected', ...rated, identification: { access: 'protected' } }),
        aDataset({ id: 'undetermined', ...rated }),
        aDataset({ id: 'releasable', ...rated, identification: { access: 'protected-releasable' } }),
      ],
      guidanceCriteria,
    )
    expect(ranked.map(({ id }) => id)).toEqual(['releasable'])
  })

  it('leaves equal scores in the inventory’s order, whatever the order they come in', () => {
    const ranked = rankCandidates(
      [candidate('third', 3, 2), candidate('first', 1, 2), candidate('second', 2, 2)],
      guidanceCriteria,
    )
    expect(ranked.map(({ id }) => id)).toEqual(['first', 'second', 'third'])
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
    const ranked = rankCandidates([overridden, candidate('second', 2, 2)], guidanceCriteria)
    expect(ranked[0]).toMatchObject({ id: 'first', rank: 1, suggested: 'now', tier: 'later' })
    expect(orderForPlan(ranked).map(({ id }) => id)).toEqual(['second', 'first'])
  })

  it('goes by tier in the order of the plan, and what has none yet stands last', () => {
    const set = (tier: Tier) => ({ tier, reason: 'So', who: '', at: '' })
    const planned = (id: string, position: number, tier: Tier) => {
      const dataset = candidate(id, position, 3)
      return { ...dataset, priority: { ...dataset.priority, override: set(tier) } }
    }
    const ranked = rankCandidates(
      [
        candidate('open', 1, null),
        planned('never', 2, 'not-planned'),
        planned('later', 3, 'later'),
        planned('next', 4, 'next'),
        planned('now', 5, 'now'),
      ],
      guidanceCriteria,
    )
    expect(orderForPlan(ranked).map(({ id }) => id)).toEqual(['now', 'next', 'later', 'never', 'open'])
  })
})

describe('a person’s tier', () => {
  const decided = (tier: Tier) =>
    aDataset({
      identification: { access: 'public' },
      priority: { ratings: ratings({ demand: 3 }), override: { tier, reason: 'So', who: '', at: '' } },
    })

  it('stands against what the score suggests, whichever it is', () => {
    expect(tiers.map((tier) => tierOf(decided(tier), guidanceCriteria))).toEqual(tiers)
    expect(tiers.map((tier) => rankCandidates([decided(tier)], guidanceCriteria)[0]?.tier)).toEqual(tiers)
  })

  it('is not needed: without one the score’s stands, and none without a score', () => {
    const of = (given: Parameters<typeof ratings>[0]) =>
      tierOf(aDataset({ priority: { ratings: ratings(given) } }), guidanceCriteria)
    expect([of({ demand: 3 }), of({ demand: 2 }), of({ demand: 1 }), of({})]).toEqual([
      'now',
      'next',
      'later',
      null,
    ])
  })
})

it('names the criteria that are open in their order', () => {
  const openIn = (given: Ratings) => openCriteria(given, guidanceCriteria).map(({ id }) => id)
  const given = ratings({ demand: 0, goals: 3 })
  expect(openIn(given)).toEqual(['focal-points', 'quality', 'machine-readable'])
  expect(hasOpenCriteria(given, guidanceCriteria)).toBe(true)
  const all = ratings({ goals: 0, 'focal-points': 0, demand: 0, quality: 0, 'machine-readable': 0 })
  expect(openIn(all)).toEqual([])
  expect(hasOpenCriteria(all, guidanceCriteria)).toBe(false)
})

it('suggests tiers from fixed scores, and none without a score', () => {
  expect([2.25, 2.24, 1.5, 1.49, null].map(suggestedTier)).toEqual(['now', 'next', 'next', 'later', null])
  expect(isPlanned({ tier: 'not-planned' })).toBe(false)
  expect(isPlanned({ tier: null })).toBe(false)
  expect((['now', 'next', 'later'] as const).map((tier) => isPlanned({ tier }))).toEqual([true, true, true])
})
