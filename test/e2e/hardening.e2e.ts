import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { HostBridge } from '../../src/contract/host.ts'
import { startElectron, windowOf } from './support/program-in-electron.ts'

type WithHost = { readonly host: HostBridge }

interface Fixtures {
  readonly electron: {
    readonly app: ElectronApplication
    readonly page: Page
    /** Requests that the program refused, by scheme and host. */
    readonly refused: () => readonly string[]
  }
  /** A server on this computer that must not be reached, and how often it was. */
  readonly outside: { readonly url: string; readonly reached: () => number }
}

/** Electron with a page in the hands of an attacker: here it may break every rule, so nobody watches it. */
const test = base.extend<Fixtures>({
  electron: async ({ browserName: _ }, use, { project }) => {
    test.skip(project.name !== 'electron', 'a browser has its own walls')
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-e2e-'))
    const app = await startElectron(dataDir)
    const page = await windowOf(app)
    await use({
      app,
      page,
      refused: () => {
        const lines = readFileSync(join(dataDir, 'logs', 'incidents.jsonl'), 'utf8')
          .trim()
          .split('\n')
        return lines
          .map((line) => JSON.parse(line))
          .filter(({ incident }) => incident === 'request-refused')
          .map(({ message }) => message)
      },
    })
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  },
  outside: async ({ browserName: _ }, use) => {
    let reached = 0
    const server = createServer((_request, response) => {
      reached++
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}/`, reached: () => reached })
    server.closeAllConnections()
    server.close()
  },
})

test('the page’s process is sandboxed, apart from Node and from the page’s own world', async ({
  electron,
}) => {
  const preferences = await electron.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  })
  expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
  expect(preferences['nodeIntegrationInSubFrames'] ?? false).toBe(false)
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false)
  expect(preferences['experimentalFeatures'] ?? false).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
})

test('no dictionary is ever fetched', async ({ electron }) => {
  const spelling = await electron.app.evaluate(({ session }) => ({
    isChecked: session.defaultSession.isSpellCheckerEnabled(),
    languages: session.defaultSession.getSpellCheckerLanguages(),
  }))
  expect(spelling).toEqual({ isChecked: process.platform === 'darwin', languages: [] })
})

test('no permission is granted, whatever the page asks for', async ({ electron }) => {
  const outcomes = await electron.page.evaluate(async () => {
    const refused = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return false
      } catch {
        return true
      }
    }
    return {
      notifications: await Notification.requestPermission(),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      clipboard: await refused(() => navigator.clipboard.readText()),
      place: await refused(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
    }
  })
  expect(outcomes).toEqual({
    notifications: 'denied',
    camera: true,
    clipboard: true,
    place: true,
    screen: true,
  })
})

test('no session reaches anything, and every try is counted', async ({ electron, outside }) => {
  const reached = await electron.app.evaluate(async ({ net, session }, url) => {
    const tries = [
      () => net.fetch(url),
      () => session.defaultSession.fetch(url),
      () => session.fromPartition('another').fetch(url),
      () => session.fromPartition('persist:kept').fetch(url),
    ]
    const outcomes: boolean[] = []
    for (const one of tries)
      outcomes.push(
        await one().then(
          () => true,
          () => false,
        ),
      )
    return outcomes
  }, outside.url)
  expect(reached).toEqual([false, false, false, false])
  expect(outside.reached()).toBe(0)
  const where = outside.url.replace(/\/$/, '')
  expect(electron.refused()).toEqual([where, where, where, where])
})

test('the page stays where it is, and opens nothing else', async ({ electron, outside }) => {
  const { app, page } = electron
  for (const target of [outside.url, 'file:///etc/hostname', 'data:text/html,x', 'app://other/']) {
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url })
      document.body.append(link)
      link.click()
      link.remove()
    }, target)
    expect(await page.evaluate((url) => window.open(url) === null, target), target).toBe(true)
  }
  await page.evaluate((url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' })
    document.body.append(form)
    form.submit()
    document.head.append(Object.assign(document.createElement('base'), { href: url }))
  }, outside.url)
  // The answer of the engine comes after whatever the page tried before.
  await page.evaluate(() =>
    (window as unknown as WithHost).host.invoke({ callId: 'x', call: 'start.read', input: {} }),
  )
  expect(await page.evaluate(() => location.href)).toMatch(/^app:\/\/odap\//)
  expect(await page.evaluate(() => document.baseURI)).toMatch(/^app:\/\/odap\//)
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(outside.reached()).toBe(0)
})

test('no script runs that did not come with the program, and no frame or web view opens', async ({
  electron,
  outside,
}) => {
  const outcomes = await electron.page.evaluate(async (url) => {
    const ran = globalThis as { odapRan?: string }
    const script = Object.assign(document.createElement('script'), { textContent: 'odapRan = "inline"' })
    document.head.append(script)
    const frame = Object.assign(document.createElement('iframe'), { srcdoc: '<p>x</p>' })
    const broken = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective === 'frame-src') resolve(effectiveDirective)
      }),
    )
    frame.src = url
    frame.removeAttribute('srcdoc')
    document.body.append(frame)
    const view = document.createElement('webview')
    view.setAttribute('src', url)
    document.body.append(view)
    // Not in this very turn: what a debugger runs may evaluate, what the page runs may not.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // biome-ignore lint/security/noGlobalEval: what must be refused has to be tried.
          resolve(String(globalThis.eval('"evaluated"')))
        } catch (cause) {
          resolve((cause as Error).name)
        }
      }),
    )
    return { inline: ran.odapRan ?? 'refused', evaluated, frame: await broken }
  }, outside.url)
  expect(outcomes).toEqual({ inline: 'refused', evaluated: 'EvalError', frame: 'frame-src' })
  expect(
    await electron.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getType()),
    ),
  ).toEqual(['window'])
  expect(outside.reached()).toBe(0)
})

test('everything that is served comes under the strict policy and as what it is', async ({ electron }) => {
  const answers = await electron.page.evaluate(async () => {
    const addresses = ['/', '/index.html', ...[...document.scripts].map(({ src }) => src).filter(Boolean)]
    return Promise.all(
      addresses.map(async (address) => {
        const { headers, status } = await fetch(address)
        return {
          status,
          policy: headers.get('content-security-policy'),
          sniff: headers.get('x-content-type-options'),
        }
      }),
    )
  })
  expect(answers.length).toBeGreaterThan(2)
  for (const { status, sniff } of answers) expect([status, sniff]).toEqual([200, 'nosniff'])
  for (const { policy } of answers.slice(0, 2)) {
    const directives = String(policy).replace(/'nonce-[^']+'/, "'nonce'")
    expect(directives.split('; ').sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "font-src 'self' data:",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "script-src 'self'",
      "style-src 'self' 'nonce'",
      "worker-src 'self'",
    ])
  }
})

test('another window with the same way in is refused, and reaches no plan', async ({ electron }) => {
  const outcome = await electron.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('app://odap/')
    const asked = `host.invoke({ callId: 'x', call: 'start.read', input: {} })
      .then(() => 'answered', (cause) => String(cause))`
    return String(await other.webContents.executeJavaScript(asked))
  })
  expect(outcome).toContain('Refused')
})

test('an event reaches the page as data alone', async ({ electron }) => {
  const seen = await electron.page.evaluate(async () => {
    const { host } = window as unknown as WithHost
    return new Promise<unknown>((resolve) => {
      host.onEvent((...given: readonly unknown[]) => resolve(given))
      void (async () => {
        const sample = (await host.invoke({ callId: '1', call: 'open.sample', input: {} })) as {
          readonly value: { readonly fileId: string }
        }
        const inspected = (await host.invoke({
          callId: '2',
          call: 'open.inspect',
          input: { fileId: sample.value.fileId, choice: null },
        })) as { readonly value: { readonly table: Record<string, never> & { readonly columns: [] } } }
        const { sheet, headerRow, headerRows, columns } = inspected.value.table
        await host.invoke({
          callId: '3',
          call: 'open.import',
          input: {
            fileId: sample.value.fileId,
            choice: { sheet, headerRow, headerRows },
            columns: columns.map(({ letter, field }) => ({ letter, field })),
          },
        })
      })()
    })
  })
  expect(seen).toHaveLength(1)
  expect((seen as readonly object[])[0]).toHaveProperty('kind')
  expect((seen as readonly object[])[0]).not.toHaveProperty('sender')
})
