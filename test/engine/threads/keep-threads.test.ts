import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { keepThreads, type ThreadSettings } from '../../../src/engine/threads/keep-threads.ts'

const at = (name: string) => new URL(`../../support/${name}`, import.meta.url)
const file = at('a-thread.mjs')

interface Question {
  readonly kind: 'count' | 'tell' | 'hand over' | 'wait' | 'spin' | 'fill' | 'throw' | 'exit' | 'die later'
}

function threads(settings: Omit<ThreadSettings<string>, 'file'> = {}) {
  const started = keepThreads<string, Question, unknown, unknown>({ file, ...settings })
  onTestFinished(started.end)
  return started
}

const kept = { keptMs: 60_000, isSame: (one: string, other: string) => one === other }
const count = { kind: 'count' } as const
const answered = (about: string, asked: number) => ({ ok: true, value: { about, asked } })

/** The threads that run, of those that are started from here on. */
function runningThreads(): ReadonlySet<Worker> {
  const running = new Set<Worker>()
  const started = (worker: Worker) => {
    running.add(worker)
    worker.once('exit', () => running.delete(worker))
  }
  process.on('worker', started)
  onTestFinished(() => void process.off('worker', started))
  return running
}

describe('work in a thread', () => {
  it('answers, and tells before it does what there is to tell', async () => {
    const told: unknown[] = []
    const answer = await threads().ask(
      'it',
      { kind: 'tell' },
      {
        onProgress: (done, total) => told.push([done, total]),
        onPart: (part) => told.push(part),
      },
    )
    expect(answer).toEqual({ ok: true, value: 'told' })
    expect(told).toEqual([[1, 2], 'first', [2, 2], 'second'])
  })

  it('begins anew for every question unless the thread is kept', async () => {
    const each = threads()
    expect(await each.ask('a', count)).toEqual(answered('a', 1))
    expect(await each.ask('a', count)).toEqual(answered('a', 1))
  })

  it('goes on where it was when the next question is about the same', async () => {
    const own = threads(kept)
    expect(await own.ask('a', count)).toEqual(answered('a', 1))
    expect(await own.ask('a', count)).toEqual(answered('a', 2))
    expect(await own.ask('b', count)).toEqual(answered('b', 1))
    expect(await own.ask('b', count)).toEqual(answered('b', 2))
    expect(await own.ask('a', count)).toEqual(answered('a', 1))
  })

  it('lets a thread go after a while, and at once after the last question', async () => {
    const shortly = threads({ ...kept, keptMs: 1 })
    await shortly.ask('a', count)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await shortly.ask('a', count)).toEqual(answered('a', 1))

    const own = threads(kept)
    await own.ask('a', count, { isLast: true })
    expect(await own.ask('a', count)).toEqual(answered('a', 1))
  })

  it('asks no thread that is at work or has ended', async () => {
    const own = threads(kept)
    const both = await Promise.all([own.ask('a', count), own.ask('a', count)])
    expect(both).toEqual([answered('a', 1), answered('a', 1)])

    await own.ask('b', { kind: 'die later' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await own.ask('b', count)).toEqual(answered('b', 1))
  })

  it.each(['wait', 'spin'] as const)('is cancelled in the middle of it (%s)', async (kind) => {
    const own = threads(kept)
    const controller = new AbortController()
    const { signal } = controller
    // Once the thread is at work, however fast that is.
    const answer = await own.ask('a', { kind }, { signal, onProgress: () => controller.abort() })
    expect(answer).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await own.ask('a', count, { signal })).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await own.ask('a', count)).toEqual(answered('a', 1))
  })

  it('is cancelled when all threads are ended', async () => {
    const own = threads(kept)
    const answer = await own.ask('a', { kind: 'spin' }, { onProgress: () => void own.end() })
    expect(answer).toEqual({ ok: false, error: { code: 'cancelled' } })
  })

  it('ends at its time limit', async () => {
    const own = threads({ ...kept, timeLimitMs: 20 })
    expect(await own.ask('a', { kind: 'spin' })).toEqual({ ok: false, error: { code: 'took-too-long' } })
  })

  it('ends where it needs more memory than it may have', async () => {
    const own = threads({ ...kept, heapMegabytes: 16 })
    expect(await own.ask('a', { kind: 'fill' })).toEqual({ ok: false, error: { code: 'out-of-memory' } })
  })

  it('says what it threw, and with which code it ended', async () => {
    const own = threads(kept)
    expect(await own.ask('a', { kind: 'throw' })).toMatchObject({
      ok: false,
      error: { code: 'failed', cause: { message: 'It broke.', code: 'EBROKEN' } },
    })
    expect(await own.ask('a', { kind: 'exit' })).toMatchObject({
      error: { code: 'failed', cause: { message: 'The thread ended with 3.' } },
    })
    expect(await own.ask('a', count)).toEqual(answered('a', 1))
  })
})

describe('a thread that nobody needs any more', () => {
  it.each<{ what: string; kind: Question['kind']; cancels?: true }>([
    { what: 'was cancelled', kind: 'spin', cancels: true },
    { what: 'has taken too long', kind: 'spin' },
    { what: 'has thrown', kind: 'throw' },
  ])('does not run on once it $what', async ({ kind, cancels }) => {
    const running = runningThreads()
    const own = threads({ ...kept, timeLimitMs: 2_000 })
    const controller = new AbortController()
    const onProgress = () => cancels && controller.abort()
    await own.ask('a', { kind }, { signal: controller.signal, onProgress })
    await vi.waitFor(() => expect(running.size).toBe(0), 5_000)
  })

  it('is not kept beside the one that answered last', async () => {
    const running = runningThreads()
    const own = threads(kept)
    await Promise.all([own.ask('a', count), own.ask('b', count)])
    await own.ask('c', count)
    await vi.waitFor(() => expect(running.size).toBe(1), 5_000)
  })

  it('has ended, at work or kept, by the time all are said to be', async () => {
    const running = runningThreads()
    const own = threads(kept)
    await own.ask('a', count)
    await new Promise<void>((resolve) => void own.ask('b', { kind: 'spin' }, { onProgress: () => resolve() }))
    expect(running.size).toBe(2)
    await own.end()
    expect(running.size).toBe(0)
  })
})

it('a thread is kept for its time from the last answer on, not from the first', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const own = threads({ ...kept, keptMs: 1_000 })
  expect(await own.ask('a', count)).toEqual(answered('a', 1))
  vi.advanceTimersByTime(900)
  expect(await own.ask('a', count)).toEqual(answered('a', 2))
  vi.advanceTimersByTime(900)
  expect(await own.ask('a', count)).toEqual(answered('a', 3))
})

it.each([
  ['', []],
  [', however long it may take', ['120000']],
])(
  'a program that has nothing else to do waits for a kept thread%s, and ends once it has the answer',
  (_, limit) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [`--import=${at('built-threads.mjs')}`, fileURLToPath(at('asks-a-kept-thread.mjs')), ...limit],
      { encoding: 'utf8', timeout: 50_000 },
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: JSON.stringify(answered('it', 2)) })
  },
)

it('what a thread hands over is not copied', async () => {
  const parts: unknown[] = []
  const left = await threads().ask('it', { kind: 'hand over' }, { onPart: (part) => parts.push(part) })
  expect(parts).toEqual([new Uint8Array([1, 2, 3])])
  expect(left).toEqual({ ok: true, value: 0 })
})
