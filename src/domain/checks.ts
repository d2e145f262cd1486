import type { DatasetId, Rating } from './dataset.ts'
import { ratingOn } from './dataset.ts'
import { detailFields } from './fields/plan-fields.ts'
import { missingFields } from './fields/values.ts'
import type { Plan, PlanDetails } from './plan.ts'
import { hasOpenCriteria, rankCandidates } from './priority.ts'
import {
  isCommitted,
  isReviewed,
  isUpkeepSettled,
  missingForIdentification,
  publishingDatasets,
} from './progress.ts'
import type { Step } from './vocabulary.ts'

/** Something that stands open before the plan is sent. Nothing here stops anyone from saving. */
export type Gap =
  | { readonly code: 'detail-missing'; readonly field: keyof PlanDetails }
  | { readonly code: 'not-reviewed'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'access-undetermined'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'legal-basis-missing'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'release-route-missing'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'ratings-open'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'reason-missing'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'commitment-incomplete'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | { readonly code: 'upkeep-open'; readonly step: Step; readonly datasets: readonly DatasetId[] }
  | {
      readonly code: 'same-date'
      readonly step: Step
      readonly datasets: readonly DatasetId[]
      readonly date: string
    }

/** What stands open of datasets. */
export type DatasetGap = Exclude<Gap, { readonly code: 'detail-missing' }>

/** What stands open, the plan's details first and then step by step. */
export function gapsOf(plan: Plan): readonly Gap[] {
  return [
    ...missingFields(detailFields, plan.details).map((field): Gap => ({ code: 'detail-missing', field })),
    ...identificationGaps(plan),
    ...priorityGaps(plan),
    ...publishingGaps(plan),
  ]
}

/** One way through the datasets for each step: there may be very many of them. */
function identificationGaps({ datasets }: Plan): readonly Gap[] {
  const unreviewed: DatasetId[] = []
  const undetermined: DatasetId[] = []
  const noBasis: DatasetId[] = []
  const noRoute: DatasetId[] = []
  for (const dataset of datasets) {
    if (!isReviewed(dataset)) unreviewed.push(dataset.id)
    const [first] = missingForIdentification(dataset)
    if (first === 'access') undetermined.push(dataset.id)
    else if (first === 'legalBasis') noBasis.push(dataset.id)
    else if (first === 'releaseRoute') noRoute.push(dataset.id)
  }
  const gaps: readonly DatasetGap[] = [
    { code: 'not-reviewed', step: 'review', datasets: unreviewed },
    { code: 'access-undetermined', step: 'identify', datasets: undetermined },
    { code: 'legal-basis-missing', step: 'identify', datasets: noBasis },
    { code: 'release-route-missing', step: 'identify', datasets: noRoute },
  ]
  return gaps.filter(isThere)
}

function priorityGaps({ datasets, criteria }: Plan): readonly Gap[] {
  const open: DatasetId[] = []
  const unexplained: DatasetId[] = []
  for (const { id, dataset } of rankCandidates(datasets, criteria)) {
    const { ratings, override } = dataset.priority
    if (override === null && hasOpenCriteria(ratings, criteria)) open.push(id)
    if (criteria.some((criterion) => isUnexplained(ratingOn(ratings, criterion)))) unexplained.push(id)
  }
  const gaps: readonly DatasetGap[] = [
    { code: 'ratings-open', step: 'prioritize', datasets: open },
    { code: 'reason-missing', step: 'prioritize', datasets: unexplained },
  ]
  return gaps.filter(isThere)
}

function isThere({ datasets }: DatasetGap): boolean {
  return datasets.length > 0
}

/** It counts all the same, but the plan cannot say why. */
export function isUnexplained({ value, reason }: Rating): boolean {
  return value !== null && reason.trim() === ''
}

function publishingGaps(plan: Plan): readonly Gap[] {
  const { planned, published } = publishingDatasets(plan)
  const incomplete = planned.filter((dataset) => !isCommitted(dataset)).map(({ id }) => id)
  const open = published.filter((dataset) => !isUpkeepSettled(dataset)).map(({ id }) => id)
  const dates = new Set(planned.map(({ commitment }) => commitment.targetDate))
  const [onlyDate] = dates
  const gaps: Gap[] = []
  if (incomplete.length > 0)
    gaps.push({ code: 'commitment-incomplete', step: 'publish', datasets: incomplete })
  if (open.length > 0) gaps.push({ code: 'upkeep-open', step: 'publish', datasets: open })
  if (planned.length > 3 && dates.size === 1 && onlyDate) {
    gaps.push({ code: 'same-date', step: 'publish', datasets: planned.map(({ id }) => id), date: onlyDate })
  }
  return gaps
}
