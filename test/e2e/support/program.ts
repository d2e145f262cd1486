import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  _electron,
  type Browser,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import type { AppError } from '../../../src/contract/errors.ts'
import type { CallRequest, HostBridge } from '../../../src/contract/host.ts'
import type { Result } from '../../../src/domain/result.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The running program, in a browser or in Electron; a test cannot tell which, except through `kind`. */
export interface Program {
  readonly kind: 'browser' | 'electron'
  readonly page: Page
  readonly dataDir: string
  /** Does what makes a file be saved, and answers where it then is. */
  readonly saving: (act: () => Promise<void>) => Promise<string>
  /** Does what opens the file dialog, and chooses this file in it. */
  readonly choosing: (path: string, act: () => Promise<void>) => Promise<void>
  /** A call by the host's own channel, past the page. */
  readonly invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>
  /** The process that runs the engine. */
  readonly enginePid: () => Promise<number>
  /** Ends the program and starts it again on the same data; with a file as if that had been double-clicked. */
  readonly restart: (given?: string) => Promise<void>
  /** A double click on a file while the program runs; for Electron only. */
  readonly handOver: (path: string) => Promise<void>
  /** What the page did wrong so far, for a test that meant it to: it counts no more. */
  readonly forgetProblems: () => readonly string[]
  /** A second program on the same data, as on another screen or computer; for a browser only. */
  readonly another: () => Promise<{ readonly page: Page; readonly close: () => Promise<void> }>
}

interface Fixtures {
  readonly program: Program
}

interface WorkerFixtures {
  /** Null where the program has a window of its own: no browser is started then. */
  readonly browserOfProgram: Browser | null
}

/** Every test gets the program on a data folder of its own, and ends by proving that the page broke no policy. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  browserOfProgram: [
    async ({ playwright, launchOptions }, use, { project }) => {
      const browser = project.name === 'browser' ? await playwright.chromium.launch(launchOptions) : null
      await use(browser)
      await browser?.close()
    },
    { scope: 'worker' },
  ],
  program: async ({ browserOfProgram }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-e2e-'))
    const launched =
      browserOfProgram === null
        ? await launchElectron(dataDir)
        : await launchInBrowser(dataDir, () => browserOfProgram.newPage({ acceptDownloads: true }))
    await use(launched.program)
    const problems = await launched.problems()
    await launched.close()
    rmSync(dataDir, { recursive: true, force: true })
    expect(problems, 'policy violations and errors of the page').toEqual([])
  },
})

export { expect }

interface Launched {
  readonly program: Program
  readonly problems: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Listens for policy violations and uncaught errors from the page's first moment on. */
async function watch(page: Page, problems: string[]): Promise<void> {
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  await page.exposeFunction('odapPolicyBroken', (what: string) => problems.push(`policy: ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { odapPolicyBroken } = window as unknown as { odapPolicyBroken: (what: string) => void }
      odapPolicyBroken(`${event.violatedDirective} ${event.blockedURI}`)
    })
  })
}

async function launchInBrowser(dataDir: string, newPage: () => Promise<Page>): Promise<Launched> {
  const problems: string[] = []
  let host = await startHost(dataDir)
  const page = await newPage()
  await watch(page, problems)
  await page.goto(host.url)
  return {
    problems: async () => problems,
    close: async () => {
      await page.close()
      await stopped(host.process, 'SIGTERM')
    },
    program: {
      kind: 'browser',
      page,
      dataDir,
      saving: async (act) => {
        const download = page.waitForEvent('download')
        await act()
        const saved = await download
        const path = join(dataDir, 'downloads', saved.suggestedFilename())
        await saved.saveAs(path)
        return path
      },
      choosing: async (path, act) => {
        const chooser = page.waitForEvent('filechooser')
        await act()
        await (await chooser).setFiles(path)
      },
      invoke: async (request) => {
        const { origin, hash } = new URL(host.url)
        const answer = await fetch(`${origin}/call`, {
          method: 'POST',
          headers: {
            origin,
            authorization: `Bearer ${hash.slice(1)}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify(request),
        })
        return (await answer.json()) as Result<unknown, AppError>
      },
      enginePid: async () => pidOf(host.process.pid),
      restart: async () => {
        await page.goto('about:blank')
        // Answered after whatever the page sent on leaving.
        await fetch(host.url)
        await stopped(host.process, 'SIGTERM')
        host = await startHost(dataDir)
        await page.goto(host.url)
      },
      handOver: () => Promise.reject(new Error('The system hands nothing to a page')),
      forgetProblems: () => problems.splice(0),
      another: async () => {
        const second = await launchInBrowser(dataDir, newPage)
        const { page: secondPage } = second.program
        return {
          page: secondPage,
          close: async () => {
            problems.push(...(await second.problems()))
            await second.close()
          },
        }
      },
    },
  }
}

async function startHost(dataDir: string): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [join(root, 'out', 'web', 'serve.js')], {
    env: { ...process.env, ODAP_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /Open (http:\S+)\n/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`The host ended with ${code}`)))
  })
  return { process: child, url }
}

function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill(signal)
  })
}

async function launchElectron(dataDir: string): Promise<Launched> {
  const problems: string[] = []
  let app = await startElectron(dataDir)
  let page = await windowOf(app)
  await watch(page, problems)
  await page.reload()
  const program: Program = {
    kind: 'electron',
    get page() {
      return page
    },
    dataDir,
    saving: async (act) => {
      const folder = join(dataDir, 'saved')
      await app.evaluate(async ({ dialog }, into) => {
        const { mkdirSync } = process.getBuiltinModule('node:fs')
        mkdirSync(into, { recursive: true })
        dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
          const filePath = `${into}/${options.defaultPath.split('/').at(-1)}`
          Object.assign(globalThis, { odapSavedTo: filePath })
          return { canceled: false, filePath }
        }) as typeof dialog.showSaveDialog
      }, folder)
      await act()
      await expect
        .poll(() => app.evaluate(() => String((globalThis as { odapSavedTo?: string }).odapSavedTo ?? '')))
        .not.toBe('')
      const path = await app.evaluate(() => {
        const saved = globalThis as { odapSavedTo?: string }
        const chosen = String(saved.odapSavedTo)
        delete saved.odapSavedTo
        return chosen
      })
      // The page says so only after the file was written and read back.
      await expect(page.getByRole('main')).toContainText(`Saved to ${path}`)
      expect(statSync(path).size).toBeGreaterThan(0)
      return path
    },
    choosing: async (path, act) => {
      await app.evaluate(async ({ dialog }, chosen) => {
        dialog.showOpenDialog = (async () => ({
          canceled: false,
          filePaths: [chosen],
        })) as typeof dialog.showOpenDialog
      }, path)
      await act()
    },
    invoke: (request) =>
      page.evaluate((asked) => (window as unknown as { host: HostBridge }).host.invoke(asked), request),
    enginePid: () => childPid(app),
    restart: async (given) => {
      await app.close()
      app = await startElectron(dataDir, given)
      page = await windowOf(app)
      await watch(page, problems)
    },
    handOver: (path) =>
      new Promise((resolve, reject) => {
        // The second start hands the file to the first and ends.
        const second = spawn(app.process().spawnfile, electronArguments(path), {
          env: electronEnvironment(dataDir),
        })
        second.on('error', reject)
        second.on('exit', () => resolve())
      }),
    forgetProblems: () => problems.splice(0),
    another: () => Promise.reject(new Error('A second Electron hands over to the first')),
  }
  return { program, problems: async () => problems, close: () => app.close() }
}

/** In milliseconds: where much else goes on, a program takes longer to start than a person would wait. */
const longestStart = 90_000

/** The program in Electron without anybody who watches its page: for tests that do what the page must never do. */
export function startElectron(dataDir: string, given?: string): Promise<ElectronApplication> {
  const executablePath = packedProgram()
  return _electron.launch({
    args: electronArguments(given),
    env: electronEnvironment(dataDir),
    timeout: longestStart,
    ...(executablePath === undefined ? {} : { executablePath }),
  })
}

/** The window with the program's page in it, which comes some time after the window itself. */
export async function windowOf(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: longestStart })
  await page.getByRole('banner').waitFor({ timeout: longestStart })
  return page
}

/** A packed program to run in place of the built one; it brings its own page and engine. */
function packedProgram(): string | undefined {
  return process.env['ODAP_TEST_PACKED']
}

function electronArguments(given?: string): string[] {
  const asRoot = process.getuid?.() === 0
  const netLog = process.env['ODAP_TEST_NET_LOG']
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    // Chromium's own record of what it asked its network for, what never left included.
    ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`]),
    ...(packedProgram() === undefined ? [root] : []),
    ...(given === undefined ? [] : [given]),
  ]
}

function electronEnvironment(dataDir: string): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    ODAP_DATA_DIR: dataDir,
    ODAP_NODE: process.execPath,
  }
}

/** The engine is the one child of Electron's main process that runs our script. */
async function childPid(app: ElectronApplication): Promise<number> {
  const parent = app.process().pid
  const { execFileSync } = await import('node:child_process')
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const row = rows.find(
    (line) => line.includes('engine-process.js') && Number(line.trim().split(/\s+/)[1]) === parent,
  )
  return pidOf(Number(row?.trim().split(/\s+/)[0]))
}

/** Never 0, which to `kill` means whoever asks. */
function pidOf(pid: number | undefined): number {
  if (pid === undefined || !(pid > 0)) throw new Error('No process runs the engine')
  return pid
}
