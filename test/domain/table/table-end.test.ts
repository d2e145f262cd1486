import { describe, expect, test } from 'vitest'
import { endOfTable, tailReasons } from '../../../src/domain/table/table-end.ts'
import { aRowJudge, fullRow, rowsBelow } from '../../support/a-row-judge.ts'

const [roads, rails, ports] = ['Roads', 'Rails', 'Ports'].map(fullRow) as [string[], string[], string[]]
const blank: readonly string[] = []
const goesOn = Number.POSITIVE_INFINITY

type Row = readonly (string | number | null)[]

describe('another table on the same sheet', () => {
  const values = ['a', 'b']

  test.each<[what: string, headings: Row]>([
    ['headings, of which half name a field', ['Name', 'Owner', 'Colour', 'Size']],
    ['two headings that name fields', ['Description', 'Name']],
    ['a heading as long as headings get', ['Description', 'Owner', 'x'.repeat(60)]],
  ])('begins with %s', (_, headings) => {
    expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, headings, values))).toBe(3)
  })

  test.each<[what: string, headings: Row]>([
    ['fewer than half of which name a field', ['Description', 'Owner', 'Colour', 'Size', 'Shape']],
    ['only one of which surely names a field', ['Owner', 'Weight of it']],
    ['of which one is only like the name of a field', ['Owner', 'Colour of the format']],
    ['one of which is alone', ['Description']],
    ['with a number', ['Description', 'Owner', 2024]],
    ['that say the same twice', ['Description', 'Owner', 'Owner']],
    ['with an address of mail', ['Description', 'Owner', 'ann@ct.gov']],
    ['with an address on the web', ['Description', 'Owner', 'http://ct.gov']],
    ['with a sentence', ['Description', 'Owner', 'x'.repeat(61)]],
    ['that are its own', ['Dataset', 'Holds', 'Format', 'Owner', 'Contact', 'Updated']],
  ])('does not begin with words %s', (_, headings) => {
    expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, headings, values))).toBe(goesOn)
  })

  test.each<[what: string, rows: readonly Row[]]>([
    ['without a blank row above', [roads, rails, ['Description', 'Owner'], values]],
    ['before the first dataset', [blank, ['Description', 'Owner'], values, values]],
    ['below nothing but a total', [['Total', 7], blank, ['Description', 'Owner'], values]],
    ['where nothing stands right below', [roads, rails, blank, ['Description', 'Owner'], blank, values]],
    ['with the last row', [roads, rails, blank, ['Description', 'Owner']]],
  ])('does not begin %s', (_, rows) => {
    expect(endOfTable(aRowJudge(), rowsBelow(...rows))).toBe(goesOn)
  })

  test('may begin below the first dataset', () => {
    expect(endOfTable(aRowJudge(), rowsBelow(roads, blank, ['Description', 'Owner'], values))).toBe(2)
  })

  describe('that is a list of codes', () => {
    const codes = [
      ['x1', 'Red'],
      ['x2', 'Green'],
      ['x3', 'Blue'],
    ]

    test.each<[what: string, list: readonly Row[]]>([
      ['of three rows', codes],
      ['of three rows above what is not of it', [...codes, blank, ['x4', 'Grey', 'dark']]],
      ['at half the width', codes.map((row) => [...row, `${row[1]} light`])],
    ])('is one %s', (_, list) => {
      expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, ...list))).toBe(3)
    })

    test.each<[what: string, list: readonly Row[]]>([
      ['of two rows', codes.slice(1)],
      ['of which the first row fills more', [['x0', 'Grey', 'dark'], ...codes]],
      ['of which the last row fills more', [...codes, ['x4', 'Grey', 'dark']]],
      ['of which a row stands apart', [...codes.slice(1), blank, ['x1', 'Red']]],
      ['of more than half the width', codes.map((row) => [...row, 'dark', `${row[1]} light`])],
    ])('is none %s', (_, list) => {
      expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, ...list))).toBe(goesOn)
    })
  })

  describe('that has a title', () => {
    const headings = ['Description', 'Owner']

    test.each<[what: string, rows: readonly Row[]]>([
      ['right above headings', [['Other things'], headings, values]],
      ['a blank row above headings', [['Other things'], blank, headings, values]],
      [
        'that is the name of no inventory, above thinner rows',
        [['Legend'], ['A means all'], ['B', 'x', 'y']],
      ],
      ['with blanks around that name', [['  Glossary: '], ['A means all']]],
      ['as the name of a list, a blank row above it', [['List of codes'], blank, ['A', 'x', 'y', 'z', 'q']]],
    ])('begins with the title %s', (_, rows) => {
      expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, ...rows))).toBe(3)
    })

    test.each<[what: string, rows: readonly Row[]]>([
      ['two blank rows below', [['Legend'], blank, blank, ['A means all']]],
      ['and another word beside it', [['Legend', 'of it'], ['A means all']]],
      ['and nothing below it', [['Legend']]],
      ['that is the name of nothing', [['Other things'], ['A means all']]],
      ['and a full row further down', [['Legend'], ['A means all'], blank, ports]],
    ])('does not begin with a lone text %s', (_, rows) => {
      expect(endOfTable(aRowJudge(), rowsBelow(roads, rails, blank, ...rows))).toBe(goesOn)
    })
  })
})

describe('notes below the data', () => {
  const notes = (rows: readonly Row[], more: Parameters<typeof aRowJudge>[0] = {}) =>
    tailReasons(aRowJudge(more), rowsBelow(...rows))

  test.each<[what: string, rows: readonly Row[], noted: readonly number[]]>([
    ['a lone text that stands apart', [roads, rails, blank, ['See the handbook']], [5]],
    ['blocks of lone texts', [roads, blank, ['See below'], ['or above'], blank, ['Thanks']], [4, 5, 7]],
    ['what begins as notes do', [roads, rails, ['  Note: as of May'], [' * estimated']], [4, 5]],
    ['all but the first row', [['Note: as of May'], ['Source: x']], [3]],
    ['a sentence too long for a name', [roads, rails, ['x'.repeat(121)]], [4]],
    ['what people sign', [roads, rails, [' Approved by: Ann', 'x', 'y', 'z']], [4]],
    [
      'a block in which people sign, of half the width',
      [roads, rails, blank, ['Signature', 'x', 'y'], ['Ann', 'Lee', '']],
      [5, 6],
    ],
    ['what has nothing in the table', [roads, rails, blank, ['', '', '', '', '', '', 'beside']], [5]],
  ])('are %s', (_, rows, noted) => {
    expect(notes(rows)).toEqual(noted.map((row) => [row, 'note']))
  })

  test.each<[what: string, rows: readonly Row[]]>([
    ['nothing where there is nothing', []],
    ['no thin rows that do not stand apart', [['Roads'], ['Rails'], ['Ports']]],
    ['no row beside the table', [roads, rails, ['', '', '', '', '', '', 'beside']]],
    ['no thin row at the end of a block', [roads, ['Rails']]],
    ['no text as long as a name may be', [roads, rails, ['x'.repeat(120)]]],
    ['no words of a note with facts beside them', [roads, rails, ['Notes of meetings', 'All of them']]],
    ['not the first row, whatever it says', [['Note: as of May']]],
    ['no block with as much as datasets have', [roads, blank, rails, ports]],
    [
      'no wider block, even where people sign',
      [roads, rails, blank, ['Signature', 'x', 'y', 'z']].slice(0, 3),
    ],
  ])('are %s', (_, rows) => {
    expect(notes(rows)).toEqual([])
  })

  test('leave a block out of which people sign when it is wide, but for the signature', () => {
    const wide = ['Ann', 'x', 'y', 'z']
    expect(notes([roads, rails, blank, wide, ['Date: May', ...wide]])).toEqual([[6, 'note']])
  })

  test('are not told where tables are narrow', () => {
    const narrow = [['Roads', 'CSV'], blank, ['Note: as of May']]
    expect(notes(narrow, { usual: 2 })).toEqual([])
    expect(notes(narrow, { usual: 3 })).toEqual([[4, 'note']])
  })

  describe('where datasets are named in a further column', () => {
    const named = (name: string) => ['', name]

    test('are not what is named', () => {
      const rows = [roads, rails, blank, named('Ports'), named('Parks')]
      expect(notes(rows, { title: 2 })).toEqual([])
      expect(notes(rows, { title: 1 })).toEqual([5, 6].map((row) => [row, 'note']))
      expect(notes(rows, { title: null })).toEqual([5, 6].map((row) => [row, 'note']))
    })

    test('are what is named only in part', () => {
      const rows = [roads, rails, blank, named('Ports'), ['See the handbook']]
      expect(notes(rows, { title: 2 })).toEqual([5, 6].map((row) => [row, 'note']))
    })

    test('are what reads like notes in that column', () => {
      const rows = [roads, rails, blank, named('Note: as of May'), named('* estimated')]
      expect(notes(rows, { title: 2 })).toEqual([5, 6].map((row) => [row, 'note']))
    })
  })
})
