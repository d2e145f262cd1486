import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../../src/contract/client.ts'
import { createEngine } from '../../../src/engine/index.ts'
import { dropBackup, makeBackup } from '../../../src/engine/plans/backups.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { aPlan, aSession, planOf, setAvailability } from '../../support/engine-session.ts'
import { must, takeJourney } from '../../support/journey.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { stateOf } from '../../support/plan-model.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { withFewerFields } from '../../support/with-fewer-fields.ts'

/** Waits until what the engine does after its answers is done. */
function afterwards(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
}

describe('a backup', () => {
  test('brings the plan back as one action, after a preview of what differs, and undo takes that back', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    const ids = datasets.slice(0, 5).map(({ id }) => id)
    await setAvailability(session, ids, 'not-public')
    const made = must(await session.client.call('history.make-backup', { name: 'Before the meeting' }))
    const then = stateOf(await planOf(session))
    await setAvailability(session, ids.slice(0, 2), 'on-portal')
    must(
      await session.client.call('brainstorm.add', {
        question: 'on-portal',
        text: 'Later',
        raisedBy: '',
        datasetId: null,
      }),
    )
    const later = stateOf(await planOf(session))

    expect(must(await session.client.call('history.preview-restore', { id: made.id }))).toMatchObject({
      backup: { name: 'Before the meeting', kind: 'by-hand' },
      datasets: { broughtBack: 0, changed: 2, takenAway: 0 },
      ideas: { broughtBack: 0, changed: 0, takenAway: 1 },
      details: false,
      titles: datasets.slice(0, 2).map(({ facts }) => facts.title),
    })
    expect(stateOf(await planOf(session))).toEqual(later)
    must(await session.client.call('history.restore', { id: made.id }))
    expect(stateOf(await planOf(session))).toEqual(then)
    must(await session.client.call('plan.undo', {}))
    expect(stateOf(await planOf(session))).toEqual(later)
  })

  test('is made before going back and before restoring', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
    must(await session.client.call('history.go-back', { actionId: 1 }))
    const [point] = must(await session.client.call('history.backups', {}))
    expect(point).toMatchObject({ kind: 'before', name: expect.stringContaining('Before going back to') })
    must(await session.client.call('history.restore', { id: point?.id ?? '' }))
    expect((await planOf(session)).datasets[0]?.review.availability).toBe('on-portal')
    expect(must(await session.client.call('history.backups', {}))).toHaveLength(2)
  })

  test('is made although a crash left the one before it half made, of which nothing stays', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    const folder = join(session.dataDir, 'backups', id)
    mkdirSync(folder, { recursive: true })
    for (const left of ['odap.tmp', 'odap.whole.tmp', 'odap.whole.tmp-journal', 'json.0123abcd.tmp']) {
      writeFileSync(join(folder, `000001-by-hand.${left}`), 'half')
    }
    must(await session.client.call('history.make-backup', { name: 'Good' }))
    const made = ['000001-by-hand.json', '000001-by-hand.odap', 'workbooks']
    expect(readdirSync(folder).toSorted()).toEqual(made)
  })

  test('has the number after the last one’s, however many were let go of', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    for (const name of ['one', 'two', 'three'])
      must(await session.client.call('history.make-backup', { name }))
    const folder = join(session.dataDir, 'backups', id)
    for (const ending of ['odap', 'json']) rmSync(join(folder, `000001-by-hand.${ending}`))
    expect(must(await session.client.call('history.make-backup', { name: 'four' })).id).toBe('000004-by-hand')
    const names = must(await session.client.call('history.backups', {})).map(({ name }) => name)
    expect(names).toEqual(['four', 'three', 'two'])
  })

  test('of a plan file is none of another that has the same name in another folder', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    must(await session.client.call('history.make-backup', { name: 'Of ours' }))
    must(await session.client.call('plan.close', {}))
    const engine = createEngine({ dataDir: session.dataDir })
    onTestFinished(() => engine.close())
    const client = createClient(engine.call, () => 'call')
    const names = async () => must(await client.call('history.backups', {})).map(({ name }) => name)
    for (const place of ['first', 'second']) {
      const folder = join(temporaryFolder(), 'plans')
      mkdirSync(folder)
      const path = join(folder, `${id}.odap`)
      copyFileSync(planPath(session.dataDir, id), path)
      must(engine.openPlanAt(path))
      expect(await names(), place).toEqual([])
      must(await client.call('history.make-backup', { name: place }))
      expect(await names()).toEqual([place])
    }
  })

  test('that is taken back leaves nothing of itself', () => {
    const dataDir = temporaryFolder()
    const file = aPlanFile()
    const point = makeBackup({ dataDir, now: () => new Date() }, file, 'by-hand', 'For nothing')
    const left = () => readdirSync(dataDir, { recursive: true }).filter((name) => /\d{6}-/.test(String(name)))
    expect(left()).toHaveLength(2)
    dropBackup(dataDir, file.path, point)
    expect(left()).toEqual([])
  })

  test("keeps the workbook's bytes once for all, and no file half made", async () => {
    const session = aSession()
    const { id, inventory } = await aPlan(session)
    for (const name of ['One', 'Two', 'Three']) {
      must(await session.client.call('history.make-backup', { name }))
    }
    const folder = join(session.dataDir, 'backups', id)
    expect(readdirSync(join(folder, 'workbooks'))).toEqual([inventory.sha256])
    expect(readdirSync(folder).filter((name) => !/\.(odap|json)$/.test(name))).toEqual(['workbooks'])
    const db = new BetterSqlite3(join(folder, '000001-by-hand.odap'), { readonly: true })
    expect(db.prepare('SELECT length(bytes) FROM workbook').pluck().get()).toBe(0)
    db.close()
  })

  test('that is damaged is refused and changes nothing', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    const made = must(await session.client.call('history.make-backup', { name: 'Soon damaged' }))
    truncateSync(join(session.dataDir, 'backups', id, `${made.id}.odap`), 9_000)
    const before = stateOf(await planOf(session))
    expect(await session.client.call('history.restore', { id: made.id })).toEqual({
      ok: false,
      error: { code: 'backup-damaged' },
    })
    expect(await session.client.call('history.restore', { id: '../../etc' })).toEqual({
      ok: false,
      error: { code: 'backup-not-found' },
    })
    expect(stateOf(await planOf(session))).toEqual(before)
  })
})

describe('the plan backs itself up', () => {
  test('when it is opened with work that no backup holds, and every ten minutes of work', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const [first, second, third] = datasets.map((dataset) => dataset.id)
    const points = async () => must(await session.client.call('plan.backups', { planId: id }))
    await afterwards()
    expect(await points()).toEqual([])

    await setAvailability(session, [first ?? ''], 'on-portal')
    await session.restart()
    must(await session.client.call('plan.open', { planId: id }))
    await afterwards()
    expect(await points()).toMatchObject([{ kind: 'automatic' }])

    session.setClock('2026-11-23T09:09:00.000Z')
    await setAvailability(session, [second ?? ''], 'on-portal')
    await afterwards()
    expect(await points()).toHaveLength(1)
    session.setClock('2026-11-23T09:11:00.000Z')
    await setAvailability(session, [third ?? ''], 'on-portal')
    await afterwards()
    expect(await points()).toHaveLength(2)
    await setAvailability(session, [first ?? ''], 'not-public')
    must(await session.client.call('plan.close', {}))
    must(await session.client.call('plan.open', { planId: id }))
    await afterwards()
    expect(await points()).toHaveLength(3)
  })

  test('not again while no work was done since, nor of an import alone', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const points = async () => must(await session.client.call('plan.backups', { planId: id }))
    await session.restart()
    must(await session.client.call('plan.open', { planId: id }))
    await afterwards()
    expect(await points()).toEqual([])
    await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
    for (let openings = 0; openings < 3; openings++) {
      await session.restart()
      must(await session.client.call('plan.open', { planId: id }))
      await afterwards()
    }
    expect(await points()).toHaveLength(1)
  })

  test('whatever the clock does: set back or forward, the next work is backed up', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const points = async () => must(await session.client.call('plan.backups', { planId: id }))
    const clocks = ['2026-11-23T09:11:00.000Z', '2025-01-01T00:00:00.000Z', '2031-06-01T00:00:00.000Z']
    for (const [index, clock] of [...clocks, '2026-11-23T09:30:00.000Z'].entries()) {
      session.setClock(clock)
      await setAvailability(session, [datasets[index]?.id ?? ''], 'on-portal')
      await afterwards()
      expect(await points(), clock).toHaveLength(index + 1)
      expect((await points())[0]?.at, clock).toBe(clock)
    }
  })
})

describe('a plan of an older program', () => {
  test('is listed, backed up before it is brought up to date, and keeps its history to undo', async () => {
    const dataDir = temporaryFolder()
    const earlier = createEngine({ dataDir })
    const { plan } = (await takeJourney(earlier.call)).plan
    await earlier.close()
    const session = aSession()
    mkdirSync(join(session.dataDir, 'plans'), { recursive: true })
    copyFileSync(withFewerFields(planPath(dataDir, plan.id)), planPath(session.dataDir, 'older-plan'))
    const { recentPlans } = must(await session.client.call('start.read', {}))
    expect(recentPlans).toMatchObject([{ planId: 'older-plan', problem: null }])

    must(await session.client.call('plan.open', { planId: 'older-plan' }))
    const [backup] = must(await session.client.call('history.backups', {}))
    expect(backup?.kind).toBe('before')
    const file = join(session.dataDir, 'backups', 'older-plan', `${backup?.id}.odap`)
    expect(existsSync(file)).toBe(true)
    const db = new BetterSqlite3(file, { readonly: true })
    expect(() => db.prepare('SELECT upkeep_note FROM dataset')).toThrow('no such column')
    db.close()
    const now = new BetterSqlite3(planPath(session.dataDir, 'older-plan'), { readonly: true })
    expect(now.prepare('SELECT DISTINCT upkeep_note FROM dataset').pluck().all()).toEqual([''])
    now.close()

    const end = stateOf(await planOf(session))
    const { entries } = must(await session.client.call('history.read', { datasetId: null, before: null }))
    let undone = 0
    while ((await session.client.call('plan.undo', {})).ok) undone++
    expect(undone).toBeGreaterThan(10)
    expect(undone).toBe(entries.filter(({ state, undoable }) => state === 'done' && undoable).length)
    for (let redone = 0; redone < undone; redone++) must(await session.client.call('plan.redo', {}))
    expect(stateOf(await planOf(session))).toEqual(end)
    const past = entries.filter(({ state }) => state === 'done').at(5)
    must(await session.client.call('history.go-back', { actionId: past?.id ?? 0 }))
    must(await session.client.call('history.restore', { id: backup?.id ?? '' }))
    expect(stateOf(await planOf(session))).toEqual(end)
  })
})
