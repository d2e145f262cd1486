import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallName, InputOf, OutputOf } from '../../contract/calls.ts'
import type { CallOptions } from '../../contract/client.ts'
import type { AppError } from '../../contract/errors.ts'
import type { EngineEvent } from '../../contract/events.ts'
import type { PlanChange, PlanView } from '../../contract/views.ts'
import { err, type Result } from '../../domain/result.ts'
import type { Host } from '../bridge/host.ts'
import type { PlanEvent, PlanState } from './plan-state.ts'
import { noPlan, planReducer } from './plan-state.ts'
import { createRetrying } from './retrying.ts'
import { createTurns } from './turns.ts'

/** The calls that change the open plan. */
export type ChangeCall = {
  [Name in CallName]: OutputOf<Name> extends PlanChange ? Name : never
}[CallName]

export type Change = <Name extends ChangeCall>(
  name: Name,
  input: InputOf<Name>,
) => Promise<Result<PlanChange, AppError>>

type PlanStore = Pick<StoreApi<PlanState>, 'getState' | 'getInitialState' | 'subscribe'>

/** The open plan as this page works on it: one change after the other, and never behind the engine for long. */
export interface PlanSession {
  readonly state: () => PlanState
  /** The same, for parts of the page that follow it. */
  readonly store: PlanStore
  /** @param takenInFrom the file it was just taken in from, of which this computer has a copy now */
  readonly opened: (view: PlanView, takenInFrom?: string) => void
  readonly close: () => Promise<void>
  /** Reads the plan the engine has open; false when there is none. */
  readonly resume: () => Promise<boolean>
  /** Changes the plan on screen. */
  readonly change: Change
  /** Changes this plan; refused when the engine has another one open by then. */
  readonly changeIn: (planId: string) => Change
  /** Sends what waits, for the page is about to go. */
  readonly hurry: () => void
  /** Tries again at once what the disk refused. */
  readonly tryNow: () => void
  /** Gives up the changes that wait for the disk. */
  readonly giveUp: () => void
  /** Whether closing now would lose something: changes the disk refuses, or the plan itself. */
  readonly wouldLose: () => boolean
  /** Writes the plan to the disk anew after its file went; what waits is then saved there. */
  readonly rescue: () => Promise<Result<PlanView, AppError>>
  /** Puts a backup in the place of the plan on screen; answers what kept it from that, or null. */
  readonly recover: (backupId: string) => Promise<AppError | null>
  readonly dismissFailure: () => void
  readonly dismissTakenIn: () => void
  readonly dismissRestart: () => void
  /** Answers with what stops it. */
  readonly listenToEngine: () => () => void
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one state, and everything that may change it.
export function createPlanSession({ client, onEvent }: Host): PlanSession {
  const store = createStore(() => noPlan)
  const shown = () => store.getState().view
  const shownPlan = (): CallOptions => {
    const view = shown()
    return view === null ? {} : { planId: view.plan.id }
  }
  const apply = (event: PlanEvent) => store.setState((now) => planReducer(now, event), true)

  // Answers that overtake each other would leave an older state on screen, so changes wait for each other.
  const turns = createTurns()
  const retrying = createRetrying()
  // A plan that is written anew beside what has taken its name goes on under another one.
  const nameNow = new Map<string, string>()
  const about = (planId: string | undefined): CallOptions =>
    planId === undefined ? {} : { planId: nameNow.get(planId) ?? planId }

  const read = async () => {
    const answer = await client.call('plan.read', {})
    if (answer.ok) apply({ type: 'read', view: answer.value })
    return answer
  }
  const readAgain = async () => {
    const answer = await read()
    if (!answer.ok) apply({ type: 'reading-failed', error: answer.error })
  }
  /** Opens the plan on screen in an engine that does not have it, as it was open before. */
  const reopen = async () => {
    const view = shown()
    if (view === null) return
    const { plan, readOnly } = view
    const answer = await client.call(readOnly === null ? 'plan.open' : 'plan.open-to-read', {
      planId: plan.id,
    })
    apply(answer.ok ? { type: 'read', view: answer.value } : { type: 'reading-failed', error: answer.error })
  }

  const changeIn =
    (planId: string | undefined): Change =>
    async (name, input) => {
      if (shown()?.readOnly) {
        apply({ type: 'change-refused' })
        return err({ code: 'plan-read-only' })
      }
      apply({ type: 'change-sent' })
      const ticket = retrying.draw()
      // Every change call answers with a change, which a compiler does not follow through a type parameter.
      const ask = () => client.call(name, input, about(planId)) as Promise<Result<PlanChange, AppError>>
      const attempt = async () => {
        const answer = await ask()
        // It stood in line when the engine was started again: what was typed shall not depend on who was first.
        if (answer.ok || answer.error.code !== 'no-plan-open') return answer
        await reopen()
        return ask()
      }
      return turns.take(async () => {
        const answer = await retrying.untilTaken(ticket, attempt, (error) =>
          apply({ type: 'change-waits', error }),
        )
        await take(answer, about(planId))
        return answer
      })
    }
  /** Shows what came of a change where its plan is on screen. */
  const take = async (answer: Result<PlanChange, AppError>, { planId }: CallOptions) => {
    if (!answer.ok) return apply({ type: 'change-failed', error: answer.error })
    const view = shown()
    const isShown = view?.plan.id === planId
    const missedOne = view !== null && isShown && answer.value.revision > view.revision + 1
    apply({ type: 'change-saved', change: isShown ? answer.value : null })
    const isInParts = answer.value.moreDatasets.length > 0
    if (missedOne || (isShown && isInParts)) await readAgain()
  }

  const hear = (event: EngineEvent) => {
    const isShown = 'planId' in event && shown()?.plan.id === event.planId
    if (event.kind === 'engine-restarted') {
      apply({ type: 'engine-restarted' })
      void turns.take(reopen)
    }
    if (event.kind === 'plan-file' && isShown) {
      apply({ type: 'plan-file', isInPlace: event.isInPlace })
      if (event.isInPlace) retrying.tryNow()
    }
    if (event.kind === 'plan-damaged' && isShown) apply({ type: 'plan-damaged' })
    // A backup was brought back, here or in another window.
    if (event.kind === 'opened' && isShown && shown()?.isDamaged) void turns.take(readAgain)
    if (event.kind === 'changed') void turns.take(() => catchUp(event))
  }
  /** The answers to this page's own changes came first, so anything newer was done elsewhere. */
  const catchUp = async (event: EngineEvent & { kind: 'changed' }) => {
    const view = shown()
    const isNews = view !== null && (view.plan.id !== event.planId || view.revision < event.revision)
    if (isNews) await readAgain()
  }

  const rescue = async () => {
    const answer = await client.call('plan.rescue', {}, shownPlan())
    if (!answer.ok) return answer
    const before = shown()?.plan.id
    if (before !== undefined) nameNow.set(before, answer.value.plan.id)
    apply({ type: 'opened', view: answer.value, takenInFrom: null })
    retrying.tryNow()
    return answer
  }

  const recover = async (backupId: string) => {
    const planId = shown()?.plan.id
    if (planId === undefined) return { code: 'no-plan-open' } as const
    const answer = await client.call('plan.recover', { planId, backupId }, { planId })
    if (!answer.ok) return answer.error
    apply({ type: 'opened', view: answer.value, takenInFrom: null })
    return null
  }

  return {
    state: store.getState,
    store: toldApart(store),
    opened: (view, takenInFrom) => apply({ type: 'opened', view, takenInFrom: takenInFrom ?? null }),
    close: async () => {
      await turns.take(() => client.call('plan.close', {}, shownPlan()))
      apply({ type: 'closed' })
    },
    resume: async () => (await turns.take(read)).ok,
    change: (name, input) => changeIn(shownPlan().planId)(name, input),
    changeIn,
    hurry: turns.hurry,
    tryNow: retrying.tryNow,
    giveUp: retrying.giveUp,
    wouldLose: () => {
      const { retrying: waiting, isFileLost, view } = store.getState()
      return waiting !== null || (isFileLost && !view?.readOnly)
    },
    rescue,
    recover,
    dismissFailure: () => apply({ type: 'failure-dismissed' }),
    dismissTakenIn: () => apply({ type: 'taken-in-dismissed' }),
    dismissRestart: () => apply({ type: 'restart-dismissed' }),
    listenToEngine: () => onEvent(hear),
  }
}

/** One part of the page that breaks down must not keep the others from what has happened, nor a change from counting. */
function toldApart(store: PlanStore): PlanStore {
  return {
    ...store,
    subscribe: (listener) =>
      store.subscribe((...states) => {
        try {
          listener(...states)
        } catch (cause) {
          reportError(cause)
        }
      }),
  }
}
