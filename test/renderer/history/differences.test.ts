import { expect, test } from 'vitest'
import type { RestorePreview } from '../../../src/contract/views.ts'
import { differencesInWords } from '../../../src/renderer/history/differences.ts'

const none = { broughtBack: 0, changed: 0, takenAway: 0 }
const same: RestorePreview = {
  backup: { id: 'b', kind: 'automatic', name: '', at: '2026-11-22T15:00:00.000Z', size: 1 },
  datasets: none,
  ideas: none,
  details: false,
  titles: [],
}

test('a backup that is like the plan differs in nothing', () => {
  expect(differencesInWords(same)).toEqual([])
})

test('each kind of difference is counted by itself, of datasets and of ideas', () => {
  expect(
    differencesInWords({
      ...same,
      datasets: { changed: 3, broughtBack: 1, takenAway: 2 },
      ideas: { changed: 4, broughtBack: 5, takenAway: 1 },
      details: true,
      titles: ['Fees', 'Grants'],
    }),
  ).toEqual([
    '3 datasets changed back, 1 dataset brought back, 2 datasets taken out: “Fees”, “Grants” and 4 more',
    '4 ideas of the board changed back',
    '5 ideas of the board brought back',
    '1 idea of the board taken out',
    'the plan’s details or its weights',
  ])
})

test('what all is named is not said to be more', () => {
  const datasets = { ...none, takenAway: 1 }
  expect(differencesInWords({ ...same, datasets, titles: ['Fees'] })).toEqual(['1 dataset taken out: “Fees”'])
})
