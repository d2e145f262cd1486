import { describe, expect, it } from 'vitest'
import {
  isCandidate,
  isPublicToday,
  isPublishedData,
  protectedBy,
  routeOf,
  undecided,
} from '../../src/domain/dataset.ts'
import { equalWeights, nothingChosen } from '../../src/domain/plan.ts'
import type { Access, Availability } from '../../src/domain/vocabulary.ts'

const { identification, review } = undecided

describe('a dataset', () => {
  it.each<readonly [Availability, boolean, boolean]>([
    ['on-portal', true, true],
    ['public-data', true, true],
    ['public-report', true, false],
    ['not-public', false, false],
    ['not-yet-determined', false, false],
    ['cannot-determine', false, false],
  ])('“%s” is public today: %s, and published as data: %s', (availability, isPublic, isData) => {
    const dataset = { review: { ...review, availability } }
    expect(isPublicToday(dataset)).toBe(isPublic)
    expect(isPublishedData(dataset)).toBe(isData)
    expect(isCandidate({ ...dataset, identification: { ...identification, access: 'public' } })).toBe(!isData)
  })

  it.each<readonly [Access, string, string | null, boolean]>([
    ['public', '', 'aggregate', true],
    ['protected-releasable', 'HIPAA', 'aggregate', true],
    ['protected', 'HIPAA', null, false],
    ['undetermined', '', null, false],
  ])(
    'that is %s is protected by “%s”, released by the route %s and a candidate: %s',
    (access, law, route, expected) => {
      const noted = { ...identification, access, legalBasis: ' HIPAA ', releaseRoute: 'aggregate' } as const
      expect(protectedBy(noted)).toBe(law)
      expect(routeOf(noted)).toBe(route)
      expect(isCandidate({ review, identification: noted })).toBe(expected)
    },
  )
})

describe('where nobody has decided anything', () => {
  it('every answer is open, and every text empty', () => {
    const notRated = { value: null, reason: '' }
    expect(undecided).toEqual({
      review: { availability: 'not-yet-determined', publishedAt: '', publishedFormat: '', reviewNote: '' },
      identification: {
        access: 'undetermined',
        legalBasis: '',
        releaseRoute: null,
        suppressionRule: '',
        checkedBy: '',
        openness: {
          free: 'not-yet-determined',
          'machine-readable': 'not-yet-determined',
          unrestricted: 'not-yet-determined',
          'finest-detail': 'not-yet-determined',
          described: 'not-yet-determined',
        },
        highValueGrounds: [],
      },
      priority: {
        ratings: {
          goals: notRated,
          'focal-points': notRated,
          demand: notRated,
          quality: notRated,
          'machine-readable': notRated,
        },
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
    expect(equalWeights).toEqual({
      goals: 1,
      'focal-points': 1,
      demand: 1,
      quality: 1,
      'machine-readable': 1,
    })
    expect(nothingChosen).toEqual({ changesSheet: null, protectedCells: null, lockedStructure: null })
  })
})
