import { describe, expect, test, vi } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import type { PlanSession } from '../../../src/renderer/plan/plan-session.ts'
import { aChange, aPlan, aView } from '../support/fake-plan.ts'
import { callsOf, openSession } from '../support/open-session.ts'

/** Waits for its turn behind everything the session has begun. */
const settled = (session: PlanSession) => session.resume()

test('the page knows at once when the plan’s file goes, and when it is back', () => {
  const { bridge, session } = openSession()
  bridge.emit({ kind: 'plan-file', planId: 'another', isInPlace: false })
  expect(session.state().isFileLost).toBe(false)
  bridge.emit({ kind: 'plan-file', planId: 'plan-1', isInPlace: false })
  expect(session.state().isFileLost).toBe(true)
  expect(session.wouldLose()).toBe(true)
  bridge.emit({ kind: 'plan-file', planId: 'plan-1', isInPlace: true })
  expect(session.state().isFileLost).toBe(false)
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

  test('another plan that was opened elsewhere takes the place of the one on screen', async () => {
    const { bridge, session } = openSession()
    const other = aView({ ...aPlan(1), id: 'plan-2' }, 1)
    bridge.answerNext(ok(other))
    bridge.emit({ kind: 'changed', planId: 'plan-2', revision: 1 })
    await vi.waitFor(() => expect(session.state().view).toEqual(other))
  })

  test('news that cannot be read is said, and leaves the plan on screen', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'engine-gone' }))
    bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 })
    await vi.waitFor(() => expect(session.state().failure).toEqual({ code: 'engine-gone' }))
    expect(session.state().view).toEqual(aView(aPlan(2), 1))
  })

  test('a restarted engine is told to the person, and is asked to open the plan', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(aView(aPlan(2), 6)))
    bridge.emit({ kind: 'engine-restarted' })
    bridge.answerNext(err({ code: 'no-plan-open' }))
    await settled(session)
    expect(bridge.calls[0]).toMatchObject({ call: 'plan.open', input: { planId: 'plan-1' } })
    expect(session.state().engineRestarted).toBe(true)
    expect(session.state().view?.revision).toBe(6)
    session.dismissRestart()
    expect(session.state().engineRestarted).toBe(false)
  })

  test('a change that stood in line is done once the plan is open again', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'no-plan-open' }))
    const change = session.change('plan.undo', {})
    bridge.answerNext(ok(aView(aPlan(2), 1)))
    bridge.answerNext(ok(aChange(2)))
    expect(await change).toEqual(ok(aChange(2)))
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.open', 'plan.undo'])
    expect(session.state().failure).toBeNull()
  })

  test('a plan that cannot be opened again is said to be so, and a change of it refused', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(err({ code: 'no-plan-open' }))
    const change = session.change('plan.undo', {})
    bridge.answerNext(err({ code: 'plan-damaged' }))
    bridge.answerNext(err({ code: 'no-plan-open' }))
    expect(await change).toEqual(err({ code: 'no-plan-open' }))
    expect(callsOf(bridge)).toEqual(['plan.undo', 'plan.open', 'plan.undo'])
    expect(session.state().failure).toEqual({ code: 'no-plan-open' })
  })

  test('an engine that was restarted with no plan on screen is asked for none', async () => {
    const { bridge, session } = openSession()
    bridge.answerNext(ok(null))
    await session.close()
    bridge.emit({ kind: 'engine-restarted' })
    bridge.answerNext(err({ code: 'no-plan-open' }))
    await settled(session)
    expect(callsOf(bridge)).toEqual(['plan.close', 'plan.read'])
  })
})

test('a restarted engine is asked to open to read what was open to read', async () => {
  const { bridge, session } = openSession()
  const toRead = { ...aView(aPlan(2), 1), readOnly: { holder: null } }
  session.opened(toRead)
  bridge.answerNext(ok({ ...toRead, revision: 6 }))
  bridge.emit({ kind: 'engine-restarted' })
  await vi.waitFor(() => expect(session.state().view).toEqual({ ...toRead, revision: 6 }))
  expect(callsOf(bridge)).toEqual(['plan.open-to-read'])
  expect(session.wouldLose()).toBe(false)
})

describe('damage found in the open plan', () => {
  test('is said of the plan on screen alone, leaves it there, and is over once a backup is brought back', async () => {
    const { bridge, session } = openSession()
    bridge.emit({ kind: 'plan-damaged', planId: 'another' })
    expect(session.state().view?.isDamaged).toBe(false)
    bridge.emit({ kind: 'plan-damaged', planId: 'plan-1' })
    expect(session.state().view).toEqual({ ...aView(aPlan(2), 1), isDamaged: true })
    bridge.answerNext(err({ code: 'backup-damaged' }))
    expect(await session.recover('one')).toEqual({ code: 'backup-damaged' })
    expect(session.state().view?.isDamaged).toBe(true)
    bridge.answerNext(ok(aView(aPlan(3), 2)))
    expect(await session.recover('two')).toBeNull()
    expect(session.state().view).toEqual(aView(aPlan(3), 2))
    expect(bridge.calls.map(({ input }) => input)).toEqual([
      { planId: 'plan-1', backupId: 'one' },
      { planId: 'plan-1', backupId: 'two' },
    ])
  })

  test('is over, too, when another window brings a backup back', async () => {
    const { bridge, session } = openSession()
    bridge.emit({ kind: 'plan-damaged', planId: 'plan-1' })
    bridge.answerNext(ok(aView(aPlan(1), 1)))
    bridge.emit({ kind: 'opened', planId: 'plan-1' })
    await vi.waitFor(() => expect(session.state().view).toEqual(aView(aPlan(1), 1)))
  })
})
