import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { Commitment, Dataset } from '../../../src/domain/dataset.ts'
import type { Candidate } from '../../../src/renderer/steps/prioritize/candidates.ts'
import { prioritizeColumns } from '../../../src/renderer/steps/prioritize/prioritize-columns.tsx'
import { plannedColumns, publishedColumns } from '../../../src/renderer/steps/publish/publish-columns.tsx'
import type { Place } from '../../../src/renderer/steps/publish/publishing.ts'
import type { TableColumn, TableRow } from '../../../src/renderer/ui/table-column.ts'
import { aDataset } from '../support/fake-plan.ts'

/** The rows' names in the order of this column. */
function sortedBy<Row extends TableRow>(
  columns: readonly TableColumn<Row>[],
  id: string,
  rows: readonly Row[],
) {
  const sortBy = columns.find((column) => column.id === id)?.sortBy
  if (sortBy === undefined) throw new Error(`no order of ${id}`)
  return [...rows]
    .sort((a, b) => {
      const [one, other] = [sortBy(a), sortBy(b)]
      return typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other))
    })
    .map((row) => row.id)
}

describe('in Publish', () => {
  const committed = (id: string, changes: Partial<Commitment>): Dataset => {
    const dataset = aDataset(id, 0)
    return { ...dataset, commitment: { ...dataset.commitment, ...changes } }
  }

  test('what has a date is sorted by it, and what has none comes last', () => {
    const rows = [
      committed('no date', {}),
      committed('later', { targetDate: '2027-10-01' }),
      committed('sooner', { targetDate: '2027-09-30' }),
    ]
    expect(sortedBy(plannedColumns(new Map()), 'commitment', rows)).toEqual(['sooner', 'later', 'no date'])
  })

  test('the order is the plan’s own', () => {
    const rows = ['tenth', 'second', 'first'].map((id) => aDataset(id, 0))
    const places = new Map<string, Place>(
      [10, 2, 1].map((place, index) => [rows[index]?.id ?? '', { place, tier: 'now' }]),
    )
    expect(sortedBy(plannedColumns(places), 'order', rows)).toEqual(['first', 'second', 'tenth'])
  })

  test('upkeep is sorted from what is kept to what is not yet said', () => {
    const rows = [
      committed('open', {}),
      committed('retired', { upkeep: 'retire' }),
      committed('updated', { upkeep: 'update' }),
      committed('kept', { upkeep: 'keep' }),
    ]
    expect(sortedBy(publishedColumns, 'upkeep', rows)).toEqual(['kept', 'updated', 'retired', 'open'])
  })
})

describe('in Prioritize', () => {
  const columns = prioritizeColumns(guidanceCriteria)
  const candidate = (id: string, more: Partial<Candidate>): Candidate =>
    ({ id, dataset: aDataset(id, 0), rank: null, score: null, tier: null, ...more }) as Candidate
  const rows = [
    candidate('unrated', {}),
    candidate('third', { rank: 3, score: 1.2, tier: 'later' }),
    candidate('first', { rank: 1, score: 2.8, tier: 'now' }),
    candidate('tenth', { rank: 10, score: 0, tier: 'not-planned' }),
  ]

  test('the rank counts up, and what is not rated stands after the last', () => {
    expect(sortedBy(columns, 'rank', rows)).toEqual(['first', 'third', 'tenth', 'unrated'])
  })

  test('a score of nothing is more than none', () => {
    expect(sortedBy(columns, 'score', rows)).toEqual(['unrated', 'tenth', 'third', 'first'])
  })

  test('tiers go from now to not planned, and then what has none', () => {
    expect(sortedBy(columns, 'tier', rows)).toEqual(['first', 'third', 'tenth', 'unrated'])
  })

  test('what has more ratings comes after what has fewer, a rating of 0 counted', () => {
    const rated = (id: string, ...values: readonly (0 | 1 | 2 | 3)[]) => {
      const dataset = aDataset(id, 0)
      const ratings = Object.fromEntries(
        values.map((value, index) => [guidanceCriteria[index]?.id ?? '', { value, reason: '' }]),
      )
      return candidate(id, { dataset: { ...dataset, priority: { ...dataset.priority, ratings } } })
    }
    const some = [rated('two', 0, 0), rated('none'), rated('one', 3)]
    expect(sortedBy(columns, 'ratings', some)).toEqual(['none', 'one', 'two'])
  })
})
