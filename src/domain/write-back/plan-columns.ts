import { isCalendarDate } from '../calendar-date.ts'
import { type Dataset, type Priority, protectedBy, routeOf } from '../dataset.ts'
import {
  accessShortLabels,
  automationLabels,
  availabilityShortLabels,
  criterionLabels,
  releaseRouteLabels,
  retirementShortLabels,
  tierLabels,
  upkeepLabels,
} from '../labels.ts'
import type { RankedDataset } from '../priority.ts'
import { criteria, highValueGrounds } from '../vocabulary.ts'
import type { AnswerField } from './changed-dataset.ts'
import type { WritableValue } from './workbook-changes.ts'

/** One of the plan's columns. Its value is null for a dataset about which nobody has decided. */
export interface PlanColumn {
  /** The hidden defined name by which a later export finds the column again. */
  readonly mark: string
  readonly header: string
  /** In characters. */
  readonly width: number
  readonly choices?: readonly string[]
  /** What people say that makes its value. */
  readonly says: readonly AnswerField[]
  /** Why, where the dataset itself has a place for it. */
  readonly reasonOf?: (dataset: Dataset) => string
  readonly valueOf: (dataset: Dataset, entry: RankedDataset | undefined) => WritableValue
}

export const planColumns: readonly PlanColumn[] = [
  {
    mark: 'ODAP_availability',
    header: 'Plan: Availability',
    width: 20,
    says: ['review.availability'],
    reasonOf: ({ review }) => review.reviewNote,
    choices: Object.values(availabilityShortLabels),
    valueOf: ({ review: { availability } }) =>
      availability === 'not-yet-determined' ? null : availabilityShortLabels[availability],
  },
  {
    mark: 'ODAP_published_at',
    header: 'Plan: Published at',
    width: 32,
    says: ['review.publishedAt'],
    valueOf: ({ review }) => given(review.publishedAt),
  },
  {
    mark: 'ODAP_access',
    header: 'Plan: Access',
    width: 24,
    says: ['identification.access'],
    choices: Object.values(accessShortLabels),
    valueOf: ({ identification: { access } }) =>
      access === 'undetermined' ? null : accessShortLabels[access],
  },
  {
    mark: 'ODAP_legal_basis',
    header: 'Plan: Legal basis',
    width: 28,
    says: ['identification.legalBasis', 'identification.access'],
    valueOf: ({ identification }) => given(protectedBy(identification)),
  },
  {
    mark: 'ODAP_release_route',
    header: 'Plan: Release route',
    width: 22,
    says: ['identification.releaseRoute', 'identification.access'],
    choices: Object.values(releaseRouteLabels),
    valueOf: ({ identification }) => {
      const route = routeOf(identification)
      return route === null ? null : releaseRouteLabels[route]
    },
  },
  {
    mark: 'ODAP_high_value_grounds',
    header: 'Plan: High-value grounds',
    width: 24,
    says: ['identification.highValueGrounds'],
    valueOf: ({ identification }) =>
      given(highValueGrounds.filter((ground) => identification.highValueGrounds.includes(ground)).join(', ')),
  },
  {
    mark: 'ODAP_priority_score',
    header: 'Plan: Priority score',
    width: 20,
    says: ['priority.ratings'],
    reasonOf: ({ priority }) => ratingReasons(priority.ratings),
    valueOf: (_, entry) =>
      entry === undefined || entry.score === null ? null : Math.round(entry.score * 100) / 100,
  },
  {
    mark: 'ODAP_rank',
    header: 'Plan: Rank',
    width: 12,
    // It follows from the ratings of all.
    says: [],
    valueOf: (_, entry) => entry?.rank ?? null,
  },
  {
    mark: 'ODAP_tier',
    header: 'Plan: Tier',
    width: 14,
    says: ['priority.ratings', 'priority.override'],
    reasonOf: ({ priority }) => priority.override?.reason ?? '',
    choices: Object.values(tierLabels),
    valueOf: (_, entry) => (entry === undefined || entry.tier === null ? null : tierLabels[entry.tier]),
  },
  {
    mark: 'ODAP_tier_reason',
    header: 'Plan: Tier reason',
    width: 32,
    says: ['priority.override'],
    valueOf: ({ priority }, entry) => (entry === undefined ? null : given(priority.override?.reason ?? '')),
  },
  {
    mark: 'ODAP_target_date',
    header: 'Plan: Target date',
    width: 18,
    says: ['commitment.targetDate'],
    valueOf: ({ commitment: { targetDate } }) =>
      isCalendarDate(targetDate) ? { date: targetDate } : given(targetDate),
  },
  {
    mark: 'ODAP_update_frequency',
    header: 'Plan: Update frequency',
    width: 24,
    says: ['commitment.updateFrequency'],
    valueOf: ({ commitment }) => given(commitment.updateFrequency),
  },
  {
    mark: 'ODAP_steward',
    header: 'Plan: Steward',
    width: 24,
    says: ['commitment.steward'],
    valueOf: ({ commitment }) => given(commitment.steward),
  },
  {
    mark: 'ODAP_custodian',
    header: 'Plan: Custodian',
    width: 24,
    says: ['commitment.custodian'],
    valueOf: ({ commitment }) => given(commitment.custodian),
  },
  {
    mark: 'ODAP_automation',
    header: 'Plan: Automation',
    width: 20,
    says: ['commitment.automation'],
    choices: Object.values(automationLabels),
    valueOf: ({ commitment: { automation } }) =>
      automation === 'not-yet-determined' ? null : automationLabels[automation],
  },
  {
    mark: 'ODAP_upkeep',
    header: 'Plan: Upkeep',
    width: 20,
    says: ['commitment.upkeep'],
    reasonOf: ({ commitment }) => commitment.upkeepNote,
    choices: Object.values(upkeepLabels),
    valueOf: ({ commitment: { upkeep } }) => (upkeep === 'not-yet-determined' ? null : upkeepLabels[upkeep]),
  },
  {
    mark: 'ODAP_retirement_ground',
    header: 'Plan: Retirement ground',
    width: 26,
    says: ['commitment.retirementGround'],
    choices: Object.values(retirementShortLabels),
    valueOf: ({ commitment: { retirementGround } }) =>
      retirementGround === null ? null : retirementShortLabels[retirementGround],
  },
]

function ratingReasons(ratings: Priority['ratings']): string {
  return criteria
    .filter((criterion) => ratings[criterion].value !== null && ratings[criterion].reason.trim() !== '')
    .map((criterion) => `${criterionLabels[criterion]}: ${ratings[criterion].reason.trim()}`)
    .join('; ')
}

export function given(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
