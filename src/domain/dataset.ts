import type { CriterionId } from './criteria.ts'
import type {
  commitmentFields,
  identificationFields,
  opennessFields,
  reviewFields,
} from './fields/dataset-fields.ts'
import { datasetFields } from './fields/dataset-fields.ts'
import type { SomeOf, ValuesOf } from './fields/field.ts'
import { emptyValues } from './fields/values.ts'
import type { Facts } from './inventory-field.ts'
import type { ReleaseRoute, Tier } from './vocabulary.ts'

/** A text key made by the engine, never reused. */
export type DatasetId = string

/** Where a dataset stands today (step 1). */
export type Review = ValuesOf<typeof reviewFields>

/** What could be made public, and how (step 3). */
export type Identification = ValuesOf<typeof identificationFields>

/** Whether it is open data as the law describes it (step 3). */
export type Openness = ValuesOf<typeof opennessFields>

/** 0 none, 1 low, 2 medium, 3 high. */
export type RatingValue = 0 | 1 | 2 | 3

/** One criterion's rating; `value` is null while nobody has judged it, which is not the same as 0. */
export interface Rating {
  readonly value: RatingValue | null
  readonly reason: string
}

/** A person's word against the computed tier. */
export interface TierOverride {
  readonly tier: Tier
  readonly reason: string
  readonly who: string
  /** When, as an ISO date and time in UTC. */
  readonly at: string
}

/** By criterion; one that nobody has rated need not be there. */
export type Ratings = { readonly [criterion: CriterionId]: Rating }

export interface Priority {
  readonly ratings: Ratings
  readonly override: TierOverride | null
}

/** What the agency promises for a dataset (step 5). */
export type Commitment = ValuesOf<typeof commitmentFields>

/** Where in the inventory a dataset was found, as Excel names it. */
export interface SourcePlace {
  readonly sheet: string
  readonly row: number
  /**
   * What an earlier plan's columns said there that is no answer of a plan's, by field (`identification.access`): it stays
   * in its cell until somebody decides the field.
   */
  readonly words?: { readonly [field: string]: string }
}

export interface Dataset {
  readonly id: DatasetId
  /** The order of the inventory; datasets added during the work come last. */
  readonly position: number
  /** null for a dataset that was added during the work. */
  readonly source: SourcePlace | null
  readonly facts: Facts
  readonly review: Review
  readonly identification: Identification
  readonly openness: Openness
  readonly priority: Priority
  readonly commitment: Commitment
}

const notRated: Rating = { value: null, reason: '' }

/** What was said of a dataset on one criterion. */
export function ratingOn(ratings: Ratings, { id }: { readonly id: CriterionId }): Rating {
  return ratings[id] ?? notRated
}

/** What nobody has decided yet. */
export const undecided: Pick<Dataset, 'review' | 'identification' | 'openness' | 'priority' | 'commitment'> =
  {
    review: emptyValues(datasetFields.review),
    identification: emptyValues(datasetFields.identification),
    openness: emptyValues(datasetFields.openness),
    priority: { ratings: {}, override: null },
    commitment: emptyValues(datasetFields.commitment),
  }

/** Whether a person may get the data today without asking. */
export function isPublicToday({ review }: Pick<Dataset, 'review'>): boolean {
  return (
    review.availability === 'on-portal' ||
    review.availability === 'public-data' ||
    review.availability === 'public-report'
  )
}

/** Whether it is published as data already, so that step 5 asks for its upkeep instead of a first publication. */
export function isPublishedData({ review }: Pick<Dataset, 'review'>): boolean {
  return review.availability === 'on-portal' || review.availability === 'public-data'
}

/** The law that protects the data; '' for data that no law protects, whatever was noted before that was decided. */
export function protectedBy({ access, legalBasis }: Identification): string {
  return access === 'protected' || access === 'protected-releasable' ? legalBasis.trim() : ''
}

/** The release route somebody decided on; none for data that is not to be released. */
export function routeOf({ access, releaseRoute }: Identification): ReleaseRoute | null {
  return access === 'public' || access === 'protected-releasable' ? releaseRoute : null
}

/**
 * Whether the dataset could become open data: public or releasable, and not yet published as data.
 * A dataset whose access nobody has determined is not a candidate yet.
 */
export function isCandidate(dataset: Pick<Dataset, 'review' | 'identification'>): boolean {
  const { access } = dataset.identification
  return !isPublishedData(dataset) && (access === 'public' || access === 'protected-releasable')
}

/**
 * What follows from an answer to whether data may be public. A route is a way to release protected data: left behind on
 * a dataset that is public, or not to be released at all, it would stand in the workbook and the Word plan as if somebody
 * meant it.
 */
export function withWhatFollows(changes: SomeOf<Identification>): SomeOf<Identification> {
  const { access, releaseRoute = null } = changes
  return access === 'public' || access === 'protected' ? { ...changes, releaseRoute } : changes
}
