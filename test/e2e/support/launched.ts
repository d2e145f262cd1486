import type { Page } from '@playwright/test'
import type { Program } from './program.ts'

/** A program that was started for a test. */
export interface Launched {
  readonly program: Program
  readonly problems: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Listens for policy violations and uncaught errors from the page's first moment on. */
export async function watch(page: Page, problems: string[]): Promise<void> {
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

/** Never 0, which to `kill` means whoever asks. */
export function pidOf(pid: number | undefined): number {
  if (pid === undefined || !(pid > 0)) throw new Error('No process runs the engine')
  return pid
}
