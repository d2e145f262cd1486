import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { HostBridge } from '../../../src/contract/host.ts'
import { type Launched, pidOf, watch } from './launched.ts'
import type { Program } from './program.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The program in its own window. */
export async function launchElectron(dataDir: string): Promise<Launched> {
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
