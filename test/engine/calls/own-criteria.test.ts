import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { rankCandidates } from '../../../src/domain/priority.ts'
import { progressOf } from '../../../src/domain/progress.ts'
import { ownCriterion } from '../../support/builders.ts'
import { aPlan, aSession, planOf, type Session } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { partText } from '../../support/patch-sample.ts'

/** A plan that is rated on a criterion of the agency's own too, and one of its candidates. */
async function aPlanWithIt(): Promise<{ readonly session: Session; readonly id: string }> {
  const session = aSession()
  const { id: planId, datasets } = await aPlan(session)
  const id = datasets[0]?.id ?? ''
  await session.restart()
  const db = new BetterSqlite3(join(session.dataDir, 'plans', `${planId}.odap`))
  const { id: criterion, name, weight } = ownCriterion
  db.prepare('INSERT INTO criterion (id, position, name, weight) VALUES (?, 6, ?, ?)').run(
    criterion,
    name,
    weight,
  )
  db.close()
  must(await session.client.call('plan.open', { planId }))
  must(await session.client.call('review.set', { ids: [id], changes: { availability: 'not-public' } }))
  must(await session.client.call('identify.set', { ids: [id], changes: { access: 'public' } }))
  return { session, id }
}

async function rated({ client }: Session, id: string, criterion: string, value: 0 | 1 | 2 | 3) {
  return must(await client.call('prioritize.rate', { id, criterion, value, reason: `Said of ${criterion}` }))
}

const rankedFirst = ({ datasets, criteria }: Awaited<ReturnType<typeof planOf>>) =>
  rankCandidates(datasets, criteria)[0]

describe('a criterion of the agency’s own', () => {
  test('is asked for after the guidance’s, is rated, and counts by its weight', async () => {
    const { session, id } = await aPlanWithIt()
    expect((await planOf(session)).criteria).toEqual([...guidanceCriteria, ownCriterion])
    for (const criterion of guidanceCriteria) await rated(session, id, criterion.id, 1)
    expect(progressOf(await planOf(session)).prioritize.done).toBe(0)

    const { datasets } = await rated(session, id, ownCriterion.id, 3)
    expect(datasets[0]?.priority.ratings[ownCriterion.id]).toEqual({ value: 3, reason: 'Said of own-1' })
    expect(progressOf(await planOf(session)).prioritize.done).toBe(1)
    expect(rankedFirst(await planOf(session))).toMatchObject({ id, score: 11 / 7, tier: 'next' })

    const { criteria } = must(await session.client.call('prioritize.weigh', { weights: { 'own-1': 0 } }))
    expect(criteria).toEqual([...guidanceCriteria, { ...ownCriterion, weight: 0 }])
    expect(rankedFirst(await planOf(session))).toMatchObject({ score: 1, tier: 'later' })
    must(await session.client.call('plan.undo', {}))
    expect(rankedFirst(await planOf(session))).toMatchObject({ score: 11 / 7 })
  })

  test('goes by its name in history', async () => {
    const { session, id } = await aPlanWithIt()
    await rated(session, id, ownCriterion.id, 2)
    must(await session.client.call('prioritize.weigh', { weights: { 'own-1': 3 } }))
    const { entries } = must(await session.client.call('history.read', { datasetId: null, before: null }))
    expect(entries[1]?.what).toMatch(/^Rated “.+” 2 for “Cost of a breach”$/)
    const fieldsOf = async (entry: (typeof entries)[number] | undefined) => {
      const { things } = must(await session.client.call('history.changes', { actionId: entry?.id ?? 0 }))
      return things.flatMap(({ fields }) => fields)
    }
    expect(await fieldsOf(entries[0])).toEqual([
      { field: 'Weight of “Cost of a breach”', before: '2', after: '3' },
    ])
    expect(await fieldsOf(entries[1])).toEqual([
      { field: 'Rating: Cost of a breach', before: '', after: '2' },
      { field: 'Reason: Cost of a breach', before: '', after: 'Said of own-1' },
    ])
  })

  test('stands in the Word plan', async () => {
    const { session, id } = await aPlanWithIt()
    await rated(session, id, ownCriterion.id, 3)
    const { file } = must(await session.client.call('deliver.make-document', {}))
    const words = partText(readFileSync(session.made(file.fileId)?.path ?? ''), 'word/document.xml')
    expect(words).toContain('rated on six criteria')
    expect(words).toContain('A criterion of the agency’s own.')
    expect(words).toContain('Said of own-1')
  })
})

test('a criterion that the plan does not have is refused, and nothing is changed', async () => {
  const session = aSession()
  const before = await aPlan(session)
  const refused = { ok: false, error: { code: 'criterion-not-found' } }
  const rating = { id: before.datasets[0]?.id ?? '', value: 2, reason: '' } as const
  const { client } = session
  expect(await client.call('prioritize.rate', { ...rating, criterion: 'own-1' })).toEqual(refused)
  expect(await client.call('prioritize.weigh', { weights: { demand: 2, 'own-1': 2 } })).toEqual(refused)
  expect(await planOf(session)).toEqual(before)
})
