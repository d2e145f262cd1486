import { inWords } from '../calendar-date.ts'
import { criterionLabels } from '../labels.ts'
import { tierThresholds } from '../priority.ts'
import type { Criterion } from '../vocabulary.ts'
import { criteria } from '../vocabulary.ts'
import type { Block, TableBlock } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { bold, cell, columns, heading, numberedList, paragraph } from './wording.ts'

const criterionQuestions: { readonly [Name in Criterion]: string } = {
  goals: 'Does the dataset serve goals and initiatives of the state and the agency?',
  'focal-points': 'Is it related to the focal points of the State Data Plan?',
  demand: 'Do partner agencies, the public or other stakeholders consider it a high priority?',
  quality: 'Is it accurate and complete?',
  'machine-readable': 'Is it in a machine-readable format that can be sent and processed digitally?',
}

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
    paragraph('Each dataset that could be made public is rated on five criteria.'),
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
    description: 'The five criteria, the question each asks, and how much each counts.',
    columns: columns(['Criterion', 0.3], ['Question', 0.55], ['Weight', 0.15, 'figures']),
    rows: criteria.map((criterion) => [
      [[bold(criterionLabels[criterion])]],
      cell(criterionQuestions[criterion]),
      cell(String(plan.weights[criterion])),
    ]),
  }
}
