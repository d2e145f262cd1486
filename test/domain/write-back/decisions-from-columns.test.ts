import { describe, expect, it } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { undecided } from '../../../src/domain/dataset.ts'
import {
  type DayOrders,
  dayOrders,
  decisionsFromColumns as decisionsOn,
  type PlanAnswers,
} from '../../../src/domain/write-back/decisions-from-columns.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan } from '../../support/builders.ts'

const table = { sheet: 'Inventory', headerRow: 4, lastRow: 99, letters: ['A'], fields: [] }

const decisionsFromColumns = (answers: PlanAnswers, orders?: DayOrders) =>
  decisionsOn(answers, guidanceCriteria, orders)

/** What the plan's columns would say in the workbook, as the reader would read it. */
function answersOf(datasets: readonly Dataset[], row: number): Record<string, string> {
  const plan = aPlan({ datasets })
  return Object.fromEntries(
    workbookChanges(plan, table).columns.flatMap(({ mark, values }) => {
      const value = values[row] ?? null
      if (value === null) return []
      return [[mark, typeof value === 'object' ? value.date : String(value)]]
    }),
  )
}

describe('the plan’s columns read back', () => {
  it('give the same columns when they are written again, for every dataset of a full plan', () => {
    const datasets = aFullPlan().datasets.map((dataset, index) => {
      return { ...dataset, source: { sheet: 'Inventory', row: index + 5 } }
    })
    const again = datasets.map((dataset): Dataset => {
      const read = decisionsFromColumns(answersOf(datasets, dataset.source.row))
      expect(read.words).toEqual({})
      return {
        ...dataset,
        review: { ...undecided.review, ...read.review },
        identification: { ...undecided.identification, ...read.identification },
        openness: { ...undecided.openness, ...read.openness },
        priority: {
          ratings: read.ratings,
          override: read.tier === null ? null : { ...read.tier, who: 'J. Rivera', at: '' },
        },
        commitment: { ...undecided.commitment, ...read.commitment },
      }
    })
    for (const { facts, source } of datasets) {
      expect(answersOf(again, source.row), facts.title).toEqual(answersOf(datasets, source.row))
    }
  })

  it('take labels in any letter case, and the long ones too', () => {
    expect(decisionsFromColumns({ ODAP_availability: ' on PORTAL ' }).review.availability).toBe('on-portal')
    expect(
      decisionsFromColumns({ ODAP_access: 'Protected, releasable after a transformation' }).identification
        .access,
    ).toBe('protected-releasable')
    expect(decisionsFromColumns({ ODAP_high_value_grounds: 'f; A' }).identification.highValueGrounds).toEqual(
      ['A', 'F'],
    )
  })

  it('keep what is no answer of the plan’s by its field', () => {
    const read = decisionsFromColumns({
      ODAP_availability: 'Sort of public',
      ODAP_target_date: 'next spring',
      ODAP_high_value_grounds: 'A, Z',
      ODAP_tier: 'Soon',
      ODAP_criterion_demand_rating: 'quite high',
    })
    expect(read.review).toEqual({})
    expect(read.tier).toBeNull()
    expect(read.words).toEqual({
      'review.availability': 'Sort of public',
      'identification.highValueGrounds': 'A, Z',
      'commitment.targetDate': 'next spring',
      'override.tier': 'Soon',
      'ratings.demand': 'quite high',
    })
  })

  it('are days in the order in which their column writes them', () => {
    const said = [
      { ODAP_target_date: '6/7/2026' },
      {},
      { ODAP_target_date: '25/12/2026', ODAP_steward: '1/31/2026' },
    ]
    const orders = dayOrders(said)
    const dates = (given: Parameters<typeof decisionsFromColumns>[1]) =>
      said.map((answers) => decisionsFromColumns(answers, given).commitment.targetDate)
    expect(dates(orders)).toEqual(['2026-07-06', undefined, '2026-12-25'])
    expect(dates(dayOrders([{ ODAP_target_date: '6/15/2026' }]))).toEqual([
      '2026-06-07',
      undefined,
      undefined,
    ])
  })

  it('take a tier as a person’s word, with the reason the workbook gives', () => {
    expect(decisionsFromColumns({ ODAP_tier: 'Next', ODAP_tier_reason: 'Promised' }).tier).toEqual({
      tier: 'next',
      reason: 'Promised',
    })
    expect(decisionsFromColumns({ ODAP_tier: 'Now' }).tier?.reason).toBe('')
  })
})

describe('ratings read back', () => {
  const rating = (text: string) =>
    decisionsFromColumns({ ODAP_criterion_focal_points_rating: text }).ratings['focal-points']

  it.each([
    ['0', 0],
    [' 3 ', 3],
    ['2.0', 2],
    ['1.00', 1],
  ] as const)('%j is %j', (text, value) => expect(rating(text)).toEqual({ value, reason: '' }))

  it.each(['4', '-1', '1.5', '2.01', '22', 'x2'])('%j is none', (text) =>
    expect(rating(text)).toBeUndefined(),
  )

  it('keep their reasons, and a reason without a rating', () => {
    const { ratings } = decisionsFromColumns({
      ODAP_criterion_goals_rating: '2',
      ODAP_criterion_goals_reason: ' Asked by the Council ',
      ODAP_criterion_demand_reason: 'To be looked up',
    })
    expect(ratings).toEqual({
      goals: { value: 2, reason: 'Asked by the Council' },
      demand: { value: null, reason: 'To be looked up' },
    })
  })
})

describe('a tier read back', () => {
  const rated = { ODAP_criterion_goals_rating: '3', ODAP_criterion_demand_rating: '1' }

  it('stays computed where it is what the ratings come to', () => {
    expect(decisionsFromColumns({ ...rated, ODAP_tier: 'Next' }).tier).toBeNull()
  })

  it.each([
    ['it is another', { ...rated, ODAP_tier: 'Now' }, { tier: 'now', reason: '' }],
    [
      'it has a reason',
      { ...rated, ODAP_tier: 'Next', ODAP_tier_reason: 'Promised' },
      { tier: 'next', reason: 'Promised' },
    ],
    ['nothing is rated', { ODAP_tier: 'Next' }, { tier: 'next', reason: '' }],
  ] as const)('is a person’s word where %s', (_, answers, tier) => {
    expect(decisionsFromColumns(answers).tier).toEqual(tier)
  })

  it('goes by how much each criterion counts', () => {
    const criteria = guidanceCriteria.map((one) => ({ ...one, weight: one.id === 'demand' ? 0 : 1 }))
    expect(decisionsOn({ ...rated, ODAP_tier: 'Now' }, criteria).tier).toBeNull()
    expect(decisionsOn({ ...rated, ODAP_tier: 'Next' }, criteria).tier).toEqual({ tier: 'next', reason: '' })
  })
})
