import { describe, expect, it } from 'vitest'
import { type Gap, gapsOf, isUnexplained } from '../../src/domain/checks.ts'
import { planDetailFields } from '../../src/domain/plan.ts'
import { criteria } from '../../src/domain/vocabulary.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aPlan, type DatasetChanges, ratings, someDatasets } from '../support/builders.ts'

const complete = aFullPlan().details

function gaps(...changes: readonly DatasetChanges[]): readonly Gap[] {
  return gapsOf(aPlan({ details: complete, datasets: someDatasets(changes) }))
}

/** Which datasets a gap names; none where it is not reported. */
function named(code: Gap['code'], found: readonly Gap[]): readonly string[] {
  return found.flatMap((gap) => ('datasets' in gap && gap.code === code ? gap.datasets : []))
}

const reviewed = { review: { availability: 'not-public' } } as const
const committed = { targetDate: '2027-06-30', updateFrequency: 'Monthly', steward: 'M. Chen' }
const planned = {
  ...reviewed,
  identification: { access: 'public' },
  priority: { ratings: ratings(3) },
  commitment: committed,
} as const

describe('what stands open', () => {
  it('is nothing where everything was said', () => {
    expect(gaps(planned)).toEqual([])
  })

  it('is each detail of the plan that is empty', () => {
    const open = (details: typeof complete) =>
      gapsOf(aPlan({ details })).flatMap((gap) => (gap.code === 'detail-missing' ? [gap.field] : []))
    expect(open(complete)).toEqual([])
    for (const field of planDetailFields) expect(open({ ...complete, [field]: ' ' })).toEqual([field])
    expect(open(aPlan().details)).toEqual(Object.keys(complete))
  })

  it('is every dataset that nobody reviewed, whatever its access', () => {
    const found = gaps({ id: 'open', identification: { access: 'public' } }, { id: 'said', ...reviewed })
    expect(named('not-reviewed', found)).toEqual(['open'])
  })

  it('is every access nobody determined', () => {
    const found = gaps(
      { id: 'open', ...reviewed },
      { id: 'said', ...reviewed, identification: { access: 'public' } },
    )
    expect(named('access-undetermined', found)).toEqual(['open'])
  })

  it('is the law that is missing, of protected data and of data that is to be released all the same', () => {
    const found = gaps(
      { id: 'protected', ...reviewed, identification: { access: 'protected' } },
      {
        id: 'releasable',
        ...reviewed,
        identification: { access: 'protected-releasable', legalBasis: ' ', releaseRoute: 'aggregate' },
      },
      { id: 'named', ...reviewed, identification: { access: 'protected', legalBasis: 'HIPAA' } },
      { id: 'public', ...reviewed, identification: { access: 'public' } },
    )
    expect(named('legal-basis-missing', found)).toEqual(['protected', 'releasable'])
    expect(named('release-route-missing', found)).toEqual([])
  })

  it('is how protected data are released, “as is” being no way to release them', () => {
    const releasable = { access: 'protected-releasable', legalBasis: 'HIPAA' } as const
    const found = gaps(
      { id: 'none', ...reviewed, identification: releasable },
      { id: 'as is', ...reviewed, identification: { ...releasable, releaseRoute: 'as-is' } },
      { id: 'said', ...reviewed, identification: { ...releasable, releaseRoute: 'redact-fields' } },
      { id: 'not released', ...reviewed, identification: { access: 'protected', legalBasis: 'HIPAA' } },
    )
    expect(named('release-route-missing', found)).toEqual(['none', 'as is'])
  })

  it('is every candidate with a rating that is open, unless a person set its tier', () => {
    const open = { ...reviewed, identification: { access: 'public' } } as const
    const partly = ratings(2, ['demand'])
    const override = { tier: 'later', reason: 'Next year', who: '', at: '2026-11-22T15:00:00.000Z' } as const
    const found = gaps(
      { id: 'partly', ...open, priority: { ratings: partly } },
      { id: 'whole', ...open, priority: { ratings: ratings(0) } },
      { id: 'by hand', ...open, priority: { ratings: partly, override } },
      { id: 'no candidate', ...reviewed, identification: { access: 'protected', legalBasis: 'HIPAA' } },
    )
    expect(named('ratings-open', found)).toEqual(['partly'])
  })

  it('is every rating without a reason', () => {
    const unexplained = Object.fromEntries(
      criteria.map((criterion, index) => [criterion, { value: 2, reason: index === 4 ? ' ' : 'Asked for' }]),
    ) as ReturnType<typeof ratings>
    const open = { ...reviewed, identification: { access: 'public' } } as const
    const found = gaps(
      { id: 'unexplained', ...open, priority: { ratings: unexplained } },
      { id: 'explained', ...open, priority: { ratings: ratings(2) } },
      { id: 'not rated', ...open },
    )
    expect(named('reason-missing', found)).toEqual(['unexplained'])
    expect(isUnexplained({ value: 0, reason: '' })).toBe(true)
    expect(isUnexplained({ value: null, reason: '' })).toBe(false)
  })

  it('is every planned dataset without its date, frequency or steward', () => {
    const found = gaps(
      { id: 'lacking', ...planned, commitment: { ...committed, steward: '' } },
      { id: 'whole', ...planned },
      { id: 'not planned', ...planned, priority: { ratings: ratings(3, []) }, commitment: {} },
    )
    expect(named('commitment-incomplete', found)).toEqual(['lacking'])
  })

  it('is every published dataset whose upkeep nobody settled', () => {
    const onPortal = {
      review: { availability: 'on-portal' },
      identification: { access: 'public' },
    } as const
    const found = gaps(
      { id: 'open', ...onPortal },
      { id: 'no ground', ...onPortal, commitment: { upkeep: 'retire' } },
      { id: 'kept', ...onPortal, commitment: { upkeep: 'keep' } },
      { id: 'not published', ...planned },
    )
    expect(named('upkeep-open', found)).toEqual(['open', 'no ground'])
  })

  it('is one date for everything, from four planned datasets on', () => {
    const onDay = (targetDate: string) => ({ ...planned, commitment: { ...committed, targetDate } })
    const four = ['2027-06-30', '2027-06-30', '2027-06-30', '2027-06-30']
    const sameDate = (dates: readonly string[]) =>
      gaps(...dates.map(onDay)).find(({ code }) => code === 'same-date')
    expect(sameDate(four)).toMatchObject({
      date: '2027-06-30',
      datasets: ['dataset-1', 'dataset-2', 'dataset-3', 'dataset-4'],
    })
    expect(sameDate(four.slice(1))).toBeUndefined()
    expect(sameDate([...four.slice(1), '2027-07-31'])).toBeUndefined()
    expect(sameDate(['', '', '', ''])).toBeUndefined()
  })

  it('comes in the order of the steps, each gap with the step that closes it', () => {
    const found = gaps(
      { identification: { access: 'public' } },
      { review: { availability: 'on-portal' } },
      { ...planned, identification: { access: 'protected-releasable' }, commitment: {} },
      { ...planned, identification: { access: 'protected-releasable', legalBasis: 'HIPAA' } },
    )
    expect(found.map((gap) => ('step' in gap ? [gap.code, gap.step] : [gap.code]))).toEqual([
      ['not-reviewed', 'review'],
      ['access-undetermined', 'identify'],
      ['legal-basis-missing', 'identify'],
      ['release-route-missing', 'identify'],
      ['ratings-open', 'prioritize'],
      ['commitment-incomplete', 'publish'],
      ['upkeep-open', 'publish'],
    ])
  })
})
