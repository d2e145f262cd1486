import { parentPort, type Transferable } from 'node:worker_threads'
import type { OnProgress, ThreadMessage, ThreadQuestion } from './thread-messages.ts'

/** What a thread may say before its answer. */
export interface Telling<Part> {
  readonly onProgress: OnProgress
  /** Hands a part of the answer over ahead of it; what is named as transferred changes hands instead of being copied. */
  readonly part: (part: Part, transferred?: readonly Transferable[]) => void
}

/**
 * The side of a thread that works: `begin` is told once what the thread is about, and what it answers is asked each
 * question. One comes after the other. What is thrown ends the thread, and is thrown on the other side.
 */
export function answerQuestions<About, Question, Answer, Part = never>(
  begin: (about: About) => (question: Question, telling: Telling<Part>) => Answer | Promise<Answer>,
): void {
  const port = parentPort
  if (port === null) throw new Error('Only a thread answers questions.')
  const say = (message: ThreadMessage<Answer, Part>, transferred: readonly Transferable[] = []) =>
    port.postMessage(message, transferred)
  const telling: Telling<Part> = {
    onProgress: (done, total) => say({ kind: 'progress', done, total }),
    part: (part, transferred) => say({ kind: 'part', part }, transferred),
  }
  let answerTo: ((question: Question, telling: Telling<Part>) => Answer | Promise<Answer>) | null = null
  port.on('message', async ({ about, question }: ThreadQuestion<About, Question>) => {
    answerTo ??= begin(about as About)
    say({ kind: 'answer', answer: await answerTo(question, telling) })
  })
}
