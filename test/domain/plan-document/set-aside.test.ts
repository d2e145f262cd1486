import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { notPlanned } from '../../../src/domain/plan-document/not-planned.ts'
import { protectedData } from '../../../src/domain/plan-document/protected-data.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, someDatasets } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

describe('protected data that can be opened', () => {
  const linesFor = (plan: Plan) => markedLines(protectedData(grouped(plan)))
  const title = '# Protected data and how it will be opened'
  const transformed =
    'protected data and can be made public in another form. Before publication the data are transformed by the route shown, and the person named checks that nothing protected gets out.'
  const table = [
    'Table: Protected datasets that can be released',
    'Described: For each protected dataset the legal basis of its protection, how it will be released, the rule for hiding small numbers, and who checks it.',
    '| Dataset | Legal basis | Release route | Suppression rule | Checked by |',
  ]
  const caseLoad =
    '| **Case load by town** | CGS Sec. 1-210(b)(2) | Aggregate | Hide counts of 5 or fewer. | L. Ortiz |'

  it('stand with their legal basis, route, rule and who checks', () => {
    expect(linesFor(aFullPlan())).toEqual([title, `1 dataset holds ${transformed}`, ...table, caseLoad])
    expect(linesFor(aDoublePlan())).toEqual([
      title,
      `2 datasets hold ${transformed}`,
      ...table,
      caseLoad,
      caseLoad,
    ])
  })

  it('show what is not yet given', () => {
    const datasets = someDatasets([{ identification: { access: 'protected-releasable' } }])
    expect(linesFor(aPlan({ datasets })).slice(2)).toEqual([
      ...table,
      '| **Inspection results** | _not yet given_ | _not yet given_ | _not yet given_ | _not yet given_ |',
    ])
  })

  it('are none in a sentence', () => {
    expect(linesFor(aPlan())).toEqual([
      title,
      'No protected dataset has been identified yet that could be released in another form.',
    ])
  })
})

it('what is published as data is neither withheld nor undetermined, whatever was said of access', () => {
  const review = { availability: 'public-data' } as const
  const datasets = someDatasets([
    { review, identification: { access: 'protected' } },
    { review, identification: { access: 'undetermined' } },
    { review, identification: { access: 'protected-releasable' } },
    { identification: { access: 'protected' } },
    { identification: { access: 'undetermined' } },
  ])
  const { withheld, undetermined } = grouped(aPlan({ datasets }))
  expect([withheld, undetermined].map((among) => among.map(({ id }) => id))).toEqual([
    ['dataset-4'],
    ['dataset-5'],
  ])
})

describe('what is not planned', () => {
  const linesFor = (plan: Plan) => markedLines(notPlanned(grouped(plan)))
  const title = '# What is not planned and why'
  const decisionTable = [
    'Table: Datasets decided not to be planned',
    'Described: For each dataset the tier the score suggests, the tier decided, why, by whom and when.',
    '| Dataset | Suggested | Decided | Why | Who and when |',
  ]
  const recordings =
    '| **Call recordings** | Now | Not planned | The system is replaced in spring. | J. Rivera, November 19, 2026 |'
  const protectedTable = [
    'Table: Protected datasets not planned for publication',
    'Described: For each dataset the legal basis of its protection.',
    '| Dataset | Legal basis |',
  ]
  const undeterminedTable = [
    'Table: Datasets whose access is still to be determined',
    'Described: Each dataset with its unit and where it stands today.',
    '| Dataset | Unit or program | Availability |',
  ]
  const cardIndex = '| **Old card index** |  | Cannot be determined |'
  const waitTimes = '| **Wait times** |  | Not yet determined |'

  it('is told apart into what a person declined, what the law protects, and what nobody determined', () => {
    expect(linesFor(aFullPlan())).toEqual([
      title,
      '## Decided not to plan',
      '1 dataset could be made public, but a person decided not to plan it for now.',
      ...decisionTable,
      recordings,
      '## Protected data',
      '1 dataset is recorded as protected and not planned for publication. The legal basis recorded for each follows.',
      ...protectedTable,
      '| **Medical files** | 45 CFR 164.502 |',
      '## Still to be determined',
      'For 2 datasets it is still to be determined whether they could be made public. They are neither planned nor ruled out.',
      ...undeterminedTable,
      cardIndex,
      waitTimes,
    ])
  })

  it('speaks of several datasets as of several', () => {
    expect(linesFor(aDoublePlan())).toEqual([
      title,
      '## Decided not to plan',
      '2 datasets could be made public, but a person decided not to plan them for now.',
      ...decisionTable,
      recordings,
      recordings,
      '## Protected data',
      '2 datasets are recorded as protected and not planned for publication. The legal basis recorded for each follows.',
      ...protectedTable,
      '| **Medical files** | 45 CFR 164.502 |',
      '| **Medical files** | 45 CFR 164.502 |',
      '## Still to be determined',
      'For 4 datasets it is still to be determined whether they could be made public. They are neither planned nor ruled out.',
      ...undeterminedTable,
      cardIndex,
      waitTimes,
      cardIndex,
      waitTimes,
    ])
  })

  it('tells only of what there is', () => {
    expect(linesFor(aPlan({ datasets: someDatasets([{ facts: { unit: 'Licensing' } }]) }))).toEqual([
      title,
      '## Still to be determined',
      'For 1 dataset it is still to be determined whether it could be made public. It is neither planned nor ruled out.',
      ...undeterminedTable,
      '| **Inspection results** | Licensing | Not yet determined |',
    ])
    const withheld = someDatasets([{ identification: { access: 'protected' } }])
    expect(linesFor(aPlan({ datasets: withheld })).slice(3)).toEqual([
      ...protectedTable,
      '| **Inspection results** | _not yet given_ |',
    ])
  })

  it('lists up to 40 datasets that are undetermined, and points to the appendix for more', () => {
    const undetermined = (count: number) =>
      linesFor(aPlan({ datasets: someDatasets(Array.from({ length: count }, () => ({}))) }))
    expect(undetermined(40)).toEqual([
      title,
      '## Still to be determined',
      'For 40 datasets it is still to be determined whether they could be made public. They are neither planned nor ruled out.',
      ...undeterminedTable,
      ...Array.from({ length: 40 }, () => '| **Inspection results** |  | Not yet determined |'),
    ])
    expect(undetermined(41)).toEqual([
      title,
      '## Still to be determined',
      'For 41 datasets it is still to be determined whether they could be made public. They are neither planned nor ruled out. They stand in the appendix with access undetermined.',
    ])
  })

  it('is nothing in a sentence', () => {
    expect(linesFor(aPlan())).toEqual([title, 'No dataset has been set aside.'])
  })
})
