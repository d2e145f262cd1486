import { describe, expect, it, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import {
  type DecisionsRead,
  decisionsFromColumns as decisionsOn,
  type PlanAnswers,
} from '../../../src/domain/write-back/decisions-from-columns.ts'

const decisionsFromColumns = (answers: PlanAnswers) => decisionsOn(answers, guidanceCriteria)

const nothing: DecisionsRead = {
  review: {},
  identification: {},
  openness: {},
  commitment: {},
  ratings: {},
  tier: null,
  words: {},
}

describe('the answers of an earlier plan', () => {
  test.each<[answers: PlanAnswers, read: Partial<DecisionsRead>]>([
    [{}, {}],
    [{ ODAP_availability: '  ', ODAP_tier: ' ', ODAP_tier_reason: 'Promised', ODAP_steward: '' }, {}],
    [{ ODAP_unheard_of: 'On portal', 'Plan: Steward': 'A. Stone' }, {}],
    [{ ODAP_priority_score: '2.4', ODAP_rank: '1' }, {}],
    [
      { ODAP_availability: 'Public, but not machine-readable' },
      { review: { availability: 'public-report' } },
    ],
    [{ ODAP_published_at: ' Annual report ' }, { review: { publishedAt: 'Annual report' } }],
    [{ ODAP_access: 'PROTECTED' }, { identification: { access: 'protected' } }],
    [{ ODAP_legal_basis: 'CGS 1-210' }, { identification: { legalBasis: 'CGS 1-210' } }],
    [{ ODAP_release_route: 'Redact fields' }, { identification: { releaseRoute: 'redact-fields' } }],
    [{ ODAP_target_date: '2027-01-15' }, { commitment: { targetDate: '2027-01-15' } }],
    [{ ODAP_update_frequency: 'Monthly' }, { commitment: { updateFrequency: 'Monthly' } }],
    [{ ODAP_steward: 'A. Stone' }, { commitment: { steward: 'A. Stone' } }],
    [{ ODAP_custodian: 'M. Chen' }, { commitment: { custodian: 'M. Chen' } }],
    [{ ODAP_automation: 'by hand' }, { commitment: { automation: 'manual' } }],
    [{ ODAP_upkeep: 'Keep as it is' }, { commitment: { upkeep: 'keep' } }],
    [
      { ODAP_retirement_ground: 'Discontinued or replaced' },
      { commitment: { retirementGround: 'replaced' } },
    ],
    [
      { ODAP_retirement_ground: 'Discontinued, consolidated or replaced' },
      { commitment: { retirementGround: 'replaced' } },
    ],
    [
      { ODAP_tier: ' not PLANNED ', ODAP_tier_reason: ' Costs ' },
      { tier: { tier: 'not-planned', reason: 'Costs' } },
    ],
    [{ ODAP_tier: 'Later', ODAP_tier_reason: '   ' }, { tier: { tier: 'later', reason: '' } }],
    [{ ODAP_high_value_grounds: ' a,,  F;b ' }, { identification: { highValueGrounds: ['A', 'B', 'F'] } }],
    [{ ODAP_high_value_grounds: 'C, c' }, { identification: { highValueGrounds: ['C'] } }],
    [{ ODAP_high_value_grounds: 'A; B;' }, { identification: { highValueGrounds: ['A', 'B'] } }],
  ])('%j', (answers, read) => {
    expect(decisionsFromColumns(answers)).toEqual({ ...nothing, ...read })
  })

  it('are all taken together', () => {
    expect(
      decisionsFromColumns({
        ODAP_availability: 'Not public',
        ODAP_published_at: 'Annual report',
        ODAP_access: 'Public',
        ODAP_release_route: 'Aggregate',
        ODAP_steward: 'A. Stone',
        ODAP_upkeep: 'Retire',
        ODAP_tier: 'Now',
      }),
    ).toEqual({
      review: { availability: 'not-public', publishedAt: 'Annual report' },
      identification: { access: 'public', releaseRoute: 'aggregate' },
      openness: {},
      ratings: {},
      commitment: { steward: 'A. Stone', upkeep: 'retire' },
      tier: { tier: 'now', reason: '' },
      words: {},
    })
  })
})

describe('an answer that is no choice of the plan’s', () => {
  test.each([
    ['ODAP_access', 'Ask us', 'identification.access'],
    ['ODAP_release_route', 'By mail', 'identification.releaseRoute'],
    ['ODAP_automation', 'Robots', 'commitment.automation'],
    ['ODAP_upkeep', 'Maybe', 'commitment.upkeep'],
    ['ODAP_retirement_ground', 'Old', 'commitment.retirementGround'],
    ['ODAP_target_date', '2027-02-30', 'commitment.targetDate'],
    ['ODAP_high_value_grounds', 'AB', 'identification.highValueGrounds'],
    ['ODAP_tier', 'Soon', 'override.tier'],
  ])('of %s is kept by its field, beside what could be read', (mark, text, field) => {
    expect(decisionsFromColumns({ ODAP_published_at: 'Report', [mark]: ` ${text} ` })).toEqual({
      ...nothing,
      review: { publishedAt: 'Report' },
      words: { [field]: text },
    })
  })
})
