import { describe, expect, it, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { planColumns } from '../../../src/domain/write-back/plan-columns.ts'
import { aDataset, type DatasetChanges, ownCriterion, ratings } from '../../support/builders.ts'

function column(header: string) {
  const found = planColumns([...guidanceCriteria, ownCriterion]).find((one) => one.header === header)
  if (found === undefined) throw new Error(`The plan has no column ${header}.`)
  return found
}

const entry = {
  id: 'dataset-1',
  dataset: aDataset(),
  rank: 2,
  score: 2.345_6,
  suggested: 'now',
  tier: 'next',
} as const
const said = (header: string, changes: DatasetChanges, ranked: typeof entry | undefined = undefined) =>
  column(header).valueOf(aDataset(changes), ranked)
const reasonOf = (header: string, changes: DatasetChanges) =>
  column(header).reasonOf?.(aDataset(changes), guidanceCriteria)

describe('what a column of the plan says', () => {
  test.each<[header: string, changes: DatasetChanges, value: unknown]>([
    ['Plan: Availability', { review: { availability: 'public-data' } }, 'Public data'],
    ['Plan: Availability', { review: { availability: 'cannot-determine' } }, 'Cannot determine'],
    ['Plan: Availability', {}, null],
    ['Plan: Published at', { review: { publishedAt: '  Annual report ' } }, 'Annual report'],
    ['Plan: Published at', { review: { publishedAt: '  ' } }, null],
    ['Plan: Access', { identification: { access: 'protected-releasable' } }, 'Protected but releasable'],
    ['Plan: Access', {}, null],
    [
      'Plan: Legal basis',
      { identification: { access: 'protected', legalBasis: ' CGS 1-210 ' } },
      'CGS 1-210',
    ],
    ['Plan: Legal basis', { identification: { access: 'public', legalBasis: 'CGS 1-210' } }, null],
    // Noted before anybody said whether it may be public.
    ['Plan: Legal basis', { identification: { legalBasis: ' CGS 1-210 ' } }, 'CGS 1-210'],
    ['Plan: Release route', { identification: { releaseRoute: 'aggregate' } }, 'Aggregate'],
    ['Plan: Release route', { identification: { access: 'public', releaseRoute: 'as-is' } }, 'As is'],
    ['Plan: Release route', { identification: { access: 'protected', releaseRoute: 'as-is' } }, null],
    ['Plan: Release route', { identification: { access: 'public' } }, null],
    ['Plan: High-value grounds', { identification: { highValueGrounds: ['F', 'A'] } }, 'A, F'],
    ['Plan: High-value grounds', {}, null],
    ['Plan: Target date', { commitment: { targetDate: '2027-01-15' } }, { date: '2027-01-15' }],
    ['Plan: Target date', { commitment: { targetDate: ' in spring ' } }, 'in spring'],
    ['Plan: Target date', {}, null],
    ['Plan: Update frequency', { commitment: { updateFrequency: 'Monthly ' } }, 'Monthly'],
    ['Plan: Steward', { commitment: { steward: 'A. Stone' } }, 'A. Stone'],
    ['Plan: Custodian', { commitment: { custodian: 'M. Chen' } }, 'M. Chen'],
    ['Plan: Automation', { commitment: { automation: 'manual' } }, 'By hand'],
    ['Plan: Automation', {}, null],
    ['Plan: Upkeep', { commitment: { upkeep: 'retire' } }, 'Retire'],
    ['Plan: Upkeep', {}, null],
    ['Plan: Retirement ground', { commitment: { retirementGround: 'outdated' } }, 'Outdated'],
    ['Plan: Retirement ground', {}, null],
    ['Plan: Published format', { review: { publishedFormat: 'CSV ' } }, 'CSV'],
    ['Plan: Suppression rule', { identification: { suppressionRule: 'None under 6' } }, 'None under 6'],
    ['Plan: Checked before release by', { identification: { checkedBy: 'M. Chen' } }, 'M. Chen'],
    ['Plan: Open data: Free to get', { openness: { free: 'yes' } }, 'Yes'],
    ['Plan: Open data: Machine-readable', { openness: { 'machine-readable': 'no' } }, 'No'],
    ['Plan: Open data: Described in metadata', {}, null],
    ['Plan: How it gets there', { commitment: { method: 'By a script' } }, 'By a script'],
    ['Plan: Note on upkeep', { commitment: { upkeepNote: 'Rarely asked for' } }, 'Rarely asked for'],
    ['Plan: Rating: Demand from others', { priority: { ratings: ratings(0, ['demand']) } }, 0],
    ['Plan: Rating: Demand from others', { priority: { ratings: ratings(3, ['goals']) } }, null],
    ['Plan: Rating: Demand from others', {}, null],
    [
      'Plan: Reason: Demand from others',
      { priority: { ratings: ratings(1, ['demand', 'goals']) } },
      'Because of demand',
    ],
    ['Plan: Reason: Demand from others', {}, null],
    ['Plan: Rating: Cost of a breach', { priority: { ratings: ratings(2, [ownCriterion.id]) } }, 2],
  ])('%s, of %j: %j', (header, changes, value) => {
    expect(said(header, changes)).toEqual(value)
  })

  it('of what is ranked is score, rank, tier and why a person decided on it', () => {
    const override = { tier: 'next', reason: ' Promised ', who: '', at: '' } as const
    const ranked = ['Plan: Priority score', 'Plan: Rank', 'Plan: Tier', 'Plan: Tier reason'] as const
    expect(ranked.map((header) => said(header, { priority: { override } }, entry))).toEqual([
      2.35,
      2,
      'Next',
      'Promised',
    ])
    expect(said('Plan: Tier reason', {}, entry)).toBeNull()
  })

  it('of what is no candidate is nothing, even where a person decided on a tier', () => {
    const override = { tier: 'next', reason: 'Promised', who: '', at: '' } as const
    for (const header of ['Plan: Priority score', 'Plan: Rank', 'Plan: Tier', 'Plan: Tier reason']) {
      expect(said(header, { priority: { override } })).toBeNull()
    }
  })

  it('of a candidate nobody has rated is neither score nor rank nor tier', () => {
    const unrated = { ...entry, rank: null, score: null, suggested: null, tier: null } as const
    const values = ['Plan: Priority score', 'Plan: Rank', 'Plan: Tier'].map((header) =>
      column(header).valueOf(aDataset(), unrated),
    )
    expect(values).toEqual([null, null, null])
  })
})

describe('the reason for what a column says', () => {
  it('of a score is the reason of each rating that has one, in the guidance’s order', () => {
    const rated = {
      ...ratings(2, ['goals', 'demand', 'machine-readable']),
      demand: { value: 1, reason: '   ' },
      quality: { value: null, reason: 'Left over from before' },
      'machine-readable': { value: 0, reason: ' On paper ' },
    } as const
    expect(reasonOf('Plan: Priority score', { priority: { ratings: rated } })).toBe(
      'State and agency goals: Because of goals; Machine-readable: On paper',
    )
    expect(reasonOf('Plan: Priority score', {})).toBe('')
  })

  it('of a score names a criterion of the agency’s own after the guidance’s', () => {
    const priority = { ratings: ratings(2, [ownCriterion.id, 'demand']), override: null }
    const reason = column('Plan: Priority score').reasonOf?.(aDataset({ priority }), [
      ...guidanceCriteria,
      ownCriterion,
    ])
    expect(reason).toBe('Demand from others: Because of demand; Cost of a breach: Because of own-1')
  })

  it('of a tier is the person’s, and none where none decided', () => {
    const override = { tier: 'next', reason: 'Promised', who: '', at: '' } as const
    expect(reasonOf('Plan: Tier', { priority: { override } })).toBe('Promised')
    expect(reasonOf('Plan: Tier', {})).toBe('')
  })

  it('of one rating is its own', () => {
    const priority = { ratings: ratings(2, ['goals', 'demand']) }
    expect(reasonOf('Plan: Rating: Demand from others', { priority })).toBe('Because of demand')
  })

  it('of availability is nowhere, since the note beside it is the team’s own', () => {
    expect(reasonOf('Plan: Availability', { review: { reviewNote: 'Holds names' } })).toBeUndefined()
  })

  it('of upkeep is its note', () => {
    expect(reasonOf('Plan: Upkeep', { commitment: { upkeepNote: 'Rarely asked for' } })).toBe(
      'Rarely asked for',
    )
  })
})

it('every column has its heading, mark, width and answers, in this order', () => {
  const columns = planColumns(guidanceCriteria).filter(({ folded }) => folded !== true)
  const shown = columns.map(({ mark, header, width, says }) => [mark, header, width, says.join(' ')])
  expect(shown).toEqual([
    ['ODAP_availability', 'Plan: Availability', 20, 'review.availability'],
    ['ODAP_published_at', 'Plan: Published at', 32, 'review.publishedAt'],
    ['ODAP_access', 'Plan: Access', 24, 'identification.access'],
    ['ODAP_legal_basis', 'Plan: Legal basis', 28, 'identification.legalBasis identification.access'],
    ['ODAP_release_route', 'Plan: Release route', 22, 'identification.releaseRoute identification.access'],
    ['ODAP_high_value_grounds', 'Plan: High-value grounds', 24, 'identification.highValueGrounds'],
    ['ODAP_priority_score', 'Plan: Priority score', 20, 'priority.ratings'],
    ['ODAP_rank', 'Plan: Rank', 12, ''],
    ['ODAP_tier', 'Plan: Tier', 14, 'priority.ratings priority.override'],
    ['ODAP_tier_reason', 'Plan: Tier reason', 32, 'priority.override'],
    ['ODAP_target_date', 'Plan: Target date', 18, 'commitment.targetDate'],
    ['ODAP_update_frequency', 'Plan: Update frequency', 24, 'commitment.updateFrequency'],
    ['ODAP_steward', 'Plan: Steward', 24, 'commitment.steward'],
    ['ODAP_custodian', 'Plan: Custodian', 24, 'commitment.custodian'],
    ['ODAP_automation', 'Plan: Automation', 20, 'commitment.automation'],
    ['ODAP_upkeep', 'Plan: Upkeep', 20, 'commitment.upkeep'],
    ['ODAP_retirement_ground', 'Plan: Retirement ground', 26, 'commitment.retirementGround'],
  ])
})

it('what explains the answers is folded away behind them', () => {
  const columns = planColumns([...guidanceCriteria.slice(1, 2), ownCriterion])
  const first = columns.findIndex(({ folded }) => folded === true)
  const shown = columns.slice(first).map(({ mark, header, width, says, folded }) => {
    return [mark, header, width, says.join(' '), folded]
  })
  expect(shown).toEqual([
    ['ODAP_published_format', 'Plan: Published format', 20, 'review.publishedFormat', true],
    ['ODAP_suppression_rule', 'Plan: Suppression rule', 32, 'identification.suppressionRule', true],
    ['ODAP_checked_by', 'Plan: Checked before release by', 26, 'identification.checkedBy', true],
    ['ODAP_open_free', 'Plan: Open data: Free to get', 18, 'openness.free', true],
    [
      'ODAP_open_machine_readable',
      'Plan: Open data: Machine-readable',
      18,
      'openness.machine-readable',
      true,
    ],
    ['ODAP_open_unrestricted', 'Plan: Open data: No restriction on use', 18, 'openness.unrestricted', true],
    [
      'ODAP_open_finest_detail',
      'Plan: Open data: Finest detail the law permits',
      18,
      'openness.finest-detail',
      true,
    ],
    ['ODAP_open_described', 'Plan: Open data: Described in metadata', 18, 'openness.described', true],
    ['ODAP_method', 'Plan: How it gets there', 32, 'commitment.method', true],
    ['ODAP_upkeep_note', 'Plan: Note on upkeep', 32, 'commitment.upkeepNote', true],
    [
      'ODAP_criterion_focal_points_rating',
      'Plan: Rating: State Data Plan focal points',
      16,
      'priority.ratings',
      true,
    ],
    ['ODAP_criterion_focal_points_reason', 'Plan: Reason: State Data Plan focal points', 32, '', true],
    ['ODAP_criterion_own_1_rating', 'Plan: Rating: Cost of a breach', 16, 'priority.ratings', true],
    ['ODAP_criterion_own_1_reason', 'Plan: Reason: Cost of a breach', 32, '', true],
  ])
})
