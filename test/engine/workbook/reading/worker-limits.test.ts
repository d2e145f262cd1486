import type { WorkerOptions } from 'node:worker_threads'
import { beforeEach, expect, it, vi } from 'vitest'
import { createWorkbookReader } from '../../../../src/engine/workbook/reading/worker-client.ts'

/** A thread that never answers. */
const thread = vi.hoisted(() => ({ options: [] as unknown[], tasks: 0, ended: 0 }))

vi.mock('node:worker_threads', () => ({
  Worker: class {
    constructor(_file: URL, options: WorkerOptions) {
      thread.options.push(options)
    }
    on = () => this
    once = () => this
    postMessage = () => {
      thread.tasks += 1
    }
    terminate = () => {
      thread.ended += 1
      return Promise.resolve(0)
    }
  },
}))

beforeEach(() => Object.assign(thread, { options: [], tasks: 0, ended: 0 }))

const bytes = Buffer.from('Dataset Name,Owner\nRoads,Transport\n')

it('a thread that reads a workbook gets a gigabyte and no more', () => {
  void createWorkbookReader().inspect(bytes, 'a.csv')
  expect(thread.options).toEqual([
    { resourceLimits: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 24 } },
  ])
})

it('a thread that has not answered after a minute is ended, and the file is said to take too long', async () => {
  vi.useFakeTimers()
  try {
    const reading = createWorkbookReader().inspect(bytes, 'a.csv')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(thread).toMatchObject({ tasks: 1, ended: 0 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(thread.ended).toBe(1)
    expect(await reading).toEqual({ ok: false, error: { code: 'reading-took-too-long' } })
  } finally {
    vi.useRealTimers()
  }
})

it('a thread whose reading is cancelled is ended at once', async () => {
  const controller = new AbortController()
  const reading = createWorkbookReader().inspect(bytes, 'a.csv', undefined, { signal: controller.signal })
  controller.abort()
  expect(await reading).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(thread.ended).toBe(1)
})
