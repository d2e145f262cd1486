import { expect, test } from 'vitest'
import type { HostBridge } from '../../../src/contract/host.ts'
import { err } from '../../../src/domain/result.ts'
import { hostOf } from '../../../src/renderer/bridge/host.ts'
import { createFakeHost } from '../support/fake-host.ts'

const breaks = () => Promise.reject(new Error('pipe closed'))
const broken: HostBridge = {
  ...createFakeHost(),
  invoke: breaks,
  chooseFile: breaks,
  saveFile: breaks,
  takeFile: () => {
    throw new Error('not a file')
  },
  takeGivenFile: breaks,
}

test.each<[string, (bridge: HostBridge) => Promise<unknown>]>([
  ['a call', (bridge) => bridge.invoke({ callId: 'c', call: 'plan.read', input: {} })],
  ['choosing a file', (bridge) => bridge.chooseFile('plan')],
  ['taking in a file', (bridge) => bridge.takeFile(new File([], 'a.xlsx'))],
  ['taking in what the system handed over', (bridge) => bridge.takeGivenFile()],
  ['saving a file', (bridge) => bridge.saveFile({ fileId: 'f', name: 'a.docx', size: 1 }, 'ask')],
])('%s that breaks down on its way answers that the engine is gone', async (_, ask) => {
  expect(await ask(hostOf(broken).bridge)).toEqual(err({ code: 'engine-gone' }))
})
