import type { DatasetId, Rating } from './dataset.ts'
import type { Plan, PlanDetails } from './plan.ts'
import { planDetailFields } from './plan.ts'
import { hasOpenCriteria, rankCandidates } from './priority.ts'
import { isCommitted, isIdentified, isReviewed, isUpkeepSettled, publishingDatasets } from './progress.ts'
import type { Step } from './vocabulary.ts'
import { criteria } from './vocabulary.ts'

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

/** What stands open, the plan's details first and then step by step. */
export function gapsOf(plan: Plan): readonly Gap[] {
  return [
    ...planDetailFields
      .filter((field) => plan.details[field].trim() === '')
      .map((field): Gap => ({ code: 'detail-missing', field })),
    ...identificationGaps(plan),
    ...priorityGaps(plan),
    ...publishingGaps(plan),
  ]
}

function identificationGaps({ datasets }: Plan): readonly Gap[] {
  const ids = (matches: (dataset: Plan['datasets'][number]) => boolean) =>
    datasets.filter(matches).map(({ id }) => id)
  const noBasis = ids(
    ({ identification: { access, legalBasis } }) =>
      (access === 'protected' || access === 'protected-releasable') && legalBasis.trim() === '',
  )
  const noRoute = ids(
    (dataset) =>
      dataset.identification.access === 'protected-releasable' &&
      dataset.identification.legalBasis.trim() !== '' &&
      !isIdentified(dataset),
  )
  const gaps: readonly Gap[] = [
    { code: 'not-reviewed', step: 'review', datasets: ids((dataset) => !isReviewed(dataset)) },
    {
      code: 'access-undetermined',
      step: 'identify',
      datasets: ids(({ identification }) => identification.access === 'undetermined'),
    },
    { code: 'legal-basis-missing', step: 'identify', datasets: noBasis },
    { code: 'release-route-missing', step: 'identify', datasets: noRoute },
  ]
  return gaps.filter((gap) => 'datasets' in gap && gap.datasets.length > 0)
}

function priorityGaps(plan: Plan): readonly Gap[] {
  const candidates = rankCandidates(plan.datasets, plan.weights).map(({ dataset }) => dataset)
  const open = candidates.filter(
    ({ priority }) => priority.override === null && hasOpenCriteria(priority.ratings),
  )
  const unexplained = candidates.filter(({ priority }) =>
    criteria.some((criterion) => isUnexplained(priority.ratings[criterion])),
  )
  const gaps: readonly Gap[] = [
    { code: 'ratings-open', step: 'prioritize', datasets: open.map(({ id }) => id) },
    { code: 'reason-missing', step: 'prioritize', datasets: unexplained.map(({ id }) => id) },
  ]
  return gaps.filter((gap) => 'datasets' in gap && gap.datasets.length > 0)
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
