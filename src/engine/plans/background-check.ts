import { Worker } from 'node:worker_threads'
import type { EngineEvent } from '../../contract/events.ts'
import { writeIncident } from '../computer/log-file.ts'
import type { EngineContext, OpenPlan } from '../context.ts'

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
  let waiting: NodeJS.Timeout | undefined
  let worker: Worker | null = null

  const stop = async () => {
    clearTimeout(waiting)
    const running = worker
    worker = null
    await running?.terminate()
  }
  const begin = () => {
    const plan = context.openPlan.get()
    // A plan that is only read here is checked by whoever has it open.
    if (plan !== null && plan.file.lock !== null) worker = checking(context, plan)
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

function checking(context: EngineContext, { file }: OpenPlan): Worker {
  const { dataDir, newId, now, openPlan, emit } = context
  const worker = new Worker(workerFile(), { workerData: file.path })
  worker.unref()
  worker.once('message', (isSound: boolean) => {
    const plan = openPlan.get()
    if (isSound || plan?.file !== file) return
    openPlan.set({ ...plan, isDamaged: true })
    emit({ kind: 'plan-damaged', planId: plan.planId })
  })
  // The file may have been removed meanwhile, or the disk fails; what people do next meets that itself and says so.
  worker.once('error', (cause) => writeIncident(dataDir, newId().slice(0, 8), now().toISOString(), cause))
  return worker
}

/** Compiled, the worker stands in the store as .js; run from the sources, as .ts. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`../store/soundness-worker.${extension}`, import.meta.url)
}
