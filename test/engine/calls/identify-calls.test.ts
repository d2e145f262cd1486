import { expect, test } from 'vitest'
import { aPlan, aSession } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'

/** Whoever calls: the screen, the command line, or another program. */
test('an answer to access takes back a release route that nobody needs any more, and undo brings it again', async () => {
  const session = aSession()
  const [first] = (await aPlan(session)).datasets
  const ids = [first?.id ?? '']
  const set = async (changes: Parameters<typeof session.client.call<'identify.set'>>[1]['changes']) =>
    must(await session.client.call('identify.set', { ids, changes })).datasets[0]?.identification
  const releasable = {
    access: 'protected-releasable',
    releaseRoute: 'aggregate',
    legalBasis: 'HIPAA',
  } as const
  for (const access of ['public', 'protected'] as const) {
    await set(releasable)
    expect(await set({ access })).toMatchObject({ access, releaseRoute: null, legalBasis: 'HIPAA' })
    const { datasets } = must(await session.client.call('plan.undo', {}))
    expect(datasets[0]?.identification).toMatchObject(releasable)
  }
  expect(await set({ access: 'undetermined' })).toMatchObject({ releaseRoute: 'aggregate' })
})

test('a property of open data is answered alone, and the others stay as they are', async () => {
  const session = aSession()
  const [first] = (await aPlan(session)).datasets
  const ids = [first?.id ?? '']
  must(await session.client.call('identify.set-openness', { ids, changes: { free: 'yes' } }))
  const { datasets } = must(
    await session.client.call('identify.set-openness', { ids, changes: { 'machine-readable': 'no' } }),
  )
  expect(datasets[0]?.openness).toEqual({
    free: 'yes',
    'machine-readable': 'no',
    unrestricted: 'not-yet-determined',
    'finest-detail': 'not-yet-determined',
    described: 'not-yet-determined',
  })
})
