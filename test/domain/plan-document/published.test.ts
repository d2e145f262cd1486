import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { published } from '../../../src/domain/plan-document/published.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, someDatasets } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const linesFor = (plan: Plan) => markedLines(published(grouped(plan)))

const attendance =
  '| [**School attendance**](https://data.example.gov/d/abcd-1234) | data.example.gov | CSV | Public |'
const caseLoad =
  '| **Case load by town** | Annual report | _not yet given_ | Protected, releasable after a transformation |'

describe('what is already published', () => {
  it('is told apart into data and what is public in another form', () => {
    expect(linesFor(aFullPlan())).toEqual([
      '# What is already published',
      '1 dataset is published as machine-readable data, on the open data portal or elsewhere. What happens to each of them next stands in the section on maintenance.',
      'Table: Datasets published as data',
      'Described: Where each published dataset can be found.',
      '| Dataset | Where | Format | Access |',
      attendance,
      '## Public, but not machine-readable',
      '1 dataset is public today as a report, a dashboard or a similar form. To be open data they have to be available in a machine-readable format as well.',
      'Table: Datasets that are public, but not machine-readable',
      'Described: Where each of these datasets can be seen today.',
      '| Dataset | Where | Format | Access |',
      caseLoad,
    ])
  })

  it('speaks of several datasets as of several', () => {
    expect(linesFor(aDoublePlan())).toEqual([
      '# What is already published',
      '2 datasets are published as machine-readable data, on the open data portal or elsewhere. What happens to each of them next stands in the section on maintenance.',
      'Table: Datasets published as data',
      'Described: Where each published dataset can be found.',
      '| Dataset | Where | Format | Access |',
      attendance,
      attendance,
      '## Public, but not machine-readable',
      '2 datasets are public today as a report, a dashboard or a similar form. To be open data they have to be available in a machine-readable format as well.',
      'Table: Datasets that are public, but not machine-readable',
      'Described: Where each of these datasets can be seen today.',
      '| Dataset | Where | Format | Access |',
      caseLoad,
      caseLoad,
    ])
  })

  it('is nothing in a sentence where nothing is', () => {
    expect(linesFor(aPlan({ datasets: someDatasets([{}]) }))).toEqual([
      '# What is already published',
      'No dataset of the inventory is recorded as published machine-readable data yet.',
    ])
  })

  it('is found where a person said, else where the inventory says, else on the portal it is on', () => {
    const facts = { url: 'http://www.example.gov/x?y', format: 'XLSX' }
    const datasets = someDatasets([
      { review: { availability: 'on-portal' } },
      { review: { availability: 'public-data' } },
      { review: { availability: 'public-data' }, facts },
      { review: { availability: 'on-portal', publishedAt: 'Own web site', publishedFormat: 'CSV' }, facts },
      { review: { availability: 'on-portal', publishedAt: '  ' }, facts: { url: 'Ask  IT: room 4/5' } },
    ])
    expect(linesFor(aPlan({ datasets })).slice(5)).toEqual([
      '| **Inspection results** | On the open data portal | _not yet given_ | Undetermined |',
      '| **Inspection results** | _not yet given_ | _not yet given_ | Undetermined |',
      '| [**Inspection results**](http://www.example.gov/x?y) | example.gov | XLSX | Undetermined |',
      '| **Inspection results** | Own web site | CSV | Undetermined |',
      '| **Inspection results** | Ask IT: room 4/5 | _not yet given_ | Undetermined |',
    ])
  })

  it.each([
    [1, 'on maintenance. 1 of them is recorded as protected.'],
    [2, 'on maintenance. 2 of them are recorded as protected.'],
  ])('says so where %i of it are recorded as protected', (count, said) => {
    const review = { availability: 'public-data' } as const
    const identification = { access: 'protected' } as const
    const datasets = someDatasets([
      { review },
      ...Array.from({ length: count }, () => ({ review, identification })),
    ])
    expect(linesFor(aPlan({ datasets }))[1]).toContain(said)
  })
})
