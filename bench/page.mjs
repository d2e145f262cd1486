// How long the page keeps a person waiting, on plans of several sizes, beside the same change sent past the page.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../scripts/browser.mjs'
import { presentElectron } from '../scripts/electron-binary.mjs'
import { makePlan } from './make-plan.mjs'

const sizes = [1_000, 10_000, 100_000]
const runs = 3
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY !== undefined

/**
 * @param {{ node: string, rows: readonly number[], say: (text: string) => void }} wanted `rows` are numbers of datasets
 */
export async function benchPage({ node, rows, say }) {
  const folder = join(tmpdir(), 'odap-bench')
  mkdirSync(folder, { recursive: true })
  const hosts = Object.entries({
    browser: findBrowser(),
    electron: hasDisplay ? presentElectron() : null,
  })
  say(`${runs} runs each; every run in a process of its own, on a copy of the plan. Milliseconds.`)
  say('A pause is the longest time in which the page could do nothing else, until it has done its work.')
  say('The floor of an answer is the same call by the host’s own channel, past the page.')
  for (const [host, program] of hosts) {
    if (program === null) {
      say(`\n${host}: not to be had here, or no display for it.`)
      continue
    }
    for (const datasets of rows.length > 0 ? rows : sizes) {
      const path = join(folder, `${datasets}-decided-2.odap`)
      if (!existsSync(path)) makePlan(path, { datasets, actions: 0, isDecided: true })
      const results = Array.from({ length: runs }, () => {
        try {
          return once(node, host, program, path, datasets)
        } catch (cause) {
          // A window does not always come up on a busy machine.
          say(`\nA run broke off and is done once more: ${cause.message.split('\n')[0]}`)
          return once(node, host, program, path, datasets)
        }
      })
      say(`\n${host}, ${datasets.toLocaleString('en-US')} datasets\n`)
      for (const line of [...pauseTable(results), '', ...answerLines(results)]) say(line)
    }
  }
}

function once(node, host, program, path, datasets) {
  const dataDir = mkdtempSync(join(tmpdir(), 'odap-bench-page-'))
  try {
    mkdirSync(join(dataDir, 'plans'))
    copyFileSync(path, join(dataDir, 'plans', 'bench.odap'))
    const script = join(import.meta.dirname, 'page-once.mjs')
    return JSON.parse(
      execFileSync(node, [script, host, program, dataDir, String(datasets)], { encoding: 'utf8' }),
    )
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function pauseTable(results) {
  const names = Object.keys(results[0].pauses)
  return [
    '| what is done | longest pause, median | largest |',
    '| --- | ---: | ---: |',
    ...names.map((name) => {
      const pauses = results.map(({ pauses }) => pauses[name])
      return `| ${name} | ${Math.round(quantile(pauses, 0.5))} | ${Math.round(Math.max(...pauses))} |`
    }),
  ]
}

function answerLines(results) {
  const edits = results.flatMap(({ edits }) => edits)
  const floor = results.flatMap(({ floor }) => floor)
  const [median, most] = [0.5, 0.9].map((share) => quantile(edits, share))
  const below = quantile(floor, 0.5)
  return [
    `From a key to “Saved” on the screen: median ${median.toFixed(1)}, nine of ten under ${most.toFixed(1)}, ` +
      `longest ${Math.max(...edits).toFixed(1)}; floor ${below.toFixed(1)}, ${(median / below).toFixed(1)} times.`,
  ]
}

function quantile(values, share) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)]
}
