import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import type { CallName, InputOf } from '../../../src/contract/calls.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { readHolder } from '../../../src/engine/store/plan-lock.ts'
import type { ChangeCall } from '../../../src/renderer/plan/plan-session.ts'
import { aPlan, aSession, planOf, type Session, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'

/** A plan open in one program, and a second program on the same data folder. */
async function twoPrograms() {
  const first = aSession()
  must(await first.client.call('start.set-name', { name: 'J. Rivera' }))
  const plan = await aPlan(first)
  const second = aSession(first.dataDir)
  return { first, second, planId: plan.id, ids: plan.datasets.map(({ id }) => id) }
}

const holder = { who: 'J. Rivera', computer: hostname(), since: '2026-11-23T09:00:00.000Z' }

test('the name that is given in one program is the other’s too, at once', async () => {
  const { first, second } = await twoPrograms()
  expect(must(await second.client.call('start.read', {})).yourName).toBe('J. Rivera')
  must(await first.client.call('start.set-name', { name: 'K. Osei' }))
  expect(must(await second.client.call('start.read', {})).yourName).toBe('K. Osei')
})

describe('a plan that is open elsewhere', () => {
  test('is refused at once, with who has it, where and since when', async () => {
    const { second, planId } = await twoPrograms()
    expect(await second.client.call('plan.open', { planId })).toEqual({
      ok: false,
      error: { code: 'plan-open-elsewhere', holder },
    })
  })

  test('is refused also when its holder left no word', async () => {
    const { first, second, planId } = await twoPrograms()
    for (const note of ['', '{}', '{"who":1,"computer":"x","since":"y"}']) {
      writeFileSync(`${planPath(first.dataDir, planId)}.holder.json`, note)
      expect(await second.client.call('plan.open', { planId })).toEqual({
        ok: false,
        error: { code: 'plan-open-elsewhere', holder: null },
      })
    }
  })

  test('is said to be open by the name that was given after it was opened', async () => {
    const { first, second, planId } = await twoPrograms()
    must(await first.client.call('start.set-name', { name: 'K. Osei' }))
    expect(await second.client.call('plan.open', { planId })).toMatchObject({
      error: { holder: { ...holder, who: 'K. Osei' } },
    })
  })

  test('is not put back to a backup from here', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    const { id: backupId } = must(await first.client.call('history.make-backup', { name: 'Good' }))
    await setAvailability(first, ids.slice(0, 1), 'on-portal')
    expect(await second.client.call('plan.recover', { planId, backupId })).toEqual({
      ok: false,
      error: { code: 'plan-open-elsewhere', holder },
    })
    expect(existsSync(join(first.dataDir, 'damaged'))).toBe(false)
    await setAvailability(first, ids.slice(1, 2), 'on-portal')
    expect((await planOf(first)).datasets[0]?.review.availability).toBe('on-portal')
  })

  test('is free again when it is closed there, and nobody is named any more', async () => {
    const { first, second, planId } = await twoPrograms()
    must(await first.client.call('plan.close', {}))
    expect(readHolder(planPath(first.dataDir, planId))).toBeNull()
    const view = must(await second.client.call('plan.open', { planId }))
    expect(view.readOnly).toBeNull()
    expect(readHolder(planPath(first.dataDir, planId))?.since).toBe(holder.since)
  })
})

describe('opened to read', () => {
  test('it is backed up by whoever has it open for changes, and by nobody else', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    // Backups are made after the answer.
    const afterwards = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    await afterwards()
    await setAvailability(first, ids.slice(0, 1), 'on-portal')
    must(await second.client.call('plan.open-to-read', { planId }))
    await afterwards()
    expect(existsSync(join(first.dataDir, 'backups', planId))).toBe(false)
  })

  test('it shows what the other program saved, and says who has it', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    await setAvailability(first, ids.slice(0, 1), 'on-portal')
    const view = must(await second.client.call('plan.open-to-read', { planId }))
    expect(view.readOnly).toEqual({ holder })
    expect(view.history).toEqual({ undo: null, redo: null })
    expect(view.plan.datasets[0]?.review.availability).toBe('on-portal')
    await setAvailability(first, ids.slice(0, 1), 'not-public')
    expect((await planOf(second)).datasets[0]?.review.availability).toBe('not-public')
  })

  test('it hears of it when the other program changes the plan', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    try {
      const { first, second, planId, ids } = await twoPrograms()
      const { revision } = must(await second.client.call('plan.open-to-read', { planId }))
      const heard: unknown[] = []
      second.onEvent((event) => heard.push(event))
      vi.advanceTimersByTime(10_000)
      expect(heard).toEqual([])
      await setAvailability(first, ids.slice(0, 1), 'on-portal')
      vi.advanceTimersByTime(10_000)
      expect(heard).toEqual([{ kind: 'changed', planId, revision: revision + 1 }])
    } finally {
      vi.useRealTimers()
    }
  })

  test('every call that would change it is refused, and nothing of it changes', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    await setAvailability(first, ids.slice(0, 1), 'on-portal')
    const [id = ''] = ids
    const card = { question: 'on-portal', text: 'Wait times', raisedBy: '', datasetId: null } as const
    const [idea] = must(await first.client.call('brainstorm.add', card)).ideas
    must(await second.client.call('plan.open-to-read', { planId }))
    const before = await planOf(second)
    for (const [name, input] of changes(id, idea?.id ?? '')) {
      expect(await second.client.call(name, input), name).toEqual({
        ok: false,
        error: { code: 'plan-read-only' },
      })
    }
    expect(await planOf(second)).toEqual(before)
    expect(existsSync(join(first.dataDir, 'backups'))).toBe(false)
  })

  test('its deliverables can still be made', async () => {
    const { second, planId } = await twoPrograms()
    must(await second.client.call('plan.open-to-read', { planId }))
    must(await second.client.call('deliver.make-workbook', {}))
    must(await second.client.call('deliver.make-document', {}))
    must(await second.client.call('deliver.make-plan-file', {}))
  })

  test('opening it again takes it for changes once the other program has closed it', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    must(await second.client.call('plan.open-to-read', { planId }))
    expect(await second.client.call('plan.open', { planId })).toMatchObject({
      error: { code: 'plan-open-elsewhere' },
    })
    expect(must(await second.client.call('plan.read', {})).readOnly).not.toBeNull()
    must(await first.client.call('plan.close', {}))
    expect(must(await second.client.call('plan.open', { planId })).readOnly).toBeNull()
    await setAvailability(second, ids.slice(0, 1), 'on-portal')
  })
})

describe('a copy', () => {
  test('holds what was saved, is a plan of its own, and is marked as a copy', async () => {
    const { first, second, planId, ids } = await twoPrograms()
    await setAvailability(first, ids.slice(0, 1), 'on-portal')
    const copy = must(await second.client.call('plan.open-copy', { planId }))
    expect(copy.readOnly).toBeNull()
    expect(copy.plan.id).not.toBe(planId)
    expect(copy.plan.datasets).toEqual((await planOf(first)).datasets)
    await setAvailability(second, ids.slice(1, 2), 'not-public')
    expect((await planOf(first)).datasets[1]?.review.availability).toBe('not-yet-determined')
    const { recentPlans } = must(await second.client.call('start.read', {}))
    expect(recentPlans.map((plan) => [plan.planId, plan.isCopy])).toContainEqual([copy.plan.id, true])
    expect(recentPlans.map((plan) => [plan.planId, plan.isCopy])).toContainEqual([planId, false])
  })

  test('of a copy is as readable a name as the first', async () => {
    const { second, planId } = await twoPrograms()
    const once = must(await second.client.call('plan.open-copy', { planId }))
    const twice = must(await second.client.call('plan.open-copy', { planId: once.plan.id }))
    expect(twice.plan.id).toMatch(/^copy--sample-inventory-[0-9a-f]{12}$/)
  })

  test('of a damaged plan is refused and leaves nothing behind', async () => {
    const { first, second, planId } = await twoPrograms()
    must(await first.client.call('plan.close', {}))
    const path = planPath(first.dataDir, planId)
    new BetterSqlite3(path).exec('DELETE FROM plan').close()
    expect(await second.client.call('plan.open-copy', { planId })).toEqual({
      ok: false,
      error: { code: 'plan-damaged' },
    })
    expect(readdirSync(join(first.dataDir, 'plans')).filter((name) => name.includes('copy'))).toEqual([])
  })
})

describe('a plan file that holds a plan of this computer', () => {
  async function exported(session: Session): Promise<string> {
    const { fileId } = must(await session.client.call('deliver.make-plan-file', {}))
    return fileId
  }

  test('is not taken in a second time by itself; the plan that is here is named', async () => {
    const session = aSession()
    const plan = await aPlan(session)
    const [id = ''] = plan.datasets.map((dataset) => dataset.id)
    const fileId = await exported(session)
    session.setClock('2026-11-24T09:00:00.000Z')
    await setAvailability(session, [id], 'on-portal')
    expect(await session.client.call('open.plan-file', { fileId })).toEqual({
      ok: false,
      error: {
        code: 'plan-known-already',
        planId: plan.id,
        changedAt: '2026-11-24T09:00:00.000Z',
        fileChangedAt: '2026-11-23T09:00:00.000Z',
      },
    })
    expect(readdirSync(join(session.dataDir, 'plans')).filter((name) => name.endsWith('.odap'))).toEqual([
      `${plan.id}.odap`,
    ])
    const taken = must(await session.client.call('open.plan-file', { fileId, evenIfKnown: true }))
    expect(taken.plan.id).not.toBe(plan.id)
    expect(taken.plan.datasets[0]?.review.availability).toBe('not-yet-determined')
  })

  test('names the one that was changed last where there are several', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    const ids = datasets.slice(0, 1).map(({ id }) => id)
    const changed = []
    for (const [day, availability] of [
      ['25', 'on-portal'],
      ['27', 'not-public'],
      ['26', 'on-portal'],
    ] as const) {
      session.setClock(`2026-11-${day}T09:00:00.000Z`)
      const taken = { fileId: await exported(session), evenIfKnown: true }
      const { plan } = must(await session.client.call('open.plan-file', taken))
      await setAvailability(session, ids, availability)
      changed.push(plan.id)
    }
    const fileId = await exported(session)
    expect(await session.client.call('open.plan-file', { fileId })).toMatchObject({
      error: { code: 'plan-known-already', planId: changed[1], changedAt: '2026-11-27T09:00:00.000Z' },
    })
  })

  test('is taken in on another computer', async () => {
    const session = aSession()
    const plan = await aPlan(session)
    const made = session.made(await exported(session))
    const elsewhere = aSession()
    const { fileId } = must(elsewhere.receive({ path: made?.path ?? '' }))
    const taken = must(await elsewhere.client.call('open.plan-file', { fileId }))
    expect(taken.plan.datasets).toEqual(plan.datasets)
  })
})

/** Every call that changes the open plan, one of each: a new one does not compile until it is here. */
function changes(id: string, ideaId: string): readonly (readonly [CallName, InputOf<CallName>])[] {
  const weights = { goals: 1, 'focal-points': 1, demand: 1, quality: 1, 'machine-readable': 2 }
  const inputs: { readonly [Name in ChangeCall]: InputOf<Name> } = {
    'plan.set-details': { changes: { period: '2027' } },
    'plan.undo': {},
    'plan.redo': {},
    'history.go-back': { actionId: 1 },
    'history.restore': { id: '000001-by-hand' },
    'review.set': { ids: [id], changes: { availability: 'not-public' } },
    'review.correct-inventory': { id, changes: { title: 'Another title' } },
    'brainstorm.add': { question: 'on-portal', text: 'An idea', raisedBy: '', datasetId: null },
    'brainstorm.change': { id: ideaId, changes: { text: 'Other words' } },
    'brainstorm.remove': { id: ideaId },
    'brainstorm.make-dataset': { id: ideaId, title: 'A title', unit: '', description: '' },
    'identify.set': { ids: [id], changes: { access: 'public' } },
    'identify.set-openness': { ids: [id], changes: { free: 'yes' } },
    'prioritize.rate': { id, criterion: 'demand', value: 1, reason: 'asked for' },
    'prioritize.weigh': { weights },
    'prioritize.override': { id, override: { tier: 'now', reason: 'promised' } },
    'publish.set': { ids: [id], changes: { steward: 'Records' } },
    'deliver.set-choices': { changes: { changesSheet: 'add' } },
    'deliver.mark-submitted': { on: '2026-11-26', how: '' },
  }
  return [
    ...(Object.entries(inputs) as [CallName, InputOf<CallName>][]),
    // What writes beside the plan is for whoever has it open.
    ['plan.rescue', {}],
    ['history.make-backup', { name: 'mine' }],
  ]
}
