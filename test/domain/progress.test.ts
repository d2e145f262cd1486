import { describe, expect, it, test } from 'vitest'
import type { Progress } from '../../src/domain/progress.ts'
import {
  firstOpenStep,
  isCommitted,
  isDone,
  isIdentified,
  isReviewed,
  isUpkeepSettled,
  missingForCommitment,
  missingForIdentification,
  progressOf,
  publishingDatasets,
} from '../../src/domain/progress.ts'
import { availabilities, releaseRoutes } from '../../src/domain/vocabulary.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aDataset, anIdea, aPlan, type DatasetChanges, ratings, someDatasets } from '../support/builders.ts'

describe('a dataset is reviewed', () => {
  it('once somebody said something, that it cannot be determined included', () => {
    const open = availabilities.filter((availability) => !isReviewed(aDataset({ review: { availability } })))
    expect(open).toEqual(['not-yet-determined'])
  })
})

describe('a dataset is identified', () => {
  const identified = (identification: NonNullable<DatasetChanges['identification']>) =>
    isIdentified(aDataset({ identification }))

  it('when it is public, without any law', () => {
    expect(identified({ access: 'public' })).toBe(true)
    expect(identified({ access: 'undetermined', legalBasis: 'HIPAA', releaseRoute: 'aggregate' })).toBe(false)
  })

  it('when it is protected and the law is named', () => {
    expect(identified({ access: 'protected', legalBasis: 'HIPAA' })).toBe(true)
    expect(identified({ access: 'protected' })).toBe(false)
    expect(identified({ access: 'protected', legalBasis: ' \t' })).toBe(false)
  })

  it('when it is protected but releasable only with the law and a way of de-identifying', () => {
    const releasable = { access: 'protected-releasable', legalBasis: 'HIPAA' } as const
    const enough = releaseRoutes.filter((releaseRoute) => identified({ ...releasable, releaseRoute }))
    expect(enough).toEqual(['aggregate', 'redact-fields', 'remove-records', 'anonymous-identifiers'])
    expect(identified({ ...releasable, releaseRoute: null })).toBe(false)
    expect(identified({ ...releasable, legalBasis: ' ', releaseRoute: 'aggregate' })).toBe(false)
  })
})

describe('what keeps a dataset from being identified', () => {
  const missing = (identification: NonNullable<DatasetChanges['identification']>) =>
    missingForIdentification(aDataset({ identification }))

  it('is named in the order it is asked', () => {
    expect(missing({ access: 'protected-releasable', legalBasis: ' ' })).toEqual([
      'legalBasis',
      'releaseRoute',
    ])
    expect(missing({ access: 'protected-releasable', legalBasis: 'HIPAA', releaseRoute: 'as-is' })).toEqual([
      'releaseRoute',
    ])
    expect(missing({ access: 'protected' })).toEqual(['legalBasis'])
    expect(missing({ access: 'undetermined' })).toEqual(['access'])
    expect(missing({ access: 'public' })).toEqual([])
  })
})

describe('a commitment', () => {
  it('misses its parts in the order they are asked, blanks included', () => {
    expect(missingForCommitment(aDataset({ commitment: { steward: '  ' } }))).toEqual([
      'targetDate',
      'updateFrequency',
      'steward',
    ])
    expect(missingForCommitment(aDataset({ commitment: whole }))).toEqual([])
  })

  const whole = { targetDate: '2027-06-30', updateFrequency: 'Monthly', steward: 'M. Chen' }

  it('is made with a date, a frequency and a steward, and without any of them it is not', () => {
    expect(isCommitted(aDataset({ commitment: whole }))).toBe(true)
    for (const lacking of ['targetDate', 'updateFrequency', 'steward'] as const) {
      expect(isCommitted(aDataset({ commitment: { ...whole, [lacking]: '' } })), lacking).toBe(false)
    }
    expect(isCommitted(aDataset({ commitment: { ...whole, updateFrequency: '  ' } }))).toBe(false)
    expect(isCommitted(aDataset({ commitment: { ...whole, steward: ' ' } }))).toBe(false)
  })
})

describe('the upkeep of a published dataset', () => {
  const settled = (changes: DatasetChanges) => isUpkeepSettled(aDataset(changes))

  it('is settled when it is kept or updated, and when it is retired on a ground', () => {
    expect(settled({ commitment: { upkeep: 'keep' } })).toBe(true)
    expect(settled({ commitment: { upkeep: 'update' } })).toBe(true)
    expect(settled({ commitment: { upkeep: 'retire', retirementGround: 'outdated' } })).toBe(true)
    expect(settled({ commitment: { upkeep: 'retire' } })).toBe(false)
    expect(settled({ commitment: { upkeep: 'not-yet-determined', retirementGround: 'outdated' } })).toBe(
      false,
    )
  })
})

describe('publishing', () => {
  const open = { access: 'public' } as const

  it('asks about what is planned and what is published as data', () => {
    const plan = aPlan({
      datasets: someDatasets([
        { id: 'planned', identification: open, priority: { ratings: ratings(0) } },
        { id: 'not rated', identification: open },
        { id: 'elsewhere', review: { availability: 'public-data' }, identification: open },
        { id: 'on the portal', review: { availability: 'on-portal' } },
        {
          id: 'a report',
          review: { availability: 'public-report' },
          identification: open,
          priority: { ratings: ratings(3) },
        },
        {
          id: 'not planned',
          identification: open,
          priority: {
            ratings: ratings(3),
            override: { tier: 'not-planned', reason: 'Replaced', who: '', at: '2026-11-22T15:00:00.000Z' },
          },
        },
        { id: 'protected', identification: { access: 'protected' }, priority: { ratings: ratings(3) } },
      ]),
    })
    const { planned, published } = publishingDatasets(plan)
    expect(planned.map(({ id }) => id)).toEqual(['planned', 'a report'])
    expect(published.map(({ id }) => id)).toEqual(['elsewhere', 'on the portal'])
  })
})

describe('progress', () => {
  test('counts what each step asks about', () => {
    expect(progressOf(aFullPlan())).toEqual({
      review: { done: 8, total: 9 },
      brainstorm: { done: 1, total: 5 },
      identify: { done: 7, total: 9 },
      prioritize: { done: 4, total: 5 },
      publish: { done: 2, total: 4 },
    })
  })

  test('counts a tier that was set by hand as prioritized, and a rating that is open not', () => {
    const override = { tier: 'later', reason: 'Next year', who: '', at: '2026-11-22T15:00:00.000Z' } as const
    const datasets = someDatasets([
      { identification: { access: 'public' }, priority: { override } },
      { identification: { access: 'public' }, priority: { ratings: ratings(2, ['demand', 'goals']) } },
      { identification: { access: 'public' }, priority: { ratings: ratings(0) } },
    ])
    const { prioritize, publish } = progressOf(aPlan({ datasets }))
    expect(prioritize).toEqual({ done: 2, total: 3 })
    expect(publish).toEqual({ done: 0, total: 3 })
  })

  test('counts what is published as settled only once its upkeep is', () => {
    const published = { review: { availability: 'on-portal' } } as const
    const datasets = someDatasets([published, { ...published, commitment: { upkeep: 'keep' } }])
    expect(progressOf(aPlan({ datasets })).publish).toEqual({ done: 1, total: 2 })
  })

  test('counts a question of the brainstorm once, however many cards it has', () => {
    const ideas = [
      anIdea({ id: 'i1', question: 'on-portal' }),
      anIdea({ id: 'i2', question: 'on-portal' }),
      anIdea({ id: 'i3', question: 'used-for-analysis' }),
    ]
    expect(progressOf(aPlan({ ideas })).brainstorm).toEqual({ done: 2, total: 5 })
  })

  test('of an empty plan is nothing done and nothing asked but the brainstorm', () => {
    const { brainstorm, ...others } = progressOf(aPlan({ datasets: [], ideas: [] }))
    expect(brainstorm).toEqual({ done: 0, total: 5 })
    for (const progress of Object.values(others)) expect(progress).toEqual({ done: 0, total: 0 })
  })

  test('is done where something was asked and all of it answered', () => {
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
