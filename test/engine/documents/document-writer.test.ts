import { describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { writeDocument } from '../../../src/engine/documents/document-writer.ts'
import { checkDocx } from '../../../src/engine/documents/docx-check.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'

describe('writing the Word plan in a thread of its own', () => {
  const plan = planDocument(aFullPlan(), '2026-11-22')

  it('answers with a document that passes its check, and leaves this thread free meanwhile', async () => {
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 1)
    const written = await writeDocument(plan, new AbortController().signal)
    clearInterval(counting)
    expect(written.ok && checkDocx(written.value, plan).ok).toBe(true)
    expect(turns).toBeGreaterThan(10)
  })

  it('ends when it is cancelled', async () => {
    const controller = new AbortController()
    const writing = writeDocument(plan, controller.signal)
    setTimeout(() => controller.abort(), 20)
    expect(await writing).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await writeDocument(plan, controller.signal)).toEqual({ ok: false, error: { code: 'cancelled' } })
  })

  it('throws what goes wrong in the thread', async () => {
    const broken = { ...plan, parts: null } as unknown as typeof plan
    await expect(writeDocument(broken, new AbortController().signal)).rejects.toThrow(/null|iterable/)
  })
})
