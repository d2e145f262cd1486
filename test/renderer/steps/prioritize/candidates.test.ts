import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../../src/domain/dataset.ts'
import { equalWeights } from '../../../../src/domain/plan.ts'
import type { Access, Availability } from '../../../../src/domain/vocabulary.ts'
import { candidatesOf, notCandidates } from '../../../../src/renderer/steps/prioritize/candidates.ts'
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

test('each candidate carries its dataset and its place', () => {
  const candidates = candidatesOf({ datasets, weights: equalWeights })
  expect(candidates.map(({ id }) => id)).toEqual(['public', 'in a report'])
  for (const { id, dataset, place } of candidates) expect([dataset.id, place.id]).toEqual([id, id])
})

describe('why the others are no candidates', () => {
  test('is told once for each of them', () => {
    expect(notCandidates(datasets)).toEqual({ published: 2, protected: 1, undetermined: 1 })
  })

  test('adds up to all datasets', () => {
    const { published, protected: closed, undetermined } = notCandidates(datasets)
    const candidates = candidatesOf({ datasets, weights: equalWeights }).length
    expect(candidates + published + closed + undetermined).toBe(datasets.length)
  })
})
