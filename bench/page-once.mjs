// Works through one plan in one host and prints what a person waited for. Its parameters: browser or electron, the
// program to start, the data folder, how many datasets the plan has.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium, _electron as electron } from 'playwright-core'
import { idOf } from './make-plan.mjs'
import { watchPauses } from './page-watch.mjs'
import { editTimes, workThrough } from './page-work.mjs'

const [way = '', program = '', dataDir = '', datasets = ''] = process.argv.slice(2)
const root = join(import.meta.dirname, '..')
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const floorCalls = 30

const hosts = {
  browser: async () => {
    const host = spawn(process.execPath, [join(root, 'out', 'web', 'serve.js')], {
      env: { ...process.env, ODAP_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const url = new URL(await addressFrom(host.stdout))
    const browser = await chromium.launch({ executablePath: program, args: asRoot })
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(url.href)
    return {
      page,
      token: url.hash.slice(1),
      close: async () => {
        await browser.close()
        host.kill('SIGTERM')
      },
    }
  },
  electron: async () => {
    const app = await electron.launch({
      executablePath: program,
      args: [...asRoot, root],
      timeout: 60_000,
      env: { ...process.env, ODAP_DATA_DIR: dataDir, ODAP_NODE: process.execPath },
    })
    return { page: await app.firstWindow(), token: '', close: () => app.close() }
  },
}

async function addressFrom(output) {
  let printed = ''
  for await (const chunk of output) {
    printed += chunk
    const found = /Open (http:\S+)\n/.exec(printed)?.[1]
    if (found !== undefined) return found
  }
  throw new Error('The host ended before it served')
}

/** How long the same changes take by the host's own channel, past the page's own code. */
function floorTimes(page, token) {
  const requests = Array.from({ length: floorCalls }, (_, index) => ({
    callId: `bench-${index}`,
    call: 'review.set',
    input: { ids: [idOf(index)], changes: { availability: index % 2 ? 'public-report' : 'not-public' } },
    mostDatasets: 1_000,
  }))
  return page.evaluate(
    async ([asked, authorization]) => {
      const ask = (request) =>
        window.host?.invoke(request) ??
        fetch('/call', {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(request),
        }).then((answer) => answer.json())
      // The page does not know of this plan yet, so it has no part in this.
      await ask({ callId: 'bench-open', call: 'plan.open', input: { planId: 'bench' } })
      const times = []
      for (const request of asked) {
        const began = performance.now()
        const answer = await ask(request)
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        times.push(performance.now() - began)
      }
      return times
    },
    [requests, `Bearer ${token}`],
  )
}

const { page, token, close } = await hosts[way]()
try {
  await page.getByRole('heading', { level: 1 }).waitFor()
  const floor = await floorTimes(page, token)
  const pauses = {}
  const watch = await watchPauses(page)
  const during = async (name, act) => {
    await watch.restart()
    await act()
    pauses[name] = Math.max(pauses[name] ?? 0, await watch.longest())
  }
  await workThrough(page, Number(datasets), during)
  const edits = await editTimes(page)
  process.stdout.write(`${JSON.stringify({ pauses, edits, floor })}\n`)
} finally {
  await close()
}
