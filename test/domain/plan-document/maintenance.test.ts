import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { maintenance } from '../../../src/domain/plan-document/maintenance.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, type DatasetChanges, ratings, someDatasets } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const linesFor = (plan: Plan) => markedLines(maintenance(grouped(plan)))

const title = '# Maintenance, updates and retirement'
const noneToKeep =
  'No dataset is recorded as published machine-readable data yet, so there is none to update or retire.'
const upkeepTable = [
  'Table: Upkeep of the published datasets',
  'Described: For each published dataset whether it is kept, updated or retired, how often it is updated, how and by whom.',
  '| Dataset | Decision | Update frequency | Automation | Custodian |',
]
const retirementTable = [
  '## Retirement',
  'A published dataset is taken down on one of the grounds of the Open Data Handbook. The handbook prefers joining the years of a series to retiring one for its age alone, and asks for notice and for the State Library’s view on archive value first.',
  'Table: Datasets to be retired',
  'Described: For each dataset to be retired the ground for it.',
  '| Dataset | Ground |',
]
const plannedTable = [
  '## Keeping the planned datasets current',
  'The Open Data Handbook advises automated updates for data that change more often than every quarter. The table shows the planned datasets for which the agency has said how they will be published.',
  'Table: How planned datasets will be published and updated',
  'Described: For each planned dataset the method, the degree of automation and the custodian.',
  '| Dataset | Method | Automation | Custodian |',
]
const attendance = '| **School attendance** | Retire | _not yet given_ | Not yet determined | Data Services |'
const replaced = '| **School attendance** | Discontinued, consolidated or replaced |'
const inspections = '| **Inspection results** | _not yet given_ | Automated | Data Services |'

describe('maintenance', () => {
  it('says what becomes of the published, and how the planned will be kept current', () => {
    expect(linesFor(aFullPlan())).toEqual([
      title,
      'Of 1 published dataset, 1 to be retired.',
      ...upkeepTable,
      attendance,
      ...retirementTable,
      replaced,
      ...plannedTable,
      inspections,
    ])
    expect(linesFor(aDoublePlan())).toEqual([
      title,
      'Of 2 published datasets, 2 to be retired.',
      ...upkeepTable,
      attendance,
      attendance,
      ...retirementTable,
      replaced,
      replaced,
      ...plannedTable,
      inspections,
      inspections,
    ])
  })

  it('counts each decision that was made, and asks for a ground only of what is retired', () => {
    const decided = (title: string, commitment: NonNullable<DatasetChanges['commitment']>) => ({
      facts: { title, 'update-frequency': 'Annually' },
      review: { availability: 'public-data' as const },
      commitment,
    })
    const datasets = someDatasets([
      decided('Fines', { upkeep: 'retire' }),
      decided('Permits', { upkeep: 'keep', updateFrequency: 'Monthly', automation: 'manual' }),
      decided('Licenses', {}),
      decided('Visits', { upkeep: 'update', custodian: 'IT' }),
      decided('Grants', { upkeep: 'keep' }),
    ])
    expect(linesFor(aPlan({ datasets }))).toEqual([
      title,
      'Of 5 published datasets, 2 to be kept as published, 1 to be updated, 1 to be retired and 1 not yet decided on.',
      ...upkeepTable,
      '| **Fines** | Retire | Annually | Not yet determined | _not yet given_ |',
      '| **Permits** | Keep as it is | Monthly | By hand | _not yet given_ |',
      '| **Licenses** | Not yet determined | Annually | Not yet determined | _not yet given_ |',
      '| **Visits** | Update | Annually | Not yet determined | IT |',
      '| **Grants** | Keep as it is | Annually | Not yet determined | _not yet given_ |',
      ...retirementTable,
      '| **Fines** | _not yet given_ |',
    ])
  })

  it('has nothing to retire where everything published is kept', () => {
    const datasets = someDatasets([{ review: { availability: 'on-portal' }, commitment: { upkeep: 'keep' } }])
    expect(linesFor(aPlan({ datasets }))).toEqual([
      title,
      'Of 1 published dataset, 1 to be kept as published.',
      ...upkeepTable,
      '| **Inspection results** | Keep as it is | _not yet given_ | Not yet determined | _not yet given_ |',
    ])
  })

  it('shows of the planned datasets those of which anybody has said how', () => {
    const promised = (title: string, commitment: NonNullable<DatasetChanges['commitment']>) => ({
      facts: { title },
      identification: { access: 'public' as const },
      priority: { ratings: ratings(3) },
      commitment,
    })
    const linesOf = (...changes: readonly DatasetChanges[]) =>
      linesFor(aPlan({ datasets: someDatasets(changes) }))
    expect(
      linesOf(
        promised('Nothing', {}),
        promised('Method', { method: 'Upload' }),
        promised('Blanks', { method: ' ', custodian: '\t' }),
        promised('Custodian', { custodian: 'IT' }),
        promised('Automation', { automation: 'partly-automated' }),
      ),
    ).toEqual([
      title,
      noneToKeep,
      ...plannedTable,
      '| **Method** | Upload | Not yet determined | _not yet given_ |',
      '| **Custodian** | _not yet given_ | Not yet determined | IT |',
      '| **Automation** | _not yet given_ | Partly automated | _not yet given_ |',
    ])
    expect(linesOf(promised('Nothing', {}), { commitment: { method: 'Upload' } })).toEqual([
      title,
      noneToKeep,
    ])
  })
})
