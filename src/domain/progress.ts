import type { Criterion } from './criteria.ts'
import type { Dataset } from './dataset.ts'
import { isCandidate, isPublishedData } from './dataset.ts'
import { commitmentFields, reviewFields } from './fields/dataset-fields.ts'
import { missingFields } from './fields/values.ts'
import type { Plan } from './plan.ts'
import { hasOpenCriteria, isPlanned, tierOf } from './priority.ts'
import type { Step } from './vocabulary.ts'
import { brainstormQuestions, steps } from './vocabulary.ts'

/** How far a step is: `done` of `total`, counted in what the step asks about. */
export interface StepProgress {
  readonly done: number
  readonly total: number
}

export type Progress = { readonly [Name in Step]: StepProgress }

/** Answered means that a person said something, "cannot be determined" included. */
export function isReviewed({ review }: Pick<Dataset, 'review'>): boolean {
  return missingFields(reviewFields, review).length === 0
}

/**
 * What keeps a dataset from being identified, in the order it is asked: access and, where the law protects the data,
 * the legal basis and, where it is to be released, a way to release protected data, which "as is" is not.
 */
export function missingForIdentification({
  identification,
}: Pick<Dataset, 'identification'>): readonly ('access' | 'legalBasis' | 'releaseRoute')[] {
  const { access, legalBasis, releaseRoute } = identification
  if (access === 'undetermined') return ['access']
  if (access === 'public') return []
  const isRouteMissing = access === 'protected-releasable' && (releaseRoute ?? 'as-is') === 'as-is'
  return [
    ...(legalBasis.trim() === '' ? (['legalBasis'] as const) : []),
    ...(isRouteMissing ? (['releaseRoute'] as const) : []),
  ]
}

export function isIdentified(dataset: Pick<Dataset, 'identification'>): boolean {
  return missingForIdentification(dataset).length === 0
}

/** What is missing before the commitment counts as made, in the order the screen asks. */
export function missingForCommitment({
  commitment,
}: Pick<Dataset, 'commitment'>): readonly (keyof Dataset['commitment'])[] {
  return missingFields(commitmentFields, commitment)
}

export function isCommitted(dataset: Pick<Dataset, 'commitment'>): boolean {
  return missingForCommitment(dataset).length === 0
}

/** A published dataset's upkeep is settled when kept or updated, or retired on a ground. */
export function isUpkeepSettled({ commitment }: Dataset): boolean {
  if (commitment.upkeep === 'not-yet-determined') return false
  return commitment.upkeep !== 'retire' || commitment.retirementGround !== null
}

/** The datasets step 5 asks about: those planned, and those already published. */
export function publishingDatasets(plan: Pick<Plan, 'datasets' | 'criteria'>): {
  readonly planned: readonly Dataset[]
  readonly published: readonly Dataset[]
} {
  return {
    planned: plan.datasets.filter(
      (dataset) => isCandidate(dataset) && isPlanned({ tier: tierOf(dataset, plan.criteria) }),
    ),
    published: plan.datasets.filter(isPublishedData),
  }
}

/** Asked after every change, of plans of any size: one way through the datasets, and no ranking. */
export function progressOf(plan: Pick<Plan, 'datasets' | 'ideas' | 'criteria'>): Progress {
  const questions = new Set(plan.ideas.map(({ question }) => question))
  const done = { review: 0, identify: 0, prioritize: 0, publish: 0 }
  let candidates = 0
  let toPublish = 0
  for (const dataset of plan.datasets) {
    if (isReviewed(dataset)) done.review += 1
    if (isIdentified(dataset)) done.identify += 1
    if (isPublishedData(dataset)) {
      toPublish += 1
      if (isUpkeepSettled(dataset)) done.publish += 1
    }
    if (!isCandidate(dataset)) continue
    candidates += 1
    if (isRated(dataset, plan.criteria)) done.prioritize += 1
    if (!isPlanned({ tier: tierOf(dataset, plan.criteria) })) continue
    toPublish += 1
    if (isCommitted(dataset)) done.publish += 1
  }
  const total = plan.datasets.length
  return {
    review: { done: done.review, total },
    brainstorm: { done: questions.size, total: brainstormQuestions.length },
    identify: { done: done.identify, total },
    prioritize: { done: done.prioritize, total: candidates },
    publish: { done: done.publish, total: toPublish },
  }
}

/** A tier that was set by hand does not wait for ratings. */
function isRated({ priority }: Dataset, criteria: readonly Criterion[]): boolean {
  return priority.override !== null || !hasOpenCriteria(priority.ratings, criteria)
}

export function isDone({ done, total }: StepProgress): boolean {
  return total > 0 && done === total
}

/** Where the work goes on: the first step that is not done; null when they all are. */
export function firstOpenStep(progress: Progress): Step | null {
  return steps.find((step) => !isDone(progress[step])) ?? null
}
