import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { inFigures, type Reached, runAlone, whyNotAlone } from '../support/alone.ts'

const playwright = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url))
const reason = whyNotAlone()

test.beforeEach(({ browserName: _ }, { project }) => {
  test.skip(project.name !== 'electron', 'the loopback host is watched by test/network')
  test.skip(reason !== null, reason ?? '')
})

/** Runs one of the tests in alone/ where nothing can leave; what Chromium asked its network for comes with it. */
async function alone(title: string): Promise<Reached & { readonly asked: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'odap-e2e-'))
  const netLog = join(folder, 'net-log.json')
  const parameters = ['test', '--project=alone', '--reporter=line', '--output', join(folder, 'results')]
  const reached = await runAlone([process.execPath, playwright, ...parameters, '--grep', title], {
    ODAP_TEST_NET_LOG: netLog,
  })
  expect(reached.code, reached.said).toBe(0)
  expect(existsSync(netLog)).toBe(true)
  const asked = askedOfNetwork(readFileSync(netLog, 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  return { ...reached, asked }
}

/** Every address and name in Chromium's record, however the request ended. */
function askedOfNetwork(log: string): readonly string[] {
  return [...new Set(log.match(/"(?:url|host)":"[^"]*"/g) ?? [])]
}

test('the whole job in the window sends nothing, asks for nothing, and looks nothing up', async () => {
  test.setTimeout(600_000)
  const reached = await alone('the whole job, and then nothing for a while')
  process.stdout.write(inFigures('The window', reached))
  expect(reached.packets).toBe(0)
  expect(reached.attempts ?? []).toEqual([])
  expect(reached.asked).toEqual([])
})

test('a page that was taken over sends nothing', async () => {
  test.setTimeout(300_000)
  const reached = await alone('a page that was taken over reaches nothing')
  process.stdout.write(inFigures('A page that was taken over', reached))
  expect(reached.packets).toBe(0)
})
