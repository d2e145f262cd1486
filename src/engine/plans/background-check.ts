import type { EngineEvent } from '../../contract/events.ts'
import { writeIncident } from '../computer/log-file.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { keepThreads, type Threads } from '../threads/keep-threads.ts'
import { threadFile } from '../threads/thread.ts'

/** How long after the opening it begins, in milliseconds: what people wait for then comes first. */
const pause = 1_000

export interface BackgroundCheck {
  readonly onEvent: (event: EngineEvent) => void
  /** Resolves once nothing reads the plan's file any more. */
  readonly stop: () => Promise<void>
}

/**
 * Reads every plan that is opened for changes through, in a thread of its own, so that damage is found which opening
 * does not come across and nobody waits for the search. What is on screen stays there; the page is told.
 */
export function checkInBackground(context: EngineContext): BackgroundCheck {
  const threads: CheckThreads = keepThreads({
    file: threadFile('../store/soundness-worker', import.meta.url),
  })
  let waiting: NodeJS.Timeout | undefined

  const stop = async () => {
    clearTimeout(waiting)
    await threads.end()
  }
  const begin = () => {
    const plan = context.openPlan.get()
    // A plan that is only read here is checked by whoever has it open.
    if (plan !== null && plan.file.lock !== null) void check(context, threads, plan)
  }
  return {
    onEvent: ({ kind }) => {
      if (kind !== 'opened') return
      void stop()
      waiting = setTimeout(begin, pause)
      waiting.unref()
    },
    stop,
  }
}

type CheckThreads = Threads<string, null, boolean, never>

async function check(context: EngineContext, threads: CheckThreads, { file }: OpenPlan): Promise<void> {
  const { dataDir, newId, now, openPlan, emit } = context
  const answer = await threads.ask(file.path, null)
  // The file may have been removed meanwhile, or the disk fails; what people do next meets that itself and says so.
  if (!answer.ok && answer.error.code === 'failed')
    writeIncident(dataDir, newId().slice(0, 8), now().toISOString(), answer.error.cause)
  const plan = openPlan.get()
  if (!answer.ok || answer.value || plan?.file !== file) return
  openPlan.set({ ...plan, isDamaged: true })
  emit({ kind: 'plan-damaged', planId: plan.planId })
}
