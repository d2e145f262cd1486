import type { PlanDocument } from '../../domain/plan-document.ts'
import { err, type Result } from '../../domain/result.ts'
import { keepThreads } from '../threads/keep-threads.ts'
import { threadFile } from '../threads/thread.ts'
import type { DocxProblem } from './docx-check.ts'

export type DocumentAnswer = Result<Uint8Array, DocxProblem>

const threads = keepThreads<PlanDocument, null, DocumentAnswer>({
  file: threadFile('./document-worker', import.meta.url),
})

/**
 * The plan as the bytes of a checked Word document, written in a thread of its own: laying out the pages of a thousand
 * datasets takes seconds, in which people go on working. A thread that fails is a bug, and thrown as one.
 */
export async function writeDocument(
  plan: PlanDocument,
  signal: AbortSignal,
): Promise<Result<Uint8Array, DocxProblem | { readonly code: 'cancelled' }>> {
  const answer = await threads.ask(plan, null, { signal })
  if (answer.ok) return answer.value
  const { error } = answer
  if (error.code === 'cancelled') return err({ code: error.code })
  throw error.code === 'failed' ? error.cause : new Error(`Writing the document ended: ${error.code}.`)
}
