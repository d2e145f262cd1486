import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../../src/domain/criteria.ts'
import type { Dataset, RatingValue } from '../../../../src/domain/dataset.ts'
import { rankCandidates } from '../../../../src/domain/priority.ts'
import type { Access, Availability } from '../../../../src/domain/vocabulary.ts'
import { isSameCandidate, notCandidates } from '../../../../src/renderer/steps/prioritize/candidates.ts'
import { keptWhereSame } from '../../../../src/renderer/ui/steady-rows.ts'
import { aDataset } from '../../support/fake-plan.ts'

function standing(
  id: string,
  position: number,
  access: Access,
  availability: Availability = 'not-public',
): Dataset {
  const dataset = aDataset(id, position)
  return {
    ...dataset,
    identification: { ...dataset.identification, access },
    review: { ...dataset.review, availability },
  }
}

const datasets = [
  standing('public', 0, 'public'),
  standing('on the portal', 1, 'public', 'on-portal'),
  standing('in a report', 2, 'protected-releasable', 'public-report'),
  standing('protected', 3, 'protected'),
  standing('undetermined', 4, 'undetermined'),
  standing('undetermined on the portal', 5, 'undetermined', 'on-portal'),
]

describe('the rows of the ranking', () => {
  const rated = (dataset: Dataset, value: RatingValue): Dataset => {
    const { ratings, override } = dataset.priority
    return { ...dataset, priority: { override, ratings: { ...ratings, goals: { value, reason: '' } } } }
  }
  const [a, b, c] = ['a', 'b', 'c'].map((id, position) => rated(standing(id, position, 'public'), 2)) as [
    Dataset,
    Dataset,
    Dataset,
  ]
  const before = rankCandidates([a, b, c], guidanceCriteria)
  const rowsOf = (...now: readonly Dataset[]) =>
    keptWhereSame(before, rankCandidates(now, guidanceCriteria), isSameCandidate)

  test('stay the same objects while nothing is changed', () => {
    expect(rowsOf(a, b, c).every((row, index) => row === before[index])).toBe(true)
  })

  test('are new where the dataset, its rank or its score has changed', () => {
    const now = rowsOf(a, b, rated(c, 1))
    expect([now[0] === before[0], now[1] === before[1], now[2] === before[2]]).toEqual([true, true, false])
    expect(now[2]).toMatchObject({ id: 'c', rank: 3, score: 1 })
    expect(rowsOf(rated(a, 3), b, c).map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
    ])
  })
})

describe('why the others are no candidates', () => {
  test('is told once for each of them', () => {
    expect(notCandidates(datasets)).toEqual({ published: 2, protected: 1, undetermined: 1 })
  })

  test('adds up to all datasets', () => {
    const { published, protected: closed, undetermined } = notCandidates(datasets)
    const candidates = rankCandidates(datasets, guidanceCriteria).length
    expect(candidates + published + closed + undetermined).toBe(datasets.length)
  })
})
