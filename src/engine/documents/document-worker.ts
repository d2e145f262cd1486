import { parentPort } from 'node:worker_threads'
import type { PlanDocument } from '../../domain/plan-document.ts'
import type { DocumentAnswer } from './document-writer.ts'
import { checkDocx } from './docx-check.ts'
import { writePlanDocx } from './plan-docx.ts'

/** The worker writes one document, reads it again, and ends. */
parentPort?.once('message', async (plan: PlanDocument) => {
  const bytes = await writePlanDocx(plan)
  const checked = checkDocx(bytes, plan)
  const answer: DocumentAnswer = checked.ok ? { ok: true, value: bytes } : checked
  parentPort?.postMessage(answer)
})
