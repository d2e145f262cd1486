import type { AppError } from '../../../src/contract/errors.ts'
import type { EngineEvent } from '../../../src/contract/events.ts'
import type { CallRequest, HostBridge } from '../../../src/contract/host.ts'
import type { FileHandle, PlanView, StartView } from '../../../src/contract/views.ts'
import type { TableChoice } from '../../../src/domain/inventory-table.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import type { Result } from '../../../src/domain/result.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { anInspection } from './fake-inspection.ts'
import { aPlan } from './fake-plan.ts'

export interface FakeHost extends HostBridge {
  readonly emit: (event: EngineEvent) => void
  /** Every call that came in, in order. */
  readonly calls: readonly CallRequest[]
  /** What the next call answers instead, such as an error. */
  readonly answerNext: (answer: Result<unknown, AppError>) => void
  /** The next call waits until what this answers with is called with its answer. */
  readonly holdNext: () => (answer: Result<unknown, AppError>) => void
}

type Prepared = Result<unknown, AppError> | Promise<Result<unknown, AppError>>

const received: FileHandle = { fileId: 'file-1', name: 'DES inventory 2027.xlsx', size: 40_960 }

/** A host with a small program in memory: enough to render the screens and to test what talks to it. */
export function createFakeHost(): FakeHost {
  const program = createFakeProgram()
  const calls: CallRequest[] = []
  const listeners = new Set<(event: EngineEvent) => void>()
  const prepared: Prepared[] = []
  return {
    kind: 'web',
    calls,
    answerNext: (answer) => prepared.push(answer),
    holdNext: () => {
      let give: (answer: Result<unknown, AppError>) => void = () => undefined
      prepared.push(
        new Promise((resolve) => {
          give = resolve
        }),
      )
      return (answer) => give(answer)
    },
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    invoke: async (request) => {
      calls.push(request)
      return prepared.shift() ?? program(request)
    },
    cancel: () => undefined,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    chooseFile: async () => ok(received),
    takeFile: async (file) => ok({ ...received, name: file.name }),
    takeGivenFile: async () => ok(null),
    saveFile: async () => ok({ handedTo: 'browser' }),
  }
}

type Program = (request: CallRequest) => Result<unknown, AppError>

function createFakeProgram(): Program {
  let start: StartView = { yourName: '', recentPlans: [], version: '0.1.0' }
  const past: Plan[] = []
  const future: Plan[] = []
  let view: PlanView | null = null

  const commit = (plan: Plan, history: { readonly undo: string | null; readonly redo: string | null }) => {
    const revision = (view?.revision ?? 0) + 1
    view = {
      plan,
      moreDatasets: [],
      revision,
      savedAt: new Date().toISOString(),
      history,
      submission: null,
      readOnly: null,
      isDamaged: false,
    }
    return ok({
      ...view,
      details: plan.details,
      criteria: plan.criteria,
      delivery: plan.delivery,
      ...wholePlan(plan),
    })
  }
  const step = (from: Plan[], to: Plan[]) => {
    const plan = from.pop()
    if (view === null || plan === undefined) return err({ code: 'nothing-to-undo' } as const)
    to.push(view.plan)
    return commit(plan, {
      undo: past.length > 0 ? 'change' : null,
      redo: future.length > 0 ? 'change' : null,
    })
  }
  const change = (words: string, next: (plan: Plan) => Plan) => {
    if (view === null) return err({ code: 'no-plan-open' } as const)
    past.push(view.plan)
    return commit(next(view.plan), { undo: words, redo: null })
  }

  return ({ call, input }) => {
    const given = input as GivenInput
    switch (call) {
      case 'start.read':
        return ok(start)
      case 'start.set-name':
        start = { ...start, yourName: given.name }
        return ok(start)
      case 'open.sample':
        return ok(received)
      case 'open.inspect':
        return ok(anInspection(given.choice))
      case 'open.view':
        return ok(anInspection(null))
      case 'open.import':
        commit(aPlan(), { undo: null, redo: null })
        return ok(view)
      case 'plan.read':
        return view === null ? err({ code: 'no-plan-open' }) : ok(view)
      case 'plan.close':
        view = null
        return ok(null)
      case 'plan.undo':
        return step(past, future)
      case 'plan.redo':
        return step(future, past)
      case 'plan.set-details':
        return change('Change plan details', (plan) => ({
          ...plan,
          details: { ...plan.details, ...given.changes },
        }))
      case 'review.set':
        return change('Set availability', (plan) => ({
          ...plan,
          datasets: plan.datasets.map((dataset) =>
            given.ids.includes(dataset.id)
              ? { ...dataset, review: { ...dataset.review, ...given.changes } }
              : dataset,
          ),
        }))
      default:
        return err({ code: 'unknown-call', call })
    }
  }
}

/** What the calls above are given, all together: the page's own types keep it right. */
interface GivenInput {
  readonly name: string
  readonly choice: TableChoice | null
  readonly ids: readonly string[]
  readonly changes: object
}

function wholePlan({ datasets, ideas }: Plan) {
  return { datasets, ideas, removedDatasets: [], removedIdeas: [] }
}
