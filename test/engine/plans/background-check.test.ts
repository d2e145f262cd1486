import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { EngineEvent } from '../../../src/contract/events.ts'
import { createEngine } from '../../../src/engine/index.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { closePlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { isSound } from '../../../src/engine/store/soundness.ts'
import { damageUnnoticed, leaveHeld } from '../../support/damage.ts'
import { aPlan, aSession, planOf, type Session, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { stateOf } from '../../support/plan-model.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A plan with a decision and a backup of it, damaged after it was closed, where opening it does not look. */
async function aDamagedPlan(session: Session) {
  const { id, datasets } = await aPlan(session)
  await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
  const good = must(await session.client.call('history.make-backup', { name: 'Good' }))
  const state = stateOf(await planOf(session))
  await session.restart()
  const path = planPath(session.dataDir, id)
  damageUnnoticed(path)
  return { id, path, good, state, datasets }
}

function eventsOf(session: Session): readonly EngineEvent[] {
  const events: EngineEvent[] = []
  session.onEvent((event) => events.push(event))
  return events
}

async function untilFound(events: readonly EngineEvent[], planId: string): Promise<void> {
  await vi.waitFor(() => expect(events).toContainEqual({ kind: 'plan-damaged', planId }), { timeout: 20_000 })
}

describe('damage that opening does not come across', { timeout: 60_000 }, () => {
  test('is found in the background, and work goes on meanwhile', async () => {
    const session = aSession()
    const { id, state } = await aDamagedPlan(session)
    const events = eventsOf(session)
    const opened = must(await session.client.call('plan.open', { planId: id }))
    expect(stateOf(opened.plan)).toEqual(state)
    expect(opened.isDamaged).toBe(false)
    await untilFound(events, id)
    expect(must(await session.client.call('plan.read', {}))).toMatchObject({
      isDamaged: true,
      readOnly: null,
    })
  })

  test('is mended by a backup while the plan is open, and the damaged file is kept', async () => {
    const session = aSession()
    const { id, path, good, state } = await aDamagedPlan(session)
    const damaged = readFileSync(path)
    const events = eventsOf(session)
    must(await session.client.call('plan.open', { planId: id }))
    await untilFound(events, id)
    const recovered = must(await session.client.call('plan.recover', { planId: id, backupId: good.id }))
    expect(recovered).toMatchObject({ isDamaged: false, readOnly: null })
    expect(stateOf(recovered.plan)).toEqual(state)
    expect(isSound(path)).toBe(true)
    const aside = readdirSync(join(session.dataDir, 'damaged')).find((name) => name.endsWith('.odap'))
    expect(readFileSync(join(session.dataDir, 'damaged', aside ?? '')).equals(damaged)).toBe(true)
    await session.client.call('plan.undo', {})
    await session.restart()
    expect(must(await session.client.call('plan.open', { planId: id })).history.redo).not.toBeNull()
  })

  test('leaves the plan open where the backup is damaged too', async () => {
    const session = aSession()
    const { id, good, state } = await aDamagedPlan(session)
    const events = eventsOf(session)
    must(await session.client.call('plan.open', { planId: id }))
    await untilFound(events, id)
    truncateSync(join(session.dataDir, 'backups', id, `${good.id}.odap`), 9_000)
    expect(await session.client.call('plan.recover', { planId: id, backupId: good.id })).toEqual({
      ok: false,
      error: { code: 'backup-damaged' },
    })
    expect(stateOf(await planOf(session))).toEqual(state)
  })

  test('is said to be damage by a call that comes across it first', async () => {
    const session = aSession()
    const { id, datasets } = await aDamagedPlan(session)
    must(await session.client.call('plan.open', { planId: id }))
    const ofOne = { datasetId: datasets[0]?.id ?? '', before: null }
    expect(await session.client.call('history.read', ofOne)).toEqual({
      ok: false,
      error: { code: 'plan-damaged' },
    })
  })

  test('stops the opening after an unclean end', async () => {
    const session = aSession()
    const { id, path } = await aDamagedPlan(session)
    leaveHeld(path)
    expect(await session.client.call('plan.open', { planId: id })).toEqual({
      ok: false,
      error: { code: 'plan-damaged' },
    })
  })
})

test('a search for damage that fails is no damage, and stands in the log', async () => {
  const session = aSession()
  const { id } = await aPlan(session)
  const events = eventsOf(session)
  rmSync(planPath(session.dataDir, id))
  const log = join(session.dataDir, 'logs', 'incidents.jsonl')
  await vi.waitFor(() => expect(existsSync(log)).toBe(true), { timeout: 20_000 })
  expect(readFileSync(log, 'utf8')).toContain('unable to open database file')
  expect(events.map(({ kind }) => kind)).not.toContain('plan-damaged')
})

test('a plan that lies elsewhere is read through before it is opened', async () => {
  const file = aPlanFile()
  closePlanFile(file)
  damageUnnoticed(file.path)
  const engine = createEngine({ dataDir: temporaryFolder() })
  onTestFinished(() => engine.close())
  expect(engine.openPlanAt(file.path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
})

describe('a plan file is sound', () => {
  test('as it was made, also while it is open', () => {
    expect(isSound(aPlanFile().path)).toBe(true)
  })

  test('no more with a damaged page, or with a row that points at none', () => {
    const file = aPlanFile()
    closePlanFile(file)
    damageUnnoticed(file.path)
    expect(isSound(file.path)).toBe(false)

    const other = aPlanFile()
    closePlanFile(other)
    const db = new BetterSqlite3(other.path)
    db.pragma('foreign_keys = OFF')
    db.exec("INSERT INTO rating (id, dataset_id, criterion) VALUES ('gone/demand', 'gone', 'demand')")
    db.close()
    expect(isSound(other.path)).toBe(false)
  })
})
