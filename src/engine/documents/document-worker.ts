import type { PlanDocument } from '../../domain/plan-document.ts'
import { answerQuestions } from '../threads/answer-questions.ts'
import type { DocumentAnswer } from './document-writer.ts'
import { checkDocx } from './docx-check.ts'
import { writePlanDocx } from './plan-docx.ts'

/** The thread writes one document and reads it again. */
answerQuestions<PlanDocument, null, DocumentAnswer>((plan) => async () => {
  const bytes = await writePlanDocx(plan)
  const checked = checkDocx(bytes, plan)
  return checked.ok ? { ok: true, value: bytes } : checked
})
