import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { aDesk, correct, type Desk } from '../../support/desk.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { must } from '../../support/journey.ts'

const folder = fileURLToPath(new URL('../../fixtures/came-back/', import.meta.url))
const read = (name: string) => readFileSync(`${folder}${name}`)

async function opened(name: string, planHeadings?: 'take' | 'leave') {
  const desk = aDesk()
  const bytes = read(name)
  return { desk, bytes, plan: await desk.open(bytes, name, planHeadings) }
}

const decide = async ({ client }: Desk, { datasets }: Plan) => {
  const ids = [datasets[0]?.id ?? '']
  must(await client.call('identify.set', { ids, changes: { access: 'protected' } }))
}

const addDataset = async ({ client }: Desk) => {
  const idea = { question: 'on-portal', text: 'Ice cream trucks', raisedBy: '', datasetId: null } as const
  const [added] = must(await client.call('brainstorm.add', idea)).ideas
  const dataset = { title: 'Ice cream trucks', unit: 'Roads', description: 'Where they stop' }
  must(await client.call('brainstorm.make-dataset', { id: added?.id ?? '', ...dataset }))
}

describe('while nothing is decided', () => {
  test.each([
    ['marks-gone-astray.xlsx', undefined],
    ['days-as-excel-saves.csv', 'take'],
    ['days-as-excel-saves.csv', 'leave'],
    ['days-as-excel-saves.csv', undefined],
    ['words-of-their-own.xlsx', undefined],
    ['score-and-rank.xlsx', undefined],
    ['titles-are-formulas.xlsx', undefined],
    ['links-of-all-kinds.xlsx', undefined],
    ['blank-records-below.csv', undefined],
    ['side-table.xlsx', undefined],
  ] as const)('%s goes out as it came, to the byte (%s)', async (name, planHeadings) => {
    const { desk, bytes } = await opened(name, planHeadings)
    expect((await desk.make()).bytes.equals(bytes)).toBe(true)
  })
})

describe('an earlier plan’s columns', () => {
  test('are found by their headings where a column was inserted and the marks stayed behind', async () => {
    const { desk, plan } = await opened('marks-gone-astray.xlsx')
    const [first] = plan.datasets
    expect(first?.review).toMatchObject({ availability: 'not-public', reviewNote: '' })
    expect(first?.commitment).toMatchObject({ targetDate: '2026-06-15', steward: 'Bo' })
    const changes = { steward: 'Cy' }
    must(await desk.client.call('publish.set', { ids: [first?.id ?? ''], changes }))
    expect((await desk.make()).cells).toEqual(['R2: Bo > Cy'])
  })

  test('are read whatever way a day is written there by now', async () => {
    const { plan } = await opened('days-as-excel-saves.csv', 'take')
    const days = new Set(plan.datasets.map(({ commitment }) => commitment.targetDate))
    expect(days).toEqual(new Set(['2026-06-15', '']))
  })

  test('are the agency’s own where no mark says otherwise and nobody does', async () => {
    const { desk, plan } = await opened('days-as-excel-saves.csv')
    expect(plan.datasets.some(({ review }) => review.availability !== 'not-yet-determined')).toBe(false)
    await decide(desk, plan)
    expect((await desk.make()).cells).toEqual(['R1:  > Plan: Access', 'R2:  > Protected'])
  })

  test('keep the words that are no answer until somebody decides what they mean', async () => {
    const { desk, plan, bytes } = await opened('words-of-their-own.xlsx')
    const said = plan.datasets.map(({ source }) => source?.words)
    expect(said.slice(0, 3)).toEqual([
      { 'identification.access': 'Public after redaction of names' },
      { 'commitment.targetDate': 'Spring 2026' },
      undefined,
    ])
    expect(plan.datasets.every(({ review }) => review.reviewNote === '')).toBe(true)
    await decide(desk, plan)
    const made = await desk.make()
    expect(made.cells).toEqual(['O2: Public after redaction of names > Protected'])
    expect(newFaults(bytes, made.bytes)).toEqual([])
    must(await desk.client.call('plan.undo', {}))
    expect((await desk.make()).bytes.equals(bytes)).toBe(true)
  })

  test('keep score and rank where nothing that makes them is decided anew', async () => {
    const { desk, plan } = await opened('score-and-rank.xlsx')
    expect(plan.datasets[4]?.priority.override).toMatchObject({ tier: 'later', reason: '' })
    await decide(desk, plan)
    expect((await desk.make()).cells).toEqual(['Q2: Public > Protected'])
  })
})

describe('what is added', () => {
  test('goes whole to a sheet of its own where the titles are worked out', async () => {
    const { desk, bytes } = await opened('titles-are-formulas.xlsx')
    await addDataset(desk)
    const made = await desk.make()
    expect(made.sheets).toEqual(['Plan additions'])
    expect(made.cells).toEqual([])
    expect(made.refused).toEqual([['Inventory!A10', 'formula-cell']])
    expect(newFaults(bytes, made.bytes)).toEqual([])
  })

  test('goes into the blank records below a text file’s table', async () => {
    const { desk, bytes } = await opened('blank-records-below.csv')
    await addDataset(desk)
    const made = await desk.make()
    expect(made.refused).toEqual([])
    expect(made.bytes.toString().split('\n').length).toBe(bytes.toString().split('\n').length)
    expect(made.bytes.toString()).toContain(',Ice cream trucks,Where they stop,Roads,')
  })

  test('stands right of a side table, and leaves that as it is', async () => {
    const { desk, plan, bytes } = await opened('side-table.xlsx')
    await decide(desk, plan)
    const made = await desk.make()
    expect(made.cells).toEqual(['R1:  > Plan: Access', 'R2:  > Protected'])
    expect(newFaults(bytes, made.bytes)).toEqual([])
  })

  test('is not written over a cell that leads somewhere, wherever that is', async () => {
    const { desk, plan } = await opened('links-of-all-kinds.xlsx')
    for (const dataset of plan.datasets.slice(0, 4)) await correct(desk, dataset, { url: 'elsewhere' })
    const { refused, cells } = await desk.make()
    expect(cells).toEqual([])
    expect(refused).toEqual(['J2', 'J3', 'J4', 'J5'].map((cell) => [`Inventory!${cell}`, 'linked-cell']))
  })
})
