import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  frequencyInWords,
  frequencyWord,
  normaliseFrequency,
  readFrequencies,
} from '../../../src/domain/mapping/update-frequency.ts'
import type { ReferenceData } from '../../../src/domain/reference-data.ts'

const assets = join(import.meta.dirname, '../../../assets/reference-data.json')
const reference: ReferenceData = JSON.parse(readFileSync(assets, 'utf8'))
const vocabulary = reference.updateFrequencies.entries

const vocabularyValue = (text: string) => {
  const normal = normaliseFrequency(text, vocabulary)
  return normal.kind === 'known' ? normal.value : normal.kind
}

describe("an inventory's word for a frequency", () => {
  it.each([
    ['Annual', 'Annually'],
    ['yearly', 'Annually'],
    ['ANNUALLY', 'Annually'],
    ['Once a year', 'Annually'],
    ['Annual (July)', 'Annually'],
    ['Updated annually, by fiscal year', 'Annually'],
    ['R/P1Y', 'Annually'],
    ['Semi-annual', 'Bi-annually'],
    ['twice a year', 'Bi-annually'],
    ['every 6 months', 'Bi-annually'],
    ['R/P6M', 'Bi-annually'],
    ['Quarterly', 'Quarterly'],
    ['every three months', 'Quarterly'],
    ['R/P3M', 'Quarterly'],
    ['every other month', 'Bi-monthly'],
    ['month', 'unknown'],
    ['Monthly', 'Monthly'],
    ['every two weeks', 'Bi-weekly'],
    ['weekly', 'Weekly'],
    ['Business days', 'Every weekday'],
    ['nightly', 'Daily'],
    ['R/P1D', 'Daily'],
    ['Ad hoc', 'As needed'],
    ['as-needed', 'As needed'],
    ['Irregular', 'As needed'],
    ['Static', 'Not updated (historical only)'],
    ['One-time', 'Not updated (historical only)'],
    ['biennial', 'Other'],
    ['Decennial', 'Other'],
    ['Real-time', 'Other'],
    ['hourly', 'Other'],
    ['Bi-annually', 'Bi-annually'],
  ])('%j is %s', (text, value) => {
    expect(vocabularyValue(text)).toBe(value)
  })

  it.each([
    ['Quaterly', 'Quarterly'],
    ['Quartely', 'Quarterly'],
    ['Anually', 'Annually'],
    ['Annualy', 'Annually'],
    ['Montly', 'Monthly'],
    ['Monhtly', 'Monthly'],
    ['Weelky', 'Weekly'],
    ['Dialy', 'Daily'],
    ['Semi-anually', 'Bi-annually'],
  ])('%j is %s, misspelled', (text, value) => {
    expect(vocabularyValue(text)).toBe(value)
  })

  it.each(['', '  ', 'FY98', 'see notes', 'Purchasing', 'N/A', '2024-05-01', '12', 'Wally'])(
    '%j is none',
    (text) => {
      expect(vocabularyValue(text)).toBe('unknown')
    },
  )
})

describe('ambiguous words', () => {
  it.each([
    ['Biannual', ['Bi-annually', 'Other']],
    ['bi-annual', ['Bi-annually', 'Other']],
    ['Bimonthly', ['Other', 'Bi-monthly']],
    ['biweekly', ['Other', 'Bi-weekly']],
    ['Monthly and annually', ['Monthly', 'Annually']],
  ])('%j may be either', (text, values) => {
    const normal = normaliseFrequency(text, vocabulary)
    expect(normal.kind === 'ambiguous' ? normal.meanings.map(({ value }) => value) : normal).toEqual(values)
  })

  it('are asked about once for all rows', () => {
    const words = [
      { text: 'Annual', rows: 1 },
      { text: 'Bimonthly', rows: 1 },
      { text: 'Biannual', rows: 2 },
      { text: 'bi-annual', rows: 1 },
    ]
    const { questions } = readFrequencies(words, vocabulary)
    expect(questions.map(({ word, spellings, rows }) => ({ word, spellings, rows }))).toEqual([
      { word: 'biannual', spellings: ['Biannual', 'bi-annual'], rows: 3 },
      { word: 'bimonthly', spellings: ['Bimonthly'], rows: 1 },
    ])
    expect(questions[0]?.meanings).toEqual([
      { interval: 'half-year', value: 'Bi-annually' },
      { interval: 'two-years', value: 'Other' },
    ])
  })

  it('leave the other words as they are, in the vocabulary or out of it', () => {
    const words = [
      { text: 'FY98', rows: 1 },
      { text: 'yearly', rows: 2 },
      { text: 'Quaterly', rows: 3 },
    ]
    expect(readFrequencies(words, vocabulary)).toEqual({
      known: [
        { text: 'Quaterly', rows: 3, value: 'Quarterly' },
        { text: 'yearly', rows: 2, value: 'Annually' },
      ],
      questions: [],
      unknown: [{ text: 'FY98', rows: 1 }],
    })
  })

  it('stand in a document in the vocabulary’s words as far as these are known', () => {
    const answers = [{ word: 'biannual', value: 'Bi-annually' }]
    const inWords = (text: string) => frequencyInWords(text, vocabulary, answers)
    expect(['Quaterly', 'bi-annual', 'bimonthly', 'FY98', ''].map(inWords)).toEqual([
      'Quarterly',
      'Bi-annually',
      'bimonthly',
      'FY98',
      '',
    ])
  })

  it('take the answer that was given', () => {
    const answers = new Map([[frequencyWord('Bi-Annual'), 'Other']])
    expect(normaliseFrequency('bi-annual', vocabulary, answers)).toEqual({ kind: 'known', value: 'Other' })
    expect(readFrequencies([{ text: 'bi annual', rows: 4 }], vocabulary, answers)).toEqual({
      known: [{ text: 'bi annual', rows: 4, value: 'Other' }],
      questions: [],
      unknown: [],
    })
    expect(normaliseFrequency('bi-annual', vocabulary, new Map([['biannual', 'gone']])).kind).toBe(
      'ambiguous',
    )
  })
})

describe('an edited vocabulary', () => {
  it('keeps its own words', () => {
    const own = ['Every hour', 'Yearly', 'Twice a year', 'Every two years']
    const known = (text: string) => normaliseFrequency(text, own)
    expect(known('annual')).toEqual({ kind: 'known', value: 'Yearly' })
    expect(known('hourly')).toEqual({ kind: 'known', value: 'Every hour' })
    expect(known('semiannual')).toEqual({ kind: 'known', value: 'Twice a year' })
    expect(known('monthly')).toEqual({ kind: 'unknown' })
    expect(known('biannual')).toMatchObject({
      kind: 'ambiguous',
      meanings: [{ value: 'Twice a year' }, { value: 'Every two years' }],
    })
  })

  it('may be empty', () => {
    expect(normaliseFrequency('annual', [])).toEqual({ kind: 'unknown' })
  })
})
