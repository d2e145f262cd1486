import type { WorkerOptions } from 'node:worker_threads'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { fileShelf } from '../../../src/engine/files/file-shelf.ts'
import { givingBack } from '../../../src/engine/plans/giving-back.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Listener = (heard: unknown) => void

/** A thread that does nothing of itself. */
const thread = vi.hoisted(() => ({
  options: [] as unknown[],
  listeners: new Map<string, Listener>(),
  isAsked: () => {},
  ended: 0,
}))

vi.mock('node:worker_threads', () => ({
  Worker: class {
    constructor(_file: URL, options: WorkerOptions) {
      thread.options.push(options)
    }
    on = (event: string, listener: Listener) => {
      thread.listeners.set(event, listener)
      return this
    }
    postMessage = () => thread.isAsked()
    unref = () => {}
    terminate = () => {
      thread.ended += 1
      return Promise.resolve(0)
    }
  },
}))

beforeEach(() => Object.assign(thread, { options: [], ended: 0, isAsked: () => {} }))

function making() {
  const file = aPlanFile()
  const isAsked = new Promise<void>((resolve) => {
    thread.isAsked = resolve
  })
  const back = givingBack(fileShelf(temporaryFolder(), () => new Date()))
  const make = () => back.makeWorkbook(file, {}, {})
  return { made: make(), isAsked, makeAgain: make }
}

describe('a thread that gives a workbook back', () => {
  it('gets three gigabytes and no more', async () => {
    const { isAsked } = making()
    await isAsked
    expect(thread.options).toEqual([{ resourceLimits: { maxOldGenerationSizeMb: 3_072 } }])
  })

  it('that has not answered after five minutes is ended, and that is said', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { made, isAsked } = making()
    await isAsked
    await vi.advanceTimersByTimeAsync(299_000)
    expect(thread.ended).toBe(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await made).toEqual({ ok: false, error: { code: 'writing-takes-too-much', what: 'time' } })
    expect(thread.ended).toBe(1)
  })

  it('that needs more memory than it may have is not called a bug, and one that throws is', async () => {
    const full = making()
    await full.isAsked
    thread.listeners.get('error')?.(Object.assign(new Error(), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
    expect(await full.made).toEqual({ ok: false, error: { code: 'writing-takes-too-much', what: 'memory' } })

    const broken = making()
    await broken.isAsked
    thread.listeners.get('error')?.(new Error('It broke.'))
    await expect(broken.made).rejects.toThrow('It broke.')
  })

  it('that throws keeps nobody from giving back once more', async () => {
    const { made, isAsked, makeAgain } = making()
    await isAsked
    thread.listeners.get('error')?.(new Error('It broke.'))
    await expect(made).rejects.toThrow('It broke.')
    const again = makeAgain()
    await vi.waitFor(() => expect(thread.options.length).toBe(2))
    const result = { ok: false, error: { code: 'plan-damaged' } }
    thread.listeners.get('message')?.({ kind: 'answer', answer: { kind: 'make', result } })
    expect(await again).toEqual(result)
  })
})
