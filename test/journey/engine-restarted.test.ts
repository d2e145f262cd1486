import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import type { EngineEvent } from '../../src/contract/events.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { hostOf } from '../../src/renderer/bridge/host.ts'
import { createPlanSession } from '../../src/renderer/plan/plan-session.ts'
import { importSample, must } from '../support/journey.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A page and its engine, which can be replaced by a new one as when its process dies. */
function aProgram(dataDir: string) {
  let engine: Engine = createEngine({ dataDir })
  onTestFinished(() => engine.close())
  let tell: (event: EngineEvent) => void = () => undefined
  const bridge = {
    invoke: (request: Parameters<Engine['call']>[0]) => engine.call(request),
    onEvent: (listener: (event: EngineEvent) => void) => {
      tell = listener
      return () => undefined
    },
  }
  const session = createPlanSession(hostOf(bridge as unknown as Parameters<typeof hostOf>[0]))
  session.listenToEngine()
  const restart = async () => {
    await engine.close()
    engine = createEngine({ dataDir })
    tell({ kind: 'engine-restarted' })
  }
  return { client: createClient(bridge.invoke, randomUUID), session, restart }
}

test('a plan that was open to read is read again after the engine died, and its writer goes on writing', async () => {
  const dataDir = temporaryFolder()
  const [writer, reader] = [aProgram(dataDir), aProgram(dataDir)]
  const { plan } = await importSample(writer.client)
  reader.session.opened(must(await reader.client.call('plan.open-to-read', { planId: plan.id })))
  must(await writer.client.call('plan.set-details', { changes: { period: '2027' } }))

  await reader.restart()
  await vi.waitFor(() => expect(reader.session.state().view?.plan.details.period).toBe('2027'))
  expect(reader.session.state().view?.readOnly).not.toBeNull()
  expect(await reader.session.change('plan.set-details', { changes: { period: '2028' } })).toEqual({
    ok: false,
    error: { code: 'plan-read-only' },
  })
  must(await writer.client.call('plan.set-details', { changes: { period: '2029' } }))
})

test('a plan that was open for changes can be changed again, by what was asked while nobody had it', async () => {
  const { client, session, restart } = aProgram(temporaryFolder())
  session.opened(await importSample(client))
  await restart()
  must(await session.change('plan.set-details', { changes: { period: '2027' } }))
  expect(session.state().view).toMatchObject({ readOnly: null, plan: { details: { period: '2027' } } })
  expect(session.state().failure).toBeNull()
})
