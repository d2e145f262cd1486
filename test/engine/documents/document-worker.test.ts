import { expect, test, vi } from 'vitest'
import { planDocument } from '../../../src/domain/plan-document.ts'
import type { DocumentAnswer } from '../../../src/engine/documents/document-writer.ts'
import { writePlanDocx } from '../../../src/engine/documents/plan-docx.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan } from '../../support/builders.ts'

type Begin = (plan: object) => () => Promise<DocumentAnswer>

/** What the thread does with a plan, without the thread. */
const worker = vi.hoisted(() => ({ begin: (() => {}) as unknown as Begin }))

vi.mock('../../../src/engine/threads/answer-questions.ts', () => ({
  answerQuestions: (begin: Begin) => Object.assign(worker, { begin }),
}))

vi.mock('../../../src/engine/documents/plan-docx.ts', async (original) => {
  const actual = await original<typeof import('../../../src/engine/documents/plan-docx.ts')>()
  return { writePlanDocx: vi.fn(actual.writePlanDocx) }
})

test('a document that was not written as it should be is not handed over', async () => {
  await import('../../../src/engine/documents/document-worker.ts')
  const plan = planDocument(aFullPlan(), '2026-11-22')
  const good = await worker.begin(plan)()
  expect(good.ok).toBe(true)
  const ofAnother = await writePlanDocx(planDocument(aPlan(), '2026-11-22'))
  vi.mocked(writePlanDocx).mockResolvedValueOnce(ofAnother)
  expect(await worker.begin(plan)()).toMatchObject({ ok: false, error: { code: 'document-check-failed' } })
})
