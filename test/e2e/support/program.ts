import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import type { AppError } from '../../../src/contract/errors.ts'
import type { CallRequest } from '../../../src/contract/host.ts'
import type { Result } from '../../../src/domain/result.ts'
import { launchInBrowser } from './program-in-browser.ts'
import { launchElectron } from './program-in-electron.ts'

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
  program: async ({ browserOfProgram }, use, testInfo) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-e2e-'))
    const launched =
      browserOfProgram === null
        ? await launchElectron(dataDir)
        : await launchInBrowser(dataDir, () => browserOfProgram.newPage({ acceptDownloads: true }))
    await use(launched.program)
    if (testInfo.status !== testInfo.expectedStatus)
      await sayWhatIsOnScreen(launched.program.page, testInfo.title)
    const problems = await launched.problems()
    await launched.close()
    rmSync(dataDir, { recursive: true, force: true })
    expect(problems, 'policy violations and errors of the page').toEqual([])
  },
})

/** Into the log, since that may be all that is left of a test that failed on another computer. */
async function sayWhatIsOnScreen(page: Page, title: string): Promise<void> {
  const seen = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((cause: unknown) => `nothing that could be read: ${String(cause)}`)
  // biome-ignore lint/suspicious/noConsole: this is the log
  console.log(`On screen when “${title}” failed:\n${seen.slice(-4_000)}`)
}

export { expect }
