import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { inspectBytes } from '../../../src/engine/workbook/reading/read-workbook.ts'
import { aDesk, correct, type Desk } from '../../support/desk.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { must } from '../../support/journey.ts'

const protectedSheet = readFileSync(
  fileURLToPath(new URL('../../fixtures/came-back/protected-sheet.xlsx', import.meta.url)),
)

const keepOff = { protectedCells: 'keep-off' } as const

async function addDataset({ client }: Desk, title: string): Promise<string> {
  const idea = { question: 'on-portal', text: title, raisedBy: '', datasetId: null } as const
  const added = must(await client.call('brainstorm.add', idea)).ideas.at(-1)
  const dataset = { title, unit: 'Roads', description: 'Where they stop' }
  const { datasets } = must(await client.call('brainstorm.make-dataset', { id: added?.id ?? '', ...dataset }))
  return datasets[0]?.id ?? ''
}

/** A workbook that takes nothing where it belongs: its sheet is protected, and people want to keep off. */
async function firstRound() {
  const desk = aDesk()
  const { datasets } = await desk.open(protectedSheet)
  const [one, two] = datasets
  const { client } = desk
  must(
    await client.call('review.set', {
      ids: [one?.id ?? '', two?.id ?? ''],
      changes: { availability: 'not-public', publishedFormat: 'CSV' },
    }),
  )
  must(await client.call('identify.set', { ids: [one?.id ?? ''], changes: { access: 'public' } }))
  must(
    await client.call('publish.set', {
      ids: [one?.id ?? ''],
      changes: { targetDate: '2027-03-31', steward: 'A. Stone' },
    }),
  )
  const rating = { id: one?.id ?? '', criterion: 'goals', value: 3, reason: 'Asked by the Council' } as const
  must(await client.call('prioritize.rate', rating))
  await correct(desk, two, { title: 'Child day cares', owner: 'Dee' })
  const added = await addDataset(desk, 'Ice cream trucks')
  must(await client.call('review.set', { ids: [added], changes: { availability: 'on-portal' } }))
  const made = await desk.make(keepOff)
  const { plan } = must(await client.call('plan.read', {}))
  return { ...made, plan }
}

const decisionsOf = ({ datasets }: Plan) =>
  datasets.map(({ facts, review, identification, priority, commitment }) => {
    const { title, owner, unit, description } = facts
    return { title, owner, unit, description, review, identification, priority, commitment }
  })

describe('what went to “Plan additions” because the sheet is protected', () => {
  test('is read back, new datasets and corrections too', async () => {
    const { bytes, plan, sheets } = await firstRound()
    expect(sheets).toEqual(['Plan additions 2'])
    expect(newFaults(protectedSheet, bytes)).toEqual([])
    const found = inspectBytes(bytes, 'inventory.xlsx')
    expect(found.ok && found.value.notices).toContainEqual({
      code: 'plan-additions',
      datasets: 1,
      values: 14,
    })
    const desk = aDesk()
    const again = await desk.open(bytes)
    expect(decisionsOf(again)).toEqual(decisionsOf(plan))
    expect(again.datasets.at(-1)?.source).toEqual({ sheet: 'Plan additions 2', row: 2 })
  })

  test('stays as it is, to the byte, while nothing is decided', async () => {
    const { bytes } = await firstRound()
    const desk = aDesk()
    await desk.open(bytes)
    expect((await desk.make(keepOff)).bytes.equals(bytes)).toBe(true)
    expect((await desk.make({ protectedCells: 'write' })).bytes.equals(bytes)).toBe(true)
  })

  test('changes in its row where something else is decided of a dataset of ours, and comes back so', async () => {
    const { bytes } = await firstRound()
    const desk = aDesk()
    const { datasets } = await desk.open(bytes)
    const added = datasets.at(-1)
    const ids = [added?.id ?? '']
    must(await desk.client.call('review.set', { ids, changes: { availability: 'not-public' } }))
    must(await desk.client.call('publish.set', { ids, changes: { steward: 'Bo' } }))
    await correct(desk, added, { title: 'Ice cream vans' })
    const { bytes: second, cells, sheets } = await desk.make({ ...keepOff, changesSheet: 'add' })
    expect(newFaults(bytes, second)).toEqual([])
    expect(sheets).toEqual(['Plan changes'])
    expect(cells).toEqual([
      'E1:  > Plan: Steward',
      'A2: Ice cream trucks > Ice cream vans',
      'D2: On portal > Not public',
      'E2:  > Bo',
    ])
    const again = await aDesk().open(second)
    expect(again.datasets).toHaveLength(datasets.length)
    expect(again.datasets.at(-1)).toMatchObject({
      facts: { title: 'Ice cream vans' },
      review: { availability: 'not-public' },
      commitment: { steward: 'Bo' },
    })
  })

  test('is said once more where something else is decided of a row, and the last word counts', async () => {
    const { bytes } = await firstRound()
    const desk = aDesk()
    const [one] = (await desk.open(bytes)).datasets
    must(await desk.client.call('publish.set', { ids: [one?.id ?? ''], changes: { steward: 'Bo' } }))
    const { bytes: second } = await desk.make(keepOff)
    const again = await aDesk().open(second)
    expect(again.datasets[0]?.commitment).toMatchObject({ steward: 'Bo', targetDate: '2027-03-31' })
    expect(again.datasets).toHaveLength(9)
  })

  test('stands on one more sheet where rows of ours change and others are added at once', async () => {
    const first = aDesk()
    await first.open(protectedSheet)
    await addDataset(first, 'Ice cream trucks')
    const { bytes } = await first.make(keepOff)
    const desk = aDesk()
    await correct(desk, (await desk.open(bytes)).datasets.at(-1), { title: 'Ice cream vans' })
    await addDataset(desk, 'Food carts')
    const { bytes: second, sheets } = await desk.make(keepOff)
    expect(sheets).toEqual(['Plan additions 3'])
    expect(newFaults(bytes, second)).toEqual([])
    const { datasets } = await aDesk().open(second)
    expect(datasets.slice(-2).map(({ facts }) => facts.title)).toEqual(['Ice cream vans', 'Food carts'])
    expect(datasets).toHaveLength(10)
  })

  test('goes into the inventory’s own columns as soon as they may be written', async () => {
    const { bytes, plan } = await firstRound()
    const desk = aDesk()
    const [one] = (await desk.open(bytes)).datasets
    must(await desk.client.call('publish.set', { ids: [one?.id ?? ''], changes: { steward: 'Bo' } }))
    const { bytes: second } = await desk.make({ protectedCells: 'write' })
    const again = await aDesk().open(second)
    expect(again.datasets[0]?.commitment).toEqual({ ...plan.datasets[0]?.commitment, steward: 'Bo' })
    expect(again.datasets[1]?.facts.title).toBe('Child day cares')
  })
})
