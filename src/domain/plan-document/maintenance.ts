import type { Dataset } from '../dataset.ts'
import { automationLabels, retirementLabels, upkeepLabels } from '../labels.ts'
import { frequencyInWords } from '../mapping/update-frequency.ts'
import type { Plan } from '../plan.ts'
import type { Upkeep } from '../vocabulary.ts'
import { upkeeps } from '../vocabulary.ts'
import type { Block, Cell } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { nameCell } from './grouped-plan.ts'
import {
  cell,
  columns,
  counted,
  givenCell,
  heading,
  inFigures,
  listed,
  oneLine,
  paragraph,
} from './wording.ts'

const upkeepWords: { readonly [Name in Upkeep]: string } = {
  keep: 'to be kept as published',
  update: 'to be updated',
  retire: 'to be retired',
  'not-yet-determined': 'not yet decided on',
}

export function maintenance(view: GroupedPlan): readonly Block[] {
  return [
    heading(1, 'Maintenance, updates and retirement'),
    ...upkeep(view),
    ...retirement(view),
    ...upkeepOfPlanned(view),
  ]
}

function upkeep({ published, plan }: GroupedPlan): readonly Block[] {
  if (published.length === 0) {
    return [
      paragraph(
        'No dataset is recorded as published machine-readable data yet, so there is none to update or retire.',
      ),
    ]
  }
  const counts = upkeeps
    .map((decision) => ({ decision, count: withUpkeep(published, decision).length }))
    .filter(({ count }) => count > 0)
    .map(({ decision, count }) => `${inFigures(count)} ${upkeepWords[decision]}`)
  return [
    paragraph(`Of ${counted(published.length, 'published dataset')}, ${listed(counts)}.`),
    {
      kind: 'table',
      caption: 'Upkeep of the published datasets',
      description:
        'For each published dataset whether it is kept, updated or retired, how often it is updated, how and by whom.',
      columns: columns(
        ['Dataset', 0.34],
        ['Decision', 0.18],
        ['Update frequency', 0.16],
        ['Automation', 0.15],
        ['Custodian', 0.17],
      ),
      rows: published.map((dataset) => [
        nameCell(dataset),
        cell(upkeepLabels[dataset.commitment.upkeep]),
        givenCell(dataset.commitment.updateFrequency || inventoryFrequency(dataset, plan)),
        cell(automationLabels[dataset.commitment.automation]),
        givenCell(dataset.commitment.custodian),
      ]),
    },
  ]
}

function inventoryFrequency({ facts }: Dataset, { reference, frequencyAnswers }: Plan): string {
  return frequencyInWords(facts['update-frequency'], reference.updateFrequencies.entries, frequencyAnswers)
}

function retirement({ published }: GroupedPlan): readonly Block[] {
  const retired = withUpkeep(published, 'retire')
  if (retired.length === 0) return []
  return [
    heading(2, 'Retirement'),
    paragraph(
      'A published dataset is taken down on one of the grounds of the Open Data Handbook. The handbook prefers joining the years of a series to retiring one for its age alone, and asks for notice and for the State Library’s view on archive value first.',
    ),
    {
      kind: 'table',
      caption: 'Datasets to be retired',
      description: 'For each dataset to be retired the ground for it.',
      columns: columns(['Dataset', 0.5], ['Ground', 0.5]),
      rows: retired.map((dataset) => [nameCell(dataset), groundCell(dataset)]),
    },
  ]
}

function groundCell({ commitment }: Dataset): Cell {
  const { retirementGround } = commitment
  return givenCell(retirementGround === null ? '' : retirementLabels[retirementGround])
}

/** How the planned datasets will be kept current, where anybody has said so. */
function upkeepOfPlanned({ planned }: GroupedPlan): readonly Block[] {
  const said = planned.filter(
    ({ dataset: { commitment } }) =>
      oneLine(commitment.method) !== '' ||
      oneLine(commitment.custodian) !== '' ||
      commitment.automation !== 'not-yet-determined',
  )
  if (said.length === 0) return []
  return [
    heading(2, 'Keeping the planned datasets current'),
    paragraph(
      'The Open Data Handbook advises automated updates for data that change more often than every quarter. The table shows the planned datasets for which the agency has said how they will be published.',
    ),
    {
      kind: 'table',
      caption: 'How planned datasets will be published and updated',
      description: 'For each planned dataset the method, the degree of automation and the custodian.',
      columns: columns(['Dataset', 0.36], ['Method', 0.26], ['Automation', 0.18], ['Custodian', 0.2]),
      rows: said.map(({ dataset }) => [
        nameCell(dataset),
        givenCell(dataset.commitment.method),
        cell(automationLabels[dataset.commitment.automation]),
        givenCell(dataset.commitment.custodian),
      ]),
    },
  ]
}

function withUpkeep(datasets: readonly Dataset[], upkeep: Upkeep): readonly Dataset[] {
  return datasets.filter(({ commitment }) => commitment.upkeep === upkeep)
}
