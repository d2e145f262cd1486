import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../src/contract/errors.ts'
import type { CallRequest } from '../../../src/contract/host.ts'
import type { PlanView } from '../../../src/contract/views.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { err, ok, type Result } from '../../../src/domain/result.ts'
import {
  createPageClient,
  mostDatasets,
  type ReadingDatasets,
} from '../../../src/renderer/bridge/plan-in-parts.ts'
import { aChange, aPlan, aView } from '../support/fake-plan.ts'

/** An engine that keeps to what the caller takes at once; what happens before an answer can be set from outside. */
function engineWith(plan: Plan) {
  const engine = {
    plan,
    revision: 1,
    calls: [] as CallRequest[],
    before: (_call: number): AppError | null => null,
    told: [] as (ReadingDatasets | null)[],
  }
  const view = (most: number): PlanView => ({
    ...aView({ ...engine.plan, datasets: engine.plan.datasets.slice(0, most) }, engine.revision),
    moreDatasets: engine.plan.datasets.slice(most).map(({ id }) => id),
  })
  const invoke = async (request: CallRequest): Promise<Result<unknown, AppError>> => {
    engine.calls.push(request)
    const problem = engine.before(engine.calls.length)
    if (problem !== null) return err(problem)
    const most = request.mostDatasets ?? Number.POSITIVE_INFINITY
    if (request.call === 'plan.read') return ok(view(most))
    if (request.call === 'plan.read-datasets') {
      const asked = new Set((request.input as { readonly ids: readonly string[] }).ids)
      const datasets = engine.plan.datasets.filter(({ id }) => asked.has(id))
      return ok({ revision: engine.revision, datasets })
    }
    engine.revision += 1
    const { plan, moreDatasets } = view(most)
    return ok(aChange(engine.revision, { datasets: plan.datasets, moreDatasets }))
  }
  return { engine, client: createPageClient(invoke, (reading) => engine.told.push(reading)) }
}

const namesOf = (calls: readonly CallRequest[]) => calls.map(({ call }) => call)

describe('a plan as the page reads it', () => {
  test.each([
    { datasets: 0, parts: 0 },
    { datasets: mostDatasets, parts: 0 },
    { datasets: mostDatasets + 1, parts: 1 },
    { datasets: 3 * mostDatasets, parts: 2 },
    { datasets: 3 * mostDatasets + 7, parts: 3 },
  ])('of $datasets datasets is whole after $parts further parts', async ({ datasets, parts }) => {
    const plan = aPlan(datasets)
    const { engine, client } = engineWith(plan)
    expect(await client.call('plan.read', {})).toEqual(ok(aView(plan)))
    expect(namesOf(engine.calls)).toEqual(['plan.read', ...Array(parts).fill('plan.read-datasets')])
  })

  test('comes in parts of one plan only, none larger than the page takes at once', async () => {
    const { engine, client } = engineWith(aPlan(2 * mostDatasets + 1))
    await client.call('plan.read', {})
    const parts = engine.calls.slice(1).map(({ input, planId }) => ({
      size: (input as { readonly ids: readonly string[] }).ids.length,
      planId,
    }))
    expect(parts).toEqual([
      { size: mostDatasets, planId: 'plan-1' },
      { size: 1, planId: 'plan-1' },
    ])
  })

  test('tells how far it is, and when it is over', async () => {
    const { engine, client } = engineWith(aPlan(3 * mostDatasets))
    await client.call('plan.read', {})
    const total = 3 * mostDatasets
    expect(engine.told).toEqual([{ done: mostDatasets, total }, { done: 2 * mostDatasets, total }, null])
  })

  test('of few datasets tells nothing', async () => {
    const { engine, client } = engineWith(aPlan(mostDatasets))
    await client.call('plan.read', {})
    expect(engine.told).toEqual([])
  })

  test('is read again from the start when it changes between two parts', async () => {
    const { engine, client } = engineWith(aPlan(3 * mostDatasets))
    const changed = aPlan(3 * mostDatasets + 5)
    engine.before = (call) => {
      // After the first part, before the second.
      if (call === 3) Object.assign(engine, { plan: changed, revision: 2 })
      return null
    }
    expect(await client.call('plan.read', {})).toEqual(ok(aView(changed, 2)))
    expect(namesOf(engine.calls)).toEqual([
      'plan.read',
      'plan.read-datasets',
      'plan.read-datasets',
      'plan.read',
      ...Array(3).fill('plan.read-datasets'),
    ])
    // Never the parts of another plan, should that have been opened meanwhile.
    expect(engine.calls.slice(1).every(({ planId }) => planId === 'plan-1')).toBe(true)
  })

  test('may be a small one by the time it is read again', async () => {
    const { engine, client } = engineWith(aPlan(2 * mostDatasets))
    engine.before = (call) => {
      if (call === 2) Object.assign(engine, { plan: aPlan(2), revision: 2 })
      return null
    }
    expect(await client.call('plan.read', {})).toEqual(ok(aView(aPlan(2), 2)))
    expect(engine.told.at(-1)).toBeNull()
  })

  test('of which a part cannot be read is not shown at all', async () => {
    const { engine, client } = engineWith(aPlan(3 * mostDatasets))
    engine.before = (call) => (call === 3 ? { code: 'engine-gone' } : null)
    expect(await client.call('plan.read', {})).toEqual(err({ code: 'engine-gone' }))
    expect(engine.told.at(-1)).toBeNull()
  })
})

describe('a change of very many datasets', () => {
  const ids = aPlan(2 * mostDatasets + 1).datasets.map(({ id }) => id)
  const set = { ids, changes: { availability: 'on-portal' as const } }

  test('answers with all of them, read in parts', async () => {
    const { engine, client } = engineWith(aPlan(2 * mostDatasets + 1))
    const answer = await client.call('review.set', set, { planId: 'plan-1' })
    expect(answer).toEqual(ok(aChange(2, { datasets: engine.plan.datasets })))
    expect(engine.calls.map(({ planId }) => planId)).toEqual(['plan-1', 'plan-1', 'plan-1'])
  })

  test.each<{ what: string; spoil: (engine: { revision: number }) => AppError | null }>([
    {
      what: 'the plan changes meanwhile',
      spoil: (engine) => {
        engine.revision += 1
        return null
      },
    },
    { what: 'a part cannot be read', spoil: () => ({ code: 'engine-gone' }) },
  ])('is done, and names what is left to read, when $what', async ({ spoil }) => {
    const { engine, client } = engineWith(aPlan(2 * mostDatasets + 1))
    engine.before = (call) => (call === 3 ? spoil(engine) : null)
    const answer = await client.call('review.set', set, { planId: 'plan-1' })
    const datasets = engine.plan.datasets.slice(0, 2 * mostDatasets)
    expect(answer).toEqual(ok(aChange(2, { datasets, moreDatasets: ids.slice(-1) })))
  })
})
