import { describe, expect, it } from 'vitest'
import {
  counted,
  inFigures,
  listed,
  oneLine,
  shareOf,
  siteOf,
  webAddress,
} from '../../../src/domain/plan-document/wording.ts'

describe('oneLine', () => {
  it('keeps characters outside the basic plane whole when it cuts', () => {
    expect(oneLine('😀😀😀😀', 3)).toBe('😀😀…')
  })

  it('keeps text of exactly the limit', () => {
    expect(oneLine('abc', 3)).toBe('abc')
  })
})

describe('webAddress', () => {
  it.each(['https://data.ct.gov/d/rym6-myq3', 'http://example.gov', 'https://x.gov/a?b=c%20d#e'])(
    'links to %s',
    (address) => {
      expect(webAddress(address)).toBe(address)
    },
  )

  it.each([
    '',
    'Agency web site',
    'data.ct.gov',
    'javascript:alert(1)',
    'file:///c:/x',
    'file://server/share/x.xlsx',
    'smb://server/share',
    '\\\\server\\share',
    '//server/share',
    'ftp://x.gov/a',
    'mailto:open@x.gov',
    'data:text/html,x',
    'ms-word:ofe|u|https://x.gov/a.docx',
    ' javascript:https://x.gov/',
    'https:\\\\x.gov',
    'https://x.gov\n/a',
    'https://x.gov/a b',
    'https://x.gov/"><',
    'https://x.gov/100%',
    'https://user:pw@x.gov/',
    `https://x.gov/${'a'.repeat(2000)}`,
  ])('does not link to %s', (text) => {
    expect(webAddress(text)).toBeNull()
  })
})

it('names the site of an address', () => {
  expect(siteOf('https://www.data.ct.gov:8080/d/rym6?x=1')).toBe('data.ct.gov')
})

it('writes numbers and nouns as a reader expects them', () => {
  expect([0, 999, 1000, 1234567].map(inFigures)).toEqual(['0', '999', '1,000', '1,234,567'])
  expect([counted(1, 'dataset is', 'datasets are'), counted(1700, 'dataset')]).toEqual([
    '1 dataset is',
    '1,700 datasets',
  ])
  expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c'])
  expect([shareOf(0, 0), shareOf(5, 8)]).toEqual(['0 of 0', '5 of 8 (63%)'])
})
