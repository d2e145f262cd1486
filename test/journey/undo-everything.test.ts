import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { PlanView } from '../../src/contract/views.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { planPath } from '../../src/engine/plans/plans-folder.ts'
import { importSample, must } from '../support/journey.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { randomPlanAction } from '../support/random-plan-action.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const fixtures = fileURLToPath(new URL('../fixtures/plans', import.meta.url))
const isFull = process.env['ODAP_SUITE'] === 'full'
const actions = isFull ? 500 : 120

/** Every row of the file but what history itself keeps, whatever the program says of its own tables. */
function everyRow(path: string): unknown {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT IN ('action', 'change', 'journal') ORDER BY name`,
      )
      .pluck()
      .all()
    return tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()])
  } finally {
    db.close()
  }
}

/** A plan of every released schema, as its program left it, and one made by this program. */
const plans = ['the sample', ...readdirSync(fixtures)]
const seeds = isFull ? [1, 2, 3, 4, 5] : [1]

async function open(engine: Engine, client: Client, from: string): Promise<PlanView> {
  if (from === 'the sample') return importSample(client)
  const { fileId } = must(engine.receive({ path: join(fixtures, from) }))
  return must(await client.call('open.plan-file', { fileId }))
}

async function undoAll(client: Client, between: () => Promise<void>): Promise<number> {
  let undone = 0
  while ((await client.call('plan.undo', {})).ok) {
    undone++
    await between()
  }
  return undone
}

test.each(plans.flatMap((from) => seeds.map((seed) => ({ from, seed }))))(
  `${actions} random actions on $from, undone to the start and redone to the end, restarts between (seed $seed)`,
  {
    timeout: 300_000,
  },
  async ({ from, seed }) => {
    const dataDir = temporaryFolder()
    const random = randomNumbers(seed)
    let engine: Engine = createEngine({ dataDir })
    onTestFinished(() => engine.close())
    const client = createClient((request) => engine.call(request), randomUUID)
    const { id } = (await open(engine, client, from)).plan
    const path = planPath(dataDir, id)
    const perhapsRestart = async () => {
      if (!random.chance(0.05)) return
      await engine.close()
      engine = createEngine({ dataDir })
      must(await client.call('plan.open', { planId: id }))
    }

    // What an older program did is undone as well: the start is where there is nothing more to undo.
    await undoAll(client, perhapsRestart)
    const start = everyRow(path)
    let done = 0
    while (done < actions) {
      const { plan } = must(await client.call('plan.read', {}))
      const action = randomPlanAction(random, plan, `word ${done}`)
      const result = await client.call(action.call, action.input)
      if (result.ok) done++
      await perhapsRestart()
    }
    // What was undone last is redone first, so that the end is an end.
    while ((await client.call('plan.redo', {})).ok) done++
    const end = everyRow(path)
    expect(end).not.toEqual(start)

    const undone = await undoAll(client, perhapsRestart)
    expect(undone).toBeGreaterThan(actions / 3)
    expect(everyRow(path)).toEqual(start)
    for (let redone = 0; redone < undone; redone++) {
      must(await client.call('plan.redo', {}))
      await perhapsRestart()
    }
    expect(await client.call('plan.redo', {})).toEqual({ ok: false, error: { code: 'nothing-to-redo' } })
    expect(everyRow(path)).toEqual(end)
  },
)
