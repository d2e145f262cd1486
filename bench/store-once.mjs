// One measurement in a process of its own: edits one plan in one way and prints what it cost.
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { createClient } from '../src/contract/client.ts'
import { createEngine } from '../src/engine/index.ts'
import { startEngineProcess } from '../test/support/engine-process.ts'
import { idOf } from './make-plan.mjs'

const [way = '', dataDir = ''] = process.argv.slice(2)
const path = join(dataDir, 'plans', 'bench.odap')
const batch = 50
const batches = 20
/** Both answers of one field, so that every edit changes something. */
const answers = ['on-portal', 'not-public']

const ways = {
  'in process': async () => {
    const engine = createEngine({ dataDir })
    const before = statSync(path).size
    const figures = await editing(engine.call)
    await engine.close()
    // Closing brings the log into the file.
    return { ...figures, bytes: (statSync(path).size - before) / ((batches + 1) * batch) }
  },
  'over IPC': async () => {
    const engine = await startEngineProcess(dataDir)
    const figures = await editing(engine.invoke)
    await engine.close()
    return figures
  },
  bulk: async () => {
    const engine = createEngine({ dataDir })
    const client = await opened(engine.call)
    const ids = Array.from({ length: 10_000 }, (_, index) => idOf(index))
    const set = () => client.call('review.set', { ids, changes: { availability: 'public-report' } })
    const figures = {
      setMs: await once(set),
      undoMs: await once(() => client.call('plan.undo', {})),
      redoMs: await once(() => client.call('plan.redo', {})),
    }
    await engine.close()
    return figures
  },
}

async function opened(invoke) {
  const client = createClient(invoke, randomUUID)
  must(await client.call('start.set-name', { name: 'J. Rivera' }))
  must(await client.call('plan.open', { planId: 'bench' }))
  return client
}

/** The program's edits and the floor's by turns, so that what else the machine does hits both alike. */
async function editing(invoke) {
  const client = await opened(invoke)
  const edit = async (id, availability) => {
    must(await client.call('review.set', { ids: [id], changes: { availability } }))
  }
  const db = openWithoutTriggers(join(dataDir, 'floor.odap'))
  const write = writer(db)
  await timed(edit, 0)
  await timed(write, 0)
  const took = []
  const floor = []
  for (let round = 1; round <= batches; round += 1) {
    took.push(...(await timed(edit, round)))
    floor.push(...(await timed(write, round)))
  }
  db.close()
  const below = figuresOf(floor)
  return { ...figuresOf(took), floorPerSecond: below.perSecond, floorMedianMs: below.medianMs }
}

/** One edit after the other, each awaited: what a person who answers one question after the other waits for. */
async function timed(work, round) {
  const took = []
  for (let edit = 0; edit < batch; edit += 1) {
    const began = performance.now()
    await work(idOf(edit), answers[round % 2])
    took.push(performance.now() - began)
  }
  return took
}

function figuresOf(took) {
  const sorted = took.toSorted((one, other) => one - other)
  return {
    perSecond: (1_000 * took.length) / took.reduce((sum, one) => sum + one, 0),
    medianMs: sorted[Math.floor(took.length / 2)],
    slowestMs: sorted[Math.floor(took.length * 0.99)],
  }
}

async function once(work) {
  const began = performance.now()
  must(await work())
  return performance.now() - began
}

function openWithoutTriggers(file) {
  const db = new BetterSqlite3(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  for (const name of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    db.exec(`DROP TRIGGER "${name}"`)
  return db
}

/** The rows that one edit writes, as the program's journal has them. */
function writer(db) {
  const insertAction = db.prepare(
    `INSERT INTO action (at, who, call, input, about_count, about_name, undoable, parent_id)
     VALUES (?, 'J. Rivera', 'review.set', ?, 1, ?, 1, 1)`,
  )
  const update = db.prepare('UPDATE dataset SET availability = ? WHERE id = ?')
  const insertChange = db.prepare(
    `INSERT INTO change (action_id, table_name, row_key, before, after) VALUES (?, 'dataset', ?, ?, ?)`,
  )
  const count = db.prepare("UPDATE journal SET revision = revision + 1, changed_at = ? WHERE id = 'journal'")
  return db.transaction((id, availability) => {
    const at = new Date().toISOString()
    const input = JSON.stringify({ ids: [id], changes: { availability } })
    const { lastInsertRowid } = insertAction.run(at, input, `Dataset ${id}`)
    update.run(availability, id)
    insertChange.run(
      lastInsertRowid,
      id,
      '{"availability":"not-yet-determined"}',
      `{"availability":"${availability}"}`,
    )
    count.run(at)
  }).immediate
}

function must(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
}

process.stdout.write(`${JSON.stringify(await ways[way]())}\n`)
