import { describe, expect, it } from 'vitest'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { method } from '../../../src/domain/plan-document/method.ts'
import { purpose } from '../../../src/domain/plan-document/purpose.ts'
import { aDoublePlan, aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, aReference, ownCriterion, someDatasets, weighed } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const beginning = [
  '# Purpose and legal basis',
  'This plan sets out how the agency will publish its data as open data: data that are public, and protected data that can be made public once they are aggregated or redacted.',
]
const openData = [
  '## What open data are',
  'As the law defines them, open data have five properties:',
  '- **Free to get.** Anyone can download, index and search them without a fee.',
  '- **Machine-readable.** A program can read and process them as they are.',
  '- **No restriction on use.** Nothing limits what they may be used for.',
  '- **Finest detail the law permits.** They are not summarized further than law or practice requires.',
  '- **Described in metadata.** Users learn what the data mean, where their limits lie and how to process them.',
]
const end = [
  '## Dates and reasons',
  'The plan gives target dates, update frequencies and reasons because that is good practice and lets progress be followed. They are the agency’s own commitments. They are not presented here as deadlines or duties set by statute.',
]

describe('the purpose and the legal basis', () => {
  const linesFor = (plan: ReturnType<typeof aPlan>) => markedLines(purpose(grouped(plan)))

  it('sum up the law, say what open data are, and record what is of high value', () => {
    expect(linesFor(aFullPlan())).toEqual([
      ...beginning,
      '## Legal basis',
      '- **CGS Sec. 4-67p** requires a plan.',
      'These are summaries. The text of the law in force prevails.',
      ...openData,
      '## High value data',
      'Whether data are high value is for the department head to determine. 1 dataset is recorded with at least one ground; the appendix shows which. The grounds recorded are:',
      '- **A.** Critical to how the agency operates',
      '- **F.** Often requested by the public',
      ...end,
    ])
  })

  it('leave out the law where there is none to cite, and high value where nobody chose a ground', () => {
    const citations = { source: '', asOf: '', entries: [] }
    const plan = aPlan({ reference: aReference({ citations }), datasets: someDatasets([{}, {}]) })
    expect(linesFor(plan)).toEqual([...beginning, ...openData, ...end])
  })

  it('name every ground that was chosen for any dataset, once and in the order of the law', () => {
    const grounds = [['H', 'B'], [], ['B']] as const
    const datasets = someDatasets(
      grounds.map((highValueGrounds) => ({ identification: { highValueGrounds } })),
    )
    const said = linesFor(aPlan({ datasets }))
    expect(said.filter((line) => /^- \*\*[A-H]\.\*\*/.test(line))).toEqual([
      '- **B.** Can increase accountability and responsiveness',
      '- **H.** Used for a legislative or other required report',
    ])
    expect(said.join('\n')).toContain('2 datasets are recorded with at least one ground;')
    expect(linesFor(aDoublePlan()).join('\n')).toContain('2 datasets are recorded with at least one ground;')
  })
})

describe('the method', () => {
  const steps = [
    '# Method',
    'The plan follows the five steps of the state’s Open Data Access Plan Guidance:',
    '1. **Review.** Establish for every dataset of the inventory where it stands today.',
    '2. **Brainstorm.** Collect what else could be open, and who uses or asks for it.',
    '3. **Identify.** Determine what the law lets the agency make public, and after which transformation.',
    '4. **Prioritize.** Rate what could be made public and put it in order.',
    '5. **Publish.** Commit to dates and people, and keep, update or retire what is published already.',
  ]
  const rest = [
    '## Criteria',
    'Each dataset that could be made public is rated on five criteria.',
    'Table: Criteria and their weights',
    'Described: The five criteria, the question each asks, and how much each counts.',
    '| Criterion | Question | Weight (figures) |',
    '| **State and agency goals** | Does the dataset serve goals and initiatives of the state and the agency? | 2 |',
    '| **State Data Plan focal points** | Is it related to the focal points of the State Data Plan? | 1 |',
    '| **Demand from others** | Do partner agencies, the public or other stakeholders consider it a high priority? | 3 |',
    '| **Accurate and complete** | Is it accurate and complete? | 1 |',
    '| **Machine-readable** | Is it in a machine-readable format that can be sent and processed digitally? | 0 |',
    'Ratings run from 0 to 3: 0 is none, 1 low, 2 medium and 3 high. Each can carry a reason.',
    '## From ratings to an order',
    'A dataset’s score is the mean of its ratings, each counted by the weight of its criterion. A criterion nobody has rated is left out; it does not count as 0. Higher scores rank first, and equal scores share a rank.',
    'The score suggests a tier: now from 2.25, next from 1.5, later below that. A person can decide on another tier. Such a decision is recorded with who made it, when and why, and stands in this plan beside the tier the score suggested.',
  ]
  const criteria = weighed({ goals: 2, demand: 3, 'machine-readable': 0 })

  it('says by which steps, criteria and weights the order came about, and when it was reviewed', () => {
    expect(markedLines(method(grouped({ ...aFullPlan(), criteria })))).toEqual([
      ...steps,
      'The list was reviewed with the Open Data Coordinator on November 18, 2026.',
      ...rest,
    ])
  })

  it('says nothing of a review that nobody has noted', () => {
    expect(markedLines(method(grouped(aPlan({ criteria }))))).toEqual([...steps, ...rest])
  })

  it('counts a criterion of the agency’s own, and says whose it is', () => {
    const { length } = criteria
    const withOwn = (count: string) => (line: string) => line.replace('five criteria', `${count} criteria`)
    const own = '| **Cost of a breach** | A criterion of the agency’s own. | 2 |'
    const lines = markedLines(method(grouped(aPlan({ criteria: [...criteria, ownCriterion] }))))
    const before = 5 + length
    const expected = rest.map(withOwn('six'))
    expect(lines).toEqual([...steps, ...expected.slice(0, before), own, ...expected.slice(before)])
    const many = [...criteria, ...criteria.map((one) => ({ ...one, id: `own ${one.id}` }))]
    expect(markedLines(method(grouped(aPlan({ criteria: many }))))).toEqual(
      expect.arrayContaining(['Each dataset that could be made public is rated on 10 criteria.']),
    )
  })
})
