// What one saved edit costs, and what it costs of that to be sure: against the same rows written and flushed by hand.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePlan } from './make-plan.mjs'

const sizes = [1_000, 10_000, 100_000]
/** Of a plan that has been worked on for long. */
const longHistory = { datasets: 1_000, actions: 100_000 }
const runs = 3
const ways = ['in process', 'over IPC']

/**
 * @param {{ node: string, rows: readonly number[], say: (text: string) => void }} wanted `rows` are numbers of datasets
 */
export function benchStore({ node, rows, say }) {
  const folder = join(tmpdir(), 'odap-bench')
  mkdirSync(folder, { recursive: true })
  const plans = (rows.length > 0 ? rows : sizes).map((datasets) => ({ datasets, actions: 0 }))
  if (rows.length === 0) plans.push(longHistory)

  say(`${runs} runs each, the median; every run in a process of its own, on a copy of the plan.`)
  say('An edit sets one field of one dataset; it counts when it is flushed to the disk and acknowledged.')
  say(
    'The floor writes the same rows, the journal’s included, in one flushed transaction of prepared statements.',
  )
  say('')
  say('')
  say(
    '| datasets | actions before | way | edits a second | floor | to the floor | median ms | floor | slowest of 100 ms |',
  )
  say('| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |')
  const bytesPerEdit = []
  for (const plan of plans) {
    const path = join(folder, `${plan.datasets}-${plan.actions}-2.odap`)
    if (!existsSync(path)) makePlan(path, plan)
    const measured = new Map(ways.map((way) => [way, measure(node, way, path)]))
    for (const [way, figures] of measured) say(line(plan, way, figures))
    bytesPerEdit.push(measured.get('in process').bytes)
    const bulk = plan.datasets >= 10_000 && plan.actions === 0 ? measure(node, 'bulk', path) : null
    if (bulk !== null) say(bulkLine(plan, bulk))
  }
  say('')
  say(`History and log of one edit: ${Math.round(Math.max(...bytesPerEdit))} bytes of the plan file at most.`)
}

function measure(node, way, path) {
  const script = join(import.meta.dirname, 'store-once.mjs')
  const results = Array.from({ length: runs }, () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'odap-bench-store-'))
    try {
      mkdirSync(join(dataDir, 'plans'))
      copyFileSync(path, join(dataDir, 'plans', 'bench.odap'))
      copyFileSync(path, join(dataDir, 'floor.odap'))
      const parameters = ['--disable-warning=ExperimentalWarning', script, way, dataDir]
      return JSON.parse(execFileSync(node, parameters, { encoding: 'utf8' }))
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  })
  const names = Object.keys(results[0])
  return Object.fromEntries(names.map((name) => [name, median(results.map((result) => result[name]))]))
}

function line({ datasets, actions }, way, figures) {
  const cells = [
    datasets.toLocaleString('en-US'),
    actions.toLocaleString('en-US'),
    way,
    Math.round(figures.perSecond).toLocaleString('en-US'),
    Math.round(figures.floorPerSecond).toLocaleString('en-US'),
    `${Math.round((100 * figures.perSecond) / figures.floorPerSecond)} %`,
    figures.medianMs.toFixed(2),
    figures.floorMedianMs.toFixed(2),
    figures.slowestMs.toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}

function bulkLine({ datasets }, { setMs, undoMs, redoMs }) {
  const [set, undo, redo] = [setMs, undoMs, redoMs].map((ms) => `${Math.round(ms)} ms`)
  return `| ${datasets.toLocaleString('en-US')} | 0 | 10,000 at once: set ${set}, undo ${undo}, redo ${redo} | | | | | | |`
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
