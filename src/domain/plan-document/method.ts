import { inWords } from '../calendar-date.ts'
import { tierThresholds } from '../priority.ts'
import type { Block, TableBlock } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { bold, cell, columns, heading, inFigures, numberedList, paragraph } from './wording.ts'

export function method(view: GroupedPlan): readonly Block[] {
  return [
    heading(1, 'Method'),
    paragraph('The plan follows the five steps of the state’s Open Data Access Plan Guidance:'),
    numberedList([
      [bold('Review.'), { text: ' Establish for every dataset of the inventory where it stands today.' }],
      [bold('Brainstorm.'), { text: ' Collect what else could be open, and who uses or asks for it.' }],
      [
        bold('Identify.'),
        { text: ' Determine what the law lets the agency make public, and after which transformation.' },
      ],
      [bold('Prioritize.'), { text: ' Rate what could be made public and put it in order.' }],
      [
        bold('Publish.'),
        {
          text: ' Commit to dates and people, and keep, update or retire what is published already.',
        },
      ],
    ]),
    ...coordinatorReview(view),
    heading(2, 'Criteria'),
    paragraph(
      `Each dataset that could be made public is rated on ${inLetters(view.plan.criteria.length)} criteria.`,
    ),
    criteriaTable(view),
    paragraph('Ratings run from 0 to 3: 0 is none, 1 low, 2 medium and 3 high. Each can carry a reason.'),
    heading(2, 'From ratings to an order'),
    paragraph(
      'A dataset’s score is the mean of its ratings, each counted by the weight of its criterion. A criterion nobody has rated is left out; it does not count as 0. Higher scores rank first, and equal scores share a rank.',
    ),
    paragraph(
      `The score suggests a tier: now from ${tierThresholds.now}, next from ${tierThresholds.next}, later below that. A person can decide on another tier. Such a decision is recorded with who made it, when and why, and stands in this plan beside the tier the score suggested.`,
    ),
  ]
}

function coordinatorReview({ plan }: GroupedPlan): readonly Block[] {
  const { reviewedOn } = plan.details
  if (reviewedOn === '') return []
  return [paragraph(`The list was reviewed with the Open Data Coordinator on ${inWords(reviewedOn)}.`)]
}

function criteriaTable({ plan }: GroupedPlan): TableBlock {
  return {
    kind: 'table',
    caption: 'Criteria and their weights',
    description: `The ${inLetters(plan.criteria.length)} criteria, the question each asks, and how much each counts.`,
    columns: columns(['Criterion', 0.3], ['Question', 0.55], ['Weight', 0.15, 'figures']),
    rows: plan.criteria.map(({ name, question, weight }) => [
      [[bold(name)]],
      cell(question === '' ? 'A criterion of the agency’s own.' : question),
      cell(String(weight)),
    ]),
  }
}

const numbersInLetters = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const

function inLetters(count: number): string {
  return numbersInLetters[count] ?? inFigures(count)
}
