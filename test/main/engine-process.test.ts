import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { startEngineProcess } from '../support/engine-process.ts'
import { importSample } from '../support/journey.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

async function anEngineWithAPlan() {
  const dataDir = temporaryFolder()
  const engine = await startEngineProcess(dataDir)
  onTestFinished(() => void engine.child.kill('SIGKILL'))
  await importSample(createClient(engine.invoke, () => 'call'))
  /** What stands beside a plan as long as somebody has it. */
  const besidePlan = () =>
    readdirSync(join(dataDir, 'plans')).filter((name) => /-wal$|\.holder\.json$/.test(name))
  return { engine, besidePlan }
}

describe('the engine in a process of its own', () => {
  test('closes the plan in good order before it ends', async () => {
    const { engine, besidePlan } = await anEngineWithAPlan()
    expect(besidePlan()).toHaveLength(2)
    await engine.close()
    expect(engine.child.exitCode).toBe(0)
    expect(besidePlan()).toEqual([])
  })

  test('ends when the window’s process is gone, however that went', async () => {
    const { engine } = await anEngineWithAPlan()
    engine.child.disconnect()
    expect(await once(engine.child, 'exit')).toEqual([0, null])
  })
})
