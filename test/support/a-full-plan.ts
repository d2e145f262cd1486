import type { Plan } from '../../src/domain/plan.ts'
import type { DatasetChanges } from './builders.ts'
import { anIdea, aPlan, ratings, someDatasets } from './builders.ts'

const target = { targetDate: '2026-11-22', updateFrequency: 'Monthly', steward: 'M. Chen' }

const changes: readonly DatasetChanges[] = [
  {
    facts: { title: 'School attendance', unit: 'Research' },
    review: {
      availability: 'on-portal',
      publishedAt: 'https://data.example.gov/d/abcd-1234',
      publishedFormat: 'CSV',
    },
    identification: { access: 'public', highValueGrounds: ['F', 'A'] },
    commitment: { upkeep: 'retire', retirementGround: 'replaced', custodian: 'Data Services' },
  },
  {
    facts: { title: 'Inspection results', description: 'Date, score and violations.' },
    review: { availability: 'not-public' },
    identification: { access: 'public' },
    priority: { ratings: ratings(3) },
    commitment: { ...target, automation: 'automated', custodian: 'Data Services' },
  },
  {
    facts: { title: 'Case load by town' },
    review: { availability: 'public-report', publishedAt: 'Annual report' },
    identification: {
      access: 'protected-releasable',
      legalBasis: 'CGS Sec. 1-210(b)(2)',
      releaseRoute: 'aggregate',
      suppressionRule: 'Hide counts of 5 or fewer.',
      checkedBy: 'L. Ortiz',
    },
    priority: { ratings: ratings(2) },
  },
  {
    facts: { title: 'Fleet mileage' },
    review: { availability: 'not-public' },
    identification: { access: 'public' },
    priority: {
      ratings: ratings(1),
      override: {
        tier: 'now',
        reason: 'Asked for by the Council.',
        who: 'J. Rivera',
        at: '2026-11-18T09:00:00.000Z',
      },
    },
  },
  {
    facts: { title: 'Call recordings' },
    review: { availability: 'not-public' },
    identification: { access: 'public' },
    priority: {
      ratings: ratings(3),
      override: {
        tier: 'not-planned',
        reason: 'The system is replaced in spring.',
        who: 'J. Rivera',
        at: '2026-11-19T09:00:00.000Z',
      },
    },
  },
  {
    facts: { title: 'Medical files' },
    review: { availability: 'not-public' },
    identification: { access: 'protected', legalBasis: '45 CFR 164.502' },
  },
  { facts: { title: 'Old card index' }, review: { availability: 'cannot-determine' } },
  {
    facts: { title: 'Visitor log' },
    review: { availability: 'not-public' },
    identification: { access: 'public' },
  },
  { source: null, facts: { title: 'Wait times' } },
]

/** The same plan with every dataset in it twice: where the small one speaks of one, this one speaks of several. */
export function aDoublePlan(): Plan {
  return { ...aFullPlan(), datasets: someDatasets([...changes, ...changes]) }
}

/** A small plan in which every section has something to say. */
export function aFullPlan(): Plan {
  return aPlan({
    details: {
      agencyName: 'Department of Example Services',
      planTitle: 'Open Data Access Plan 2027',
      period: 'July 2026 to June 2027',
      officerName: 'J. Rivera',
      officerTitle: 'Chief Data Analyst',
      officerEmail: 'j.rivera@example.gov',
      headName: 'D. Whitfield',
      headTitle: 'Commissioner',
      reviewedOn: '2026-11-18',
    },
    datasets: someDatasets(changes),
    ideas: [anIdea({ datasetId: 'dataset-9', text: '' })],
  })
}
