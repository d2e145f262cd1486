import type { Dataset } from '../dataset.ts'
import { isPublishedData } from '../dataset.ts'
import { datasetName, tierLabels } from '../labels.ts'
import type { Plan } from '../plan.ts'
import type { RankedDataset } from '../priority.ts'
import { isPlanned, orderForPlan, rankCandidates } from '../priority.ts'
import type { Access, Tier } from '../vocabulary.ts'
import type { Cell, Run } from './document-model.ts'
import { longestDescription, oneLine, shortName, webAddress } from './wording.ts'

/** A candidate with its place in the plan's order. */
export interface Placed {
  readonly dataset: Dataset
  readonly entry: RankedDataset
}

/** The plan sorted into the groups its sections speak of. */
export interface GroupedPlan {
  readonly plan: Plan
  /** All candidates in the plan's order. */
  readonly candidates: readonly Placed[]
  readonly planned: readonly Placed[]
  readonly declined: readonly Placed[]
  /** Candidates that have neither a rating nor an override. */
  readonly unplaced: readonly Placed[]
  readonly published: readonly Dataset[]
  /** Public today, but as a report. */
  readonly publicReports: readonly Dataset[]
  readonly releasable: readonly Dataset[]
  /** Protected, and not published as data. */
  readonly withheld: readonly Dataset[]
  /** Not published as data, and nobody has determined whether it could be. */
  readonly undetermined: readonly Dataset[]
}

export function grouped(plan: Plan): GroupedPlan {
  const candidates = orderForPlan(rankCandidates(plan.datasets, plan.criteria)).map(
    (entry): Placed => ({ dataset: entry.dataset, entry }),
  )
  const notPublished = (access: Access) =>
    plan.datasets.filter((dataset) => !isPublishedData(dataset) && dataset.identification.access === access)
  return {
    plan,
    candidates,
    planned: candidates.filter(({ entry }) => isPlanned(entry)),
    declined: candidates.filter(({ entry }) => entry.tier === 'not-planned'),
    unplaced: candidates.filter(({ entry }) => entry.tier === null),
    published: plan.datasets.filter(isPublishedData),
    publicReports: plan.datasets.filter(({ review }) => review.availability === 'public-report'),
    releasable: plan.datasets.filter(
      ({ identification }) => identification.access === 'protected-releasable',
    ),
    withheld: notPublished('protected'),
    undetermined: notPublished('undetermined'),
  }
}

/** How many of the planned datasets are in a tier. */
export function inTier(view: GroupedPlan, tier: Tier): readonly Placed[] {
  return view.candidates.filter(({ entry }) => entry.tier === tier)
}

/** Where a dataset is published: what a person said, else what the inventory says. */
export function publicationPlace({ review, facts }: Dataset): string {
  return oneLine(review.publishedAt) || oneLine(facts.url)
}

export function nameOf(dataset: Dataset): string {
  return shortName(datasetName(dataset))
}

export function nameCell(dataset: Dataset): Cell {
  return [[{ text: nameOf(dataset), bold: true }]]
}

/** The name, leading to where the dataset is published if that is a web address. */
export function linkedNameCell(dataset: Dataset): Cell {
  const url = webAddress(publicationPlace(dataset))
  const name: Run = { text: nameOf(dataset), bold: true }
  return [[url === null ? name : { ...name, url }]]
}

export function describedNameCell(dataset: Dataset): Cell {
  const description = oneLine(dataset.facts.description, longestDescription)
  const name = nameCell(dataset)
  return description === '' ? name : [...name, [{ text: description, quiet: true }]]
}

/** The dataset's place in the plan, in a word or two. */
export function placeOf(dataset: Dataset, tiersById: ReadonlyMap<string, Tier | null>): string {
  if (isPublishedData(dataset)) return 'Published'
  const tier = tiersById.get(dataset.id)
  if (tier !== undefined) return tier === null ? 'Not yet prioritized' : tierLabels[tier]
  return dataset.identification.access === 'protected' ? 'Not published' : 'To be determined'
}
