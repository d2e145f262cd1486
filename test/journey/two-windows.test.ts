import { expect, onTestFinished, test } from 'vitest'
import type { HostBridge } from '../../src/contract/host.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { hostOf } from '../../src/renderer/bridge/host.ts'
import { createPlanSession } from '../../src/renderer/plan/plan-session.ts'
import { importSample, must } from '../support/journey.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A window on the engine, as far as the plan is concerned. */
function openWindow(engine: Engine) {
  const none = () => Promise.reject(new Error('no files here'))
  const bridge: HostBridge = {
    ...engine,
    kind: 'web',
    invoke: engine.call,
    chooseFile: none,
    takeFile: none,
    takeGivenFile: none,
    saveFile: none,
  }
  const host = hostOf(bridge)
  return { host, session: createPlanSession(host) }
}

test('an edit meant for one plan is refused once another window has opened another', async () => {
  const engine = createEngine({ dataDir: temporaryFolder() })
  onTestFinished(() => engine.close())
  const first = openWindow(engine)
  const second = openWindow(engine)
  first.session.opened(await importSample(first.host.client))
  const other = await importSample(second.host.client)
  second.session.opened(other)

  const changes = { agencyName: 'Meant for the first' }
  const refused = { ok: false, error: { code: 'other-plan-open' } }
  expect(await first.session.change('plan.set-details', { changes })).toEqual(refused)
  expect(await first.session.change('plan.undo', {})).toEqual(refused)
  expect(first.session.state()).toMatchObject({ saving: 0, failure: { code: 'other-plan-open' } })
  expect(must(await second.host.client.call('plan.read', {}))).toEqual(other)

  expect(await second.session.change('plan.set-details', { changes })).toMatchObject({ ok: true })
})
