import { useEffect, useEffectEvent, useState } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { FileHandle, PlanView, StartView } from '../../../contract/views.ts'
import { firstOpenStep } from '../../../domain/progress.ts'
import type { Result } from '../../../domain/result.ts'
import { goTo } from '../../navigation.ts'
import { planProgress } from '../../plan/plan-progress.ts'
import { useHost, useSession } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'

/** How a plan of this computer is opened: for changes, to read, or as a copy. */
export type OpeningCall = 'plan.open' | 'plan.open-to-read' | 'plan.open-copy'

/** What could not be opened, and why. */
export interface OpeningProblem {
  readonly error: AppError
  /** The plan of this computer it is about; null for a file. */
  readonly planId: string | null
  /** The received plan file it is about. */
  readonly file: FileHandle | null
}

export interface Opening {
  /** What is going on, in words; null while nothing is. */
  readonly busy: string | null
  readonly problem: OpeningProblem | null
  readonly dismissProblem: () => void
  readonly chooseInventory: () => void
  readonly choosePlanFile: () => void
  readonly openSample: () => void
  readonly openDropped: (file: File) => void
  readonly openPlan: (planId: string, how?: OpeningCall) => void
  /** Takes a plan file in although this computer has its plan. */
  readonly takeInAgain: (file: FileHandle) => void
  /** Answers what kept a backup from being brought back; null when it is open. */
  readonly recover: (planId: string, backupId: string) => Promise<AppError | null>
}

/** The ways into a plan. Each ends on another screen, or with a problem in words. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: every way into a plan, side by side.
export function useOpening(start: StartView | null): Opening {
  const { bridge, client, onEvent } = useHost()
  const session = useSession()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<OpeningProblem | null>(null)

  async function attempt<Value>(
    words: string,
    work: Promise<Result<Value, AppError>>,
    next: (value: Value) => void | Promise<void>,
    about: Partial<Omit<OpeningProblem, 'error'>> = {},
  ) {
    setProblem(null)
    setBusy(words)
    try {
      const answer = await work
      if (answer.ok) await next(answer.value)
      else setProblem({ planId: null, file: null, ...about, error: answer.error })
    } finally {
      setBusy(null)
    }
  }

  const openView = (view: PlanView, takenInFrom?: string) => {
    session.opened(view, takenInFrom)
    // Whose changes these are is asked before the first of them.
    const asksName = start?.yourName === '' && view.readOnly === null
    goTo({ screen: asksName ? 'details' : (firstOpenStep(planProgress(view.plan)) ?? 'deliver') })
  }
  const showInventory = (file: FileHandle | null) => {
    if (file !== null) goTo({ screen: 'open', file })
  }
  const openPlanFile = async (file: FileHandle | null, evenIfKnown = false) => {
    if (file === null) return
    const taking = client.call('open.plan-file', { fileId: file.fileId, evenIfKnown })
    await attempt(text.start.opening, taking, (view) => openView(view, file.name), { file })
  }
  const recover = async (planId: string, backupId: string) => {
    const answer = await client.call('plan.recover', { planId, backupId })
    if (!answer.ok) return answer.error
    setProblem(null)
    openView(answer.value)
    return null
  }
  useGivenFile(onEvent, async () => {
    const given = await bridge.takeGivenFile()
    if (given.ok && given.value === null) return
    await attempt(text.start.receivingAny, Promise.resolve(given), (file) => openPlanFile(file))
  })

  return {
    busy,
    problem,
    dismissProblem: () => setProblem(null),
    chooseInventory: () =>
      void attempt(text.start.receivingAny, bridge.chooseFile('inventory'), showInventory),
    choosePlanFile: () =>
      void attempt(text.start.receivingAny, bridge.chooseFile('plan'), (file) => openPlanFile(file)),
    openSample: () => void attempt(text.start.receivingAny, client.call('open.sample', {}), showInventory),
    openDropped: (file) =>
      void attempt(
        text.start.receiving(file.name),
        bridge.takeFile(file),
        /\.odap$/i.test(file.name) ? (taken) => openPlanFile(taken) : showInventory,
      ),
    openPlan: (planId, how = 'plan.open') =>
      void attempt(text.start.opening, client.call(how, { planId }), (view) => openView(view), { planId }),
    takeInAgain: (file) => void openPlanFile(file, true),
    recover,
  }
}

/** A plan file the system handed to the program: taken when this screen comes up, and whenever one arrives. */
function useGivenFile(onEvent: ReturnType<typeof useHost>['onEvent'], take: () => Promise<void>): void {
  const takeNow = useEffectEvent(() => void take())
  useEffect(() => {
    takeNow()
    return onEvent((event) => {
      if (event.kind === 'file-given') takeNow()
    })
  }, [onEvent])
}
