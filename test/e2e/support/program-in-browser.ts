import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { AppError } from '../../../src/contract/errors.ts'
import type { Result } from '../../../src/domain/result.ts'
import { type Launched, pidOf, watch } from './launched.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The loopback host, and its page in a browser. */
export async function launchInBrowser(dataDir: string, newPage: () => Promise<Page>): Promise<Launched> {
  const problems: string[] = []
  const others = new Set<Launched>()
  let host = await startHost(dataDir)
  const page = await newPage()
  await watch(page, problems)
  await page.goto(host.url)
  return {
    problems: async () => problems,
    close: async () => {
      // Those that a test which failed had no time to close.
      for (const other of others) await other.close()
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
        others.add(second)
        return {
          page: second.program.page,
          close: async () => {
            others.delete(second)
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
