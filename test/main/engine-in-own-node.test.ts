import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { launchInOwnNode } from '../../src/main/engine-in-own-node.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('an engine that cannot be started is told as gone, once', async () => {
  const node = join(temporaryFolder(), 'no-program')
  writeFileSync(node, 'no program')
  vi.stubEnv('ODAP_NODE', node)
  const onGone = vi.fn()
  launchInOwnNode('engine-process.js', () => undefined, onGone)
  await vi.waitFor(() => expect(onGone).toHaveBeenCalled())
  expect(onGone).toHaveBeenCalledOnce()
  vi.unstubAllEnvs()
})
