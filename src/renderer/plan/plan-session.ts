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

/** The open plan as this page works on it: one change after the other, and never behind the engine for long. */
export interface PlanSession {
  readonly state: () => PlanState
  /** Answers with what stops the telling. */
  readonly subscribe: (listener: () => void) => () => void
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
  let state = noPlan
  const listeners = new Set<() => void>()
  const apply = (event: PlanEvent) => {
    state = planReducer(state, event)
    for (const listener of listeners) tell(listener)
  }

  // Answers that overtake each other would leave an older state on screen, so changes wait for each other.
  const turns = createTurns()
  const retrying = createRetrying()
  // A plan that is written anew beside what has taken its name goes on under another one.
  const nameNow = new Map<string, string>()
  const planNow = ({ planId }: CallOptions): CallOptions => {
    if (planId === undefined) return {}
    return { planId: nameNow.get(planId) ?? planId }
  }

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
    if (state.view === null) return
    const { plan, readOnly } = state.view
    const answer = await client.call(readOnly === null ? 'plan.open' : 'plan.open-to-read', {
      planId: plan.id,
    })
    apply(answer.ok ? { type: 'read', view: answer.value } : { type: 'reading-failed', error: answer.error })
  }

  const send = <Name extends ChangeCall>(name: Name, input: InputOf<Name>, about: CallOptions) => {
    if (state.view?.readOnly) {
      apply({ type: 'change-refused' })
      return Promise.resolve(err<AppError>({ code: 'plan-read-only' }))
    }
    apply({ type: 'change-sent' })
    const ticket = retrying.draw()
    return turns.take(async () => {
      // Every change call answers with a change, which a compiler does not follow through a type parameter.
      const ask = () => client.call(name, input, planNow(about)) as Promise<Result<PlanChange, AppError>>
      const attempt = async () => {
        const answer = await ask()
        // It stood in line when the engine was started again: what was typed shall not depend on who was first.
        if (answer.ok || answer.error.code !== 'no-plan-open') return answer
        await reopen()
        return ask()
      }
      const answer = await retrying.untilTaken(ticket, attempt, (error) =>
        apply({ type: 'change-waits', error }),
      )
      if (!answer.ok) {
        apply({ type: 'change-failed', error: answer.error })
        return answer
      }
      const { view } = state
      const isShown = view?.plan.id === planNow(about).planId
      const missedOne = view !== null && isShown && answer.value.revision > view.revision + 1
      apply({ type: 'change-saved', change: isShown ? answer.value : null })
      const isInParts = answer.value.moreDatasets.length > 0
      if (missedOne || (isShown && isInParts)) await readAgain()
      return answer
    })
  }

  const shownPlan = (): CallOptions => (state.view === null ? {} : { planId: state.view.plan.id })
  const change: Change = (name, input) => send(name, input, shownPlan())
  const changeIn =
    (planId: string): Change =>
    (name, input) =>
      send(name, input, { planId })

  const hear = (event: EngineEvent) => {
    if (event.kind === 'engine-restarted') {
      apply({ type: 'engine-restarted' })
      void turns.take(reopen)
    }
    if (event.kind === 'plan-file' && state.view?.plan.id === event.planId) {
      apply({ type: 'plan-file', isInPlace: event.isInPlace })
      if (event.isInPlace) retrying.tryNow()
    }
    if (event.kind === 'plan-damaged' && state.view?.plan.id === event.planId) {
      apply({ type: 'plan-damaged' })
    }
    // A backup was brought back, here or in another window.
    if (event.kind === 'opened' && state.view?.isDamaged && state.view.plan.id === event.planId) {
      void turns.take(readAgain)
    }
    if (event.kind === 'changed') void turns.take(() => catchUp(event))
  }
  /** The answers to this page's own changes came first, so anything newer was done elsewhere. */
  const catchUp = async (event: EngineEvent & { kind: 'changed' }) => {
    const { view } = state
    const isNews = view !== null && (view.plan.id !== event.planId || view.revision < event.revision)
    if (isNews) await readAgain()
  }

  const rescue = async () => {
    const answer = await client.call('plan.rescue', {}, shownPlan())
    if (!answer.ok) return answer
    const before = state.view?.plan.id
    if (before !== undefined) nameNow.set(before, answer.value.plan.id)
    apply({ type: 'opened', view: answer.value, takenInFrom: null })
    retrying.tryNow()
    return answer
  }

  const recover = async (backupId: string) => {
    const { view } = state
    if (view === null) return { code: 'no-plan-open' } as const
    const answer = await client.call('plan.recover', { planId: view.plan.id, backupId }, shownPlan())
    if (!answer.ok) return answer.error
    apply({ type: 'opened', view: answer.value, takenInFrom: null })
    return null
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    opened: (view, takenInFrom) => apply({ type: 'opened', view, takenInFrom: takenInFrom ?? null }),
    close: async () => {
      await turns.take(() => client.call('plan.close', {}, shownPlan()))
      apply({ type: 'closed' })
    },
    resume: async () => (await turns.take(read)).ok,
    change,
    changeIn,
    hurry: turns.hurry,
    tryNow: retrying.tryNow,
    giveUp: retrying.giveUp,
    wouldLose: () => state.retrying !== null || (state.isFileLost && !state.view?.readOnly),
    rescue,
    recover,
    dismissFailure: () => apply({ type: 'failure-dismissed' }),
    dismissTakenIn: () => apply({ type: 'taken-in-dismissed' }),
    dismissRestart: () => apply({ type: 'restart-dismissed' }),
    listenToEngine: () => onEvent(hear),
  }
}

/** One part of the page that breaks down must not keep the others from what has happened, nor a change from counting. */
function tell(listener: () => void): void {
  try {
    listener()
  } catch (cause) {
    reportError(cause)
  }
}
