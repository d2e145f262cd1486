import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { EngineEvent } from '../../src/contract/events.ts'
import type { EngineMessage, EngineQuestion } from '../../src/main/engine-messages.ts'

/** The engine's process as its parent sees it, in the hands of the test. */
class FakeProcess extends EventEmitter {
  readonly asked: EngineQuestion[] = []
  readonly kill = vi.fn(() => this.emit('exit', 1))
  postMessage(question: EngineQuestion): void {
    this.asked.push(question)
  }
  answer(message: EngineMessage): void {
    this.emit('message', message)
  }
}

const started: FakeProcess[] = []
const fork = vi.fn((_script: string, _parameters: readonly string[], _options: object) => {
  const process = new FakeProcess()
  started.push(process)
  return process
})
vi.mock('electron/main', () => ({
  utilityProcess: { fork: (...given: [string, string[], object]) => fork(...given) },
}))
const { startEngine } = await import('../../src/main/engine-client.ts')
const { engineLaunch } = await import('../../src/main/engine-launch.ts')
const launch = await engineLaunch()

beforeEach(() => {
  started.length = 0
  fork.mockClear()
  vi.useRealTimers()
})

function anEngine() {
  const events: EngineEvent[] = []
  const client = startEngine({
    script: '/out/main/engine-process.js',
    launch,
    onEvent: (event) => events.push(event),
  })
  const engine = () => {
    const newest = started.at(-1)
    if (newest === undefined) throw new Error('No engine was started')
    return newest
  }
  const lastNumber = () => {
    const question = engine().asked.at(-1)
    return question !== undefined && 'number' in question ? question.number : Number.NaN
  }
  return { client, events, engine, lastNumber }
}

const request = { callId: '1', call: 'plan.read', input: {} }
const gone = { ok: false, error: { code: 'engine-gone' } }

describe('while the engine lives', () => {
  test('each answer goes to the question with its number, whatever their order', async () => {
    const { client, engine, lastNumber } = anEngine()
    const first = client.call(request)
    const firstNumber = lastNumber()
    const second = client.call({ ...request, callId: '2' })
    engine().answer({ kind: 'answer', number: lastNumber(), answer: { ok: true, value: 'second' } })
    engine().answer({ kind: 'answer', number: firstNumber, answer: { ok: true, value: 'first' } })
    expect([await first, await second]).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ])
  })

  test('a question carries what was asked', async () => {
    const { client, engine } = anEngine()
    void client.call(request)
    void client.receive('/home/me/inventory.xlsx')
    void client.made('f1')
    void client.save('f1', '/home/me/Plan.docx', 'beside')
    client.cancel('c9')
    expect(engine().asked).toMatchObject([
      { kind: 'call', request },
      { kind: 'receive', path: '/home/me/inventory.xlsx' },
      { kind: 'made', fileId: 'f1' },
      { kind: 'save', fileId: 'f1', target: '/home/me/Plan.docx', where: 'beside' },
      { kind: 'cancel', callId: 'c9' },
    ])
  })

  test('it runs in a process of its own, by its script alone', () => {
    anEngine()
    expect(fork.mock.calls).toEqual([
      ['/out/main/engine-process.js', [], { serviceName: 'engine', stdio: 'inherit' }],
    ])
  })

  test('events reach the page', () => {
    const { engine, events } = anEngine()
    engine().answer({ kind: 'event', event: { kind: 'changed', planId: 'p', revision: 3 } })
    expect(events).toEqual([{ kind: 'changed', planId: 'p', revision: 3 }])
  })
})

describe('when the engine dies', () => {
  test('everything under way is answered, and a new one starts', async () => {
    const { client, engine, events } = anEngine()
    const call = client.call(request)
    const receive = client.receive('/x')
    const made = client.made('f')
    const saved = client.save('f', '/x', 'there')
    engine().emit('exit', 139)
    expect(await call).toEqual(gone)
    expect(await receive).toEqual(gone)
    expect(await made).toBeNull()
    expect(await saved).toEqual(gone)
    expect(started).toHaveLength(2)
    await vi.waitFor(() => expect(events).toEqual([{ kind: 'engine-restarted' }]))
    void client.call(request)
    expect(engine().asked).toMatchObject([{ kind: 'call', request }])
  })

  test('an answer that comes late from the dead one changes nothing', async () => {
    const { client, lastNumber } = anEngine()
    const call = client.call(request)
    const [dead] = started
    const number = lastNumber()
    dead?.emit('exit', 1)
    dead?.answer({ kind: 'answer', number, answer: { ok: true, value: 'late' } })
    expect(await call).toEqual(gone)
  })

  test('the new one is asked for nothing by itself: the page knows which plan was open, and how', async () => {
    const { client, engine, events, lastNumber } = anEngine()
    const opened = client.call({ callId: '1', call: 'plan.open-to-read', input: { planId: 'p1' } })
    const value = { plan: { id: 'p1' } }
    engine().answer({ kind: 'answer', number: lastNumber(), answer: { ok: true, value } })
    await opened
    engine().emit('exit', 1)
    expect(events).toEqual([{ kind: 'engine-restarted' }])
    expect(engine().asked).toEqual([])
  })

  test('it is not started for ever: after six deaths within a minute calls say that it is gone', async () => {
    const { client, engine } = anEngine()
    for (let death = 1; death <= 6; death++) engine().emit('exit', 1)
    expect(started).toHaveLength(6)
    expect(await client.call(request)).toEqual(gone)
    expect(await client.receive('/x')).toEqual(gone)
    expect(await client.made('f')).toBeNull()
  })

  test('what is under way is answered also where it is not started again', async () => {
    const { client, engine } = anEngine()
    for (let death = 1; death <= 5; death++) engine().emit('exit', 1)
    const call = client.call(request)
    const made = client.made('f')
    engine().emit('exit', 1)
    expect(await call).toEqual(gone)
    expect(await made).toBeNull()
    expect(started).toHaveLength(6)
  })

  test('deaths that are far apart are forgotten', () => {
    vi.useFakeTimers()
    const { engine } = anEngine()
    for (let death = 1; death <= 12; death++) {
      engine().emit('exit', 1)
      vi.advanceTimersByTime(15_000)
    }
    expect(started).toHaveLength(13)
  })
})

describe('on quitting', () => {
  test('the engine is asked to close, and its end is waited for', async () => {
    const { client, engine } = anEngine()
    let isStopped = false
    const stopping = client.stop().then(() => {
      isStopped = true
    })
    expect(engine().asked).toEqual([{ kind: 'close' }])
    await Promise.resolve()
    expect(isStopped).toBe(false)
    engine().emit('exit', 0)
    await stopping
    expect(started).toHaveLength(1)
    expect(engine().kill).not.toHaveBeenCalled()
  })

  test('one that hangs is ended, but not before what was typed had its time', async () => {
    vi.useFakeTimers()
    const { client, engine } = anEngine()
    const stopping = client.stop()
    vi.advanceTimersByTime(9_000)
    expect(engine().kill).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2_000)
    expect(engine().kill).toHaveBeenCalledOnce()
    await stopping
    expect(started).toHaveLength(1)
  })

  test('one that is gone already holds nobody up', async () => {
    const { client, engine } = anEngine()
    for (let death = 1; death <= 6; death++) engine().emit('exit', 1)
    await client.stop()
    expect(started).toHaveLength(6)
  })
})
