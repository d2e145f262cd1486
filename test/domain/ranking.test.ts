import { describe, expect, it } from 'vitest'
import { guidanceCriteria } from '../../src/domain/criteria.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import {
  hasOpenCriteria,
  isPlanned,
  openCriteria,
  orderForPlan,
  rankCandidates,
  tierOf,
} from '../../src/domain/priority.ts'
import { aDataset, ratings, weighed } from '../support/builders.ts'

type Value = 0 | 1 | 2 | 3 | null

function candidate(position: number, value: Value): Dataset {
  return aDataset({
    id: `${value}-${position}`,
    position,
    identification: { access: 'public' },
    priority: value === null ? {} : { ratings: ratings(value) },
  })
}

const ranksOf = (datasets: readonly Dataset[]) =>
  rankCandidates(datasets, guidanceCriteria).map(({ id, rank }) => [id, rank])

describe('the ranking', () => {
  it.each([
    ['the unrated one first', [candidate(1, null), candidate(2, 0), candidate(3, 0)]],
    ['the unrated one last', [candidate(3, 0), candidate(2, 0), candidate(1, null)]],
    ['the unrated one between', [candidate(2, 0), candidate(1, null), candidate(3, 0)]],
  ])('puts a score of 0 before no score, with %s', (_, datasets) => {
    expect(ranksOf(datasets)).toEqual([
      ['0-2', 1],
      ['0-3', 1],
      ['null-1', null],
    ])
  })

  it('follows the inventory among equals, in whatever order they are given', () => {
    expect(
      ranksOf([candidate(9, 1), candidate(4, null), candidate(3, 2), candidate(7, 1), candidate(2, null)]),
    ).toEqual([
      ['2-3', 1],
      ['1-7', 2],
      ['1-9', 2],
      ['null-2', null],
      ['null-4', null],
    ])
  })

  it('is made once for the same datasets and weights, and anew for other weights', () => {
    const datasets = [candidate(1, 1), candidate(2, 2)]
    const first = rankCandidates(datasets, guidanceCriteria)
    expect(rankCandidates(datasets, guidanceCriteria)).toBe(first)
    const nothingCounts = weighed({
      goals: 0,
      'focal-points': 0,
      demand: 0,
      quality: 0,
      'machine-readable': 0,
    })
    expect(rankCandidates(datasets, nothingCounts).map(({ rank }) => rank)).toEqual([null, null])
    expect(rankCandidates(datasets, guidanceCriteria)).toEqual(first)
  })

  it('holds candidates only', () => {
    const published = {
      ...candidate(1, 3),
      review: { ...candidate(1, 3).review, availability: 'on-portal' },
    } as const
    expect(ranksOf([published, aDataset({ id: 'undetermined' }), candidate(2, 1)])).toEqual([['1-2', 1]])
  })

  it('is ordered for the plan by tier: now, next, later, not planned, and what has none', () => {
    const decided = { ...candidate(1, 3) }
    const override = { tier: 'not-planned', reason: '', who: '', at: '' } as const
    const declined = { ...decided, id: 'declined', priority: { ...decided.priority, override } }
    const ranked = rankCandidates(
      [candidate(2, null), declined, candidate(3, 1), candidate(4, 2), candidate(5, 3)],
      guidanceCriteria,
    )
    expect(orderForPlan(ranked).map(({ id, tier }) => [id, tier])).toEqual([
      ['3-5', 'now'],
      ['2-4', 'next'],
      ['1-3', 'later'],
      ['declined', 'not-planned'],
      ['null-2', null],
    ])
  })
})

describe('the tier of a dataset', () => {
  const override = { tier: 'later', reason: '', who: '', at: '' } as const

  it('is the one its score suggests unless a person decided', () => {
    expect(tierOf(candidate(1, 3), guidanceCriteria)).toBe('now')
    expect(tierOf(candidate(1, null), guidanceCriteria)).toBeNull()
    expect(tierOf({ priority: { ratings: ratings(3), override } }, guidanceCriteria)).toBe('later')
    expect(tierOf({ priority: { ...candidate(1, null).priority, override } }, guidanceCriteria)).toBe('later')
  })

  it.each([
    ['now', true],
    ['next', true],
    ['later', true],
    ['not-planned', false],
    [null, false],
  ] as const)('“%s” means planned: %s', (tier, expected) => {
    expect(isPlanned({ tier })).toBe(expected)
  })
})

describe('the ratings of a dataset', () => {
  it.each([
    [
      'none',
      candidate(1, null).priority.ratings,
      ['goals', 'focal-points', 'demand', 'quality', 'machine-readable'],
    ],
    ['some', ratings(0, ['goals', 'quality']), ['focal-points', 'demand', 'machine-readable']],
    ['all', ratings(0), []],
  ] as const)('name those that are open where %s of them are given', (_, given, open) => {
    expect(openCriteria(given, guidanceCriteria).map(({ id }) => id)).toEqual(open)
    expect(hasOpenCriteria(given, guidanceCriteria)).toBe(open.length > 0)
  })
})
