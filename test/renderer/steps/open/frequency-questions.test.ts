import { expect, test } from 'vitest'
import { frequencyReading, questionsOf } from '../../../../src/renderer/steps/open/frequency-questions.ts'
import { anInspection } from '../../support/fake-inspection.ts'

const inspection = {
  ...anInspection(null),
  frequencyVocabulary: ['Annually', 'Bi-annually', 'Quarterly', 'Monthly', 'Other'],
  frequencies: [
    {
      letter: 'E',
      words: [
        { text: 'Biannual', rows: 3 },
        { text: 'yearly', rows: 2 },
      ],
    },
    { letter: 'G', words: [{ text: 'bi-annual', rows: 4 }] },
  ],
}

test('words of two meanings are asked about where their column is read as the update frequency', () => {
  expect(questionsOf(inspection, {}).map(({ word, rows }) => [word, rows])).toEqual([['biannual', 3]])
  expect(questionsOf(inspection, { E: [] })).toEqual([])
  const both = questionsOf(inspection, { G: ['notes', 'update-frequency'] })
  expect(both.map(({ word, rows }) => [word, rows])).toEqual([['biannual', 7]])
})

test('an answered word is read like any other, and can still be asked about', () => {
  const answers = [{ word: 'biannual', value: 'Bi-annually' }]
  expect(frequencyReading(inspection, {}, answers)).toEqual({
    known: [
      { text: 'Biannual', rows: 3, value: 'Bi-annually' },
      { text: 'yearly', rows: 2, value: 'Annually' },
    ],
    questions: [],
    unknown: [],
  })
  expect(questionsOf(inspection, {})).toHaveLength(1)
})
