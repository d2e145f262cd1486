import { act, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { PlanView } from '../../../src/contract/views.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { PlanMessages } from '../../../src/renderer/frame/plan-messages.tsx'
import { SavingLine } from '../../../src/renderer/frame/saving-line.tsx'
import { StepRail } from '../../../src/renderer/frame/step-rail.tsx'
import { TopBar } from '../../../src/renderer/frame/top-bar.tsx'
import type { Place } from '../../../src/renderer/navigation.ts'
import { SavedField } from '../../../src/renderer/ui/saved-field.tsx'
import { anIdea, aPlan, someDatasets } from '../../support/builders.ts'
import { aChange, aView } from '../support/fake-plan.ts'
import { onScreen, toRead } from '../support/on-screen.tsx'

const details: Place = { screen: 'details' }
const bar = (place: Place = details) => (
  <TopBar place={place} isDark={false} onToggleTheme={() => undefined} />
)
const withHistory = (undo: string | null, redo: string | null): PlanView => ({
  ...aView(aPlan()),
  history: { undo, redo },
})
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const isClosed = (name: string) => button(name).getAttribute('aria-disabled') === 'true'

describe('the line about saving', () => {
  const line = () => screen.getByTestId('line').textContent
  const piece = (
    <>
      {bar()}
      <div data-testid="line">
        <SavingLine />
      </div>
      <SavedField label="Period" value="" onSave={async () => true} />
    </>
  )

  test('says what is on its way, what was refused, and nothing of the kind once it is saved', async () => {
    const { person, bridge } = await onScreen(piece, withHistory('Set access', null))
    expect(line()).toMatch(/^Saved \d/)
    const give = bridge.holdNext()
    await person.click(button('Undo'))
    expect(line()).toBe('Saving…')
    await act(async () => give(err({ code: 'nothing-to-undo' })))
    expect(line()).toBe('Not saved')
  })

  test('says so while something is typed that is not saved', async () => {
    const { person } = await onScreen(piece, withHistory(null, null))
    await person.type(screen.getByLabelText('Period'), '2027')
    expect(line()).toBe('Not saved yet')
  })

  test('says that the file is gone whatever else there is, and that a plan is open to read', async () => {
    const { bridge, remove } = await onScreen(piece, withHistory(null, null))
    await act(async () => bridge.emit({ kind: 'plan-file', planId: 'plan-1', isInPlace: false }))
    expect(line()).toBe('Not saved: the plan’s file is gone')
    remove()
    await onScreen(piece, toRead(withHistory(null, null)))
    expect(line()).toBe('Open to read')
  })
})

describe('the buttons for undo and redo', () => {
  test('do what they say, where there is something to do', async () => {
    const { person, bridge, asked } = await onScreen(bar(), withHistory('Set access', 'Set steward'))
    for (const name of ['Undo', 'Redo']) {
      bridge.answerNext(ok(aChange(2, { history: { undo: 'Set access', redo: 'Set steward' } })))
      await person.click(button(name))
    }
    expect(asked()).toEqual([
      ['plan.undo', {}],
      ['plan.redo', {}],
    ])
  })

  test('do nothing where there is nothing to do, and are not there for a plan out of sight', async () => {
    const { person, asked, show } = await onScreen(bar(), withHistory(null, null))
    expect([isClosed('Undo'), isClosed('Redo')]).toEqual([true, true])
    await person.click(button('Undo'))
    await person.click(button('Redo'))
    expect(asked()).toEqual([])
    show(bar({ screen: 'start' }))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    show(bar({ screen: 'open', file: { fileId: 'f', name: 'inventory.xlsx', size: 1 } }))
    expect(screen.getByRole('banner').textContent).toContain('inventory.xlsxNot imported yet')
    expect(screen.queryByText(/^Saved/)).toBeNull()
  })
})

describe('the way through the plan', () => {
  const done = { review: { availability: 'not-public' }, identification: { access: 'protected' } } as const
  const view = aView(aPlan({ datasets: someDatasets([done, done, {}]), ideas: [anIdea()] }))
  const rail = (place: Place) => <StepRail place={place} onHelp={() => undefined} />

  test('says of each step how far it is, and which one is on screen', async () => {
    await onScreen(rail({ screen: 'identify' }), view)
    const words = (name: RegExp) => button(name).textContent
    expect(words(/^1?Review/)).toContain('2 of 3')
    expect(words(/^2?Brainstorm/)).toContain('1 of 5')
    expect(words(/^3?Identify/)).toContain('0 of 3')
    expect(words(/^5?Publish/)).not.toMatch(/\d of \d/)
    expect(screen.getAllByRole('button', { current: 'page' }).map((one) => one.title)).toEqual(['Identify'])
  })

  test('leads where it says', async () => {
    const { person } = await onScreen(rail({ screen: 'identify' }), view)
    const names = [
      'Start',
      'Review',
      'Brainstorm',
      'Identify',
      'Prioritize',
      'Publish',
      'Deliver',
      'Plan details',
    ]
    const places = []
    for (const name of names) {
      await person.click(screen.getByTitle(name))
      places.push(window.history.state.place.screen)
    }
    expect(places).toEqual([
      'start',
      'review',
      'brainstorm',
      'identify',
      'prioritize',
      'publish',
      'deliver',
      'details',
    ])
  })

  test('is not there while another file is looked at', async () => {
    await onScreen(rail({ screen: 'start' }), view)
    expect(screen.getAllByRole('button').map((one) => one.title)).toEqual(['Start', 'Help and words'])
  })
})

describe('what concerns the whole plan', () => {
  const messages = (isPlanShown = true) => (
    <>
      {bar()}
      <PlanMessages isPlanShown={isPlanShown} />
    </>
  )

  test('a plan that is open to read is opened for changes, or copied, from where it is read', async () => {
    const { person, bridge, asked } = await onScreen(messages(), toRead(withHistory(null, null)))
    bridge.answerNext(err({ code: 'plan-open-elsewhere', holder: null }))
    await person.click(button('Open it for changes'))
    expect(screen.getByText('You are reading this plan. Nothing here can be changed.')).toBeTruthy()
    bridge.answerNext(ok(aView(aPlan(), 2)))
    await person.click(button('Make a copy to work in'))
    expect(asked()).toEqual([
      ['plan.open', { planId: 'plan-1' }],
      ['plan.open-copy', { planId: 'plan-1' }],
    ])
    expect(screen.queryByText('You are reading this plan. Nothing here can be changed.')).toBeNull()
  })

  test('what was refused stays in sight until it is dismissed', async () => {
    const { person, bridge } = await onScreen(messages(), withHistory('Set access', null))
    bridge.answerNext(err({ code: 'nothing-to-undo' }))
    await person.click(button('Undo'))
    expect(screen.getByText('Your last change was not saved.')).toBeTruthy()
    await person.click(button('Dismiss'))
    expect(screen.queryByText('Your last change was not saved.')).toBeNull()
  })

  test('a plan whose file is gone is written again, and nobody offers that to one who reads', async () => {
    const { person, bridge, asked, remove } = await onScreen(messages(), withHistory(null, null))
    const gone = { kind: 'plan-file', planId: 'plan-1', isInPlace: false } as const
    await act(async () => bridge.emit(gone))
    bridge.answerNext(err({ code: 'disk-full' }))
    await person.click(button('Write the plan to the disk again'))
    expect(screen.getByText('The plan could not be written to the disk.')).toBeTruthy()
    bridge.answerNext(ok(aView(aPlan(), 2)))
    await person.click(button('Write the plan to the disk again'))
    expect(asked()).toEqual([
      ['plan.rescue', {}],
      ['plan.rescue', {}],
    ])
    expect(screen.queryByRole('alert')).toBeNull()
    remove()
    const reading = await onScreen(messages(), toRead(withHistory(null, null)))
    await act(async () => reading.bridge.emit(gone))
    expect(screen.queryByRole('button', { name: 'Write the plan to the disk again' })).toBeNull()
    expect(button('Save the plan file…')).toBeTruthy()
  })

  test('damage is spoken of while its plan is in sight, and a backup of that plan is looked up', async () => {
    const damaged = { ...withHistory(null, null), isDamaged: true }
    const { person, bridge, asked, show } = await onScreen(messages(false), damaged)
    expect(screen.queryByText('The file of this plan is damaged.')).toBeNull()
    show(messages())
    bridge.answerNext(ok([]))
    await person.click(button('See the backups'))
    await person.click(button('Not now'))
    expect(asked().map(([, input]) => input)).toEqual([{ planId: 'plan-1' }])
    expect(document.activeElement).toBe(button('See the backups'))
  })
})
