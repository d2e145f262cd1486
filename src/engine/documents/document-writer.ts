import { Worker } from 'node:worker_threads'
import type { PlanDocument } from '../../domain/plan-document.ts'
import { err, type Result } from '../../domain/result.ts'
import type { DocxProblem } from './docx-check.ts'

export type DocumentAnswer = Result<Uint8Array, DocxProblem>

/**
 * The plan as the bytes of a checked Word document, written in a thread of its own: laying out the pages of a thousand
 * datasets takes seconds, in which people go on working. A thread that fails is a bug, and thrown as one.
 */
export function writeDocument(
  plan: PlanDocument,
  signal: AbortSignal,
): Promise<Result<Uint8Array, DocxProblem | { readonly code: 'cancelled' }>> {
  if (signal.aborted) return Promise.resolve(err({ code: 'cancelled' }))
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile())
    const cancel = () => {
      resolve(err({ code: 'cancelled' }))
      void worker.terminate()
    }
    signal.addEventListener('abort', cancel, { once: true })
    worker.once('message', (answer: DocumentAnswer) => resolve(answer))
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', cancel)
      // Settled already unless the thread ended without a word.
      reject(new Error(`The thread that writes the document ended with ${code}.`))
    })
    worker.postMessage(plan)
  })
}

/** Compiled, the worker stands beside this module as .js; run from the sources, as .ts. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./document-worker.${extension}`, import.meta.url)
}
