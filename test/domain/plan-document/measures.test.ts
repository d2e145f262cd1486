import { describe, expect, it } from 'vitest'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { measures } from '../../../src/domain/plan-document/measures.ts'
import { aPlan, type DatasetChanges, ratings, someDatasets } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const linesAmong = (...changes: readonly DatasetChanges[]) =>
  markedLines(measures(grouped(aPlan({ datasets: someDatasets(changes) }))))

const allFive = {
  free: 'yes',
  'machine-readable': 'yes',
  unrestricted: 'yes',
  'finest-detail': 'yes',
  described: 'yes',
} as const

const beginning = [
  '# Measures',
  'These measures show where the plan starts. Counted the same way at its next update, they show how far it has come.',
  'Table: Measures of this plan',
  'Described: Each measure with its value when this plan was prepared.',
  '| Measure | When prepared |',
]

const promised = (targetDate: string, steward: string = '') => ({
  identification: { access: 'public' as const },
  priority: { ratings: ratings(2) },
  commitment: { targetDate, updateFrequency: 'Monthly', steward },
})

describe('the measures', () => {
  it('count what is published, how open it is, and what is promised by when', () => {
    const review = { availability: 'public-data' } as const
    expect(
      linesAmong(
        {
          review,
          openness: allFive,
          commitment: { automation: 'automated', upkeep: 'keep' },
        },
        {
          review,
          openness: { ...allFive, described: 'no' },
          commitment: { automation: 'manual' },
        },
        { review, commitment: { automation: 'partly-automated' } },
        { review: { availability: 'public-report' } },
        promised('2027-06-30', 'M. Chen'),
        promised('2026-12-31'),
        promised(''),
        promised('2027-02-30'),
        promised('2027-01-15'),
      ),
    ).toEqual([
      ...beginning,
      '| **Datasets of the inventory published as machine-readable data** | 3 of 9 (33%) |',
      '| **Datasets public today that are machine-readable** | 3 of 4 (75%) |',
      '| **Published datasets recorded with all five properties of open data** | 1 of 3 (33%) |',
      '| **Published datasets updated automatically** | 1 of 3 (33%) |',
      '| **Published datasets decided to be kept, updated or retired** | 1 of 3 (33%) |',
      '| **Datasets published or planned that are published** | 3 of 8 (38%) |',
      '| **Planned datasets with a target date** | 4 of 5 (80%) |',
      '| **Planned datasets with a date, an update frequency and a steward** | 1 of 5 (20%) |',
      '| **First target date** | December 31, 2026 |',
      '| **Last target date** | June 30, 2027 |',
    ])
  })

  it('name one date where all have the same, and none where none has one', () => {
    const dateMeasures = (...changes: readonly DatasetChanges[]) =>
      linesAmong(...changes).filter((line) => line.toLowerCase().includes('target date'))
    expect(dateMeasures(promised('2027-06-30'), promised('2027-06-30'), promised(''))).toEqual([
      '| **Planned datasets with a target date** | 2 of 3 (67%) |',
      '| **Target date of the planned datasets** | June 30, 2027 |',
    ])
    expect(dateMeasures(promised(''))).toEqual(['| **Planned datasets with a target date** | 0 of 1 (0%) |'])
  })

  it('leave out what would be a part of nothing', () => {
    expect(linesAmong({})).toEqual([
      ...beginning,
      '| **Datasets of the inventory published as machine-readable data** | 0 of 1 (0%) |',
    ])
    expect(linesAmong()).toEqual(['# Measures', 'There is nothing to measure yet.'])
  })
})
