import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BroadcastChannel } from 'node:worker_threads'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { EngineEvent } from '../../../src/contract/events.ts'
import { aDesk, type Desk } from '../../support/desk.ts'
import { must } from '../../support/journey.ts'
import { sampleInventory } from '../../support/patch-sample.ts'

/** Whether the thread waits until a test lets it begin. */
const hold = vi.hoisted(() => ({ isHeld: false }))

vi.mock('../../../src/engine/threads/thread.ts', async (original) => {
  const actual = await original<typeof import('../../../src/engine/threads/thread.ts')>()
  const held = new URL('../../support/held-give-back.mjs', import.meta.url)
  return {
    ...actual,
    startThread: (file: URL, limits: object) =>
      actual.startThread(hold.isHeld && file.pathname.includes('give-back-worker') ? held : file, limits),
  }
})

/** The threads that give back from here on begin when `begin` is called; `there` resolves once one waits for that. */
function heldThread() {
  hold.isHeld = true
  const channel = new BroadcastChannel('give-back')
  const there = new Promise<void>((resolve) => {
    channel.onmessage = () => resolve()
  })
  onTestFinished(() => {
    hold.isHeld = false
    channel.close()
  })
  return { there, begin: () => channel.postMessage('begin') }
}

async function aDeskWithPlan() {
  const desk = aDesk()
  const { datasets } = await desk.open()
  const answer = async (index: number) =>
    must(
      await desk.client.call('review.set', {
        ids: [datasets[index]?.id ?? ''],
        changes: { availability: 'not-public' },
      }),
    )
  return { desk, datasets, answer }
}

const make = ({ engine }: Desk, callId: string = randomUUID()) =>
  engine.call({ callId, call: 'deliver.make-workbook', input: {} })

/** Whether it is still to be answered, asked of a promise without waiting for it. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending')
  return (await Promise.race([promise, Promise.resolve(pending)])) === pending
}

describe('while a workbook is given back', () => {
  it('answers are saved, and what is given back holds those that were saved when it began', async () => {
    const { desk, answer } = await aDeskWithPlan()
    const { there, begin } = heldThread()
    const made = desk.make()
    await there
    const { revision } = await answer(0)
    expect((await answer(1)).revision).toBe(revision + 1)
    expect(must(await desk.client.call('plan.read', {})).revision).toBe(revision + 1)
    expect(await isPending(made)).toBe(true)
    begin()
    expect((await made).cells).toEqual([
      'T6:  > Plan: Availability',
      'T7:  > Not public',
      'T8:  > Not public',
    ])
  })

  it('it can be cancelled, and made again', async () => {
    const { desk, answer } = await aDeskWithPlan()
    await answer(0)
    const { there } = heldThread()
    const made = make(desk, 'making')
    await there
    desk.engine.cancel('making')
    expect(await made).toEqual({ ok: false, error: { code: 'cancelled' } })
    hold.isHeld = false
    expect((await desk.make()).cells.length).toBe(2)
  })

  it('it can be cancelled before it has its turn', async () => {
    const { desk } = await aDeskWithPlan()
    const { there, begin } = heldThread()
    const asked = desk.client.call('deliver.read-questions', {})
    await there
    const made = make(desk, 'making')
    desk.engine.cancel('making')
    expect(await made).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(await isPending(asked)).toBe(true)
    begin()
    expect(must(await asked).changesSheet).toBe('none')
  })

  it('the page is told how far it is', async () => {
    const { desk, answer } = await aDeskWithPlan()
    await answer(0)
    const told: EngineEvent[] = []
    desk.engine.onEvent((event) => told.push(event))
    must(await make(desk, 'making'))
    const progress = told.filter((event) => event.kind === 'progress')
    expect(progress.every(({ callId, total }) => callId === 'making' && total === 100)).toBe(true)
    const done = progress.map((event) => event.done)
    expect(done.length).toBeGreaterThan(3)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
    expect([done[0], done.at(-1)]).toEqual([0, 100])
  })

  it('the engine can be closed', async () => {
    const { desk } = await aDeskWithPlan()
    const { there } = heldThread()
    const made = make(desk)
    const waiting = [make(desk), desk.client.call('deliver.read-questions', {})]
    await there
    await desk.engine.close()
    for (const answer of [made, ...waiting])
      expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } })
  })
})

describe('the questions before it', () => {
  it('that many changes ask are answered together, from the plan as it is then', async () => {
    const { desk, answer } = await aDeskWithPlan()
    const { there, begin } = heldThread()
    const made = make(desk)
    await there
    const asked = Array.from({ length: 5 }, () => desk.client.call('deliver.read-questions', {}))
    await answer(0)
    begin()
    const answers = await Promise.all(asked)
    // The very same answer: the plan was looked at once.
    expect(new Set(answers).size).toBe(1)
    expect(answers.map((one) => must(one).changesSheet)).toEqual(Array(5).fill('none'))
    must(await made)
  })

  it('that wait for one plan are not the answer for the next', async () => {
    const { desk } = await aDeskWithPlan()
    const { there, begin } = heldThread()
    const made = make(desk)
    await there
    const ofFirst = desk.client.call('deliver.read-questions', {})
    await desk.open(Buffer.from('ID,Title\n1,Permits\n'), 'other.csv')
    const ofSecond = desk.client.call('deliver.read-questions', {})
    begin()
    expect(must(await ofSecond).changesSheet).toBe('not-in-this-format')
    // Nobody is left to be told of a plan that was closed before its turn came.
    expect(await ofFirst).toEqual({ ok: false, error: { code: 'cancelled' } })
    must(await made)
  })
})

it('a plan whose file has gone is given back all the same', async () => {
  const { desk, answer } = await aDeskWithPlan()
  await answer(0)
  const planId = desk.engine.openPlanId() ?? ''
  rmSync(join(desk.dataDir, 'plans', `${planId}.odap`))
  const { cells } = await desk.make()
  expect(cells).toEqual(['T6:  > Plan: Availability', 'T7:  > Not public'])
  expect(must(await desk.client.call('deliver.read-questions', {})).changesSheet).toBe('none')
  // Nothing but the workbook that was made waits to be handed over.
  const left = readdirSync(join(desk.dataDir, 'files'), { recursive: true }).map(String)
  expect(left.filter((name) => /\.\w+$/.test(name)).map((name) => basename(name))).toEqual([
    'inventory (updated).xlsx',
  ])
})

it('so is a plan that is open to read', async () => {
  const { desk, answer } = await aDeskWithPlan()
  await answer(0)
  const planId = desk.engine.openPlanId() ?? ''
  must(await desk.client.call('plan.close', {}))
  must(await desk.client.call('plan.open-to-read', { planId }))
  rmSync(join(desk.dataDir, 'plans', `${planId}.odap`))
  const { cells } = await desk.make()
  expect(cells).toEqual(['T6:  > Plan: Availability', 'T7:  > Not public'])
})

it('the workbooks of one plan after the other are each its own', async () => {
  const { desk } = await aDeskWithPlan()
  expect((await desk.make()).bytes.equals(sampleInventory)).toBe(true)
  const text = Buffer.from('ID,Title\n1,Permits\n')
  await desk.open(text, 'other.csv')
  expect((await desk.make()).bytes.equals(text)).toBe(true)
})
