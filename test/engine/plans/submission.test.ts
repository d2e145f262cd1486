import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Submission } from '../../../src/domain/plan.ts'
import { listBackups, makeBackup } from '../../../src/engine/plans/backups.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { closePlanFile, openPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { aPlan, aSession, planOf, type Session, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { stateOf } from '../../support/plan-model.ts'

const how = 'E-mail to the Open Data Coordinator'

async function submit({ client }: Session, on = '2026-11-26') {
  return must(await client.call('deliver.mark-submitted', { on, how }))
}

async function submissionOf({ client }: Session): Promise<Submission | null> {
  return must(await client.call('plan.read', {})).submission
}

async function frozenPoints({ client }: Session) {
  return must(await client.call('history.backups', {})).filter(({ kind }) => kind === 'submitted')
}

describe('marking the plan as submitted', () => {
  test('is one action in words, kept across a restart, and undo takes the mark back', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    expect(await submissionOf(session)).toBeNull()
    const marked = await submit(session)
    expect(marked.submission).toEqual({ on: '2026-11-26', how, isChangedSince: false })
    expect(marked.history.undo).toBe('Marked the plan as submitted November 26, 2026')
    const { entries } = must(await session.client.call('history.read', { datasetId: null, before: null }))
    const { things } = must(await session.client.call('history.changes', { actionId: entries[0]?.id ?? 0 }))
    expect(things.flatMap(({ fields }) => fields)).toEqual([
      { field: 'Submitted on', before: '', after: 'November 26, 2026' },
      { field: 'Submitted to whom or how', before: '', after: how },
    ])
    await session.restart()
    expect(must(await session.client.call('plan.open', { planId: id })).submission).toEqual(marked.submission)
    expect(must(await session.client.call('plan.undo', {})).submission).toBeNull()
    expect(await frozenPoints(session)).toHaveLength(1)
    expect(must(await session.client.call('plan.redo', {})).submission).toEqual(marked.submission)
  })

  test('says whether the plan is still what was submitted', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    const ids = datasets.slice(0, 3).map(({ id }) => id)
    await submit(session)
    const action = must(await session.client.call('history.read', { datasetId: null, before: null }))
      .entries[0]
    await setAvailability(session, ids, 'on-portal')
    expect((await submissionOf(session))?.isChangedSince).toBe(true)
    expect(must(await session.client.call('plan.undo', {})).submission?.isChangedSince).toBe(false)
    expect(must(await session.client.call('plan.redo', {})).submission?.isChangedSince).toBe(true)
    const back = must(await session.client.call('history.go-back', { actionId: action?.id ?? 0 }))
    expect(back.submission?.isChangedSince).toBe(false)
  })

  test('once more, on the same day too, is a new submission with a point of its own', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    await submit(session)
    await setAvailability(
      session,
      datasets.map(({ id }) => id),
      'on-portal',
    )
    expect((await submit(session)).submission?.isChangedSince).toBe(false)
    expect(await frozenPoints(session)).toMatchObject([
      { id: '000002-submitted', name: 'Submitted November 26, 2026' },
      { id: '000001-submitted', name: 'Submitted November 26, 2026' },
    ])
  })

  test('what is kept holds the mark, so that restoring it says that it was submitted', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    await submit(session)
    const submitted = stateOf(await planOf(session))
    must(await session.client.call('plan.undo', {}))
    await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
    const [point] = await frozenPoints(session)
    must(await session.client.call('history.restore', { id: point?.id ?? '' }))
    expect(stateOf(await planOf(session))).toEqual(submitted)
    expect(await submissionOf(session)).toMatchObject({ on: '2026-11-26', how })
  })

  test('needs a day that there is', async () => {
    const session = aSession()
    await aPlan(session)
    for (const on of ['', '2026-02-30', 'today']) {
      expect(await session.client.call('deliver.mark-submitted', { on, how })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      })
    }
  })

  test('is refused in a plan that is open to read, and keeps nothing', async () => {
    const first = aSession()
    const { id } = await aPlan(first)
    const second = aSession(first.dataDir)
    must(await second.client.call('plan.open-to-read', { planId: id }))
    expect(await second.client.call('deliver.mark-submitted', { on: '2026-11-26', how })).toEqual({
      ok: false,
      error: { code: 'plan-read-only' },
    })
    expect(await frozenPoints(second)).toEqual([])
  })

  test('leaves neither mark nor point behind where the point cannot be made', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    // A file stands where the folder of the backups would be.
    const backups = join(session.dataDir, 'backups')
    rmSync(backups, { recursive: true, force: true })
    writeFileSync(backups, '')
    expect((await session.client.call('deliver.mark-submitted', { on: '2026-11-26', how })).ok).toBe(false)
    expect(await submissionOf(session)).toBeNull()
    rmSync(backups)
    expect(listBackups(session.dataDir, planPath(session.dataDir, id))).toEqual([])
  })

  test('leaves no point behind where the mark cannot be made', { timeout: 30_000 }, async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    const inTheWay = new BetterSqlite3(planPath(session.dataDir, id))
    inTheWay.exec('BEGIN IMMEDIATE')
    expect((await session.client.call('deliver.mark-submitted', { on: '2026-11-26', how })).ok).toBe(false)
    inTheWay.exec('ROLLBACK')
    inTheWay.close()
    expect(await frozenPoints(session)).toEqual([])
    expect((await submit(session)).submission?.on).toBe('2026-11-26')
  })
})

test('what was submitted is there byte for byte after hundreds of backups over years', async () => {
  const session = aSession()
  const { id } = await aPlan(session)
  await submit(session)
  const [frozen] = await frozenPoints(session)
  const files = ['odap', 'json'].map((ending) =>
    join(session.dataDir, 'backups', id, `${frozen?.id}.${ending}`),
  )
  const bytes = files.map((file) => readFileSync(file))
  must(await session.client.call('plan.close', {}))

  const path = planPath(session.dataDir, id)
  const opened = openPlanFile(path)
  if (!opened.ok) throw new Error(opened.error.code)
  for (let backup = 0; backup < 200; backup++) {
    const now = () => new Date(Date.UTC(2026, 10, 27 + backup * 4))
    const kind = backup % 2 === 0 ? 'automatic' : 'before'
    makeBackup({ dataDir: session.dataDir, now }, opened.value, kind, '')
  }
  closePlanFile(opened.value)

  const points = listBackups(session.dataDir, path)
  expect(points.length).toBeLessThan(100)
  expect(points.at(-1)).toEqual(frozen)
  for (const [index, file] of files.entries()) {
    expect(readFileSync(file).equals(bytes[index] ?? Buffer.alloc(0))).toBe(true)
  }
}, 120_000)
