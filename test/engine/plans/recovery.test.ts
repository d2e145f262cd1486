import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { isSound } from '../../../src/engine/store/soundness.ts'
import { aPlan, aSession, planOf, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { stateOf } from '../../support/plan-model.ts'

describe('a plan comes back from a backup', () => {
  test('a damaged plan comes back whole from its newest backup, workbook included, and is kept aside', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const path = planPath(session.dataDir, id)
    await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
    must(await session.client.call('history.make-backup', { name: 'Good' }))
    const good = stateOf(await planOf(session))
    await session.restart()
    truncateSync(path, 30_000)
    const damaged = readFileSync(path)

    const { recentPlans } = must(await session.client.call('start.read', {}))
    expect(recentPlans).toMatchObject([{ planId: id, problem: 'plan-damaged' }])
    expect(await session.client.call('plan.open', { planId: id })).toEqual({
      ok: false,
      error: { code: 'plan-damaged' },
    })
    const [newest] = must(await session.client.call('plan.backups', { planId: id }))
    const recovered = must(
      await session.client.call('plan.recover', { planId: id, backupId: newest?.id ?? '' }),
    )
    expect(stateOf(recovered.plan)).toEqual(good)
    expect(recovered.history.undo).toContain('Set availability')
    must(await session.client.call('deliver.make-workbook', {}))
    const [aside] = readdirSync(join(session.dataDir, 'damaged'))
    expect(readFileSync(join(session.dataDir, 'damaged', aside ?? '')).equals(damaged)).toBe(true)
  })

  test('what a damaged plan left in its log is kept with it, and does not get into the restored one', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const path = planPath(session.dataDir, id)
    const [first, second] = datasets.map((dataset) => dataset.id)
    await setAvailability(session, [first ?? ''], 'on-portal')
    const { id: backupId } = must(await session.client.call('history.make-backup', { name: 'Good' }))
    const good = stateOf(await planOf(session))
    await setAvailability(session, [second ?? ''], 'on-portal')
    const log = readFileSync(`${path}-wal`)
    must(await session.client.call('plan.close', {}))
    truncateSync(path, 30_000)
    writeFileSync(`${path}-wal`, log)

    const recovered = must(await session.client.call('plan.recover', { planId: id, backupId }))
    expect(stateOf(recovered.plan)).toEqual(good)
    expect(isSound(path)).toBe(true)
    const aside = join(session.dataDir, 'damaged')
    const keptLog = readdirSync(aside).find((name) => name.endsWith('.odap-wal'))
    expect(readFileSync(join(aside, keptLog ?? '')).equals(log)).toBe(true)
  })

  test('a backup of another plan is none of this one', async () => {
    const session = aSession()
    const first = await aPlan(session)
    const { id: backupId } = must(await session.client.call('history.make-backup', { name: 'Good' }))
    const second = await aPlan(session)
    for (const id of [backupId, `../${first.id}/${backupId}`]) {
      const recovered = await session.client.call('plan.recover', { planId: second.id, backupId: id })
      expect(recovered).toEqual({ ok: false, error: { code: 'backup-not-found' } })
    }
  })

  test('a plan that cannot be read is listed by the name its newest backup has', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    must(await session.client.call('plan.set-details', { changes: { agencyName: 'Made-Up Affairs' } }))
    const made = must(await session.client.call('history.make-backup', { name: 'Good' }))
    await session.restart()
    truncateSync(planPath(session.dataDir, id), 30_000)
    const listed = async () => must(await session.client.call('start.read', {})).recentPlans
    expect(await listed()).toMatchObject([{ title: 'Made-Up Affairs', problem: 'plan-damaged' }])
    truncateSync(join(session.dataDir, 'backups', id, `${made.id}.odap`), 30_000)
    expect(await listed()).toMatchObject([{ title: id, problem: 'plan-damaged' }])
  })

  test('a plan whose file is gone is listed while it has backups, and comes back from one', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    const made = must(await session.client.call('history.make-backup', { name: 'Good' }))
    const good = stateOf(await planOf(session))
    must(await session.client.call('plan.close', {}))
    rmSync(planPath(session.dataDir, id))
    const { recentPlans } = must(await session.client.call('start.read', {}))
    expect(recentPlans).toMatchObject([{ planId: id, problem: 'plan-not-found' }])
    expect(await session.client.call('plan.open', { planId: id })).toEqual({
      ok: false,
      error: { code: 'plan-not-found' },
    })
    const recovered = must(await session.client.call('plan.recover', { planId: id, backupId: made.id }))
    expect(stateOf(recovered.plan)).toEqual(good)
  })

  test('a plan of a newer program comes back from an older backup, and the newer file is kept', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    const made = must(await session.client.call('history.make-backup', { name: 'Good' }))
    must(await session.client.call('plan.close', {}))
    const path = planPath(session.dataDir, id)
    const db = new BetterSqlite3(path)
    db.pragma('user_version = 99')
    db.close()
    const newer = readFileSync(path)
    expect(await session.client.call('plan.open', { planId: id })).toEqual({
      ok: false,
      error: { code: 'plan-newer' },
    })
    must(await session.client.call('plan.recover', { planId: id, backupId: made.id }))
    const [aside] = readdirSync(join(session.dataDir, 'damaged'))
    expect(readFileSync(join(session.dataDir, 'damaged', aside ?? '')).equals(newer)).toBe(true)
  })

  test('a backup whose workbook was damaged recovers nothing and leaves the plan as it is', async () => {
    const session = aSession()
    const { id, inventory } = await aPlan(session)
    const { id: backupId } = must(await session.client.call('history.make-backup', { name: 'Good' }))
    must(await session.client.call('plan.close', {}))
    const path = planPath(session.dataDir, id)
    truncateSync(path, 30_000)
    writeFileSync(join(session.dataDir, 'backups', id, 'workbooks', inventory.sha256), 'not it')
    const before = readFileSync(path)
    expect(await session.client.call('plan.recover', { planId: id, backupId })).toEqual({
      ok: false,
      error: { code: 'backup-damaged' },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
