import { inWords, isCalendarDate } from '../calendar-date.ts'
import type { Dataset } from '../dataset.ts'
import { isPublicToday } from '../dataset.ts'
import { isCommitted, isUpkeepSettled } from '../progress.ts'
import { opennessProperties } from '../vocabulary.ts'
import type { Block, Cell } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { bold, cell, columns, heading, paragraph, shareOf } from './wording.ts'

/** Measures that anyone can count again from the tables of this plan. A part of nothing is no measure. */
export function measures(view: GroupedPlan): readonly Block[] {
  const title = heading(1, 'Measures')
  const rows = [...publicationMeasures(view), ...planMeasures(view), ...dateMeasures(view)]
  if (rows.length === 0) return [title, paragraph('There is nothing to measure yet.')]
  return [
    title,
    paragraph(
      'These measures show where the plan starts. Counted the same way at its next update, they show how far it has come.',
    ),
    {
      kind: 'table',
      caption: 'Measures of this plan',
      description: 'Each measure with its value when this plan was prepared.',
      columns: columns(['Measure', 0.64], ['When prepared', 0.36]),
      rows: rows.map(([label, value]): readonly Cell[] => [[[bold(label)]], cell(value)]),
    },
  ]
}

type Measure = readonly [label: string, value: string]

function publicationMeasures({ plan, published }: GroupedPlan): readonly Measure[] {
  const isPublic = plan.datasets.filter(isPublicToday)
  return [
    ...part('Datasets of the inventory published as machine-readable data', published, plan.datasets),
    ...part('Datasets public today that are machine-readable', published, isPublic),
    ...part(
      'Published datasets recorded with all five properties of open data',
      published.filter(isOpen),
      published,
    ),
    ...part('Published datasets updated automatically', published.filter(isAutomated), published),
    ...part(
      'Published datasets decided to be kept, updated or retired',
      published.filter(isUpkeepSettled),
      published,
    ),
  ]
}

function planMeasures({ published, planned }: GroupedPlan): readonly Measure[] {
  const datasets = planned.map(({ dataset }) => dataset)
  const dated = datasets.filter(({ commitment }) => commitment.targetDate !== '')
  return [
    ...part('Datasets published or planned that are published', published, [...published, ...datasets]),
    ...part('Planned datasets with a target date', dated, datasets),
    ...part(
      'Planned datasets with a date, an update frequency and a steward',
      datasets.filter(isCommitted),
      datasets,
    ),
  ]
}

function dateMeasures({ planned }: GroupedPlan): readonly Measure[] {
  const dates = planned
    .map(({ dataset }) => dataset.commitment.targetDate)
    .filter(isCalendarDate)
    .sort()
  const [first] = dates
  if (first === undefined) return []
  const last = dates[dates.length - 1] ?? first
  if (first === last) return [['Target date of the planned datasets', inWords(first)]]
  return [
    ['First target date', inWords(first)],
    ['Last target date', inWords(last)],
  ]
}

function part(label: string, some: readonly Dataset[], all: readonly Dataset[]): readonly Measure[] {
  return all.length === 0 ? [] : [[label, shareOf(some.length, all.length)]]
}

function isOpen({ openness }: Dataset): boolean {
  return opennessProperties.every((property) => openness[property] === 'yes')
}

function isAutomated({ commitment }: Dataset): boolean {
  return commitment.automation === 'automated'
}
