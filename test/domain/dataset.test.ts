import { describe, expect, it } from 'vitest'
import { guidanceCriteria } from '../../src/domain/criteria.ts'
import {
  isCandidate,
  isPublicToday,
  isPublishedData,
  protectedBy,
  routeOf,
  undecided,
  withWhatFollows,
} from '../../src/domain/dataset.ts'
import { nothingChosen } from '../../src/domain/plan.ts'
import { availabilities } from '../../src/domain/vocabulary.ts'

const { identification, review } = undecided

describe('what an answer leaves behind', () => {
  const noted = { ...identification, legalBasis: 'HIPAA', releaseRoute: 'aggregate' } as const

  it('counts only where the access it belongs to still stands', () => {
    expect(protectedBy({ ...noted, access: 'protected' })).toBe('HIPAA')
    expect(protectedBy({ ...noted, access: 'public' })).toBe('')
    expect(routeOf({ ...noted, access: 'protected-releasable' })).toBe('aggregate')
    expect(routeOf({ ...noted, access: 'protected' })).toBeNull()
    expect(routeOf({ ...noted, access: 'undetermined' })).toBeNull()
    expect(routeOf({ ...noted, access: 'public' })).toBe('aggregate')
    expect(protectedBy({ ...noted, access: 'protected-releasable' })).toBe('HIPAA')
    expect(protectedBy({ ...noted, access: 'undetermined' })).toBe('')
    expect(protectedBy({ ...noted, access: 'protected', legalBasis: ' HIPAA ' })).toBe('HIPAA')
  })
})

describe('availability', () => {
  const those = (holds: typeof isPublicToday) =>
    availabilities.filter((availability) => holds({ review: { ...review, availability } }))

  it('is public today on the portal, elsewhere as data, or as a report', () => {
    expect(those(isPublicToday)).toEqual(['on-portal', 'public-data', 'public-report'])
  })

  it('is published as data on the portal or elsewhere, and not as a report', () => {
    expect(those(isPublishedData)).toEqual(['on-portal', 'public-data'])
  })
})

describe('a candidate', () => {
  it('may be public and is not published as data yet', () => {
    const open = { ...identification, access: 'public' } as const
    expect(isCandidate({ review, identification: open })).toBe(true)
    expect(isCandidate({ review: { ...review, availability: 'public-report' }, identification: open })).toBe(
      true,
    )
    expect(isCandidate({ review: { ...review, availability: 'on-portal' }, identification: open })).toBe(
      false,
    )
    expect(isCandidate({ review: { ...review, availability: 'public-data' }, identification: open })).toBe(
      false,
    )
    expect(
      isCandidate({ review, identification: { ...identification, access: 'protected-releasable' } }),
    ).toBe(true)
    expect(isCandidate({ review, identification })).toBe(false)
    expect(isCandidate({ review, identification: { ...identification, access: 'protected' } })).toBe(false)
  })
})

describe('where nobody has decided anything', () => {
  it('every answer is open, and every text empty', () => {
    expect(undecided).toEqual({
      review: { availability: 'not-yet-determined', publishedAt: '', publishedFormat: '', reviewNote: '' },
      identification: {
        access: 'undetermined',
        legalBasis: '',
        releaseRoute: null,
        suppressionRule: '',
        checkedBy: '',
        highValueGrounds: [],
      },
      openness: {
        free: 'not-yet-determined',
        'machine-readable': 'not-yet-determined',
        unrestricted: 'not-yet-determined',
        'finest-detail': 'not-yet-determined',
        described: 'not-yet-determined',
      },
      priority: {
        ratings: {},
        override: null,
      },
      commitment: {
        targetDate: '',
        updateFrequency: '',
        method: '',
        steward: '',
        custodian: '',
        automation: 'not-yet-determined',
        upkeep: 'not-yet-determined',
        retirementGround: null,
        upkeepNote: '',
      },
    })
  })

  it('every criterion counts alike, and the officer has chosen nothing', () => {
    expect(guidanceCriteria.map(({ id, weight }) => [id, weight])).toEqual([
      ['goals', 1],
      ['focal-points', 1],
      ['demand', 1],
      ['quality', 1],
      ['machine-readable', 1],
    ])
    expect(nothingChosen).toEqual({
      changesSheet: null,
      columns: null,
      protectedCells: null,
      lockedStructure: null,
    })
  })
})

describe('what follows from an answer to whether data may be public', () => {
  it('is that no release route is left behind where none is needed', () => {
    for (const access of ['public', 'protected'] as const) {
      expect(withWhatFollows({ access })).toEqual({ access, releaseRoute: null })
      expect(withWhatFollows({ access, releaseRoute: undefined, legalBasis: 'HIPAA' })).toEqual({
        access,
        releaseRoute: null,
        legalBasis: 'HIPAA',
      })
      expect(withWhatFollows({ access, releaseRoute: 'aggregate' })).toEqual({
        access,
        releaseRoute: 'aggregate',
      })
    }
  })

  it('is nothing while one may still be needed, or where access is not said', () => {
    for (const access of ['protected-releasable', 'undetermined', undefined] as const) {
      expect(withWhatFollows({ access, checkedBy: 'Counsel' })).toEqual({ access, checkedBy: 'Counsel' })
    }
  })
})
