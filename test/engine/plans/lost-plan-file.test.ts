import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { aPlan, aSession, planOf, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function anEditedPlan() {
  const session = aSession()
  const plan = await aPlan(session)
  const ids = plan.datasets.map(({ id }) => id)
  await setAvailability(session, ids.slice(0, 1), 'on-portal')
  return { session, ids, planId: plan.id, path: planPath(session.dataDir, plan.id) }
}

const losses: readonly (readonly [string, (path: string, dataDir: string) => void])[] = [
  ['the file is removed', (path) => rmSync(path)],
  ['its log is removed', (path) => rmSync(`${path}-wal`)],
  ['the file is moved', (path) => renameSync(path, `${path}.moved`)],
  ['the whole data folder is removed', (_path, dataDir) => rmSync(dataDir, { recursive: true })],
  [
    'another file is put in its place',
    (path) => {
      copyFileSync(path, `${path}.other`)
      renameSync(`${path}.other`, path)
    },
  ],
]

const onWindows = process.platform === 'win32'
const why = onWindows ? ' (skipped: Windows refuses to remove a file that is open)' : ''

describe.skipIf(onWindows)(`under the running program${why}`, () => {
  test.each(losses)('when %s, no change is called saved', async (_what, lose) => {
    const { session, ids, path } = await anEditedPlan()
    lose(path, session.dataDir)
    const change = { ids: ids.slice(1, 2), changes: { availability: 'not-public' as const } }
    expect(await session.client.call('review.set', change)).toEqual({
      ok: false,
      error: { code: 'plan-file-lost' },
    })
    expect(await session.client.call('plan.undo', {})).toMatchObject({ error: { code: 'plan-file-lost' } })
  })

  test.each(losses)('when %s, the plan is written anew with all that was saved', async (_what, lose) => {
    const { session, ids, path } = await anEditedPlan()
    const saved = (await planOf(session)).datasets
    lose(path, session.dataDir)
    const rescued = must(await session.client.call('plan.rescue', {}))
    expect(rescued.plan.datasets).toEqual(saved)
    expect(rescued.history.undo).toMatch(/^Set availability/)
    await setAvailability(session, ids.slice(1, 2), 'not-public')
    await session.restart()
    const again = must(await session.client.call('plan.open', { planId: rescued.plan.id }))
    expect(again.plan.datasets[0]?.review.availability).toBe('on-portal')
    expect(again.plan.datasets[1]?.review.availability).toBe('not-public')
  })

  test('a plan whose name is free again gets it back; what has taken the name stays', async () => {
    const free = await anEditedPlan()
    rmSync(free.path)
    expect(must(await free.session.client.call('plan.rescue', {})).plan.id).toBe(free.planId)

    const taken = await anEditedPlan()
    rmSync(taken.path)
    writeFileSync(taken.path, 'somebody else’s')
    const rescued = must(await taken.session.client.call('plan.rescue', {}))
    expect(rescued.plan.id).toMatch(/^copy--/)
    expect(readFileSync(taken.path, 'utf8')).toBe('somebody else’s')
  })

  test('a plan that has taken the name gets nothing of what stood in the log', async () => {
    const other = await anEditedPlan()
    await other.session.restart()
    const { session, path } = await anEditedPlan()
    copyFileSync(other.path, `${path}.other`)
    renameSync(`${path}.other`, path)
    const whole = readFileSync(path)
    must(await session.client.call('plan.rescue', {}))
    const db = new BetterSqlite3(path)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.prepare('SELECT id FROM plan').pluck().get()).toBe(other.planId)
    db.close()
    expect(readFileSync(path).equals(whole)).toBe(true)
  })

  test('a plan that lost its log alone stays the plan it was', async () => {
    const { session, planId, path } = await anEditedPlan()
    rmSync(`${path}-wal`)
    const rescued = must(await session.client.call('plan.rescue', {}))
    expect(rescued.plan.id).toBe(planId)
    expect(rescued.plan.datasets[0]?.review.availability).toBe('on-portal')
  })

  test('the page is told when the file goes and when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    try {
      const { session, planId, path } = await anEditedPlan()
      const heard: unknown[] = []
      session.onEvent((event) => heard.push(event))
      vi.advanceTimersByTime(10_000)
      expect(heard).toEqual([])
      renameSync(path, `${path}.moved`)
      vi.advanceTimersByTime(10_000)
      expect(heard).toEqual([{ kind: 'plan-file', planId, isInPlace: false }])
      renameSync(`${path}.moved`, path)
      vi.advanceTimersByTime(10_000)
      expect(heard).toEqual([
        { kind: 'plan-file', planId, isInPlace: false },
        { kind: 'plan-file', planId, isInPlace: true },
      ])
    } finally {
      vi.useRealTimers()
    }
  })

  test('a plan that lies where it was is not written anew', async () => {
    const { session, planId } = await anEditedPlan()
    expect(must(await session.client.call('plan.rescue', {})).plan.id).toBe(planId)
    expect(readdirSync(join(session.dataDir, 'plans')).filter((name) => name.endsWith('.odap'))).toEqual([
      `${planId}.odap`,
    ])
  })
})

describe('a moment after the last action', () => {
  test('the plan’s file alone holds it, whoever copies it', async () => {
    const { path } = await anEditedPlan()
    const alone = join(temporaryFolder(), 'alone.odap')
    const copied = () => {
      copyFileSync(path, alone)
      const db = new BetterSqlite3(alone)
      try {
        return db.prepare("SELECT count(*) FROM dataset WHERE availability = 'on-portal'").pluck().get()
      } finally {
        db.close()
        for (const suffix of ['', '-wal', '-shm']) rmSync(alone + suffix, { force: true })
      }
    }
    expect(copied()).toBe(0)
    await expect.poll(copied, { timeout: 5_000, interval: 200 }).toBe(1)
  })
})
