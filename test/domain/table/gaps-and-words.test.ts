import { describe, expect, test } from 'vitest'
import { columnGaps, frequencyWords } from '../../../src/domain/table/look-at-table.ts'
import type { GridRow } from '../../../src/domain/table/sheet-grid.ts'
import { dataset, foundOn, header } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

type Row = readonly (string | null)[]

const down = (firstRow: number, lastRow: number, column: number, lastColumn = column) => ({
  firstRow,
  lastRow,
  firstColumn: column,
  lastColumn,
})

describe('gaps in a column', () => {
  const agencies = (texts: Row, ...merges: readonly ReturnType<typeof down>[]) => {
    const rows = texts.map((agency, index): Row => [`Dataset ${index}`, agency, 'Monthly'])
    const gaps = columnGaps(foundOn(makeGrid([['Dataset', 'Agency', 'Frequency'], ...rows], { merges })))
    return gaps.flatMap(({ letter, places }) => [letter, ...places.map(({ cell }) => cell)])
  }

  test.each<[what: string, texts: Row, merges: readonly ReturnType<typeof down>[], gaps: readonly string[]]>([
    ['none where it is full', ['x', 'y', 'z'], [], []],
    ['the rows without a text', ['x', null, 'z', null], [], ['B', 'B3', 'B5']],
    ['none that merged cells fill', ['x', null, null, 'y', null], [down(2, 4, 2), down(5, 6, 2)], []],
    ['none whatever the order', ['x', null, null, 'y', null], [down(5, 6, 2), down(2, 4, 2)], []],
    ['those below a merged cell', ['x', null, null, null], [down(2, 3, 2)], ['B', 'B4', 'B5']],
    ['those above a merged cell', ['v', null, 'x', null], [down(4, 5, 2)], ['B', 'B3']],
    ['those between merged cells', ['x', null, null, 'y', null], [down(2, 3, 2), down(5, 6, 2)], ['B', 'B4']],
    ['those beside merged cells', ['x', null, 'z', null], [down(2, 5, 1), down(2, 5, 3)], ['B', 'B3', 'B5']],
    ['those merged over several columns', ['x', null, 'z'], [down(3, 3, 2, 3)], ['B', 'B3']],
    [
      'those that a merged cell without a text spans',
      ['x', null, null, 'z'],
      [down(3, 4, 2)],
      ['B', 'B3', 'B4'],
    ],
  ])('are %s', (_, texts, merges, gaps) => {
    expect(agencies(texts, ...merges)).toEqual(gaps)
  })

  test('are counted, and the first fifty named', () => {
    const rows = Array.from({ length: 60 }, (_, index) => dataset(index + 1).slice(0, 4))
    const [gaps, ...more] = columnGaps(foundOn(makeGrid([header, ...rows])))
    expect(more).toEqual([])
    expect(gaps).toMatchObject({ letter: 'E', count: 60 })
    expect(gaps?.places).toHaveLength(50)
    expect(gaps?.places.at(-1)).toEqual({ sheet: 'Sheet1', cell: 'E51' })
  })

  test('are not looked for where there are more datasets than anyone could look through', () => {
    const found = foundOn(
      makeGrid([header, dataset(1).slice(0, 4)], { name: 'North' }),
      makeGrid([header, dataset(2).slice(0, 4)], { name: 'South' }),
    )
    expect(columnGaps(found)).toMatchObject([{ letter: 'E', count: 2 }])
    const rows: GridRow[] = []
    rows.length = 10_000_001
    const further = found.further.map((part) => ({ ...part, rows }))
    expect(columnGaps({ ...found, rows, further })).toEqual([])
  })
})

describe('words for how often', () => {
  const words = (headings: readonly string[], ...rows: readonly Row[]) =>
    frequencyWords(foundOn(makeGrid([headings, ...rows])))

  test('are those of the column that is named for it, whatever they are', () => {
    const table = words(
      ['Dataset', 'Update Frequency', 'Kind'],
      ['Roads', 'as the clerk likes', 'x'],
      ['Rails', 'when asked', 'y'],
    )
    expect(table).toEqual([
      {
        letter: 'B',
        words: [
          { text: 'as the clerk likes', rows: 1 },
          { text: 'when asked', rows: 1 },
        ],
      },
    ])
  })

  test('are those of other columns that say how often in a single row', () => {
    const rows: readonly Row[] = [
      ['Roads', 'Monthly', 'as it comes', 'x'],
      ['Rails', 'Monthly', 'Yearly', 'y'],
    ]
    expect(words(['Dataset', 'Update Frequency', 'Posted', 'Kind'], ...rows)).toEqual([
      { letter: 'B', words: [{ text: 'Monthly', rows: 2 }] },
      {
        letter: 'C',
        words: [
          { text: 'as it comes', rows: 1 },
          { text: 'Yearly', rows: 1 },
        ],
      },
    ])
  })

  test('are the same with blanks around them, and none where there are only blanks', () => {
    const rows = ['Monthly', ' Monthly', 'Monthly  ', '  ', null].map((text, index) => [
      `Dataset ${index}`,
      text,
    ])
    expect(words(['Dataset', 'Update Frequency'], ...rows)).toEqual([
      { letter: 'B', words: [{ text: 'Monthly', rows: 3 }] },
    ])
  })

  test('are at most five hundred; a column with more of them says something else', () => {
    const different = (count: number) =>
      Array.from({ length: count }, (_, index) => [`Dataset ${index}`, `Every ${index} days`])
    expect(words(['Dataset', 'Update Frequency'], ...different(500))[0]?.words).toHaveLength(500)
    expect(words(['Dataset', 'Update Frequency'], ...different(501))).toEqual([])
  })
})
