import { describe, expect, it, test } from 'vitest'
import { suggestMapping } from '../../../src/domain/mapping/mapping.ts'

/** So many of the values, and plain words in the rest of ten cells. */
const ofTen = (...kinds: readonly (readonly [value: string, count: number])[]): readonly string[] => {
  const values = kinds.flatMap(([value, count]) => times(value, count))
  return [...values, ...times('Field notes', 10 - values.length)]
}
const times = (value: string, count: number) => Array.from({ length: count }, () => value)
/** Different values of a kind, told apart by a number. */
const different = (count: number, made: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => made(index))
const sized = (length: number) => (index: number) => `${index}${'x'.repeat(length - 1)}`

/** What the values say of a field, beside a column of the same heading of which nothing is known. */
function said(header: string, values: readonly string[]): string {
  const tested = { letter: 'A', header, values }
  const unknown = { letter: 'B', header, values: [] }
  const [field] = suggestMapping([unknown]).map((column) => column.field)
  if (suggestMapping([tested, unknown])[0]?.field !== field) return 'against'
  return suggestMapping([unknown, tested])[1]?.field === field ? 'for' : 'nothing'
}

const url = 'https://data.ct.gov/a'
const email = 'ask@example.gov'
const fewTruths = ['Yes', 'No', 'Y', 'N']
const thing = (index: number) => `Thing ${index}`

describe('values speak for a field or against it', () => {
  test.each<[heading: string, what: string, values: readonly string[], verdict: string]>([
    ['URL', 'half addresses', ofTen([url, 5]), 'for'],
    ['URL', 'some addresses', ofTen([url, 4]), 'nothing'],
    ['URL', 'no address', ofTen(), 'against'],
    ['URL', 'no address in a few cells', times('Our page', 2), 'against'],
    ['Contact', 'half mail addresses', ofTen([email, 5]), 'for'],
    ['Contact', 'some mail addresses', ofTen([email, 4]), 'nothing'],
    ['Contact', 'addresses on the web', ofTen([url, 10]), 'nothing'],
    ['Owner', 'half mail addresses', ofTen([email, 5]), 'against'],
    ['Owner', 'some mail addresses', ofTen([email, 4]), 'nothing'],
    ['Owner', 'addresses on the web', ofTen([url, 10]), 'nothing'],
    ['Frequency', 'enough words of frequency', ofTen(['Annual', 4]), 'for'],
    ['Frequency', 'too few words of frequency', ofTen(['Annual', 3]), 'nothing'],
    ['Frequency', 'half dates', ofTen(['2025-01-01', 5]), 'against'],
    ['Frequency', 'some dates', ofTen(['2025-01-01', 4]), 'nothing'],
    ['Frequency', 'dates beside words enough', ofTen(['Annual', 4], ['2025-01-01', 5]), 'for'],
    ['Classification', 'half words of protection', ofTen(['Protected', 5]), 'for'],
    ['Classification', 'some words of protection', ofTen(['Protected', 4]), 'nothing'],
    ['Classification', 'some yes and no', ofTen(['Yes', 1]), 'nothing'],
    ['Classification', 'as many words of protection as yes', ofTen(['Protected', 2], ['Yes', 2]), 'nothing'],
    ['Classification', 'neither', ofTen(), 'against'],
    ['Classification', 'neither in a few cells', times('Field notes', 7), 'against'],
    ['Published', 'half yes and no', ofTen(['Yes', 5]), 'for'],
    ['Published', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Published', 'half yes and half dates', ofTen(['Yes', 5], ['2025-01-01', 5]), 'for'],
    ['Published', 'half dates', ofTen(['Yes', 1], ['2025-01-01', 5]), 'against'],
    ['Published', 'some dates', ofTen(['Yes', 1], ['2025-01-01', 4]), 'nothing'],
    ['Published', 'no yes at all', ofTen(), 'against'],
    ['Description', 'whole sentences', different(10, sized(40)), 'for'],
    ['Description', 'less than sentences', different(10, sized(39)), 'nothing'],
    ['Description', 'half yes and no', ofTen(['Yes', 5]), 'against'],
    ['Description', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Description', 'half numbers', ofTen(['12', 5]), 'against'],
    ['Description', 'some numbers', ofTen(['12', 4]), 'nothing'],
    ['Dataset Name', 'names', different(10, thing), 'for'],
    ['Dataset Name', 'names of which two recur', [...different(8, thing), 'Thing 0', 'Thing 1'], 'for'],
    [
      'Dataset Name',
      'names of which three recur',
      [...different(7, thing), ...different(3, thing)],
      'nothing',
    ],
    ['Dataset Name', 'four names for ten rows', [...different(4, thing), ...times('Thing 1', 6)], 'nothing'],
    ['Dataset Name', 'three names for ten rows', [...different(3, thing), ...times('Thing 1', 7)], 'against'],
    [
      'Dataset Name',
      'three names for eight rows',
      [...different(3, thing), ...times('Thing 1', 5)],
      'against',
    ],
    ['Dataset Name', 'two names for seven rows', [...different(2, thing), ...times('Thing 1', 5)], 'nothing'],
    ['Dataset Name', 'half numbers', [...different(5, String), ...different(5, thing)], 'against'],
    ['Dataset Name', 'some numbers', [...different(4, String), ...different(6, thing)], 'for'],
    [
      'Dataset Name',
      'half dates',
      [...different(5, (day) => `2025-01-1${day}`), ...different(5, thing)],
      'against',
    ],
    [
      'Dataset Name',
      'some dates',
      [...different(4, (day) => `2025-01-1${day}`), ...different(6, thing)],
      'for',
    ],
    ['Dataset Name', 'half yes and no', ['TRUE', ...fewTruths, ...different(5, thing)], 'against'],
    ['Dataset Name', 'some yes and no', [...fewTruths, ...different(6, thing)], 'for'],
    ['Dataset Name', 'texts that are long', different(10, sized(200)), 'for'],
    ['Dataset Name', 'texts too long for names', different(10, sized(201)), 'against'],
    ['Dataset Name', 'addresses', [...different(8, (page) => `${url}/${page}`), 'One', 'Two'], 'against'],
    [
      'Dataset Name',
      'addresses and names',
      [...different(7, (page) => `${url}/${page}`), 'A', 'B', 'C'],
      'for',
    ],
    ['Target Date', 'half yes and no', ofTen(['Yes', 5]), 'against'],
    ['Target Date', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Target Date', 'addresses', ofTen([url, 10]), 'nothing'],
    ['Coverage', 'half yes and no', ofTen(['Yes', 5]), 'against'],
    ['Coverage', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Coverage', 'years', times('2024', 10), 'nothing'],
    ['Coverage', 'numbers too small for years', times('123', 10), 'against'],
    ['Coverage', 'half numbers, all short', [...times('12', 5), ...times('abc', 5)], 'against'],
    ['Coverage', 'some numbers, all short', [...times('12', 4), ...times('abc', 6)], 'nothing'],
    ['Coverage', 'numbers among words', ofTen(['12', 5]), 'nothing'],
    ['Coverage', 'addresses', ofTen([url, 10]), 'nothing'],
    ['Source System', 'half yes and no', ofTen(['Yes', 5]), 'against'],
    ['Source System', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Source System', 'half addresses', ofTen([url, 5]), 'against'],
    ['Source System', 'some addresses', ofTen([url, 4]), 'nothing'],
    ['Shared With', 'half yes and no', ofTen(['Yes', 5]), 'against'],
    ['Shared With', 'some yes and no', ofTen(['Yes', 4]), 'nothing'],
    ['Shared With', 'addresses', ofTen([url, 10]), 'nothing'],
    ['Division', 'some units of measurement', ofTen(['kg', 2]), 'against'],
    ['Division', 'one unit of measurement', ofTen(['kg', 1]), 'nothing'],
    ['Division', 'many that do not apply', ofTen(['N/A', 9]), 'nothing'],
    ['Division', 'addresses', ofTen([url, 10]), 'nothing'],
    ['Notes', 'addresses', ofTen([url, 8]), 'against'],
    ['Notes', 'addresses among words', ofTen([url, 7]), 'nothing'],
  ])('%s: %s', (heading, _, values, verdict) => {
    expect(said(heading, values)).toBe(verdict)
  })
})

describe('how sure a field is', () => {
  test.each<[heading: string, values: readonly string[], confidence: string, reason: string]>([
    ['URL', [url], 'high', 'heading'],
    ['URL', times('Our page', 7), 'medium', 'heading'],
    ['Dataset Shared With', ofTen(['Yes', 10]), 'high', 'heading'],
    ['Frequency', ofTen(['2025-01-01', 10]), 'medium', 'heading'],
    ['Classification', times('Field notes', 7), 'high', 'heading'],
    ['Classification', times('Field notes', 8), 'medium', 'heading'],
    ['Published', ofTen(['Yes', 1], ['2025-01-01', 9]), 'low', 'heading'],
    ['Uniform', [], 'low', 'none'],
    ['Location', times('Shared drive', 7), 'low', 'heading'],
    ['Record of the steward', [], 'medium', 'heading-in-part'],
    ['Record of the steward in town or city', [], 'low', 'heading-in-part'],
    ['Uniform', [url, `${url}/b`], 'low', 'values'],
  ])('%s of %j: %s, by the %s', (header, values, confidence, reason) => {
    expect(suggestMapping([{ letter: 'A', header, values }])[0]).toMatchObject({ confidence, reason })
  })
})

describe('a column whose heading says nothing', () => {
  const named = { letter: 'A', header: 'Dataset Name', values: [] }
  const fieldOf = (header: string, values: readonly string[]) =>
    suggestMapping([named, { letter: 'B', header, values }])[1]?.field

  test.each<[what: string, values: readonly string[], field: string | null]>([
    ['addresses', [url, url], 'url'],
    ['a single address', [url], null],
    ['four mail addresses of five', [...times(email, 4), 'Desk'], 'contact'],
    ['three mail addresses of five', [...times(email, 3), 'Desk', 'Desk'], null],
    ['words of frequency', ['Annual', 'Monthly'], 'update-frequency'],
    ['long texts', [...different(9, sized(60)), sized(60)(0)], 'description'],
    ['long texts that recur', [...different(8, sized(60)), ...different(2, sized(60))], null],
    ['texts that are not long', different(10, sized(59)), null],
  ])('is known by its values: %s', (_, values, field) => {
    expect(fieldOf('Uniform', values)).toBe(field)
  })

  it('is asked for its values only where its heading is no help', () => {
    expect(fieldOf('Location', times(email, 8))).toBe('contact')
    expect(fieldOf('Notes', times(email, 8))).toBe('notes')
    const notes = (letter: string) => ({ letter, header: 'Notes', values: times(email, 8) })
    expect(
      suggestMapping([named, notes('B'), notes('C')]).map(({ field, contested }) => [field, contested]),
    ).toEqual([
      ['title', null],
      ['notes', null],
      [null, 'notes'],
    ])
  })
})

describe('cells that lead to an address', () => {
  const words = times('Our page', 10)
  const field = (header: string, linked: number | undefined) => {
    const tested = { letter: 'A', header, values: words, ...(linked !== undefined && { linked }) }
    return suggestMapping([tested, { letter: 'B', header, values: [] }])[0]?.field
  }

  it('hold addresses in a column that is named for them, in whole or in part', () => {
    expect(field('URL', 0.5)).toBe('url')
    expect(field('URL', undefined)).toBeNull()
    expect(field('Web address of publisher', 1)).toBe('url')
  })

  it('hold what the column is named for elsewhere', () => {
    expect(field('Source System', 1)).toBe('source-system')
    expect(field('Notes', 1)).toBe('notes')
  })
})
