import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import type { AppError } from '../../src/contract/errors.ts'
import type { CallRequest } from '../../src/contract/host.ts'
import type { Result } from '../../src/domain/result.ts'
import { createEngine } from '../../src/engine/index.ts'
import { startWebHost } from '../../src/web/server.ts'
import { startEngineProcess } from '../support/engine-process.ts'
import { importSample, must, takeJourney } from '../support/journey.ts'

/** A way for calls to reach the engine, and for made files to come back. */
interface Transport {
  readonly invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly fetchFile: (fileId: string) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const builtPage = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** In process; the clone stands for what a message port does to values. */
async function direct(dataDir: string): Promise<Transport> {
  const engine = createEngine({ dataDir })
  return {
    invoke: async (request) => structuredClone(await engine.call(structuredClone(request))),
    fetchFile: async (fileId) => readFileSync(engine.made(fileId)?.path ?? ''),
    close: () => engine.close(),
  }
}

/** Real HTTP on the loopback address, as the browser page speaks it. */
async function overHttp(dataDir: string): Promise<Transport> {
  const engine = createEngine({ dataDir })
  const host = await startWebHost(engine, builtPage)
  const { origin, hash } = new URL(host.url)
  const headers = { origin, authorization: `Bearer ${hash.slice(1)}` }
  return {
    invoke: async (request) => {
      const answer = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return (await answer.json()) as Result<unknown, AppError>
    },
    fetchFile: async (fileId) =>
      new Uint8Array(await (await fetch(`${origin}/files/${fileId}`, { headers })).arrayBuffer()),
    close: async () => {
      await host.close()
      await engine.close()
    },
  }
}

/** The engine's own process and its messages, as the window's process speaks them. */
async function overProcess(dataDir: string): Promise<Transport> {
  const engine = await startEngineProcess(dataDir)
  return {
    invoke: engine.invoke,
    fetchFile: async (fileId) => readFileSync((await engine.made(fileId))?.path ?? ''),
    close: engine.close,
  }
}

describe.each([
  { name: 'direct', connect: direct },
  { name: 'over HTTP', connect: overHttp },
  { name: "through the engine's process", connect: overProcess },
])('the whole job $name', ({ connect }) => {
  test('goes from the sample inventory to both deliverables, and undo takes back the last step', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-journey-'))
    const transport = await connect(dataDir)
    try {
      const journey = await takeJourney(transport.invoke)
      const { plan } = journey.plan
      expect(plan.datasets.length).toBeGreaterThan(50)
      expect(plan.datasets.at(-1)).toMatchObject({ source: null, facts: { title: 'Wait times by office' } })
      expect(journey.firstRanked).toBe(plan.datasets[1]?.id)
      expect(journey.undone.datasets[0]?.commitment.targetDate).toBe('')
      expect(journey.redone.datasets[0]?.commitment.targetDate).toBe('2027-06-30')
      expect(plan.datasets[0]?.priority.override).toMatchObject({ tier: 'next', who: 'J. Rivera' })
      expect(journey.addedHeaders.length).toBeGreaterThan(3)

      const workbook = await transport.fetchFile(journey.workbook.fileId)
      const document = await transport.fetchFile(journey.document.fileId)
      expect(workbook).toHaveLength(journey.workbook.size)
      expect(document).toHaveLength(journey.document.size)
      // Both are zip packages.
      expect([...workbook.subarray(0, 2)]).toEqual([0x50, 0x4b])
      expect([...document.subarray(0, 2)]).toEqual([0x50, 0x4b])
    } finally {
      await transport.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  test('hands a plan over in parts where the caller says how much it takes at once', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-journey-'))
    const transport = await connect(dataDir)
    try {
      const whole = (await importSample(createClient(transport.invoke, randomUUID))).plan.datasets
      const inParts = createClient(transport.invoke, randomUUID, { mostDatasets: 25 })
      const read = must(await inParts.call('plan.read', {}))
      expect(read.plan.datasets).toEqual(whole.slice(0, 25))
      expect(read.moreDatasets).toEqual(whole.slice(25).map(({ id }) => id))
      const rest = must(await inParts.call('plan.read-datasets', { ids: [...read.moreDatasets] }))
      expect(rest).toEqual({ revision: read.revision, datasets: whole.slice(25) })

      const ids = whole.map(({ id }) => id)
      const change = must(await inParts.call('review.set', { ids, changes: { availability: 'on-portal' } }))
      expect(change.datasets.map(({ id }) => id)).toEqual(ids.slice(0, 25))
      expect(change).toMatchObject({ moreDatasets: ids.slice(25), removedDatasets: [] })
    } finally {
      await transport.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  test('answers nonsense with an error and goes on', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-journey-'))
    const transport = await connect(dataDir)
    try {
      const call = (name: string, input: unknown) =>
        transport.invoke({ callId: 'x', call: name, input }) as Promise<Result<unknown, AppError>>
      expect(await call('toString', {})).toEqual({
        ok: false,
        error: { code: 'unknown-call', call: 'toString' },
      })
      expect(await call('review.set', { ids: [], changes: {} })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
      expect(await call('plan.read', {})).toEqual({ ok: false, error: { code: 'no-plan-open' } })
      expect(await call('plan.open', { planId: '../../etc/passwd' })).toEqual({
        ok: false,
        error: { code: 'plan-not-found' },
      })
      expect(await call('start.read', {})).toMatchObject({ ok: true })
    } finally {
      await transport.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})
