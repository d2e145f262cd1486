import { describe, expect, test, vi } from 'vitest'
import { err, ok } from '../../src/domain/result.ts'
import { hostOf } from '../../src/renderer/host.ts'
import { createPlanSession } from '../../src/renderer/plan-session.ts'
import { noPlan } from '../../src/renderer/plan-state.ts'
import { createFakeHost } from './support/fake-host.ts'
import { aChange, aPlan, aView } from './support/fake-plan.ts'

function openSession() {
  const bridge = createFakeHost()
  const session = createPlanSession(hostOf(bridge))
  session.listenToEngine()
  session.opened(aView(aPlan(2), 1))
  return { bridge, session }
}

/** Waits for its turn behind everything the session has begun. */
const settled = (session: ReturnType<typeof createPlanSession>) => session.resume()
const callsOf = (bridge: ReturnType<typeof createFakeHost>) => bridge.calls.map(({ call }) => call)

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
    bridge.answerNext(err({ code: 'disk-full' }))
    await session.change('plan.undo', {})
    expect(session.state().failure).toEqual({ code: 'disk-full' })
    expect(session.state().view).toEqual(aView(aPlan(2), 1))
  })

  test('that skips a revision makes the page read the plan again', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(5)))
    bridge.answerNext(ok(aView(aPlan(4), 5)))
    await session.change('plan.undo', {})
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.read'])
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

  test('to a host that breaks down answers that the engine is gone', async () => {
    const bridge = { ...createFakeHost(), invoke: () => Promise.reject(new Error('pipe closed')) }
    const session = createPlanSession(hostOf(bridge))
    session.opened(aView())
    expect(await session.change('plan.undo', {})).toEqual(err({ code: 'engine-gone' }))
    expect(session.state().saving).toBe(0)
  })
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
  session.subscribe(() => {
    throw new Error('broken')
  })
  session.subscribe(told)
  bridge.answerNext(ok(aChange(2)))
  bridge.answerNext(ok(aChange(3)))
  await session.change('plan.undo', {})
  await session.change('plan.undo', {})
  vi.unstubAllGlobals()
  expect(session.state()).toMatchObject({ saving: 0, view: { revision: 3 } })
  expect(told).toHaveBeenCalledTimes(4)
  expect(reported).toHaveBeenCalledTimes(4)
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
  bridge.answerNext(err({ code: 'disk-full' }))
  await session.change('plan.undo', {})
  bridge.answerNext(ok(aView(aPlan(2), 2)))
  await session.resume()
  expect(session.state().failure).toEqual({ code: 'disk-full' })
  session.opened(aView(aPlan(3), 1))
  expect(session.state().failure).toBeNull()
})

describe('what the engine tells unasked', () => {
  test('its word of a change this page made itself is no news', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aChange(2)))
    const change = session.change('plan.undo', {})
    bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 2 })
    await change
    bridge.answerNext(ok(aView(aPlan(2), 2)))
    await settled(session)
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.read'])
  })

  test('a change made elsewhere is read', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aView(aPlan(7), 3)))
    bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 3 })
    bridge.answerNext(ok(aView(aPlan(7), 3)))
    await settled(session)
    expect(callsOf(bridge)).toEqual(['plan.read', 'plan.read'])
    expect(session.state().view?.plan.datasets).toHaveLength(7)
  })

  test('a restarted engine is told to the person and the plan read again', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aView(aPlan(2), 6)))
    bridge.emit({ kind: 'engine-restarted', planId: 'plan-1' })
    bridge.answerNext(err({ code: 'no-plan-open' }))
    await settled(session)
    expect(session.state().engineRestarted).toBe(true)
    expect(session.state().view?.revision).toBe(6)
    session.dismissRestart()
    expect(session.state().engineRestarted).toBe(false)
  })

  test('a restarted engine that has lost sight of the plan is asked to open it', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aView(aPlan(2), 6)))
    bridge.emit({ kind: 'engine-restarted', planId: null })
    bridge.answerNext(err({ code: 'no-plan-open' }))
    await settled(session)
    expect(bridge.calls[0]).toMatchObject({ call: 'plan.open', input: { planId: 'plan-1' } })
    expect(session.state().view?.revision).toBe(6)
  })
})

test('a page that is loaded again takes up the plan the engine has open', async () => {
  const bridge = createFakeHost()
  const session = createPlanSession(hostOf(bridge))
  bridge.answerNext(ok(aView(aPlan(3), 8)))
  expect(await session.resume()).toBe(true)
  expect(session.state().view?.revision).toBe(8)
})
