import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { watch } from './support/launched.ts'
import { officer } from './support/officer.ts'

const root = join(import.meta.dirname, '..', '..')

/** In milliseconds: seconds of work, which a busy computer draws out. */
const compiling = 90_000

let copy: string
let dev: ChildProcess
let address: URL

/** In a copy of the project, so that what is changed here is nobody's work. */
test.beforeAll(async ({ browserName: _ }, { project }) => {
  test.skip(project.name !== 'browser', 'the window’s page is tried by hand: npm run dev -- electron')
  copy = mkdtempSync(join(tmpdir(), 'odap-dev-'))
  for (const name of [
    'src',
    'scripts',
    'assets',
    'out',
    'package.json',
    'tsconfig.base.json',
    'vite.config.ts',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ODAP_DATA_DIR: _data, ...env } = process.env
  dev = spawn(process.execPath, [join(copy, 'scripts', 'dev.mjs')], {
    // A home of its own, should the plans ever land where those are that somebody needs.
    env: { ...env, HOME: join(copy, 'home'), LOCALAPPDATA: join(copy, 'home'), XDG_DATA_HOME: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: dev.stdout as NodeJS.ReadableStream }), 'line')
  address = new URL(String(line).replace('Open ', ''))
})

test.afterAll(async () => {
  if (dev === undefined) return
  dev.kill()
  await once(dev, 'exit')
  rmSync(copy, { recursive: true, force: true })
})

function replaceIn(file: string, before: string, after: string): void {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  expect(text.split(before).length - 1, `“${before}” in ${file}`).toBe(1)
  writeFileSync(path, text.replace(before, after))
}

test('what is changed shows on the page as it stands, and an engine that is changed comes back', async ({
  page,
}) => {
  test.setTimeout(2 * compiling)
  const problems: string[] = []
  await watch(page, problems)
  await page.goto(address.href)
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()
  const loaded = await page.evaluate(() => performance.timeOrigin)

  replaceIn(
    'src/renderer/ui/step-frame.tsx',
    '{title}\n          </Title2>',
    '{title} Changed\n          </Title2>',
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is this plan for? Changed')
  replaceIn('src/renderer/text/details.ts', "'Who is this plan for?'", "'Whose plan is it?'")
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose plan is it? Changed')

  replaceIn('src/engine/calls/start.ts', 'version: context.version', "version: 'changed'")
  await expect(page.getByText('The program restarted its engine.')).toBeVisible({ timeout: compiling })
  expect(await askStart(ours())).toContain('"version":"changed"')
  await me.fill('Agency', 'Office of Other Affairs')
  await me.saved()
  expect(await page.evaluate(() => performance.timeOrigin), 'the page was not loaded again').toBe(loaded)
  expect(problems, 'policy violations and errors of the page').toEqual([])
})

test('nobody else gets through the development server to the program', async () => {
  expect(await askStart(ours())).toContain('"ok":true')
  expect(await askStart({ ...ours(), authorization: 'Bearer guessed' })).toBe('404')
  expect(await askStart({ ...ours(), origin: 'https://example.org' })).toBe('404')
  expect(await askStart({ ...ours(), host: 'example.org' })).toBe('404')
})

test('plans made while it is worked on are not among those that somebody needs', async () => {
  test.setTimeout(compiling)
  expect(await askStart(ours())).toContain('"ok":true')
  expect(existsSync(join(copy, '.tools', 'dev-plans', 'plans'))).toBe(true)
  expect(existsSync(join(copy, 'home'))).toBe(false)
})

function ours() {
  const { host, origin, hash } = address
  return { host, origin, authorization: `Bearer ${hash.slice(1)}`, 'content-type': 'application/json' }
}

/** What is answered, or the number that refuses. Plain node:http, since fetch does not let a test lie about its Host. */
async function askStart(headers: Readonly<Record<string, string>>): Promise<string> {
  const options = { host: '127.0.0.1', port: address.port, path: '/call', method: 'POST', headers }
  const sent = request(options)
  sent.end(JSON.stringify({ callId: 'one', call: 'start.read', input: {} }))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const body = (await answer.toArray()).join('')
  return answer.statusCode === 200 ? body : String(answer.statusCode)
}
