import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { CallRequest } from '../../src/contract/host.ts'
import { ok } from '../../src/domain/result.ts'
import type { Handlers } from '../../src/engine/calls/handlers.ts'
import type { CallContext, EngineContext } from '../../src/engine/context.ts'
import { createDispatch } from '../../src/engine/dispatch.ts'

type Stand = (input: unknown, context: EngineContext, call: CallContext) => unknown

/** The door with one handler behind it, and a plan that is open or none. */
function aDoor(handler: Stand, planId: string | null = null) {
  const reported: [incident: string, cause: unknown][] = []
  const context = {
    openPlan: { get: () => (planId === null ? null : { planId }) },
    newId: () => '12345678-abcd',
    mostDatasets: Number.POSITIVE_INFINITY,
  } as unknown as EngineContext
  const handlers = { 'start.set-name': handler } as unknown as Handlers
  const door = createDispatch(handlers, context, (...incident) => reported.push(incident))
  const ask = (request: Partial<CallRequest> = {}) =>
    door.call({ callId: 'one', call: 'start.set-name', input: { name: 'J. Rivera' }, ...request })
  return { door, ask, reported }
}

const aFailure = (code: string) => Object.assign(new Error('made up'), { code })

describe('the one door', () => {
  it('hands the checked input to the handler and its answer back', async () => {
    const { ask } = aDoor((input) => ok(input))
    expect(await ask()).toEqual({ ok: true, value: { name: 'J. Rivera' } })
  })

  it.each(['start.none', 'toString', '__proto__', 'constructor', ''])(
    'knows no call of the name “%s”',
    async (call) => {
      const { ask } = aDoor(() => ok('reached'))
      expect(await ask({ call })).toEqual({ ok: false, error: { code: 'unknown-call', call } })
    },
  )

  it.each([
    ['another plan is open', 'plan-2', 'plan-1', { ok: false, error: { code: 'other-plan-open' } }],
    ['the plan it is meant for is open', 'plan-1', 'plan-1', { ok: true, value: 'reached' }],
    ['none is open', null, 'plan-1', { ok: true, value: 'reached' }],
    ['another is open but it names none', 'plan-2', undefined, { ok: true, value: 'reached' }],
  ])('of a call that names its plan: %s', async (_, open, planId, answer) => {
    const { ask } = aDoor(() => ok('reached'), open)
    expect(await ask(planId === undefined ? {} : { planId })).toEqual(answer)
  })

  it('lets no input through that does not fit, and says where', async () => {
    const { ask } = aDoor(() => ok('reached'))
    const problems = async (input: unknown) => {
      const answer = await ask({ input })
      return answer.ok || answer.error.code !== 'invalid-input' ? answer : answer.error.problems
    }
    expect(await problems({ name: 5 })).toEqual([expect.stringMatching(/^name: .+string/)])
    expect(await problems({ name: 'A', more: 1 })).toEqual([expect.stringMatching(/^\w.*more/)])
    expect(await problems({ name: 5, more: 1 })).toHaveLength(2)
    expect(await problems(null)).toEqual([expect.stringMatching(/object/)])
  })

  it('says of a text that is too long only how long it may be', async () => {
    const { ask } = aDoor(() => ok('reached'))
    const input = { name: 'x'.repeat(501), more: 1 }
    expect(await ask({ input })).toEqual({ ok: false, error: { code: 'text-too-long', limit: 500 } })
  })

  it('calls no list that is too long a text', async () => {
    const handlers = { 'identify.set': () => ok('reached') } as unknown as Handlers
    const context = { openPlan: { get: () => null } } as unknown as EngineContext
    const { call } = createDispatch(handlers, context, () => undefined)
    const grounds = Array.from({ length: 100 }, () => 'A')
    const input = { ids: ['one'], changes: { highValueGrounds: grounds } }
    expect(await call({ callId: 'one', call: 'identify.set', input })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', problems: [expect.stringMatching(/^changes\.highValueGrounds: /)] },
    })
  })

  it('tells the handler how many datasets the answer may hold, where the caller said so', async () => {
    const { ask } = aDoor((_, { mostDatasets }) => ok(mostDatasets))
    expect(await ask({ mostDatasets: 7 })).toEqual(ok(7))
    expect(await ask()).toEqual(ok(Number.POSITIVE_INFINITY))
  })

  it.each([
    ['a full disk', aFailure('ENOSPC'), { code: 'disk-full' }],
    ['a full database', aFailure('SQLITE_FULL'), { code: 'disk-full' }],
    ['a folder nobody may write to', aFailure('EACCES'), { code: 'cannot-write' }],
    [
      'a damaged plan',
      new BetterSqlite3.SqliteError('malformed', 'SQLITE_CORRUPT_INDEX'),
      { code: 'plan-damaged' },
    ],
  ])('answers %s in its own words and reports no bug', async (_, cause, error) => {
    const { ask, reported } = aDoor(() => {
      throw cause
    })
    expect(await ask()).toEqual({ ok: false, error })
    expect(reported).toEqual([])
  })

  it('answers a bug with a number, under which the cause is reported', async () => {
    const cause = new TypeError('a bug')
    const { ask, reported } = aDoor(async () => {
      throw cause
    })
    expect(await ask()).toEqual({ ok: false, error: { code: 'internal', incident: '12345678' } })
    expect(reported).toEqual([['12345678', cause]])
  })
})

describe('cancelling', () => {
  const untilCancelled: Stand = (_, __, { callId, signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(ok(`${callId} cancelled`))))

  it('ends the call of that id and no other', async () => {
    const { door, ask } = aDoor(untilCancelled)
    const [one, two] = [ask({ callId: 'one' }), ask({ callId: 'two' })]
    door.cancel('two')
    expect(await Promise.race([one, two])).toEqual(ok('two cancelled'))
    door.cancel('one')
    expect(await one).toEqual(ok('one cancelled'))
  })

  it('of a call that has ended, or never was, does nothing', async () => {
    const signals: AbortSignal[] = []
    const { door, ask } = aDoor((_, __, { signal }) => {
      signals.push(signal)
      return ok(null)
    })
    await ask()
    door.cancel('one')
    door.cancel('another')
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })

  it('reaches the later of two calls with one id, even when the earlier has ended', async () => {
    const ends: (() => void)[] = []
    const signals: AbortSignal[] = []
    const { door, ask } = aDoor((_, __, { signal }) => {
      signals.push(signal)
      return new Promise((resolve) => ends.push(() => resolve(ok(null))))
    })
    const [earlier, later] = [ask(), ask()]
    ends[0]?.()
    await earlier
    door.cancel('one')
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true])
    ends[1]?.()
    await later
  })
})
