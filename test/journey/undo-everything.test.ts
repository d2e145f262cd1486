import { randomUUID } from 'node:crypto'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { planPath } from '../../src/engine/plans-folder.ts'
import { journalledTables } from '../../src/engine/store/journal-triggers.ts'
import { importSample, must } from '../support/journey.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { randomPlanAction } from '../support/random-plan-action.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const isFull = process.env['ODAP_SUITE'] === 'full'
const actions = isFull ? 500 : 120

/** Every row of every journalled table, as the file holds them. */
function everyRow(path: string): unknown {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    return journalledTables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  } finally {
    db.close()
  }
}

test.each(isFull ? [1, 2, 3, 4, 5] : [1])(
  `${actions} random actions through the door, undone to the start and redone to the end, restarts between (seed %i)`,
  {
    timeout: 300_000,
  },
  async (seed) => {
    const dataDir = temporaryFolder()
    const random = randomNumbers(seed)
    let engine: Engine = createEngine({ dataDir })
    const client = createClient((request) => engine.call(request), randomUUID)
    const { id } = (await importSample(client)).plan
    const path = planPath(dataDir, id) ?? ''
    const perhapsRestart = async () => {
      if (!random.chance(0.05)) return
      await engine.close()
      engine = createEngine({ dataDir })
      must(await client.call('plan.open', { planId: id }))
    }

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

    let undone = 0
    while ((await client.call('plan.undo', {})).ok) {
      undone++
      await perhapsRestart()
    }
    expect(undone).toBeGreaterThan(actions / 3)
    expect(everyRow(path)).toEqual(start)
    for (let redone = 0; redone < undone; redone++) {
      must(await client.call('plan.redo', {}))
      await perhapsRestart()
    }
    expect(await client.call('plan.redo', {})).toEqual({ ok: false, error: { code: 'nothing-to-redo' } })
    expect(everyRow(path)).toEqual(end)
    await engine.close()
  },
)
