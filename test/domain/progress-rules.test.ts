import { describe, expect, it } from 'vitest'
import type { Progress } from '../../src/domain/progress.ts'
import {
  firstOpenStep,
  isCommitted,
  isDone,
  isIdentified,
  isReviewed,
  isUpkeepSettled,
  progressOf,
  publishingDatasets,
} from '../../src/domain/progress.ts'
import type { Access, Availability, ReleaseRoute, Upkeep } from '../../src/domain/vocabulary.ts'
import { aDataset, anIdea, aPlan, type DatasetChanges, ratings, someDatasets } from '../support/builders.ts'

describe('a dataset', () => {
  it.each<readonly [Availability, boolean]>([
    ['on-portal', true],
    ['public-data', true],
    ['public-report', true],
    ['not-public', true],
    ['cannot-determine', true],
    ['not-yet-determined', false],
  ])('whose availability is “%s” is reviewed: %s', (availability, expected) => {
    expect(isReviewed(aDataset({ review: { availability } }))).toBe(expected)
  })

  it.each<readonly [Access, string, ReleaseRoute | null, boolean]>([
    ['undetermined', 'HIPAA', 'aggregate', false],
    ['undetermined', '', null, false],
    ['public', '', null, true],
    ['protected', '', null, false],
    ['protected', ' ', null, false],
    ['protected', 'HIPAA', null, true],
    ['protected-releasable', '', 'aggregate', false],
    ['protected-releasable', ' ', 'aggregate', false],
    ['protected-releasable', 'HIPAA', null, false],
    ['protected-releasable', 'HIPAA', 'as-is', false],
    ['protected-releasable', 'HIPAA', 'aggregate', true],
    ['protected-releasable', 'HIPAA', 'redact-fields', true],
  ])(
    'that is %s by the law “%s”, released by the route %s, is identified: %s',
    (access, legalBasis, releaseRoute, expected) => {
      expect(isIdentified(aDataset({ identification: { access, legalBasis, releaseRoute } }))).toBe(expected)
    },
  )

  it.each([
    ['2027-03-01', 'Monthly', 'M. Chen', true],
    ['', 'Monthly', 'M. Chen', false],
    ['2027-03-01', '', 'M. Chen', false],
    ['2027-03-01', '  ', 'M. Chen', false],
    ['2027-03-01', 'Monthly', '', false],
    ['2027-03-01', 'Monthly', '  ', false],
    ['', '', '', false],
  ])(
    'promised for “%s”, updated “%s” by “%s”, is committed to: %s',
    (targetDate, updateFrequency, steward, expected) => {
      expect(isCommitted(aDataset({ commitment: { targetDate, updateFrequency, steward } }))).toBe(expected)
    },
  )

  it.each<readonly [Upkeep, 'outdated' | null, boolean]>([
    ['not-yet-determined', null, false],
    ['not-yet-determined', 'outdated', false],
    ['keep', null, true],
    ['update', null, true],
    ['retire', null, false],
    ['retire', 'outdated', true],
  ])(
    'that is published, with the upkeep “%s” on the ground %s, is settled: %s',
    (upkeep, retirementGround, expected) => {
      expect(isUpkeepSettled(aDataset({ commitment: { upkeep, retirementGround } }))).toBe(expected)
    },
  )
})

const open = { review: { availability: 'not-public' }, identification: { access: 'public' } } as const
const override = { tier: 'next', reason: '', who: '', at: '' } as const
const promise = { targetDate: '2027-03-01', updateFrequency: 'Monthly', steward: 'M. Chen' }

const changes: readonly DatasetChanges[] = [
  {},
  { review: { availability: 'cannot-determine' } },
  { review: { availability: 'on-portal' } },
  { review: { availability: 'public-data' }, commitment: { upkeep: 'keep' } },
  { ...open, commitment: promise },
  { ...open, priority: { ratings: ratings(2, ['demand']) }, commitment: promise },
  { ...open, priority: { ratings: ratings(2) } },
  { ...open, priority: { override } },
  { ...open, priority: { override: { ...override, tier: 'not-planned' } }, commitment: promise },
  { review: { availability: 'public-report' }, identification: { access: 'protected', legalBasis: 'HIPAA' } },
]

describe('the progress of the steps', () => {
  it('counts in each step what it asks about', () => {
    const ideas = [
      anIdea({ id: 'one', question: 'on-portal' }),
      anIdea({ id: 'two', question: 'on-portal' }),
      anIdea({ id: 'three', question: 'used-for-analysis' }),
    ]
    expect(progressOf(aPlan({ datasets: someDatasets(changes), ideas }))).toEqual({
      review: { done: 9, total: 10 },
      brainstorm: { done: 2, total: 5 },
      identify: { done: 6, total: 10 },
      prioritize: { done: 3, total: 5 },
      publish: { done: 2, total: 5 },
    })
  })

  it('asks in the last step for what is planned and for what is published', () => {
    const { planned, published } = publishingDatasets(aPlan({ datasets: someDatasets(changes) }))
    expect(planned.map(({ id }) => id)).toEqual(['dataset-6', 'dataset-7', 'dataset-8'])
    expect(published.map(({ id }) => id)).toEqual(['dataset-3', 'dataset-4'])
  })

  it('is done where something was asked and all of it answered', () => {
    expect(isDone({ done: 3, total: 3 })).toBe(true)
    expect(isDone({ done: 2, total: 3 })).toBe(false)
    expect(isDone({ done: 0, total: 3 })).toBe(false)
    expect(isDone({ done: 0, total: 0 })).toBe(false)
  })
})

describe('the step where the work goes on', () => {
  const done = { done: 1, total: 1 }
  const all: Progress = { review: done, brainstorm: done, identify: done, prioritize: done, publish: done }
  const notDone = { done: 0, total: 1 }

  it('is the first that is not done', () => {
    expect(firstOpenStep({ ...all, review: notDone, publish: notDone })).toBe('review')
    expect(firstOpenStep({ ...all, identify: notDone, publish: notDone })).toBe('identify')
    expect(firstOpenStep({ ...all, publish: { done: 0, total: 0 } })).toBe('publish')
  })

  it('is none where all are done', () => {
    expect(firstOpenStep(all)).toBeNull()
  })
})
