import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AppError } from '../../../src/contract/errors.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { hostOf } from '../../../src/renderer/bridge/host.ts'
import { createPlanSession } from '../../../src/renderer/plan/plan-session.ts'
import { noPlan } from '../../../src/renderer/plan/plan-state.ts'
import { createFakeHost } from '../support/fake-host.ts'
import { aChange, aPlan, aView } from '../support/fake-plan.ts'
import { callsOf, openSession } from '../support/open-session.ts'

const detailsOf = (agencyName: string) => ({ ...aPlan(0).details, agencyName })

describe('a change', () => {
  test('shows on screen once the engine has committed it', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(2, { removedDatasets: ['d0'] })))
    const answer = await session.change('review.set', { ids: ['d0'], changes: { availability: 'on-portal' } })
    expect(answer.ok).toBe(true)
    expect(session.state().view?.revision).toBe(2)
    expect(session.state().view?.plan.datasets.map(({ id }) => id)).toEqual(['d1'])
    expect(callsOf(bridge)).toEqual(['review.set'])
  })

  test('that fails leaves the plan and says why', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'dataset-not-found' }))
    await session.change('plan.undo', {})
    expect(session.state().failure).toEqual({ code: 'dataset-not-found' })
    expect(session.state().view).toEqual(aView(aPlan(2), 1))
  })

  test.each([3, 5])(
    'that skips a revision makes the page read the plan again: %i after 1',
    async (revision) => {
      const { bridge, session } = openSession()
      bridge.answerNext(ok(aChange(revision)))
      bridge.answerNext(ok(aView(aPlan(4), revision)))
      await session.change('plan.undo', {})
      expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.read'])
      expect(session.state().view?.plan.datasets).toHaveLength(4)
    },
  )

  test('of which not all datasets could be read makes the page read the plan again', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(2, { moreDatasets: ['d1'] })))
    bridge.answerNext(err({ code: 'engine-gone' }))
    bridge.answerNext(ok(aView(aPlan(4), 2)))
    await session.change('plan.undo', {})
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.read-datasets', 'plan.read'])
    expect(session.state()).toMatchObject({ failure: null, saving: 0 })
    expect(session.state().view?.plan.datasets).toHaveLength(4)
  })

  test('waits for the one before it', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(2, { removedDatasets: ['d0'] })))
    bridge.answerNext(ok(aChange(3, { removedDatasets: ['d1'] })))
    await Promise.all([session.change('plan.undo', {}), session.change('plan.undo', {})])
    expect(session.state().view?.plan.datasets).toEqual([])
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.undo'])
  })

  test('is not even sent before the one ahead of it has its answer, so that no answer overtakes another', async () => {
    const { bridge, session } = openSession()
    const answerFirst = bridge.holdNext()
    bridge.answerNext(ok(aChange(3, { details: detailsOf('second') })))
    const changes = [
      session.change('plan.set-details', { changes: { agencyName: 'first' } }),
      session.change('plan.set-details', { changes: { agencyName: 'second' } }),
    ]
    await vi.waitFor(() => expect(bridge.calls).toHaveLength(1))
    expect(session.state()).toMatchObject({ saving: 2, view: { revision: 1 } })
    answerFirst(ok(aChange(2, { details: detailsOf('first') })))
    await Promise.all(changes)
    expect(bridge.calls.map(({ input }) => input)).toEqual([
      { changes: { agencyName: 'first' } },
      { changes: { agencyName: 'second' } },
    ])
    expect(session.state()).toMatchObject({
      saving: 0,
      view: { revision: 3, plan: { details: { agencyName: 'second' } } },
    })
  })

  test('is on screen, and no longer on its way, only when the engine has said so', async () => {
    const { bridge, session } = openSession()
    const answer = bridge.holdNext()
    const change = session.change('plan.undo', {})
    expect(session.state()).toMatchObject({ saving: 1, view: { revision: 1, savedAt: aView().savedAt } })
    answer(ok(aChange(2)))
    await change
    expect(session.state()).toMatchObject({ saving: 0, view: { revision: 2, savedAt: aChange(2).savedAt } })
  })

  test('that waits is sent when the page is about to go, whatever has no answer yet', async () => {
    const { bridge, session } = openSession()
    bridge.holdNext()
    void session.change('plan.undo', {})
    void session.change('plan.redo', {})
    session.hurry()
    await vi.waitFor(() => expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.redo']))
  })

  test('to a host that breaks down answers that the engine is gone', async () => {
    const bridge = { ...createFakeHost(), invoke: () => Promise.reject(new Error('pipe closed')) }
    const session = createPlanSession(hostOf(bridge))
    session.opened(aView())
    expect(await session.change('plan.undo', {})).toEqual(err({ code: 'engine-gone' }))
    expect(session.state().saving).toBe(0)
  })
})

describe('a change the disk refuses', () => {
  const diskFull = err<AppError>({ code: 'disk-full' })
  const passed = () => vi.advanceTimersByTimeAsync(60_000)

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is kept, said to be unsaved, and tried again until the disk takes it', async () => {
    const { bridge, session } = openSession()
    for (const answer of [diskFull, diskFull, ok(aChange(2))]) bridge.answerNext(answer)
    const change = session.change('plan.undo', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state()).toMatchObject({ saving: 1, retrying: { code: 'disk-full' }, failure: null })
    expect(session.wouldLose()).toBe(true)
    await passed()
    expect(await change).toMatchObject({ ok: true })
    expect(session.state()).toMatchObject({ saving: 0, retrying: null, view: { revision: 2 } })
    expect(session.wouldLose()).toBe(false)
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.undo', 'plan.undo'])
  })

  test.each<AppError>([{ code: 'disk-full' }, { code: 'cannot-write' }, { code: 'plan-file-lost' }])(
    'is kept for every reason that may pass: $code',
    async (error) => {
      const { bridge, session } = openSession()
      for (const answer of [err(error), ok(aChange(2))]) bridge.answerNext(answer)
      const change = session.change('plan.undo', {})
      await vi.advanceTimersByTimeAsync(0)
      expect(session.state()).toMatchObject({ saving: 1, retrying: error, failure: null })
      await passed()
      expect(await change).toMatchObject({ ok: true })
      expect(session.state()).toMatchObject({ saving: 0, retrying: null, isFileLost: false, failure: null })
    },
  )

  test('for a reason that stays is not tried again', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'text-too-long', limit: 10 }))
    expect(await session.change('plan.undo', {})).toMatchObject({ ok: false })
    await passed()
    expect(callsOf(bridge)).toEqual(['plan.undo'])
    expect(session.state()).toMatchObject({ saving: 0, failure: { code: 'text-too-long' } })
  })

  test('is tried at once when the plan’s file is back in its place', async () => {
    const { bridge, session } = openSession()
    for (const answer of [err<AppError>({ code: 'plan-file-lost' }), ok(aChange(2))])
      bridge.answerNext(answer)
    const change = session.change('plan.undo', {})
    await vi.advanceTimersByTimeAsync(0)
    bridge.emit({ kind: 'plan-file', planId: 'plan-1', isInPlace: true })
    expect(await change).toMatchObject({ ok: true })
    expect(session.state()).toMatchObject({ isFileLost: false, saving: 0 })
  })

  test('keeps those after it waiting, so that they come in their order', async () => {
    const { bridge, session } = openSession()
    for (const answer of [diskFull, ok(aChange(2)), ok(aChange(3))]) bridge.answerNext(answer)
    const changes = [session.change('plan.undo', {}), session.change('plan.redo', {})]
    await passed()
    await Promise.all(changes)
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.undo', 'plan.redo'])
  })

  test('is tried at once when asked', async () => {
    const { bridge, session } = openSession()
    for (const answer of [diskFull, ok(aChange(2))]) bridge.answerNext(answer)
    const change = session.change('plan.undo', {})
    await vi.advanceTimersByTimeAsync(0)
    session.tryNow()
    expect(await change).toMatchObject({ ok: true })
  })

  test('can be given up with all that wait behind it; what comes later is kept again', async () => {
    const { bridge, session } = openSession()
    for (const answer of [diskFull, diskFull]) bridge.answerNext(answer)
    const changes = [session.change('plan.undo', {}), session.change('plan.redo', {})]
    await vi.advanceTimersByTimeAsync(0)
    session.giveUp()
    expect(await Promise.all(changes)).toEqual([diskFull, diskFull])
    expect(session.state()).toMatchObject({ saving: 0, retrying: null, failure: { code: 'disk-full' } })

    for (const answer of [diskFull, ok(aChange(2))]) bridge.answerNext(answer)
    const later = session.change('plan.undo', {})
    await passed()
    expect(await later).toMatchObject({ ok: true })
  })

  test('for want of the plan’s file is saved once the plan is written anew, also under another name', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'plan-file-lost' }))
    const change = session.changeIn('plan-1')('plan.undo', {})
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state().isFileLost).toBe(true)
    bridge.answerNext(ok(aView({ ...aPlan(2), id: 'copy--plan-1' }, 1)))
    bridge.answerNext(ok(aChange(2)))
    expect(await session.rescue()).toMatchObject({ ok: true })
    expect(await change).toMatchObject({ ok: true })
    expect(session.state()).toMatchObject({ isFileLost: false, saving: 0, view: { revision: 2 } })
    expect(bridge.calls.map(({ call, planId }) => [call, planId])).toEqual([
      ['plan.undo', 'plan-1'],
      ['plan.rescue', 'plan-1'],
      ['plan.undo', 'copy--plan-1'],
    ])
  })
})

test('a plan that is open to read sends no change and says why', async () => {
  const { bridge, session } = openSession()
  session.opened({ ...aView(aPlan(2), 1), readOnly: { holder: null } })
  expect(await session.change('plan.undo', {})).toEqual(err({ code: 'plan-read-only' }))
  expect(session.state()).toMatchObject({ saving: 0, failure: { code: 'plan-read-only' } })
  expect(bridge.calls).toEqual([])
})

describe('a change meant for one plan', () => {
  const planNamed = (id: string) => aView({ ...aPlan(2), id }, 1)

  test('names it, also when another one is on screen by then', async () => {
    const { bridge, session } = openSession()
    const changeFirst = session.changeIn('plan-1')
    await session.change('plan.undo', {})
    session.opened(planNamed('plan-2'))
    await changeFirst('plan.undo', {})
    await session.change('plan.undo', {})
    expect(bridge.calls.map(({ planId }) => planId)).toEqual(['plan-1', 'plan-1', 'plan-2'])
  })

  test('is not shown in the one that took its place meanwhile', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(2, { removedDatasets: ['d0'] })))
    const change = session.change('plan.undo', {})
    session.opened(planNamed('plan-2'))
    await change
    expect(session.state()).toEqual({ ...noPlan, view: planNamed('plan-2') })
  })
})

test('a part of the page that breaks down is reported and stops no change', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const { bridge, session } = openSession()
  const told = vi.fn()
  session.store.subscribe(() => {
    throw new Error('broken')
  })
  session.store.subscribe(told)
  bridge.answerNext(ok(aChange(2)))
  bridge.answerNext(ok(aChange(3)))
  await session.change('plan.undo', {})
  await session.change('plan.undo', {})
  vi.unstubAllGlobals()
  expect(session.state()).toMatchObject({ saving: 0, view: { revision: 3 } })
  expect(told).toHaveBeenCalledTimes(4)
  expect(reported).toHaveBeenCalledTimes(4)
})

test('a plan is closed once the changes before that have their answers', async () => {
  const { bridge, session } = openSession()
  const give = bridge.holdNext()
  const changed = session.change('plan.undo', {})
  const closed = session.close()
  await new Promise((resolve) => setTimeout(resolve))
  expect(callsOf(bridge)).toEqual(['plan.undo'])
  give(ok(aChange(2)))
  await changed
  await closed
  expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.close'])
})

test('a change that follows the closing of the plan is counted up and down', async () => {
  const { bridge, session } = openSession()
  bridge.answerNext(ok(null))
  bridge.answerNext(err({ code: 'no-plan-open' }))
  const closing = session.close()
  const change = session.change('plan.undo', {})
  await closing
  expect(session.state()).toMatchObject({ view: null, saving: 1 })
  await change
  expect(session.state().saving).toBe(0)
})

test('what failed in one plan is not said of the next, but stays when the same is read again', async () => {
  const { bridge, session } = openSession()
  bridge.answerNext(err({ code: 'dataset-not-found' }))
  await session.change('plan.undo', {})
  bridge.answerNext(ok(aView(aPlan(2), 2)))
  await session.resume()
  expect(session.state().failure).toEqual({ code: 'dataset-not-found' })
  session.opened(aView(aPlan(3), 1))
  expect(session.state().failure).toBeNull()
})

test('a page that is loaded again takes up the plan the engine has open', async () => {
  const bridge = createFakeHost()
  const session = createPlanSession(hostOf(bridge))
  bridge.answerNext(ok(aView(aPlan(3), 8)))
  expect(await session.resume()).toBe(true)
  expect(session.state().view?.revision).toBe(8)
})
