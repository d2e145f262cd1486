import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { planned } from '../../../src/domain/plan-document/planned.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, type DatasetChanges, ownCriterion, ratings, someDatasets } from '../../support/builders.ts'
import { markedParts } from '../../support/marked-text.ts'

const linesFor = (plan: Plan) => markedParts(planned(grouped(plan)))
const linesAmong = (...changes: readonly DatasetChanges[]) =>
  linesFor(aPlan({ datasets: someDatasets(changes) }))

const title = '# What will be published, in order'
const order =
  'They stand in the order of this plan: by tier, and by rank within a tier. The rank is counted over all datasets that could be made public and are not published as data yet.'
const schedule = (tier: string) => [
  `Table: Datasets planned for ${tier}`,
  'Described: By rank: when each dataset will be published, how often it is updated, by whom and how.',
  '| Rank | Dataset | Target date | Update frequency | Steward | Release |',
]
const unplaced = [
  '## Still to be prioritized',
  'Table: Datasets that could be made public and are still to be prioritized',
  'Described: Datasets without a rating, in the order of the inventory.',
  '| Dataset | Unit or program |',
]
const reasons = [
  '(landscape)',
  '## The reasons for this order',
  'Each rating from 0 to 3, with the reason given for it. The score is the weighted mean.',
  'Table: Ratings and reasons of the planned datasets',
  'Described: By tier and rank: the score of each planned dataset and its rating on each criterion.',
  '| Tier | Rank | Score | Dataset | State and agency goals | State Data Plan focal points | Demand from others | Accurate and complete | Machine-readable |',
]
const decisions = (said: string) => [
  '## Tiers decided by a person',
  `For ${said} a person decided on the tier; that decision stands, whatever the score suggests.`,
  'Table: Tiers decided by a person',
  'Described: For each dataset the tier the score suggests, the tier decided, why, by whom and when.',
  '| Dataset | Suggested | Decided | Why | Who and when |',
]
const allRated = (rating: string) =>
  ['goals', 'focal-points', 'demand', 'quality', 'machine-readable']
    .map((criterion) => `**${rating}** / Because of ${criterion}`)
    .join(' | ')

describe('what will be published', () => {
  it('stands by tier and rank, with the reasons on wide pages', () => {
    expect(linesFor(aFullPlan())).toEqual([
      '(portrait)',
      title,
      `3 datasets are planned for publication. ${order}`,
      '## Now',
      ...schedule('now'),
      '| 1 | **Inspection results** / _Date, score and violations._ | November 22, 2026 | Monthly | M. Chen | As is |',
      '| 4 | **Fleet mileage** | _not yet given_ | _not yet given_ | _not yet given_ | As is |',
      '## Next',
      ...schedule('next'),
      '| 3 | **Case load by town** | _not yet given_ | _not yet given_ | _not yet given_ | Aggregate |',
      ...unplaced,
      '| **Visitor log** |  |',
      ...reasons,
      `| Now | 1 | 3.00 | **Inspection results** | ${allRated('3, high')} |`,
      `| Now | 4 | 1.00 | **Fleet mileage** | ${allRated('1, low')} |`,
      `| Next | 3 | 2.00 | **Case load by town** | ${allRated('2, medium')} |`,
      ...decisions('1 planned dataset'),
      '| **Fleet mileage** | Later | Now | Asked for by the Council. | J. Rivera, November 18, 2026 |',
    ])
  })

  it('speaks of several decisions as of several', () => {
    expect(linesFor(aDoublePlan())).toEqual(
      expect.arrayContaining([
        `6 datasets are planned for publication. ${order}`,
        ...decisions('2 planned datasets'),
      ]),
    )
  })

  it('has its table for later, and none of decisions where nobody decided otherwise', () => {
    const later = { identification: { access: 'public' }, priority: { ratings: ratings(0) } } as const
    expect(linesAmong(later)).toEqual([
      '(portrait)',
      title,
      `1 dataset is planned for publication. ${order}`,
      '## Later',
      ...schedule('later'),
      '| 1 | **Inspection results** | _not yet given_ | _not yet given_ | _not yet given_ | As is |',
      ...reasons,
      `| Later | 1 | 0.00 | **Inspection results** | ${allRated('0, none')} |`,
    ])
  })

  it('says so where a person decided on a dataset that nobody rated, and why and who is not said', () => {
    const override = { tier: 'next', reason: ' ', who: '', at: '2026-11-18T09:00:00.000Z' } as const
    const rating = { ...ratings(0, []), demand: { value: null, reason: 'Ask the  libraries' } } as const
    const access = 'protected-releasable'
    const dataset = { identification: { access }, priority: { ratings: rating, override } } as const
    expect(linesAmong(dataset).slice(3)).toEqual([
      '## Next',
      ...schedule('next'),
      '| none | **Inspection results** | _not yet given_ | _not yet given_ | _not yet given_ | _not yet given_ |',
      ...reasons,
      '| Next | none | none | **Inspection results** | _not yet rated_ | _not yet rated_ | _not yet rated_ / Ask the libraries | _not yet rated_ | _not yet rated_ |',
      ...decisions('1 planned dataset'),
      '| **Inspection results** | none, not rated | Next | _not yet given_ | November 18, 2026 |',
    ])
  })

  it('has a column for a criterion of the agency’s own, and room for all on the page', () => {
    const criteria = [...guidanceCriteria, ownCriterion]
    const datasets = someDatasets([
      { identification: { access: 'public' }, priority: { ratings: ratings(3, ['own-1']) } },
    ])
    const view = planned(grouped(aPlan({ datasets, criteria })))
    const table = view
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'table' && block.caption.startsWith('Ratings and reasons'))
    if (table?.kind !== 'table') throw new Error('The reasons are missing')
    expect(table.columns.map(({ heading }) => heading).at(-1)).toBe('Cost of a breach')
    expect(table.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(table.rows[0]?.at(-1)).toEqual([[{ text: '3, high', bold: true }], [{ text: 'Because of own-1' }]])
  })

  it('names the route somebody chose for public data too', () => {
    const identification = { access: 'public', releaseRoute: 'remove-records' } as const
    const dataset = { identification, priority: { ratings: ratings(3) } }
    expect(linesAmong(dataset)).toContain(
      '| 1 | **Inspection results** | _not yet given_ | _not yet given_ | _not yet given_ | Remove records |',
    )
  })

  it('is nothing yet in a sentence, with what is still to be prioritized, in the inventory’s order', () => {
    const open = (title: string) => ({
      facts: { title, unit: 'Licensing', description: `About ${title}` },
      identification: { access: 'public' as const },
    })
    const nothing = ['(portrait)', title, 'No dataset has been planned for publication yet.']
    expect(linesAmong(open('Fines'), open('Appeals'))).toEqual([
      ...nothing,
      ...unplaced,
      '| **Fines** / _About Fines_ | Licensing |',
      '| **Appeals** / _About Appeals_ | Licensing |',
    ])
    expect(linesAmong({})).toEqual(nothing)
  })
})

it('a tier set by hand in the evening has the day of that evening, wherever it is later already', () => {
  // A thread keeps the zone it was begun with: there this says less, and is as true.
  vi.stubEnv('TZ', 'America/New_York')
  onTestFinished(() => void vi.unstubAllEnvs())
  const override = {
    tier: 'now',
    reason: 'Asked for',
    who: 'M. Chen',
    at: new Date(2026, 10, 22, 23, 30).toISOString(),
  } as const
  const lines = linesAmong({ identification: { access: 'public' }, priority: { override } })
  expect(lines.flat().filter((line) => line.includes('M. Chen'))).toEqual([
    expect.stringContaining('M. Chen, November 22, 2026'),
  ])
})
