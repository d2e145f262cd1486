import { availabilityLabels } from '../labels.ts'
import type { Block } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { nameCell } from './grouped-plan.ts'
import { overrideTable } from './planned.ts'
import { cell, columns, counted, givenCell, heading, paragraph } from './wording.ts'

/** Longer lists of what is undetermined stay in the appendix, where every dataset stands anyway. */
const longestUndeterminedList = 40

export function notPlanned(view: GroupedPlan): readonly Block[] {
  const blocks = [...declined(view), ...withheld(view), ...undetermined(view)]
  return [
    heading(1, 'What is not planned and why'),
    ...(blocks.length > 0 ? blocks : [paragraph('No dataset has been set aside.')]),
  ]
}

function declined({ declined }: GroupedPlan): readonly Block[] {
  if (declined.length === 0) return []
  return [
    heading(2, 'Decided not to plan'),
    paragraph(
      `${counted(declined.length, 'dataset', 'datasets')} could be made public, but a person decided not to plan ${declined.length === 1 ? 'it' : 'them'} for now.`,
    ),
    overrideTable('Datasets decided not to be planned', declined),
  ]
}

function withheld({ withheld }: GroupedPlan): readonly Block[] {
  if (withheld.length === 0) return []
  return [
    heading(2, 'Protected data'),
    paragraph(
      `${counted(withheld.length, 'dataset is', 'datasets are')} recorded as protected and not planned for publication. The legal basis recorded for each follows.`,
    ),
    {
      kind: 'table',
      caption: 'Protected datasets not planned for publication',
      description: 'For each dataset the legal basis of its protection.',
      columns: columns(['Dataset', 0.5], ['Legal basis', 0.5]),
      rows: withheld.map((dataset) => [nameCell(dataset), givenCell(dataset.identification.legalBasis)]),
    },
  ]
}

function undetermined({ undetermined }: GroupedPlan): readonly Block[] {
  if (undetermined.length === 0) return []
  const one = undetermined.length === 1
  const intro = `For ${counted(undetermined.length, 'dataset')} it is still to be determined whether ${one ? 'it' : 'they'} could be made public. ${one ? 'It is' : 'They are'} neither planned nor ruled out.`
  const title = heading(2, 'Still to be determined')
  if (undetermined.length > longestUndeterminedList) {
    return [title, paragraph(`${intro} They stand in the appendix with access undetermined.`)]
  }
  return [
    title,
    paragraph(intro),
    {
      kind: 'table',
      caption: 'Datasets whose access is still to be determined',
      description: 'Each dataset with its unit and where it stands today.',
      columns: columns(['Dataset', 0.46], ['Unit or program', 0.24], ['Availability', 0.3]),
      rows: undetermined.map((dataset) => [
        nameCell(dataset),
        cell(dataset.facts.unit),
        cell(availabilityLabels[dataset.review.availability]),
      ]),
    },
  ]
}
