import { describe, expect, it, test } from 'vitest'
import {
  frequencyWord,
  normaliseFrequency,
  readFrequencies,
} from '../../../src/domain/mapping/update-frequency.ts'

test.each([
  ['Biannual', 'biannual'],
  [' Bi-Annual ', 'biannual'],
  ['(bi annual)', 'biannual'],
  ['semi -- annual', 'semiannual'],
  ['Twice  a - year', 'twice a year'],
  ['...', ''],
])('%j is the same word as all that are %j', (text, word) => {
  expect(frequencyWord(text)).toBe(word)
})

/** The entry that stands for a word, or what else comes of it. */
const entryFor = (text: string, vocabulary: readonly string[]) => {
  const normal = normaliseFrequency(text, vocabulary)
  return normal.kind === 'known' ? normal.value : normal.kind
}

describe('an entry of the vocabulary', () => {
  test.each<[what: string, text: string, vocabulary: readonly string[], entry: string]>([
    ['is known in any letter case and with space around it', ' each TERM ', ['Each term'], 'Each term'],
    ['is not what an empty text means', ' ', ['', 'Annually'], 'unknown'],
    ['is the first that says the same', 'yearly', ['Every year', 'Annually'], 'Every year'],
    [
      'is the only one an ambiguous word leaves',
      'bimonthly',
      ['Monthly', 'Every two months'],
      'Every two months',
    ],
    ['is none where no meaning has one', 'bimonthly', ['Monthly'], 'unknown'],
    ['is “Other” where that is there', 'hourly', ['Annually', 'Other'], 'Other'],
  ])('%s', (_, text, vocabulary, entry) => {
    expect(entryFor(text, vocabulary)).toBe(entry)
  })
})

describe('an ambiguous entry of the vocabulary', () => {
  test.each<[what: string, text: string, vocabulary: readonly string[], entry: string]>([
    [
      'means what lies between its neighbours',
      'semiannual',
      ['Annually', 'Biannually', 'Monthly'],
      'Biannually',
    ],
    [
      'means it in a list from often to rare, too',
      'semiannual',
      ['Monthly', 'Biannually', 'Annually'],
      'Biannually',
    ],
    [
      'means the rarer where that lies between',
      'biennial',
      ['Decennial', 'Biannually', 'Annually'],
      'Biannually',
    ],
    ['means nothing at the beginning of the list', 'semiannual', ['Biannually', 'Monthly'], 'unknown'],
    ['means nothing at the end of the list', 'semiannual', ['Annually', 'Biannually'], 'unknown'],
    [
      'means nothing where neither lies between',
      'semiannual',
      ['Monthly', 'Biannually', 'Quarterly'],
      'unknown',
    ],
    [
      'does not mean what its neighbour below means',
      'semiannual',
      ['Annually', 'Biannually', 'Half-yearly'],
      'Half-yearly',
    ],
    [
      'does not mean what its neighbour above means',
      'semiannual',
      ['Monthly', 'Biannually', 'Half-yearly'],
      'Half-yearly',
    ],
    [
      'is told past neighbours that say nothing',
      'semiannual',
      ['Annually', 'As the board decides', 'Biannually', 'As needed', 'Monthly'],
      'Biannually',
    ],
    [
      'is told past neighbours that are ambiguous themselves',
      'twice a month',
      ['Annually', 'Bimonthly', 'Biannually', 'Weekly'],
      'Bimonthly',
    ],
    [
      'is told by the nearest neighbour',
      'twice a month',
      ['Annually', 'Monthly', 'Bimonthly', 'Weekly', 'Daily'],
      'Bimonthly',
    ],
  ])('%s', (_, text, vocabulary, entry) => {
    expect(entryFor(text, vocabulary)).toBe(entry)
  })
})

it('the words of a column come the most frequent first, in each of the lists', () => {
  const words = [
    { text: 'sometimes', rows: 1 },
    { text: 'yearly', rows: 2 },
    { text: 'biannual', rows: 3 },
    { text: 'as told', rows: 4 },
    { text: 'monthly', rows: 5 },
    { text: 'bimonthly', rows: 6 },
    { text: 'Bi-Annual', rows: 7 },
  ]
  const vocabulary = ['Annually', 'Half-yearly', 'Every two months', 'Monthly', 'Twice a month', 'Other']
  expect(readFrequencies(words, vocabulary)).toEqual({
    known: [
      { text: 'monthly', rows: 5, value: 'Monthly' },
      { text: 'yearly', rows: 2, value: 'Annually' },
    ],
    questions: [
      {
        word: 'biannual',
        spellings: ['biannual', 'Bi-Annual'],
        rows: 10,
        meanings: [
          { interval: 'half-year', value: 'Half-yearly' },
          { interval: 'two-years', value: 'Other' },
        ],
      },
      {
        word: 'bimonthly',
        spellings: ['bimonthly'],
        rows: 6,
        meanings: [
          { interval: 'half-month', value: 'Twice a month' },
          { interval: 'two-months', value: 'Every two months' },
        ],
      },
    ],
    unknown: [
      { text: 'as told', rows: 4 },
      { text: 'sometimes', rows: 1 },
    ],
  })
})
