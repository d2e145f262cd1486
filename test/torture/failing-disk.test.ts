import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Client, createClient } from '../../src/contract/client.ts'
import { type EngineProcess, startEngineProcess } from '../support/engine-process.ts'
import { importSample, must } from '../support/journey.ts'
import { stateOf } from '../support/plan-model.ts'
import { canTrace, trace } from '../support/strace.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const reason = canTrace() ? '' : ' (skipped: this machine has no strace that may attach)'

interface Session {
  readonly engine: EngineProcess
  readonly client: Client
  readonly planId: string
  readonly ids: readonly string[]
  readonly reopen: () => Promise<Client>
}

async function aSession(): Promise<Session> {
  const dataDir = temporaryFolder()
  const engine = await startEngineProcess(dataDir)
  const running = [engine]
  onTestFinished(async () => {
    for (const one of running) await one.kill()
  })
  const client = createClient(engine.invoke, randomUUID)
  const { plan } = await importSample(client)
  return {
    engine,
    client,
    planId: plan.id,
    ids: plan.datasets.map(({ id }) => id),
    reopen: async () => {
      await engine.kill()
      const again = await startEngineProcess(dataDir)
      running.push(again)
      const next = createClient(again.invoke, randomUUID)
      must(await next.call('plan.open', { planId: plan.id }))
      return next
    },
  }
}

async function stateNow(client: Client) {
  return stateOf(must(await client.call('plan.read', {})).plan)
}

describe.skipIf(!canTrace())(`what the disk is asked for${reason}`, () => {
  test('each acknowledgement is sent after the log was flushed with what it acknowledges', async () => {
    const { engine, client, ids } = await aSession()
    const traced = await trace(engine.child, ['-e', 'trace=pwrite64,write,writev,sendmsg,fsync,fdatasync'])
    const actions = 20
    for (let count = 0; count < actions; count++) {
      const changes = { reviewNote: `note ${count}` }
      must(await client.call('review.set', { ids: ids.slice(0, 1 + (count % 5)), changes }))
    }
    const calls = await traced.end()

    let unflushed = 0
    let acknowledged = 0
    let written = 0
    for (const call of calls) {
      if (/^pwrite64\(\d+<.*-wal>/.test(call)) {
        unflushed++
        written++
      }
      if (/^(fsync|fdatasync)\(\d+<.*-wal>.* = 0$/.test(call)) unflushed = 0
      // Descriptor 3 is the channel to the window's process.
      if (!/^(write|writev|sendmsg)\(3</.test(call)) continue
      expect(unflushed, call).toBe(0)
      acknowledged++
    }
    expect(acknowledged).toBeGreaterThanOrEqual(actions)
    expect(written).toBeGreaterThanOrEqual(actions * 2)
  })

  test.each([
    { what: 'writing fails', syscalls: 'pwrite64', error: 'EIO', code: 'cannot-write' },
    { what: 'flushing fails', syscalls: 'fsync,fdatasync', error: 'EIO', code: 'cannot-write' },
    { what: 'the disk is full', syscalls: 'pwrite64', error: 'ENOSPC', code: 'disk-full' },
  ])(
    'when $what the action is refused as $code, nothing of it stays, and the next one is saved',
    async ({ syscalls, error, code }) => {
      const { engine, client, ids, reopen } = await aSession()
      must(await client.call('review.set', { ids: [...ids], changes: { reviewNote: 'saved' } }))
      const saved = await stateNow(client)
      for (const after of [1, 2, 5]) {
        const traced = await trace(engine.child, [
          '-e',
          `trace=${syscalls}`,
          '-e',
          `inject=${syscalls}:error=${error}:when=${after}+`,
        ])
        // Enough rows that the fifth write is still in the middle of the action.
        const refused = await client.call('review.set', {
          ids: [...ids],
          changes: { availability: 'not-public', reviewNote: 'refused '.repeat(200) },
        })
        const calls = await traced.end()
        if (after > 1 && refused.ok) {
          // One flush an action: there is no second one to fail.
          expect(calls.some((call) => call.includes('INJECTED'))).toBe(false)
          must(await client.call('plan.undo', {}))
          continue
        }
        expect(calls.some((call) => call.includes('(INJECTED)'))).toBe(true)
        expect(refused).toEqual({ ok: false, error: { code } })
        expect(await stateNow(client)).toEqual(saved)
      }
      must(await client.call('review.set', { ids: [ids[0] ?? ''], changes: { reviewNote: 'again' } }))
      const again = await stateNow(client)
      expect(again.datasets[0]?.review.reviewNote).toBe('again')
      expect(await stateNow(await reopen())).toEqual(again)
    },
  )
})
