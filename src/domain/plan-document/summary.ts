import { accessLabels, availabilityLabels, tierLabels } from '../labels.ts'
import type { Access, Availability, Tier } from '../vocabulary.ts'
import { accesses, availabilities } from '../vocabulary.ts'
import type { Block, ChartBlock, TableBlock } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { inTier } from './grouped-plan.ts'
import { bold, bullets, cell, columns, counted, heading, inFigures, listed, paragraph } from './wording.ts'

const plannedTiers = ['now', 'next', 'later'] as const satisfies readonly Tier[]

/** Where the inventory stands and what the plan adds; every number is a count of the appendix's rows. */
export function summary(view: GroupedPlan): readonly Block[] {
  const { datasets } = view.plan
  const title = heading(1, 'Summary')
  if (datasets.length === 0) return [title, paragraph('The inventory holds no dataset yet.')]
  return [
    title,
    paragraph(
      `The agency’s inventory holds `,
      bold(counted(datasets.length, 'dataset')),
      `. This plan says which of them are open data already, which will follow and in what order, and which will not and why.`,
    ),
    bullets([publishedLine(view), plannedLine(view), protectedLine(view), openLine(view)].flat()),
    availabilityChart(view),
    availabilityTable(view),
    accessTable(view),
  ]
}

export function countAvailability(view: GroupedPlan, availability: Availability): number {
  return view.plan.datasets.filter(({ review }) => review.availability === availability).length
}

export function countAccess(view: GroupedPlan, access: Access): number {
  return view.plan.datasets.filter(({ identification }) => identification.access === access).length
}

function publishedLine({ published, publicReports }: GroupedPlan): readonly string[] {
  const open =
    published.length === 0
      ? 'No dataset is recorded as published machine-readable data yet.'
      : `${counted(published.length, 'dataset is', 'datasets are')} published as machine-readable data.`
  const reports =
    publicReports.length === 0
      ? ''
      : ` ${counted(publicReports.length, 'more is', 'more are')} public, but not in a machine-readable format.`
  return [open + reports]
}

function plannedLine(view: GroupedPlan): readonly string[] {
  if (view.planned.length === 0) return ['No dataset has been planned for publication yet.']
  const tiers = plannedTiers
    .map((tier) => ({ tier, count: inTier(view, tier).length }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => `${inFigures(count)} ${tierLabels[tier].toLowerCase()}`)
  return [
    `${counted(view.planned.length, 'dataset is', 'datasets are')} planned for publication: ${listed(tiers)}.`,
  ]
}

function protectedLine(view: GroupedPlan): readonly string[] {
  const { releasable, withheld } = view
  const lines: string[] = []
  if (releasable.length > 0) {
    lines.push(
      `${counted(releasable.length, 'dataset is', 'datasets are')} protected, but can be released after a transformation.`,
    )
  }
  if (withheld.length > 0) {
    lines.push(
      `${counted(withheld.length, 'dataset is', 'datasets are')} protected and not planned for publication.`,
    )
  }
  return lines
}

function openLine(view: GroupedPlan): readonly string[] {
  const { undetermined, unplaced } = view
  const lines: string[] = []
  const unreviewed = countAvailability(view, 'not-yet-determined')
  if (unreviewed > 0) {
    lines.push(
      `For ${counted(unreviewed, 'dataset')} it is still to be determined where ${unreviewed === 1 ? 'it stands' : 'they stand'} today.`,
    )
  }
  if (undetermined.length > 0) {
    lines.push(
      `For ${counted(undetermined.length, 'dataset')} it is still to be determined whether ${undetermined.length === 1 ? 'it' : 'they'} could be made public.`,
    )
  }
  if (unplaced.length > 0) {
    lines.push(
      `${counted(unplaced.length, 'dataset', 'datasets')} could be made public and ${unplaced.length === 1 ? 'is' : 'are'} still to be prioritized.`,
    )
  }
  return lines
}

function availabilityChart(view: GroupedPlan): ChartBlock {
  const counts = availabilities.map((availability) => countAvailability(view, availability))
  const said = availabilities.map(
    (availability, index) => `${availabilityLabels[availability]} ${inFigures(counts[index] ?? 0)}`,
  )
  return {
    kind: 'chart',
    shape: 'bar',
    caption: 'Where the datasets of the inventory stand today',
    categories: availabilities.map((availability) => availabilityLabels[availability]),
    series: { name: 'Datasets', values: counts },
    altText: `Bar chart of the number of datasets by availability. ${said.join('; ')}.`,
  }
}

function availabilityTable(view: GroupedPlan): TableBlock {
  return countTable(
    'Datasets by availability',
    'The number of datasets in each state of availability, with the total.',
    'Availability',
    availabilities.map((availability) => [
      availabilityLabels[availability],
      countAvailability(view, availability),
    ]),
  )
}

function accessTable(view: GroupedPlan): TableBlock {
  return countTable(
    'Datasets by access',
    'The number of datasets by whether the law lets them be open data, with the total.',
    'Access',
    accesses.map((access) => [accessLabels[access], countAccess(view, access)]),
  )
}

function countTable(
  caption: string,
  description: string,
  group: string,
  counts: readonly (readonly [label: string, count: number])[],
): TableBlock {
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  return {
    kind: 'table',
    caption,
    description,
    columns: columns([group, 0.75], ['Datasets', 0.25, 'figures']),
    rows: [
      ...counts.map(([label, count]) => [cell(label), cell(inFigures(count))]),
      [[[bold('All datasets')]], [[bold(inFigures(total))]]],
    ],
  }
}
