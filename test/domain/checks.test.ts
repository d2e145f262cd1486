import { describe, expect, it } from 'vitest'
import { type Gap, gapsOf, isUnexplained } from '../../src/domain/checks.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aPlan, type DatasetChanges, ratings, someDatasets } from '../support/builders.ts'

const { details } = aFullPlan()

const override = { tier: 'now', reason: '', who: '', at: '2026-11-22T15:00:00Z' } as const
const promise = { targetDate: '2027-03-01', updateFrequency: 'Monthly', steward: 'M. Chen' }

/** A planned dataset of which everything is said. */
const planned = {
  review: { availability: 'not-public' },
  identification: { access: 'public' },
  priority: { ratings: ratings(3) },
  commitment: promise,
} as const satisfies DatasetChanges

/** A published dataset of which everything is said. */
const published = {
  review: { availability: 'on-portal' },
  identification: { access: 'public' },
  commitment: { upkeep: 'keep' },
} as const satisfies DatasetChanges

/** What stands open of these datasets, `dataset-1`, `dataset-2` and so on, in a plan whose details are all given. */
function gapsAmong(...changes: readonly DatasetChanges[]): readonly Gap[] {
  return gapsOf(aPlan({ details, datasets: someDatasets(changes) }))
}

describe('the plan’s details', () => {
  it('are each missing until somebody gave them, in the order of the form', () => {
    expect(gapsOf(aPlan())).toEqual(
      [
        'agencyName',
        'planTitle',
        'period',
        'officerName',
        'officerTitle',
        'officerEmail',
        'headName',
        'headTitle',
        'reviewedOn',
      ].map((field) => ({ code: 'detail-missing', field })),
    )
  })

  it('are missing where only blanks were given', () => {
    expect(gapsOf(aPlan({ details: { ...details, headName: '  ' } }))).toEqual([
      { code: 'detail-missing', field: 'headName' },
    ])
  })
})

describe('a plan in which everything is said', () => {
  it('has nothing open', () => {
    expect(gapsAmong(planned, published, { ...planned, commitment: { ...promise, steward: 'Web' } })).toEqual(
      [],
    )
  })
})

describe('what stands open of the review and of access', () => {
  const kept = { review: { availability: 'not-public' } } as const
  const identified = (identification: NonNullable<DatasetChanges['identification']>) =>
    gapsAmong({ ...published, identification })

  it('is told of each dataset once it is not reviewed, whatever else is known of it', () => {
    expect(
      gapsAmong(
        published,
        { ...planned, review: {} },
        { ...kept, identification: { access: 'undetermined' } },
      ),
    ).toEqual([
      { code: 'not-reviewed', step: 'review', datasets: ['dataset-2'] },
      { code: 'access-undetermined', step: 'identify', datasets: ['dataset-3'] },
    ])
  })

  it('asks of protected data for a legal basis first, and then how it is released', () => {
    const basis = { code: 'legal-basis-missing', step: 'identify', datasets: ['dataset-1'] }
    const route = { code: 'release-route-missing', step: 'identify', datasets: ['dataset-1'] }
    expect(identified({ access: 'protected' })).toEqual([basis])
    expect(identified({ access: 'protected', legalBasis: ' ' })).toEqual([basis])
    expect(identified({ access: 'protected', legalBasis: 'HIPAA' })).toEqual([])
    expect(identified({ access: 'protected-releasable', releaseRoute: 'aggregate' })).toEqual([basis])
    expect(identified({ access: 'protected-releasable', legalBasis: 'HIPAA' })).toEqual([route])
    expect(
      identified({ access: 'protected-releasable', legalBasis: 'HIPAA', releaseRoute: 'as-is' }),
    ).toEqual([route])
    expect(
      identified({ access: 'protected-releasable', legalBasis: 'HIPAA', releaseRoute: 'aggregate' }),
    ).toEqual([])
  })

  it('asks nothing of the kind of public data', () => {
    expect(identified({ access: 'public', legalBasis: '' })).toEqual([])
  })
})

describe('what stands open of the priorities', () => {
  const rated = (priority: NonNullable<DatasetChanges['priority']>) => gapsAmong({ ...planned, priority })
  const open = { code: 'ratings-open', step: 'prioritize', datasets: ['dataset-1'] }
  const reason = { code: 'reason-missing', step: 'prioritize', datasets: ['dataset-1'] }

  it('is a rating nobody gave, unless a person decided on the tier', () => {
    expect(rated({ ratings: ratings(3, ['goals', 'demand']) })).toEqual([open])
    expect(rated({ ratings: ratings(3, ['goals', 'demand']), override })).toEqual([])
    expect(rated({ override })).toEqual([])
  })

  it('is a rating without a reason, also where only one has none and where it is 0', () => {
    const unexplained = (value: 0 | 3) => ({
      ratings: { ...ratings(3), quality: { value, reason: '' } },
    })
    expect(rated(unexplained(3))).toEqual([reason])
    expect(rated(unexplained(0))).toEqual([reason])
    expect(rated({ ...unexplained(3), override })).toEqual([reason])
  })

  it('is asked only of what could be made public and is not published yet', () => {
    const bare = { ...ratings(3), goals: { value: 1, reason: '' } } as const
    expect(gapsAmong({ ...published, priority: { ratings: bare } })).toEqual([])
  })

  it('names the datasets in the order of their ranks', () => {
    const partly = (value: 0 | 1 | 2 | 3) => ({
      ...planned,
      priority: { ratings: ratings(value, ['demand']) },
    })
    expect(gapsAmong(partly(2), partly(3))).toEqual([{ ...open, datasets: ['dataset-2', 'dataset-1'] }])
  })

  it.each([
    [null, '', false],
    [null, 'Later', false],
    [0, '', true],
    [3, ' \t', true],
    [2, 'Asked for weekly', false],
  ] as const)('a rating of %s with the reason “%s” is unexplained: %s', (value, given, expected) => {
    expect(isUnexplained({ value, reason: given })).toBe(expected)
  })
})

describe('what stands open of publishing', () => {
  const on = (targetDate: string) => ({ ...planned, commitment: { ...promise, targetDate } })

  it('is a promise that lacks its date, frequency or steward, and upkeep nobody decided on', () => {
    expect(
      gapsAmong(
        planned,
        on(''),
        { ...planned, commitment: { ...promise, steward: ' ' } },
        published,
        { ...published, commitment: {} },
        { ...published, commitment: { upkeep: 'retire' } },
      ),
    ).toEqual([
      { code: 'commitment-incomplete', step: 'publish', datasets: ['dataset-2', 'dataset-3'] },
      { code: 'upkeep-open', step: 'publish', datasets: ['dataset-5', 'dataset-6'] },
    ])
  })

  it('asks no promise of what a person decided not to plan', () => {
    const declined = { ratings: ratings(3), override: { ...override, tier: 'not-planned' } } as const
    expect(gapsAmong({ ...planned, priority: declined, commitment: {} })).toEqual([])
  })

  it('is the same date for all of four or more, which nobody can keep', () => {
    const four = [planned, planned, planned, planned]
    expect(gapsAmong(...four, published)).toEqual([
      {
        code: 'same-date',
        step: 'publish',
        datasets: ['dataset-1', 'dataset-2', 'dataset-3', 'dataset-4'],
        date: '2027-03-01',
      },
    ])
    expect(gapsAmong(planned, planned, planned)).toEqual([])
    expect(gapsAmong(planned)).toEqual([])
    expect(gapsAmong(planned, planned, planned, on('2027-04-01'))).toEqual([])
  })

  it('is no common date where none of them has one', () => {
    expect(gapsAmong(on(''), on(''), on(''), on(''))).toEqual([
      {
        code: 'commitment-incomplete',
        step: 'publish',
        datasets: ['dataset-1', 'dataset-2', 'dataset-3', 'dataset-4'],
      },
    ])
  })
})
