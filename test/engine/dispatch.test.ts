import { expect, it } from 'vitest'
import { aPlan, aSession } from '../support/engine-session.ts'

it('a text beyond its field’s limit is refused with the limit, and the plan stays as it is', async () => {
  const session = aSession()
  const plan = await aPlan(session)
  const { datasets } = plan
  const ids = [datasets[0]?.id ?? '']
  const answer = await session.client.call('review.set', { ids, changes: { reviewNote: 'x'.repeat(10_001) } })
  expect(answer).toEqual({ ok: false, error: { code: 'text-too-long', limit: 10_000 } })
  const read = await session.client.call('plan.read', {})
  expect(read.ok && read.value.plan).toEqual(plan)
})

it('any other unfit input names the place and what was expected', async () => {
  const session = aSession()
  await aPlan(session)
  const answer = await session.client.call('plan.set-details', { changes: { reviewedOn: 'tomorrow' } })
  expect(answer).toEqual({
    ok: false,
    error: { code: 'invalid-input', problems: ['changes.reviewedOn: Expected YYYY-MM-DD or nothing'] },
  })
})
