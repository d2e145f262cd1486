import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { columnsInWords } from '../../../src/engine/store/changed-columns.ts'
import { aPlan, aSession, planOf, type Session, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { stateOf } from '../../support/plan-model.ts'
import { randomNumbers } from '../../support/random-numbers.ts'
import { randomPlanAction } from '../../support/random-plan-action.ts'

describe('the history', () => {
  test('shows every action, the newest first, with who, when, and how many datasets it touched', async () => {
    const session = aSession()
    must(await session.client.call('start.set-name', { name: 'J. Rivera' }))
    const { datasets } = await aPlan(session)
    const ids = datasets.slice(0, 14).map(({ id }) => id)
    await setAvailability(session, ids, 'not-public')
    await setAvailability(session, ids.slice(0, 1), 'on-portal')
    must(await session.client.call('plan.undo', {}))
    const { entries, hasMore } = must(
      await session.client.call('history.read', { datasetId: null, before: null }),
    )
    expect(hasMore).toBe(false)
    expect(entries).toMatchObject([
      { state: 'undone', datasets: 1, isCurrent: false },
      {
        what: 'Set availability to “Not public” for 14 datasets',
        who: 'J. Rivera',
        at: '2026-11-23T09:00:00.000Z',
        state: 'done',
        undoable: true,
        datasets: 14,
        isCurrent: true,
      },
      { undoable: false, state: 'done' },
    ])
  })

  test('of one dataset shows what touched it and nothing else', async () => {
    const session = aSession()
    const [first, second] = (await aPlan(session)).datasets
    if (first === undefined || second === undefined) throw new Error('The sample is too small')
    await setAvailability(session, [first.id], 'on-portal')
    await setAvailability(session, [second.id], 'on-portal')
    must(
      await session.client.call('prioritize.rate', {
        id: first.id,
        criterion: 'demand',
        value: 2,
        reason: 'Asked for often',
      }),
    )
    const { entries } = must(await session.client.call('history.read', { datasetId: first.id, before: null }))
    expect(entries.map(({ what }) => what.split(' ')[0])).toEqual(['Rated', 'Set'])
  })

  test('comes a page at a time', async () => {
    const session = aSession()
    await aPlan(session)
    for (let count = 0; count < 120; count++) {
      must(await session.client.call('plan.set-details', { changes: { period: `${count}` } }))
    }
    const first = must(await session.client.call('history.read', { datasetId: null, before: null }))
    const before = first.entries.at(-1)?.id ?? 0
    const second = must(await session.client.call('history.read', { datasetId: null, before }))
    expect(first.hasMore).toBe(true)
    expect(second.hasMore).toBe(false)
    const seen = [...first.entries, ...second.entries].map(({ id }) => id)
    expect(seen).toHaveLength(121)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
  })
})

describe('going back', () => {
  test('reaches the state after any action, undone ones included, and is itself undone in one step', async () => {
    const session = aSession()
    const random = randomNumbers(11)
    await aPlan(session)
    const states = new Map<number, ReturnType<typeof stateOf>>()
    const note = async () => {
      const { entries } = must(await session.client.call('history.read', { datasetId: null, before: null }))
      const here = entries.find(({ isCurrent }) => isCurrent)
      if (here !== undefined) states.set(here.id, stateOf(await planOf(session)))
    }
    await note()
    for (let count = 0; count < 60; count++) {
      const { call, input } = randomPlanAction(random, await planOf(session), `word ${count}`)
      await session.client.call(call, input)
      await note()
    }
    for (let count = 0; count < 12; count++) {
      const before = stateOf(await planOf(session))
      const [actionId, state] = random.oneOf([...states])
      must(await session.client.call('history.go-back', { actionId }))
      expect(stateOf(await planOf(session))).toEqual(state)
      // Going back to where the plan stands anyway is no action, and there is nothing of it to undo.
      if (random.chance(0.5) || isDeepStrictEqual(before, state)) continue
      must(await session.client.call('plan.undo', {}))
      expect(stateOf(await planOf(session))).toEqual(before)
    }
  })

  test('takes back what lies between, which stands again when that is undone or gone back to', async () => {
    const session = aSession()
    await aPlan(session)
    const { client } = session
    const standing = async () => {
      const { entries } = must(await client.call('history.read', { datasetId: null, before: null }))
      return entries.map(({ stands }) => (stands ? 'stands' : '-')).reverse()
    }
    const idOf = async (place: number) => {
      const { entries } = must(await client.call('history.read', { datasetId: null, before: null }))
      return entries.toReversed()[place]?.id ?? 0
    }
    for (const period of ['first', 'second', 'third']) {
      must(await client.call('plan.set-details', { changes: { period } }))
    }
    expect(await standing()).toEqual(['stands', 'stands', 'stands', 'stands'])
    must(await client.call('history.go-back', { actionId: await idOf(1) }))
    expect(await standing()).toEqual(['stands', 'stands', '-', '-', 'stands'])
    must(await client.call('plan.undo', {}))
    expect(await standing()).toEqual(['stands', 'stands', 'stands', 'stands', '-'])
    must(await client.call('plan.redo', {}))
    must(await client.call('plan.set-details', { changes: { period: 'fourth' } }))
    must(await client.call('plan.undo', {}))
    expect(await standing()).toEqual(['stands', 'stands', '-', '-', 'stands', '-'])
    must(await client.call('history.go-back', { actionId: await idOf(5) }))
    expect(await standing()).toEqual(['stands', 'stands', '-', '-', 'stands', 'stands', 'stands'])
    must(await client.call('history.go-back', { actionId: await idOf(3) }))
    expect(await standing()).toEqual(['stands', 'stands', 'stands', 'stands', '-', '-', '-', 'stands'])
  })

  test('to an action there never was is refused', async () => {
    const session = aSession()
    await aPlan(session)
    expect(await session.client.call('history.go-back', { actionId: 999 })).toEqual({
      ok: false,
      error: { code: 'action-not-found' },
    })
  })
})

describe('what an action changed', () => {
  /** The changes of the last action. */
  async function lastChanges({ client }: Session) {
    const { entries } = must(await client.call('history.read', { datasetId: null, before: null }))
    return must(await client.call('history.changes', { actionId: entries[0]?.id ?? 0 }))
  }

  test('is told by dataset and field, before and after, in words', async () => {
    const session = aSession()
    const [first, second] = (await aPlan(session)).datasets
    if (first === undefined || second === undefined) throw new Error('The sample is too small')
    const { client } = session
    await setAvailability(session, [first.id, second.id], 'on-portal')
    expect(await lastChanges(session)).toEqual({
      total: 2,
      things: [first, second].map(({ facts }) => ({
        kind: 'dataset',
        name: facts.title,
        change: 'changed',
        fields: [{ field: 'Availability', before: 'Not yet determined', after: 'On the open data portal' }],
      })),
    })

    must(
      await client.call('prioritize.rate', {
        id: first.id,
        criterion: 'demand',
        value: 2,
        reason: 'Asked for often',
      }),
    )
    expect(await lastChanges(session)).toMatchObject({
      things: [
        {
          name: first.facts.title,
          change: 'changed',
          fields: [
            { field: 'Rating: Demand from others', before: '', after: '2' },
            { field: 'Reason: Demand from others', before: '', after: 'Asked for often' },
          ],
        },
      ],
    })

    const changes = { targetDate: '2027-06-30', automation: 'automated' as const }
    must(await client.call('publish.set', { ids: [first.id], changes }))
    must(await client.call('publish.set', { ids: [first.id], changes: { targetDate: '' } }))
    expect(await lastChanges(session)).toMatchObject({
      things: [{ fields: [{ field: 'Target date', before: 'June 30, 2027', after: '' }] }],
    })
  })

  test('names what came and went, also when it is no longer there', async () => {
    const session = aSession()
    await aPlan(session)
    const { client } = session
    const told = { question: 'on-portal', text: 'Wait times', raisedBy: '', datasetId: null } as const
    const [idea] = must(await client.call('brainstorm.add', told)).ideas
    must(await client.call('brainstorm.remove', { id: idea?.id ?? '' }))
    expect(await lastChanges(session)).toEqual({
      total: 1,
      things: [
        {
          kind: 'idea',
          name: 'Wait times',
          change: 'removed',
          fields: [
            { field: 'Question', before: 'Already on the open data portal', after: '' },
            { field: 'Idea', before: 'Wait times', after: '' },
          ],
        },
      ],
    })
    must(await client.call('plan.set-details', { changes: { period: '2027' } }))
    expect(await lastChanges(session)).toEqual({
      total: 1,
      things: [
        {
          kind: 'plan',
          name: '',
          change: 'changed',
          fields: [{ field: 'Period', before: '', after: '2027' }],
        },
      ],
    })
  })

  test('of a bulk edit is the beginning and how much there is', async () => {
    const session = aSession()
    const { datasets } = await aPlan(session)
    await setAvailability(
      session,
      datasets.map(({ id }) => id),
      'on-portal',
    )
    const { things, total } = await lastChanges(session)
    expect(things).toHaveLength(50)
    expect(total).toBe(datasets.length)
  })

  test('of an action that is not there is refused', async () => {
    const session = aSession()
    await aPlan(session)
    expect(await session.client.call('history.changes', { actionId: 999 })).toEqual({
      ok: false,
      error: { code: 'action-not-found' },
    })
  })

  test('every column of the journalled tables that people fill in has its words', async () => {
    const file = aPlanFile()
    const unsaid = (['plan', 'dataset', 'rating', 'idea'] as const).flatMap((table) =>
      (file.db.pragma(`table_info(${table})`) as readonly { readonly name: string }[])
        .map(({ name }) => name)
        .filter((name) => !columnsInWords(file.db, table, 'a/demand').has(name))
        .map((name) => `${table}.${name}`),
    )
    // What places a row, or says who and when of a decision, which the action itself says.
    expect(unsaid).toEqual([
      'plan.id',
      'plan.is_sample',
      'plan.submitted_action',
      'dataset.id',
      'dataset.position',
      'dataset.source_row_id',
      'dataset.override_who',
      'dataset.override_at',
      'rating.id',
      'rating.dataset_id',
      'rating.criterion',
      'idea.id',
      'idea.dataset_id',
      'idea.position',
    ])
  })
})
