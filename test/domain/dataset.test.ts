import { describe, expect, it } from 'vitest'
import { isCandidate, protectedBy, routeOf, undecided } from '../../src/domain/dataset.ts'

const { identification, review } = undecided

describe('what an answer leaves behind', () => {
  const noted = { ...identification, legalBasis: 'HIPAA', releaseRoute: 'aggregate' } as const

  it('counts only where the access it belongs to still stands', () => {
    expect(protectedBy({ ...noted, access: 'protected' })).toBe('HIPAA')
    expect(protectedBy({ ...noted, access: 'public' })).toBe('')
    expect(routeOf({ ...noted, access: 'protected-releasable' })).toBe('aggregate')
    expect(routeOf({ ...noted, access: 'protected' })).toBeNull()
    expect(routeOf({ ...noted, access: 'undetermined' })).toBeNull()
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
    expect(isCandidate({ review, identification })).toBe(false)
    expect(isCandidate({ review, identification: { ...identification, access: 'protected' } })).toBe(false)
  })
})
