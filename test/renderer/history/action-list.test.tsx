import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { HistoryChanges, HistoryEntry } from '../../../src/contract/views.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { ActionList } from '../../../src/renderer/history/action-list.tsx'
import { useHistoryPlace } from '../../../src/renderer/ui/history-place.ts'
import { aChange, aPlan, aView } from '../support/fake-plan.ts'
import { onScreen, toRead } from '../support/on-screen.tsx'

const action = (id: number, what: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  at: '2026-11-22T15:00:00.000Z',
  who: 'J. Rivera',
  what,
  reason: '',
  state: 'done',
  undoable: true,
  datasets: 1,
  isCurrent: false,
  stands: true,
  ...more,
})

const entries = [
  action(4, 'Set access', { state: 'undone', stands: false }),
  action(3, 'Set availability', { isCurrent: true }),
  action(2, 'Set steward', { stands: false, reason: 'Asked by the unit' }),
  action(1, 'Import inventory', { undoable: false, who: ' ' }),
]
const noChanges: HistoryChanges = { things: [], total: 0 }
const view = aView(aPlan(1))

async function listed(isReading = false, datasetId: string | null = null) {
  const shown = await onScreen(null, isReading ? toRead(view) : view)
  shown.bridge.answerNext(ok({ entries, hasMore: false }))
  shown.show(<ActionList datasetId={datasetId} />)
  await act(async () => undefined)
  const row = (what: string) => screen.getByRole('button', { name: new RegExp(what) })
  const open = async (what: string, changes = noChanges) => {
    shown.bridge.answerNext(ok(changes))
    await shown.person.click(row(what))
    await act(async () => undefined)
  }
  return { ...shown, open, row }
}

const goBackHere = () => screen.queryByRole('button', { name: 'Go back to here…' })
const sent = ({ asked }: Awaited<ReturnType<typeof listed>>) =>
  asked().filter(([call]) => call === 'history.go-back')

describe('going back', () => {
  test('is asked about first, and goes to the action that was meant', async () => {
    const list = await listed()
    await list.open('Set steward')
    await list.person.click(goBackHere() as HTMLElement)
    const dialog = within(screen.getByRole('alertdialog'))
    expect(dialog.getByText('Set steward')).toBeTruthy()
    expect(sent(list)).toEqual([])
    list.bridge.answerNext(ok(aChange(2)))
    list.bridge.answerNext(ok({ entries, hasMore: false }))
    await list.person.click(dialog.getByRole('button', { name: 'Go back' }))
    expect(sent(list)).toEqual([['history.go-back', { actionId: 2 }]])
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(screen.getByText(/The plan is back there/)).toBeTruthy()
  })

  test('is done once, however often it is pressed while it is on its way', async () => {
    const list = await listed()
    await list.open('Set steward')
    await list.person.click(goBackHere() as HTMLElement)
    const give = list.bridge.holdNext()
    const yes = screen.getByRole('button', { name: 'Go back' })
    await list.person.dblClick(yes)
    await act(async () => give(err({ code: 'dataset-not-found' })))
    expect(sent(list)).toHaveLength(1)
  })

  test('that is cancelled goes nowhere, and the focus is where it was asked', async () => {
    const list = await listed()
    await list.open('Set steward')
    await list.person.click(goBackHere() as HTMLElement)
    await list.person.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(document.activeElement).toBe(goBackHere()))
    expect(sent(list)).toEqual([])
    expect(screen.queryByText(/The plan is back there/)).toBeNull()
  })

  test('that is refused is said not to have worked, and stays open', async () => {
    const list = await listed()
    await list.open('Set steward')
    await list.person.click(goBackHere() as HTMLElement)
    list.bridge.answerNext(err({ code: 'dataset-not-found' }))
    await list.person.click(screen.getByRole('button', { name: 'Go back' }))
    expect(within(screen.getByRole('alertdialog')).getByText('That did not work.')).toBeTruthy()
    expect(screen.queryByText(/The plan is back there/)).toBeNull()
  })

  test('is not offered for where the plan stands', async () => {
    const list = await listed()
    await list.open('Set availability')
    expect(goBackHere()).toBeNull()
  })

  test('is not offered in a plan that is open to read', async () => {
    const list = await listed(true)
    await list.open('Set steward')
    expect(goBackHere()).toBeNull()
    expect(screen.getByText('Every change to the plan, the newest first.')).toBeTruthy()
  })
})

describe('an action', () => {
  test('is shown with who did it and whether it stands', async () => {
    await listed()
    const words = screen.getAllByRole('listitem').map((item) => item.textContent?.replace(/^.*[AP]M/, ''))
    expect(words).toEqual([
      'Set accessJ. RiveraUndone',
      'Set availabilityJ. RiveraThe plan stands here',
      'Set stewardJ. RiveraTaken back',
      'Import inventoryno name given',
    ])
  })

  test('shows what it changed, and how much more there is', async () => {
    const list = await listed()
    await list.open('Set steward', {
      things: [
        {
          kind: 'dataset',
          name: 'Licenses',
          change: 'changed',
          fields: [
            { field: 'Steward', before: '', after: 'M. Osei' },
            { field: 'Custodian', before: 'IT', after: '' },
          ],
        },
        { kind: 'idea', name: 'Fees', change: 'removed', fields: [] },
        { kind: 'plan', name: '', change: 'added', fields: [{ field: 'Period', before: '', after: '2027' }] },
      ],
      total: 7,
    })
    const table = screen.getByRole('table', { name: 'What changed: Set steward' })
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...row.children].map((cell) => cell.textContent)),
    ).toEqual([
      ['LicensesSteward', 'empty', 'M. Osei'],
      ['Custodian', 'IT', 'empty'],
      ['Fees (removed)', 'Nothing that is shown as a field.'],
      ['Plan (added)Period', 'empty', '2027'],
    ])
    expect(screen.getByText('and 4 more changes of the same action')).toBeTruthy()
    expect(screen.getByText('Reason: Asked by the unit')).toBeTruthy()
    expect(list.asked().at(-1)).toEqual(['history.changes', { actionId: 2 }])
  })

  test('that began the plan changed nothing that was there before', async () => {
    const list = await listed()
    await list.open('Import inventory')
    expect(screen.getByText('This is where the plan began.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

test('what is read of one dataset is said to be of that one, and the way to all of it is there', async () => {
  const { asked, person } = await listed(false, 'd0')
  expect(asked()).toEqual([['history.read', { datasetId: 'd0', before: null }]])
  expect(screen.getByText('Only what changed “Licenses issued”')).toBeTruthy()
  await person.click(screen.getByRole('button', { name: 'Show everything' }))
  expect(useHistoryPlace.getState()).toEqual({ datasetId: null })
  act(() => useHistoryPlace.setState(null, true))
})
