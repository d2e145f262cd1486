import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { RecentPlan, StartView } from '../../../../src/contract/views.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { StartStep } from '../../../../src/renderer/steps/start/start-step.tsx'
import { aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const recent = (planId: string, more: Partial<RecentPlan> = {}): RecentPlan => ({
  planId,
  title: `Plan ${planId}`,
  agencyName: '',
  isSample: false,
  isCopy: false,
  datasets: 58,
  changedAt: '2026-11-22T15:00:00.000Z',
  progress: { done: 12, total: 120 },
  nextStep: 'identify',
  problem: null,
  ...more,
})
const start: StartView = {
  yourName: 'J. Rivera',
  version: '0.1.0',
  recentPlans: [recent('one'), recent('two', { problem: 'plan-damaged' })],
}

async function theStart(view = start) {
  window.history.replaceState({ place: { screen: 'start' } }, '')
  const shown = await onScreen(null)
  shown.bridge.answerNext(ok(view))
  shown.show(<StartStep />)
  await act(async () => undefined)
  const press = (name: string | RegExp) => shown.person.click(screen.getByRole('button', { name }))
  return { ...shown, press, asked: () => shown.asked().filter(([call]) => call !== 'start.read') }
}

const place = () => window.history.state.place
const elsewhere = err({ code: 'plan-open-elsewhere', holder: null } as const)

test('the plan that is chosen is opened, and the work goes on where it stopped', async () => {
  const { press, bridge, asked } = await theStart()
  bridge.answerNext(ok(aView(aPlan(1))))
  await press(/^Plan one/)
  expect(asked()).toEqual([['plan.open', { planId: 'one' }]])
  expect(place()).toEqual({ screen: 'review' })
})

test('whoever has not said their name is asked for it first, unless nothing can be changed', async () => {
  const { press, bridge, remove } = await theStart({ ...start, yourName: '' })
  bridge.answerNext(ok(aView(aPlan(1))))
  await press(/^Plan one/)
  expect(place()).toEqual({ screen: 'details' })
  remove()
  const reading = await theStart({ ...start, yourName: '' })
  reading.bridge.answerNext(ok(toRead(aView(aPlan(1)))))
  await reading.press(/^Plan one/)
  expect(place()).toEqual({ screen: 'review' })
})

test('how far each plan is, or what is wrong with it, is told of that plan', async () => {
  await theStart()
  const words = (name: RegExp) => screen.getByRole('button', { name }).textContent
  expect(words(/^Plan one/)).toMatch(/^Plan one12 of 120 answers58 datasets · Next: Identify · Changed /)
  expect(words(/^Plan two/)).toBe('Plan twoDamaged: it cannot be read')
})

describe('a plan that is open elsewhere', () => {
  test.each([
    ['Read it here', 'plan.open-to-read'],
    ['Make a copy to work in', 'plan.open-copy'],
    ['Try again', 'plan.open'],
  ])('%s', async (name, call) => {
    const { press, bridge, asked } = await theStart()
    bridge.answerNext(elsewhere)
    await press(/^Plan one/)
    expect(screen.getByText('This plan is open elsewhere')).toBeTruthy()
    bridge.answerNext(ok(aView(aPlan(1))))
    await press(name)
    expect(asked()).toEqual([
      ['plan.open', { planId: 'one' }],
      [call, { planId: 'one' }],
    ])
  })
})

describe('a plan file', () => {
  const known = err({
    code: 'plan-known-already',
    planId: 'mine',
    changedAt: '2026-11-22T15:00:00.000Z',
    fileChangedAt: '2026-11-21T15:00:00.000Z',
  } as const)
  const taken = ['open.plan-file', { fileId: 'file-1', evenIfKnown: false }]

  test('that this computer has already is taken in again where that is wanted', async () => {
    const { press, bridge, asked } = await theStart()
    bridge.answerNext(known)
    await press('Open a plan file…')
    bridge.answerNext(ok(aView(aPlan(1))))
    await press('Open the file as a plan of its own')
    expect(asked()).toEqual([taken, ['open.plan-file', { fileId: 'file-1', evenIfKnown: true }]])
  })

  test('that this computer has already leads to the plan that is here', async () => {
    const { press, bridge, asked } = await theStart()
    bridge.answerNext(known)
    await press('Open a plan file…')
    bridge.answerNext(ok(aView(aPlan(1))))
    await press('Go on with the plan of this computer')
    expect(asked()).toEqual([taken, ['plan.open', { planId: 'mine' }]])
  })

  test('is known by its name when it is dropped, and anything else is an inventory', async () => {
    const { bridge, asked } = await theStart()
    bridge.answerNext(ok(aView(aPlan(1))))
    const drop = (name: string) =>
      act(async () => void fireEvent.drop(window, { dataTransfer: { files: [new File([], name)] } }))
    await drop('Plan 2027.ODAP')
    expect(asked()).toEqual([taken])
    await drop('inventory.odap.xlsx')
    expect(asked()).toEqual([taken])
    expect(place()).toMatchObject({ screen: 'open', file: { name: 'inventory.odap.xlsx' } })
  })
})

/** What is dragged leaves one thing for another; for null it leaves the window. */
const leave = (relatedTarget: Element | null) =>
  act(() => void window.dispatchEvent(Object.assign(new Event('dragleave'), { relatedTarget })))

test('a file that is held over the window is asked for, and the browser does not open it itself', async () => {
  await theStart()
  const zone = () => screen.getByRole('heading', { name: /^Drop|^Let go/ }).textContent
  const before = zone()
  const files = { dataTransfer: { types: ['Files'], files: [new File([], 'inventory.xlsx')] } }
  // False where the page has taken it over: what is not taken is opened by the browser in the program's place.
  expect(fireEvent.dragOver(window, files)).toBe(false)
  expect(zone()).not.toBe(before)
  leave(document.body)
  expect(zone()).not.toBe(before)
  leave(null)
  expect(zone()).toBe(before)
  fireEvent.dragOver(window, files)
  await act(async () => expect(fireEvent.drop(window, files)).toBe(false))
  expect(place()).toMatchObject({ screen: 'open', file: { name: 'inventory.xlsx' } })
})

test('what is dragged that is no file is not asked for', async () => {
  await theStart()
  const before = screen.getByRole('heading', { name: /^Drop/ }).textContent
  fireEvent.dragOver(window, { dataTransfer: { types: ['text/plain'], files: [] } })
  expect(screen.getByRole('heading', { name: /^Drop/ }).textContent).toBe(before)
})

test('a damaged plan is not opened; a backup of it is offered, and of no other', async () => {
  const { press, bridge, asked } = await theStart()
  bridge.answerNext(err({ code: 'plan-damaged' }))
  bridge.answerNext(ok([]))
  await press(/^Plan two/)
  await act(async () => undefined)
  expect(asked().map(([, input]) => input)).toEqual([{ planId: 'two' }, { planId: 'two' }])
  expect(screen.getByText(/^There is no backup of it on this computer/)).toBeTruthy()
  expect(place()).toEqual({ screen: 'start' })
  await press('Not now')
  expect(screen.queryByText(/^There is no backup of it on this computer/)).toBeNull()
})

test('where nothing is chosen nothing happens', async () => {
  const { press, bridge, asked } = await theStart()
  Object.assign(bridge, { chooseFile: async () => ok(null) })
  await press('Open an inventory…')
  await press('Open a plan file…')
  expect(asked()).toEqual([])
  expect(place()).toEqual({ screen: 'start' })
})
