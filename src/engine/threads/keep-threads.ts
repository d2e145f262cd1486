import { err, type Result } from '../../domain/result.ts'
import {
  type Asking,
  askThread,
  startThread,
  type Thread,
  type ThreadLimits,
  type ThreadProblem,
} from './thread.ts'

export interface ThreadSettings<About> extends ThreadLimits {
  /** The module that runs in the thread. */
  readonly file: URL
  /** How long a thread is kept that has answered, for the next question about the same; without it, it ends. */
  readonly keptMs?: number
  readonly isSame?: (one: About, other: About) => boolean
}

export interface Threads<About, Question, Answer, Part> {
  /** @param asking `isLast`: no other question about the same will follow */
  readonly ask: (
    about: About,
    question: Question,
    asking?: Asking<Part> & { readonly isLast?: boolean },
  ) => Promise<Result<Answer, ThreadProblem>>
  /** Cancels what is under way and lets go of what is kept; resolves once no thread runs any more. */
  readonly end: () => Promise<void>
}

interface Kept<About> {
  readonly thread: Thread
  readonly about: About
  readonly timer: NodeJS.Timeout
}

/**
 * Work in threads, so that work of seconds keeps no call waiting and work without end is ended. Each question gets a
 * thread to itself. The one that answered last is kept for a while with all it holds, and asked again where the next
 * question is about the same.
 */
export function keepThreads<About, Question, Answer, Part = never>(
  settings: ThreadSettings<About>,
): Threads<About, Question, Answer, Part> {
  const { file, keptMs = 0, isSame = () => false } = settings
  const working = new Set<Thread>()
  let ending = new AbortController()
  let kept: Kept<About> | null = null

  const release = (): Thread | null => {
    const thread = kept?.thread ?? null
    clearTimeout(kept?.timer)
    kept = null
    return thread
  }
  const letGo = async () => {
    await release()?.worker.terminate()
  }
  const keep = (thread: Thread, about: About) => {
    void letGo()
    // A thread that only waits keeps no program from ending, and one that has ended holds nothing.
    thread.worker.unref()
    thread.hear = ({ kind }) => {
      if (kind === 'ended') void letGo()
    }
    kept = { thread, about, timer: setTimeout(() => void letGo(), keptMs).unref() }
  }
  const take = (about: About): Thread | null => {
    if (kept === null || !isSame(kept.about, about)) return null
    const thread = release()
    thread?.worker.ref()
    return thread
  }

  return {
    ask: async (about, question, asking = {}) => {
      if (asking.signal?.aborted) return err({ code: 'cancelled' })
      const known = take(about)
      const thread = known ?? startThread(file, settings)
      working.add(thread)
      const asked = known === null ? { about, question } : { question }
      const signal = AbortSignal.any([ending.signal, ...(asking.signal === undefined ? [] : [asking.signal])])
      const answer = await askThread<About, Question, Answer, Part>(thread, asked, settings, {
        ...asking,
        signal,
      })
      working.delete(thread)
      if (answer.ok && keptMs > 0 && asking.isLast !== true) keep(thread, about)
      else void thread.worker.terminate()
      return answer
    },
    end: async () => {
      ending.abort()
      ending = new AbortController()
      const running = [...working].map(({ worker }) => worker.terminate())
      await Promise.all([letGo(), ...running])
    },
  }
}
