// One measurement in a process of its own: types answers into a plan while its workbook is given back.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '../src/contract/client.ts'

const [way = '', path = ''] = process.argv.slice(2)

/** A person's answers come slower; so many meet every pause. */
const paceMs = 20
const isWarm = (answer) => answer === 50

/** Each as built: what threads run is built too. */
const ways = {
  'in process': async (dataDir) => {
    const { createEngine } = await import('../out/engine/index.js')
    const engine = createEngine({ dataDir })
    return { invoke: engine.call, close: engine.close }
  },
  'over IPC': async (dataDir) => {
    const { startEngineProcess } = await import('../test/support/engine-process.ts')
    return startEngineProcess(dataDir)
  },
}

async function importAll(dataDir) {
  // The door for files is the host's; what an engine received is on its shelf only, so a plan is made by one in here.
  const { createEngine } = await import('../out/engine/index.js')
  const engine = createEngine({ dataDir })
  const own = createClient(engine.call, randomUUID)
  must(await own.call('start.set-name', { name: 'J. Rivera' }))
  const { fileId } = must(engine.receive({ name: 'inventory.xlsx', bytes: readFileSync(path) }))
  const { table } = must(await own.call('open.inspect', { fileId, choice: null }))
  const { sheet, headerRow, headerRows } = table
  const columns = table.columns.map(({ letter, field }) => ({ letter, field }))
  const choice = { sheet, headerRow, headerRows }
  const { plan } = must(await own.call('open.import', { fileId, choice, columns }))
  const ids = plan.datasets.map(({ id }) => id)
  must(await own.call('review.set', { ids, changes: { availability: 'not-public' } }))
  must(await own.call('identify.set', { ids, changes: { access: 'public' } }))
  await engine.close()
  return { planId: plan.id, ids }
}

/**
 * One answer every 20 ms, whatever became of those before: each counts from the moment it was due, so that a pause is
 * counted in full by all that fell into it.
 */
async function typing(client, ids, isOver) {
  const took = []
  const saving = []
  const began = performance.now()
  for (let answer = 0; ; answer += 1) {
    const due = began + answer * paceMs
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    if (isOver(answer, due)) break
    const availability = answer % 2 === 0 ? 'on-portal' : 'not-public'
    const save = client.call('review.set', { ids: [ids[answer % ids.length]], changes: { availability } })
    saving.push(save.then((saved) => must(saved) && took.push(performance.now() - due)))
  }
  await Promise.all(saving)
  return took
}

function figuresOf(took) {
  const sorted = took.toSorted((one, other) => one - other)
  return { answers: took.length, medianMs: sorted[Math.floor(took.length / 2)], longestMs: sorted.at(-1) }
}

function must(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const dataDir = mkdtempSync(join(tmpdir(), 'odap-bench-answers-'))
try {
  const { planId, ids } = await importAll(dataDir)
  const engine = await ways[way](dataDir)
  const client = createClient(engine.invoke, randomUUID)
  must(await client.call('plan.open', { planId }))
  // What has to be made ready once is no part of it.
  await typing(client, ids, isWarm)
  const quiet = figuresOf(await typing(client, ids, isWarm))
  let seconds = 0
  let end = Number.POSITIVE_INFINITY
  const make = async () => {
    const began = performance.now()
    must(await client.call('deliver.make-workbook', {}))
    end = performance.now()
    seconds = (end - began) / 1_000
  }
  // Once answers are being typed.
  const making = new Promise((resolve) => setTimeout(resolve, 10 * paceMs)).then(make)
  const busy = figuresOf(await typing(client, ids, (_answer, due) => due > end))
  await making
  await engine.close()
  process.stdout.write(`${JSON.stringify({ seconds, quiet, busy })}\n`)
} finally {
  rmSync(dataDir, { recursive: true })
}
