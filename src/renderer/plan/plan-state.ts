import type { AppError } from '../../contract/errors.ts'
import type { PlanChange, PlanView } from '../../contract/views.ts'

/** What the page knows of the open plan and of how saving it went. */
export interface PlanState {
  readonly view: PlanView | null
  /** How many changes are on their way. */
  readonly saving: number
  /** What the last failed change said; stays until it is dismissed, so that no loss goes unseen. */
  readonly failure: AppError | null
  /** Why a change could not be saved that is being tried again; null while none is. */
  readonly retrying: AppError | null
  /** The plan's file is gone from its place: nothing can be saved until the plan is written anew. */
  readonly isFileLost: boolean
  /** The file the plan was just taken in from; stays until it is dismissed. */
  readonly takenInFrom: string | null
  readonly engineRestarted: boolean
}

export type PlanEvent =
  /** By the person, who has done with the plan before it and what was said of that. */
  | { readonly type: 'opened'; readonly view: PlanView; readonly takenInFrom: string | null }
  /** Because the engine may know more than the page. */
  | { readonly type: 'read'; readonly view: PlanView }
  | { readonly type: 'closed' }
  | { readonly type: 'change-sent' }
  /** null for a change of a plan that is not on screen any more. */
  | { readonly type: 'change-saved'; readonly change: PlanChange | null }
  /** It is kept and tried again. */
  | { readonly type: 'change-waits'; readonly error: AppError }
  | { readonly type: 'change-failed'; readonly error: AppError }
  /** Without being sent: the plan is open to read. */
  | { readonly type: 'change-refused' }
  | { readonly type: 'plan-file'; readonly isInPlace: boolean }
  /** Damage was found in the file of the plan on screen. */
  | { readonly type: 'plan-damaged' }
  | { readonly type: 'taken-in-dismissed' }
  | { readonly type: 'reading-failed'; readonly error: AppError }
  | { readonly type: 'engine-restarted' }
  | { readonly type: 'failure-dismissed' }
  | { readonly type: 'restart-dismissed' }

export const noPlan: PlanState = {
  view: null,
  saving: 0,
  failure: null,
  retrying: null,
  isFileLost: false,
  takenInFrom: null,
  engineRestarted: false,
}

export function planReducer(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'opened':
      return {
        ...state,
        view: event.view,
        failure: null,
        isFileLost: false,
        takenInFrom: event.takenInFrom,
      }
    case 'read':
      return { ...state, view: event.view }
    case 'closed':
      // Changes that are on their way still have to be counted down.
      return { ...noPlan, saving: state.saving }
    case 'change-sent':
      return { ...state, saving: state.saving + 1 }
    case 'change-saved':
      return {
        ...state,
        saving: state.saving - 1,
        retrying: null,
        // What was saved has a file to be in.
        isFileLost: event.change === null && state.isFileLost,
        view: state.view && event.change ? applyChange(state.view, event.change) : state.view,
      }
    case 'change-failed':
      return { ...state, saving: state.saving - 1, retrying: null, failure: event.error }
    case 'change-waits':
      return { ...state, retrying: event.error, isFileLost: event.error.code === 'plan-file-lost' }
    case 'change-refused':
      return { ...state, failure: { code: 'plan-read-only' } }
    case 'plan-file':
      return { ...state, isFileLost: !event.isInPlace }
    case 'plan-damaged':
      return { ...state, view: state.view && { ...state.view, isDamaged: true } }
    case 'taken-in-dismissed':
      return { ...state, takenInFrom: null }
    case 'reading-failed':
      return { ...state, failure: event.error }
    case 'engine-restarted':
      return { ...state, engineRestarted: true }
    case 'failure-dismissed':
      return { ...state, failure: null }
    case 'restart-dismissed':
      return { ...state, engineRestarted: false }
  }
}

/** The view after the change; the view itself when it already holds a newer state. */
export function applyChange(view: PlanView, change: PlanChange): PlanView {
  if (change.revision < view.revision) return view
  const { plan } = view
  return {
    ...view,
    revision: change.revision,
    savedAt: change.savedAt,
    history: change.history,
    submission: change.submission,
    plan: {
      ...plan,
      details: change.details ?? plan.details,
      criteria: change.criteria ?? plan.criteria,
      delivery: change.delivery ?? plan.delivery,
      datasets: merge(plan.datasets, change.datasets, change.removedDatasets),
      ideas: merge(plan.ideas, change.ideas, change.removedIdeas),
    },
  }
}

interface Placed {
  readonly id: string
  readonly position: number
}

function merge<Item extends Placed>(
  items: readonly Item[],
  changed: readonly Item[],
  removed: readonly string[],
): readonly Item[] {
  if (changed.length === 0 && removed.length === 0) return items
  const changes = new Map(changed.map((item) => [item.id, item]))
  const gone = new Set(removed)
  let isMoved = false
  const kept: Item[] = []
  for (const item of items) {
    const now = changes.get(item.id)
    if (now !== undefined) {
      changes.delete(item.id)
      isMoved ||= now.position !== item.position
    }
    if (gone.size === 0 || !gone.has(item.id)) kept.push(now ?? item)
  }
  // Nearly every change leaves the order alone, and sorting is what takes long.
  // What is left was not there before.
  if (changes.size === 0 && !isMoved) return kept
  return [...kept, ...changes.values()].sort((a, b) => a.position - b.position)
}
