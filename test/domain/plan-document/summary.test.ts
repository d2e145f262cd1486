import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { summary } from '../../../src/domain/plan-document/summary.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, type DatasetChanges, ratings, someDatasets } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const linesFor = (plan: Plan) => markedLines(summary(grouped(plan)))
const itemsFor = (plan: Plan) => linesFor(plan).filter((line) => line.startsWith('- '))
const itemsAmong = (...changes: readonly DatasetChanges[]) =>
  itemsFor(aPlan({ datasets: someDatasets(changes) }))

const nothingPublished = '- No dataset is recorded as published machine-readable data yet.'
const nothingPlanned = '- No dataset has been planned for publication yet.'

describe('the summary', () => {
  it('says in words, in a chart and in tables where the inventory stands', () => {
    expect(linesFor(aFullPlan())).toEqual([
      '# Summary',
      'The agency’s inventory holds **9 datasets**. This plan says which of them are open data already, which will follow and in what order, and which will not and why.',
      '- 1 dataset is published as machine-readable data. 1 more is public, but not in a machine-readable format.',
      '- 3 datasets are planned for publication: 2 now and 1 next.',
      '- 1 dataset is protected, but can be released after a transformation.',
      '- 1 dataset is protected and not planned for publication.',
      '- For 1 dataset it is still to be determined where it stands today.',
      '- For 2 datasets it is still to be determined whether they could be made public.',
      '- 1 dataset could be made public and is still to be prioritized.',
      'Chart: Where the datasets of the inventory stand today (bar)',
      'Described: Bar chart of the number of datasets by availability. On the open data portal 1; Public elsewhere, machine-readable 0; Public, but not machine-readable 1; Not public 5; Not yet determined 1; Cannot be determined 1.',
      'Datasets: On the open data portal: 1 | Public elsewhere, machine-readable: 0 | Public, but not machine-readable: 1 | Not public: 5 | Not yet determined: 1 | Cannot be determined: 1',
      'Table: Datasets by availability',
      'Described: The number of datasets in each state of availability, with the total.',
      '| Availability | Datasets (figures) |',
      '| On the open data portal | 1 |',
      '| Public elsewhere, machine-readable | 0 |',
      '| Public, but not machine-readable | 1 |',
      '| Not public | 5 |',
      '| Not yet determined | 1 |',
      '| Cannot be determined | 1 |',
      '| **All datasets** | **9** |',
      'Table: Datasets by access',
      'Described: The number of datasets by whether the law lets them be open data, with the total.',
      '| Access | Datasets (figures) |',
      '| Public | 5 |',
      '| Protected, releasable after a transformation | 1 |',
      '| Protected | 1 |',
      '| Undetermined | 2 |',
      '| **All datasets** | **9** |',
    ])
  })

  it('speaks of several datasets as of several', () => {
    expect(itemsFor(aDoublePlan())).toEqual([
      '- 2 datasets are published as machine-readable data. 2 more are public, but not in a machine-readable format.',
      '- 6 datasets are planned for publication: 4 now and 2 next.',
      '- 2 datasets are protected, but can be released after a transformation.',
      '- 2 datasets are protected and not planned for publication.',
      '- For 2 datasets it is still to be determined where they stand today.',
      '- For 4 datasets it is still to be determined whether they could be made public.',
      '- 2 datasets could be made public and are still to be prioritized.',
    ])
  })

  it('tells only of what there is', () => {
    const review = { availability: 'not-public' } as const
    const later = { review, identification: { access: 'public' }, priority: { ratings: ratings(1) } } as const
    expect(itemsAmong(later, { review })).toEqual([
      nothingPublished,
      '- 1 dataset is planned for publication: 1 later.',
      '- For 1 dataset it is still to be determined whether it could be made public.',
    ])
    expect(itemsAmong({ review, identification: { access: 'protected' } })).toEqual([
      nothingPublished,
      nothingPlanned,
      '- 1 dataset is protected and not planned for publication.',
    ])
    expect(
      itemsAmong({ review: { availability: 'on-portal' }, identification: { access: 'public' } }),
    ).toEqual(['- 1 dataset is published as machine-readable data.', nothingPlanned])
  })

  it('counts the tiers in their order', () => {
    const rated = (value: 1 | 2 | 3) =>
      ({ identification: { access: 'public' }, priority: { ratings: ratings(value) } }) as const
    expect(itemsAmong(rated(1), rated(3), rated(2), rated(1))[1]).toBe(
      '- 4 datasets are planned for publication: 1 now, 1 next and 2 later.',
    )
  })

  it('of an empty inventory is one sentence', () => {
    expect(linesFor(aPlan())).toEqual(['# Summary', 'The inventory holds no dataset yet.'])
  })
})
