import { isDeepStrictEqual } from 'node:util'
import type { CallName, InputOf } from '../../src/contract/calls.ts'
import type { PlanView } from '../../src/contract/views.ts'
import { type Dataset, undecided } from '../../src/domain/dataset.ts'
import { noFacts } from '../../src/domain/inventory-field.ts'
import type { Idea, Plan } from '../../src/domain/plan.ts'

/**
 * A second, independent telling of what each call does to a plan: no SQL, no journal, whole values replaced by
 * whole values. Whatever the program does to a plan is compared with this.
 */
export type PlanState = Pick<Plan, 'details' | 'criteria' | 'delivery' | 'datasets' | 'ideas'>

type ChangingCall =
  | 'plan.set-details'
  | 'deliver.set-choices'
  | Extract<CallName, `${'review' | 'brainstorm' | 'identify' | 'prioritize' | 'publish'}.${string}`>

type Change = {
  readonly [Name in ChangingCall]: { readonly call: Name; readonly input: InputOf<Name> }
}[ChangingCall]

export type PlanAction =
  | Change
  | { readonly call: 'plan.undo'; readonly input: Record<string, never> }
  | { readonly call: 'plan.redo'; readonly input: Record<string, never> }

interface Stack {
  readonly state: PlanState
  readonly below: Stack | null
}

/** A plan with its undo and redo, never changed: an action answers with the next one. */
export interface PlanModel {
  readonly state: PlanState
  /** Counts what changed the plan, as the program does: so that "there and back again" is told from "still there". */
  readonly revision: number
  readonly past: Stack | null
  readonly future: Stack | null
}

export function modelOf({ plan, revision }: PlanView): PlanModel {
  return { state: stateOf(plan), revision, past: null, future: null }
}

export function stateOf({ details, criteria, delivery, datasets, ideas }: PlanState): PlanState {
  return { details, criteria, delivery, datasets: datasets.map(withoutTimes), ideas }
}

/** When an override was made is the engine's clock, which the model does not have. */
function withoutTimes(dataset: Dataset): Dataset {
  const { override } = dataset.priority
  return override === null
    ? dataset
    : { ...dataset, priority: { ...dataset.priority, override: { ...override, at: '' } } }
}

/**
 * The plan after an action; the same plan where it is refused or changes nothing.
 * @param newId stands for the id the engine will make; see `sameButForNewIds`
 */
export function afterAction(model: PlanModel, action: PlanAction, newId: string): PlanModel {
  const { state, past, future } = model
  const revision = model.revision + 1
  if (action.call === 'plan.undo') {
    if (past === null) return model
    return { state: past.state, revision, past: past.below, future: { state, below: future } }
  }
  if (action.call === 'plan.redo') {
    if (future === null) return model
    return { state: future.state, revision, past: { state, below: past }, future: future.below }
  }
  return movedTo(model, changed(state, action, newId))
}

/** The plan after an action that ends in this state: one step to undo, nothing to redo. */
export function movedTo(model: PlanModel, state: PlanState): PlanModel {
  if (isDeepStrictEqual(state, model.state)) return model
  return {
    state,
    revision: model.revision + 1,
    past: { state: model.state, below: model.past },
    future: null,
  }
}

/** The state where everything is undone. */
export function startOf(model: PlanModel): PlanState {
  let { state, past } = model
  while (past !== null) ({ state, below: past } = past)
  return state
}

function changed(state: PlanState, action: Change, newId: string): PlanState {
  switch (action.call) {
    case 'plan.set-details':
      return { ...state, details: { ...state.details, ...defined(action.input.changes) } }
    case 'prioritize.weigh':
      return {
        ...state,
        criteria: state.criteria.map((criterion) => ({
          ...criterion,
          weight: action.input.weights[criterion.id] ?? criterion.weight,
        })),
      }
    case 'deliver.set-choices':
      return { ...state, delivery: { ...state.delivery, ...defined(action.input.changes) } }
    case 'review.correct-inventory':
      return editedPart(state, [action.input.id], 'facts', action.input.changes)
    case 'review.set':
      return editedPart(state, action.input.ids, 'review', action.input.changes)
    case 'publish.set':
      return editedPart(state, action.input.ids, 'commitment', action.input.changes)
    case 'identify.set': {
      const { highValueGrounds, access, ...rest } = action.input.changes
      const isDecided = access === 'public' || access === 'protected'
      const grounds =
        highValueGrounds === undefined ? {} : { highValueGrounds: [...new Set(highValueGrounds)].sort() }
      return editedPart(state, action.input.ids, 'identification', {
        ...(isDecided && { releaseRoute: null }),
        access,
        ...defined(rest),
        ...grounds,
      })
    }
    case 'identify.set-openness':
      return editedPart(state, action.input.ids, 'openness', action.input.changes)
    case 'prioritize.rate': {
      const { id, criterion, value, reason } = action.input
      return edited(state, [id], ({ priority }) => ({
        priority: { ...priority, ratings: { ...priority.ratings, [criterion]: { value, reason } } },
      }))
    }
    case 'prioritize.override': {
      const { id, override } = action.input
      const given = override === null ? null : { ...override, who: '', at: '' }
      return edited(state, [id], ({ priority }) => ({ priority: { ...priority, override: given } }))
    }
    default:
      return { ...state, ...afterBoardAction(state, action, newId) }
  }
}

type BoardAction = Extract<Change, { call: `brainstorm.${string}` }>

function afterBoardAction(
  { ideas, datasets }: PlanState,
  action: BoardAction,
  newId: string,
): Partial<PlanState> {
  if (action.call === 'brainstorm.add') {
    return { ideas: [...ideas, { ...action.input, id: newId, position: placeAfter(ideas) }] }
  }
  const { id } = action.input
  const idea = ideas.find((one) => one.id === id)
  if (idea === undefined) return {}
  const withIdea = (changes: Partial<Idea>) =>
    ideas.map((one) => (one.id === id ? { ...one, ...changes } : one))
  switch (action.call) {
    case 'brainstorm.remove':
      return { ideas: ideas.filter((one) => one.id !== id) }
    case 'brainstorm.change':
      return { ideas: withIdea(defined(action.input.changes)) }
    case 'brainstorm.make-dataset': {
      if (idea.datasetId !== null) return {}
      const { title, unit, description } = action.input
      const facts = { ...noFacts, title, unit, description }
      const dataset = { id: newId, position: placeAfter(datasets), source: null, facts, ...undecided }
      return { ideas: withIdea({ datasetId: newId }), datasets: [...datasets, dataset] }
    }
  }
}

function editedPart(
  state: PlanState,
  ids: readonly string[],
  part: 'facts' | 'review' | 'identification' | 'openness' | 'commitment',
  changes: object,
): PlanState {
  return edited(state, ids, (dataset) => ({ [part]: { ...dataset[part], ...defined(changes) } }))
}

function edited(
  state: PlanState,
  ids: readonly string[],
  edit: (dataset: Dataset) => Partial<Dataset>,
): PlanState {
  const wanted = new Set(ids)
  const known = state.datasets.filter(({ id }) => wanted.has(id)).length
  // One dataset that is not there refuses the whole action.
  if (known !== wanted.size) return state
  const datasets = state.datasets.map((dataset) =>
    wanted.has(dataset.id) ? { ...dataset, ...edit(dataset) } : dataset,
  )
  return { ...state, datasets }
}

function defined<Changes extends object>(
  changes: Changes,
): { [Field in keyof Changes]: NonNullable<Changes[Field]> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Changes]: NonNullable<Changes[Field]>
  }
}

function placeAfter(items: readonly { readonly position: number }[]): number {
  return Math.max(0, ...items.map(({ position }) => position)) + 1
}

const placeholder = /^\?\d+$/

let placeholders = 0

/** Stands for an id the engine has not told yet; different from all others. */
export function placeholderId(): string {
  return `?${placeholders++}`
}

export function isPlaceholder(id: string): boolean {
  return placeholder.test(id)
}

/** Which id the engine made for each placeholder, as far as it was told. */
export type NewIds = Map<string, string>

/** Writes the engine's own ids in place of those placeholders whose id is known. */
export function withNewIds(state: PlanState, newIds: NewIds): PlanState {
  const real = (id: string) => newIds.get(id) ?? id
  return {
    ...state,
    datasets: state.datasets.map((dataset) => ({ ...dataset, id: real(dataset.id) })),
    ideas: state.ideas.map((idea) => ({
      ...idea,
      id: real(idea.id),
      datasetId: idea.datasetId === null ? null : real(idea.datasetId),
    })),
  }
}

/**
 * Whether a plan is what the model expects. Ids the engine made without living to tell them are learned from
 * where the new dataset or idea stands, and noted only when everything else fits too.
 */
export function sameButForNewIds(expected: PlanState, actual: PlanState, newIds: NewIds): boolean {
  const known = withNewIds(expected, newIds)
  const learned = new Map(newIds)
  const learn = (ours: readonly { id: string }[], theirs: readonly { id: string }[]) => {
    for (const [index, { id }] of ours.entries()) {
      if (isPlaceholder(id)) learned.set(id, theirs[index]?.id ?? id)
    }
  }
  learn(known.datasets, actual.datasets)
  learn(known.ideas, actual.ideas)
  if (!isDeepStrictEqual(withNewIds(known, learned), stateOf(actual))) return false
  for (const [key, id] of learned) newIds.set(key, id)
  return true
}
