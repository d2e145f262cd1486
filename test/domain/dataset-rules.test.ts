import { describe, expect, it } from 'vitest'
import {
  isCandidate,
  isPublicToday,
  isPublishedData,
  protectedBy,
  routeOf,
  undecided,
} from '../../src/domain/dataset.ts'
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
