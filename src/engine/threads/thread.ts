import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '../../domain/result.ts'
import type { OnProgress, ThreadMessage, ThreadQuestion } from './thread-messages.ts'

export interface ThreadLimits {
  /** How long an answer may take; without it, as long as it takes. */
  readonly timeLimitMs?: number
  readonly heapMegabytes?: number
  /** Of the heap, what new things get. */
  readonly youngMegabytes?: number
}

export interface Asking<Part> {
  readonly signal?: AbortSignal
  readonly onProgress?: OnProgress
  readonly onPart?: (part: Part) => void
}

/** Why a thread has no answer. */
export type ThreadProblem =
  | { readonly code: 'cancelled' | 'took-too-long' | 'out-of-memory' }
  /** It threw, which is a bug or a failing disk. */
  | { readonly code: 'failed'; readonly cause: unknown }

type Heard = ThreadMessage<unknown, unknown> | { readonly kind: 'ended'; readonly problem: ThreadProblem }

/** A thread that answers one question at a time. One that has ended answers none any more. */
export interface Thread {
  readonly worker: Worker
  /** Whoever waits for what it says. */
  hear: (heard: Heard) => void
}

export function startThread(file: URL, { heapMegabytes, youngMegabytes }: ThreadLimits): Thread {
  const worker = new Worker(file, {
    resourceLimits: {
      ...(heapMegabytes !== undefined && { maxOldGenerationSizeMb: heapMegabytes }),
      ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
    },
  })
  const thread: Thread = { worker, hear: () => {} }
  worker.on('message', (message: ThreadMessage<unknown, unknown>) => thread.hear(message))
  worker.on('error', (cause) => thread.hear({ kind: 'ended', problem: problemOf(cause) }))
  worker.on('exit', (code) => {
    const cause = new Error(`The thread ended with ${code}.`)
    thread.hear({ kind: 'ended', problem: { code: 'failed', cause } })
  })
  return thread
}

/** Whoever cancels, or has waited long enough, is answered at once; ending the thread is the caller's affair. */
export function askThread<About, Question, Answer, Part>(
  thread: Thread,
  question: ThreadQuestion<About, Question>,
  { timeLimitMs }: ThreadLimits,
  { signal, onProgress, onPart }: Asking<Part>,
): Promise<Result<Answer, ThreadProblem>> {
  return new Promise((resolve) => {
    const settle = (answer: Result<Answer, ThreadProblem>): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      thread.hear = () => {}
      resolve(answer)
    }
    const cancel = () => settle(err({ code: 'cancelled' }))
    const isLate = () => settle(err({ code: 'took-too-long' }))
    const timer = timeLimitMs === undefined ? undefined : setTimeout(isLate, timeLimitMs)
    signal?.addEventListener('abort', cancel)
    thread.hear = (heard) => {
      if (heard.kind === 'progress') onProgress?.(heard.done, heard.total)
      else if (heard.kind === 'part') onPart?.(heard.part as Part)
      else settle(heard.kind === 'answer' ? ok(heard.answer as Answer) : err(heard.problem))
    }
    thread.worker.postMessage(question)
  })
}

function problemOf(cause: unknown): ThreadProblem {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? { code: 'out-of-memory' } : { code: 'failed', cause }
}

/** Compiled, a thread's module stands beside the one that starts it as .js; run from the sources, as .ts. */
export function threadFile(name: string, starter: string): URL {
  return new URL(`${name}.${starter.endsWith('.ts') ? 'ts' : 'js'}`, starter)
}
