import type { ReactNode } from 'react'
import { createContext, use, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { HistoryState, PlanView } from '../../contract/views.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Progress } from '../../domain/progress.ts'
import type { Host } from '../bridge/host.ts'
import { planProgress } from './plan-progress.ts'
import type { Change, PlanSession } from './plan-session.ts'
import { createPlanSession } from './plan-session.ts'
import type { PlanState } from './plan-state.ts'
import { useAskedBeforeClosing, useSavedOnClosing } from './unsaved-drafts.ts'

interface Program {
  readonly host: Host
  readonly session: PlanSession
}

const ProgramContext = createContext<Program | null>(null)

/** Hands the host and the open plan to every screen. */
export function ProgramProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  const program = useMemo(() => ({ host, session: createPlanSession(host) }), [host])
  useEffect(() => program.session.listenToEngine(), [program])
  useSavedOnClosing(program.session.hurry)
  useAskedBeforeClosing(program.session.wouldLose)
  return <ProgramContext value={program}>{children}</ProgramContext>
}

function useProgram(): Program {
  const program = use(ProgramContext)
  if (program === null) throw new Error('Used outside of ProgramProvider')
  return program
}

export function useHost(): Host {
  return useProgram().host
}

export function useSession(): PlanSession {
  return useProgram().session
}

/** The plan and how saving it goes; `view` is null while no plan is open. */
export function usePlanState(): PlanState {
  return useStore(useSession().store)
}

/** The open plan alone: a screen that shows no more than that is not drawn again while a change is on its way. */
export function usePlanView(): PlanView | null {
  return useStore(useSession().store, ({ view }) => view)
}

/** Whether the open plan can only be read. */
export function useReadOnly(): boolean {
  const view = usePlanView()
  return view !== null && view.readOnly !== null
}

export interface ShownPlan {
  readonly plan: Plan
  readonly progress: Progress
  readonly history: HistoryState
  /** Sends a change; the screen follows when the engine has committed it. */
  readonly change: Change
}

/** The open plan, for screens that are shown only while there is one. */
export function usePlan(): ShownPlan {
  const view = usePlanView()
  const session = useSession()
  if (view === null) throw new Error('No plan is open')
  const { plan, history } = view
  const progress = planProgress(plan)
  // What is typed for this plan stays meant for it, whatever is on screen when it is sent.
  const change = useMemo(() => session.changeIn(plan.id), [session, plan.id])
  return { plan, progress, history, change }
}
