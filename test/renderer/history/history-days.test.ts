import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../../src/contract/views.ts'
import { byDay, dayHeading } from '../../../src/renderer/history/days.ts'
import { differencesInWords } from '../../../src/renderer/history/differences.ts'

function actionAt(id: number, local: string): HistoryEntry {
  const at = new Date(local).toISOString()
  const what = `action ${id}`
  return {
    id,
    at,
    who: '',
    what,
    reason: '',
    state: 'done',
    undoable: true,
    datasets: 0,
    isCurrent: false,
    stands: true,
  }
}

test('actions stand under the day they were done on, where the person is', () => {
  const days = byDay([
    actionAt(3, '2026-11-22T00:10:00'),
    actionAt(2, '2026-11-21T23:50:00'),
    actionAt(1, '2026-11-21T08:00:00'),
  ])
  expect(days.map(({ day, entries }) => [day, entries.map(({ id }) => id)])).toEqual([
    ['2026-11-22', [3]],
    ['2026-11-21', [2, 1]],
  ])
})

test('a clock that was set back moves no action from its place', () => {
  const days = byDay([
    actionAt(3, '2026-11-22T09:00:00'),
    actionAt(2, '2026-11-23T09:00:00'),
    actionAt(1, '2026-11-22T09:00:00'),
  ])
  expect(days.map(({ entries }) => entries.map(({ id }) => id))).toEqual([[3], [2], [1]])
  expect(new Set(days.map(({ key }) => key)).size).toBe(3)
})

test('a day keeps its key while actions are added to it', () => {
  const [before] = byDay([actionAt(1, '2026-11-22T09:00:00')])
  const [after] = byDay([actionAt(2, '2026-11-22T10:00:00'), actionAt(1, '2026-11-22T09:00:00')])
  expect(after?.key).toBe(before?.key)
})

test.each([
  ['2026-11-22', 'Today, November 22, 2026'],
  ['2026-11-21', 'Yesterday, November 21, 2026'],
  ['2026-11-20', 'November 20, 2026'],
])('%s is headed %s', (day, heading) => {
  expect(dayHeading(day, new Date('2026-11-22T00:30:00'))).toBe(heading)
})

test('what restoring would change is said in counts and names, and nothing where nothing differs', () => {
  const none = { broughtBack: 0, changed: 0, takenAway: 0 }
  const point = { id: '000001-by-hand', kind: 'by-hand' as const, name: 'mine', at: '', size: 1 }
  const same = { backup: point, datasets: none, ideas: none, details: false, titles: [] }
  expect(differencesInWords(same)).toEqual([])
  expect(
    differencesInWords({
      ...same,
      datasets: { broughtBack: 1, changed: 2, takenAway: 0 },
      ideas: { ...none, takenAway: 1 },
      details: true,
      titles: ['Roads', 'Bridges'],
    }),
  ).toEqual([
    '2 datasets changed back, 1 dataset brought back: “Roads”, “Bridges” and 1 more',
    '1 idea of the board taken out',
    'the plan’s details or its weights',
  ])
})
