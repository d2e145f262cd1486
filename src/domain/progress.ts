import type { Dataset } from './dataset.ts'
import { isPublishedData } from './dataset.ts'
import type { Plan } from './plan.ts'
import { isPlanned, openCriteria, rankCandidates } from './priority.ts'
import type { Step } from './vocabulary.ts'
import { brainstormQuestions, steps } from './vocabulary.ts'

/** How far a step is: `done` of `total`, counted in what the step asks about. */
export interface StepProgress {
  readonly done: number
  readonly total: number
}

export type Progress = { readonly [Name in Step]: StepProgress }

/** Answered means that a person said something, "cannot be determined" included. */
export function isReviewed({ review }: Dataset): boolean {
  return review.availability !== 'not-yet-determined'
}

/**
 * Identified means that access is determined and, where the law protects the data, the legal basis is named
 * and, where it is to be released, how.
 */
export function isIdentified({ identification }: Dataset): boolean {
  const { access, legalBasis, releaseRoute } = identification
  if (access === 'undetermined') return false
  if (access === 'public') return true
  if (legalBasis.trim() === '') return false
  return access === 'protected' || (releaseRoute !== null && releaseRoute !== 'as-is')
}

/** A commitment is made when there is a date, a frequency and a steward. */
export function isCommitted({ commitment }: Dataset): boolean {
  return (
    commitment.targetDate !== '' &&
    commitment.updateFrequency.trim() !== '' &&
    commitment.steward.trim() !== ''
  )
}

/** A published dataset's upkeep is settled when kept or updated, or retired on a ground. */
export function isUpkeepSettled({ commitment }: Dataset): boolean {
  if (commitment.upkeep === 'not-yet-determined') return false
  return commitment.upkeep !== 'retire' || commitment.retirementGround !== null
}

/** The datasets step 5 asks about: those planned, and those already published. */
export function publishingDatasets(plan: Pick<Plan, 'datasets' | 'weights'>): {
  readonly planned: readonly Dataset[]
  readonly published: readonly Dataset[]
} {
  const plannedIds = new Set(
    rankCandidates(plan.datasets, plan.weights)
      .filter(isPlanned)
      .map(({ id }) => id),
  )
  return {
    planned: plan.datasets.filter(({ id }) => plannedIds.has(id)),
    published: plan.datasets.filter(isPublishedData),
  }
}

export function progressOf(plan: Pick<Plan, 'datasets' | 'ideas' | 'weights'>): Progress {
  const ranked = rankCandidates(plan.datasets, plan.weights)
  const byId = new Map(plan.datasets.map((dataset) => [dataset.id, dataset]))
  const rated = ranked.filter(({ id }) => {
    const dataset = byId.get(id)
    return (
      dataset !== undefined &&
      (dataset.priority.override !== null || openCriteria(dataset.priority.ratings).length === 0)
    )
  })
  const { planned, published } = publishingDatasets(plan)
  const questions = new Set(plan.ideas.map(({ question }) => question))
  return {
    review: { done: plan.datasets.filter(isReviewed).length, total: plan.datasets.length },
    brainstorm: { done: questions.size, total: brainstormQuestions.length },
    identify: { done: plan.datasets.filter(isIdentified).length, total: plan.datasets.length },
    prioritize: { done: rated.length, total: ranked.length },
    publish: {
      done: planned.filter(isCommitted).length + published.filter(isUpkeepSettled).length,
      total: planned.length + published.length,
    },
  }
}

export function isDone({ done, total }: StepProgress): boolean {
  return total > 0 && done === total
}

/** Where the work goes on: the first step that is not done; null when they all are. */
export function firstOpenStep(progress: Progress): Step | null {
  return steps.find((step) => !isDone(progress[step])) ?? null
}
