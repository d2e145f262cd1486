import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { calls } from '../../../src/contract/calls.ts'
import { bounded } from '../../../src/engine/plans/bounded-input.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { aPlan, aSession } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'

interface KeptAction {
  readonly uid: string
  readonly call: string
  readonly input: string
  readonly about_count: number
  readonly about_name: string
}

test('an action is kept as its call, what was asked and what it was about, under an id of its own', async () => {
  const session = aSession()
  const plan = await aPlan(session)
  const ids = plan.datasets.map(({ id }) => id)
  const note = 'long '.repeat(1_000)
  must(
    await session.client.call('review.set', {
      ids,
      changes: { availability: 'not-public', reviewNote: note },
    }),
  )
  must(await session.client.call('history.go-back', { actionId: 1 }))
  const db = new BetterSqlite3(planPath(session.dataDir, plan.id), { readonly: true })
  const kept = db.prepare<[], KeptAction>('SELECT * FROM action ORDER BY id').all()
  db.close()
  expect(kept.map(({ call, about_count, about_name }) => [call, about_count, about_name])).toEqual([
    ['open.import', 61, 'sample-inventory.xlsx'],
    ['review.set', 61, ''],
    ['history.go-back', 1, ''],
  ])
  expect(kept.every(({ call }) => Object.hasOwn(calls, call))).toBe(true)
  expect(JSON.parse(kept[1]?.input ?? '')).toEqual({
    ids: ids.slice(0, 20),
    changes: { availability: 'not-public', reviewNote: note.slice(0, 200) },
  })
  expect(JSON.parse(kept[2]?.input ?? '')).toEqual({ actionId: 1 })
  expect(new Set(kept.map(({ uid }) => uid)).size).toBe(3)
  for (const { uid } of kept) expect(uid).toMatch(/^[0-9a-f]{32}$/)
})

test('the same actions on two copies of a plan have different ids, and those before the copy the same', async () => {
  const session = aSession()
  const plan = await aPlan(session)
  const copy = must(await session.client.call('plan.open-copy', { planId: plan.id })).plan
  for (const planId of [plan.id, copy.id]) {
    must(await session.client.call('plan.open', { planId }))
    must(await session.client.call('plan.set-details', { changes: { period: '2027' } }))
  }
  const idsIn = (planId: string) => {
    const db = new BetterSqlite3(planPath(session.dataDir, planId), { readonly: true })
    const uids = db.prepare('SELECT uid FROM action ORDER BY id').pluck().all()
    db.close()
    return uids
  }
  const [ours, theirs] = [idsIn(plan.id), idsIn(copy.id)]
  expect([ours.length, theirs.length]).toEqual([2, 2])
  expect(ours[0]).toBe(theirs[0])
  expect(ours[1]).not.toBe(theirs[1])
})

test('parameters are kept whole while they are short', () => {
  const input = { ids: ['a', 'b'], changes: { access: null, grounds: ['A'], weight: 2, isOn: true } }
  expect(bounded(input)).toEqual(input)
  expect(bounded({ text: 'x'.repeat(201), list: Array.from({ length: 21 }, () => 'y'.repeat(201)) })).toEqual(
    {
      text: 'x'.repeat(200),
      list: Array.from({ length: 20 }, () => 'y'.repeat(200)),
    },
  )
})
