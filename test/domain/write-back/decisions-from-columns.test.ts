import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { undecided } from '../../../src/domain/dataset.ts'
import { dayOrders, decisionsFromColumns } from '../../../src/domain/write-back/decisions-from-columns.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan } from '../../support/builders.ts'

const table = { sheet: 'Inventory', headerRow: 4, lastRow: 99, letters: ['A'], fields: [] }

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
    for (const dataset of datasets) {
      const { row } = dataset.source
      const written = answersOf(datasets, row)
      const { review, identification, commitment, tier } = decisionsFromColumns(written)
      const again: Dataset = {
        ...dataset,
        review: { ...undecided.review, ...review },
        identification: { ...undecided.identification, ...identification },
        priority: {
          ...undecided.priority,
          override: tier === null ? null : { ...tier, who: 'J. Rivera', at: '' },
        },
        commitment: { ...undecided.commitment, ...commitment },
      }
      const { ODAP_priority_score: _score, ODAP_rank: _rank, ...decisions } = written
      expect(answersOf([again], row), dataset.facts.title).toEqual({
        ...decisions,
        ...(tier === null || tier.reason === '' ? {} : { ODAP_tier_reason: tier.reason }),
      })
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
    })
    expect(read.review).toEqual({})
    expect(read.tier).toBeNull()
    expect(read.words).toEqual({
      'review.availability': 'Sort of public',
      'identification.highValueGrounds': 'A, Z',
      'commitment.targetDate': 'next spring',
      'override.tier': 'Soon',
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
