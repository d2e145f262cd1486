import { describe, expect, it } from 'vitest'
import {
  cell,
  columns,
  dateCell,
  givenCell,
  listed,
  oneLine,
  sentence,
  shareOf,
  shortName,
  siteOf,
  webAddress,
} from '../../../src/domain/plan-document/wording.ts'

describe('the text of a cell', () => {
  it.each([
    ['two  words', 20, 'two words'],
    [' \tone\r\nline\u0000 ', 20, 'one line'],
    ['half \uD800 of a character', 40, 'half of a character'],
    ['no\uFFFEcharacter\uFFFF', 40, 'no character'],
    ['ab cd', 4, 'ab…'],
    ['abcde', 4, 'abc…'],
    ['abcd', 4, 'abcd'],
  ])('“%s” in at most %i characters is “%s”', (text, limit, expected) => {
    expect(oneLine(text, limit)).toBe(expected)
  })

  it('is cut at 2,000 characters, and a name at 200', () => {
    expect(oneLine('x'.repeat(2000))).toBe('x'.repeat(2000))
    expect(oneLine('x'.repeat(2001))).toBe(`${'x'.repeat(1999)}…`)
    expect(shortName('x'.repeat(200))).toBe('x'.repeat(200))
    expect(shortName('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`)
  })

  it('says quietly what a person should have given and has not', () => {
    expect(cell(' a  b ')).toEqual([[{ text: 'a b' }]])
    expect(cell('')).toEqual([[{ text: '' }]])
    expect(givenCell(' a  b ')).toEqual([[{ text: 'a b' }]])
    expect(givenCell('  ')).toEqual([[{ text: 'not yet given', quiet: true }]])
    expect(dateCell('')).toEqual([[{ text: 'not yet given', quiet: true }]])
    expect(dateCell('2027-01-05')).toEqual([[{ text: 'January 5, 2027' }]])
  })

  it('stands in columns of which those with figures say so', () => {
    expect(columns(['Dataset', 0.7], ['Weight', 0.3, 'figures'])).toEqual([
      { heading: 'Dataset', share: 0.7 },
      { heading: 'Weight', share: 0.3, figures: true },
    ])
  })
})

describe('an address a document links to', () => {
  const long = (length: number) => `https://x.gov/${'a'.repeat(length - 'https://x.gov/'.length)}`

  it.each([
    ['https://x.gov:8080', 'https://x.gov:8080'],
    ['https://x.gov:8/', 'https://x.gov:8/'],
    ['https://x.gov:12345?a', 'https://x.gov:12345?a'],
    ['HTTPS://X.GOV#top', 'HTTPS://X.GOV#top'],
    ['https://x.gov/a%2Fb%20', 'https://x.gov/a%2Fb%20'],
    ['  https://x.gov/a\n', 'https://x.gov/a'],
    [long(1000), long(1000)],
  ])('is %s', (text, expected) => {
    expect(webAddress(text)).toBe(expected)
  })

  it.each([
    'see https://x.gov',
    'https://x.gov, and more',
    'https://x.gov:123456/',
    'https://x.gov:/',
    'https://x.gov:abc/',
    'https://x.gov/a%2',
    'https://x.gov/a%2x',
    'https://x.gov/a%zz',
    'https:///a',
    'https://data.ct.gov@evil.example/',
    'https://x.gov/ä',
    'ftp://x.gov/',
    long(1001),
  ])('is not %s', (text) => {
    expect(webAddress(text)).toBeNull()
  })

  it.each([
    ['https://data.ct.gov/x', 'data.ct.gov'],
    ['http://data.ct.gov?x', 'data.ct.gov'],
    ['HTTPS://www.ct.gov#x', 'ct.gov'],
    ['https://wwwct.gov:80', 'wwwct.gov'],
    ['https://ct.gov', 'ct.gov'],
  ])('%s shows its site %s', (address, site) => {
    expect(siteOf(address)).toBe(site)
  })
})

it.each([
  ['It ends', 'It ends.'],
  ['It ends.', 'It ends.'],
  ['Does it?', 'Does it?'],
  ['It does!', 'It does!'],
  ['It goes on…', 'It goes on…'],
  ['Sec. 4-67p. And more', 'Sec. 4-67p. And more.'],
])('“%s” as a sentence is “%s”', (text, expected) => {
  expect(sentence(text)).toBe(expected)
})

it('lists two, three and more', () => {
  expect(listed(['a', 'b'])).toBe('a and b')
  expect(listed(['a', 'b', 'c', 'd'])).toBe('a, b, c and d')
})

it.each([
  [0, 3, '0 of 3 (0%)'],
  [2, 3, '2 of 3 (67%)'],
  [3, 3, '3 of 3 (100%)'],
  [1200, 2400, '1,200 of 2,400 (50%)'],
])('%i of %i is said as “%s”', (part, whole, expected) => {
  expect(shareOf(part, whole)).toBe(expected)
})
