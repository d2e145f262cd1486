import { describe, expect, test } from 'vitest'
import { type CriterionId, guidanceCriteria } from '../../../../src/domain/criteria.ts'
import type { Dataset, RatingValue } from '../../../../src/domain/dataset.ts'
import { countRatings, nextOpenRating } from '../../../../src/renderer/steps/prioritize/open-rating.ts'
import { aDataset } from '../../support/fake-plan.ts'

/** A dataset where everything but these criteria is rated, with a reason. */
function openIn(id: string, ...open: readonly CriterionId[]): Dataset {
  const dataset = aDataset(id, 0)
  const ratings = { ...dataset.priority.ratings }
  for (const { id: criterion } of guidanceCriteria) {
    if (!open.includes(criterion)) ratings[criterion] = { value: 2, reason: 'Checked' }
  }
  return { ...dataset, priority: { ...dataset.priority, ratings } }
}

function rated(dataset: Dataset, criterion: CriterionId, value: RatingValue, reason: string): Dataset {
  const ratings = { ...dataset.priority.ratings, [criterion]: { value, reason } }
  return { ...dataset, priority: { ...dataset.priority, ratings } }
}

function placedByHand(dataset: Dataset): Dataset {
  const override = {
    tier: 'now',
    reason: 'Promised',
    who: 'J. Rivera',
    at: '2026-11-22T15:42:07.000Z',
  } as const
  return { ...dataset, priority: { ...dataset.priority, override } }
}

describe('the next open rating', () => {
  const candidates = [openIn('a', 'goals', 'quality'), openIn('b'), openIn('c', 'demand')]

  test('is the first one of the current dataset', () => {
    expect(nextOpenRating(candidates, guidanceCriteria, 'a', null)).toEqual({ id: 'a', criterion: 'goals' })
  })

  test('passes the one that was gone to and left open', () => {
    expect(nextOpenRating(candidates, guidanceCriteria, 'a', 'goals')).toEqual({
      id: 'a',
      criterion: 'quality',
    })
  })

  test('goes on to the next dataset that has one', () => {
    expect(nextOpenRating(candidates, guidanceCriteria, 'a', 'quality')).toEqual({
      id: 'c',
      criterion: 'demand',
    })
    expect(nextOpenRating(candidates, guidanceCriteria, 'b', null)).toEqual({ id: 'c', criterion: 'demand' })
  })

  test('begins again at the top after the last dataset', () => {
    expect(nextOpenRating(candidates, guidanceCriteria, 'c', 'demand')).toEqual({
      id: 'a',
      criterion: 'goals',
    })
  })

  test('comes back to the last one left when there is no other', () => {
    expect(nextOpenRating([openIn('a', 'goals'), openIn('b')], guidanceCriteria, 'a', 'goals')).toEqual({
      id: 'a',
      criterion: 'goals',
    })
  })

  test('visits every open rating once before it repeats any', () => {
    const seen: string[] = []
    let at = { id: 'a', criterion: null as CriterionId | null }
    for (let press = 0; press < 3; press++) {
      const next = nextOpenRating(candidates, guidanceCriteria, at.id, at.criterion)
      if (next === null) throw new Error('There are three open ratings')
      seen.push(`${next.id} ${next.criterion}`)
      at = next
    }
    expect(seen).toEqual(['a goals', 'a quality', 'c demand'])
  })

  test('skips a dataset whose tier was set by hand', () => {
    const placed = [placedByHand(openIn('a', 'goals')), openIn('b', 'demand')]
    expect(nextOpenRating(placed, guidanceCriteria, 'a', null)).toEqual({ id: 'b', criterion: 'demand' })
  })

  test('is none when all are rated, or there are no candidates', () => {
    expect(nextOpenRating([openIn('a'), openIn('b')], guidanceCriteria, 'a', null)).toBeNull()
    expect(nextOpenRating([], guidanceCriteria, null, null)).toBeNull()
  })

  test('begins at the top when the current dataset is a candidate no longer', () => {
    expect(nextOpenRating(candidates, guidanceCriteria, 'gone', null)).toEqual({
      id: 'a',
      criterion: 'goals',
    })
  })
})

test('open ratings are counted without those of datasets placed by hand', () => {
  expect(
    countRatings([openIn('a', 'goals', 'demand'), placedByHand(openIn('b', 'goals'))], guidanceCriteria).open,
  ).toBe(2)
})

test('a rating without a reason is counted, an open one is not', () => {
  const blank = rated(openIn('a', 'goals', 'demand'), 'goals', 0, '  ')
  expect(countRatings([blank, openIn('b')], guidanceCriteria).unexplained).toBe(1)
})
