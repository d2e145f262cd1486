import { useState } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { FileHandle, PlanView, StartView } from '../../../contract/views.ts'
import { firstOpenStep, progressOf } from '../../../domain/progress.ts'
import type { Result } from '../../../domain/result.ts'
import { goTo } from '../../navigation.ts'
import { useHost, useSession } from '../../program.tsx'
import { text } from '../../text.ts'

export interface Opening {
  /** What is going on, in words; null while nothing is. */
  readonly busy: string | null
  readonly problem: AppError | null
  readonly dismissProblem: () => void
  readonly chooseInventory: () => void
  readonly choosePlanFile: () => void
  readonly openSample: () => void
  readonly openDropped: (file: File) => void
  readonly openPlan: (planId: string) => void
}

/** The ways into a plan. Each ends on another screen, or with a problem in words. */
export function useOpening(start: StartView | null): Opening {
  const { bridge, client } = useHost()
  const session = useSession()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<AppError | null>(null)

  async function attempt<Value>(
    words: string,
    work: Promise<Result<Value, AppError>>,
    next: (value: Value) => void | Promise<void>,
  ) {
    setProblem(null)
    setBusy(words)
    try {
      const answer = await work
      if (answer.ok) await next(answer.value)
      else setProblem(answer.error)
    } finally {
      setBusy(null)
    }
  }

  const openView = (view: PlanView) => {
    session.opened(view)
    // Whose changes these are is asked before the first of them.
    goTo({ screen: start?.yourName === '' ? 'details' : (firstOpenStep(progressOf(view.plan)) ?? 'deliver') })
  }
  const showInventory = (file: FileHandle | null) => {
    if (file !== null) goTo({ screen: 'open', file })
  }
  const openPlanFile = async (file: FileHandle | null) => {
    if (file !== null) {
      await attempt(text.start.opening, client.call('open.plan-file', { fileId: file.fileId }), openView)
    }
  }

  return {
    busy,
    problem,
    dismissProblem: () => setProblem(null),
    chooseInventory: () =>
      void attempt(text.start.receivingAny, bridge.chooseFile('inventory'), showInventory),
    choosePlanFile: () => void attempt(text.start.receivingAny, bridge.chooseFile('plan'), openPlanFile),
    openSample: () => void attempt(text.start.receivingAny, client.call('open.sample', {}), showInventory),
    openDropped: (file) =>
      void attempt(
        text.start.receiving(file.name),
        bridge.takeFile(file),
        /\.odap$/i.test(file.name) ? openPlanFile : showInventory,
      ),
    openPlan: (planId) => void attempt(text.start.opening, client.call('plan.open', { planId }), openView),
  }
}
