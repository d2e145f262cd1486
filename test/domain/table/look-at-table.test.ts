import { describe, expect, it } from 'vitest'
import { columnGaps, frequencyWords } from '../../../src/domain/table/look-at-table.ts'
import { datasets, foundOn, header } from '../../support/found-table.ts'
import { makeGrid } from '../../support/make-grid.ts'

describe('gaps', () => {
  const withoutNames = [
    ['1', 'Licenses', 'All', 'Monthly', 'a@ct.gov'],
    ['2', '', 'Some', 'Monthly', 'a@ct.gov'],
    ['3', '', 'More', 'Yearly', 'a@ct.gov'],
    ['4', 'Grants', 'Few', 'Yearly', 'a@ct.gov'],
  ]

  it('are the cells without text in a dataset’s row', () => {
    expect(columnGaps(foundOn(makeGrid([header, ...withoutNames])))).toEqual([
      {
        letter: 'B',
        count: 2,
        places: [
          { sheet: 'Sheet1', cell: 'B3' },
          { sheet: 'Sheet1', cell: 'B4' },
        ],
      },
    ])
  })

  it('are none where a merged cell reaches down', () => {
    const merges = [{ firstRow: 2, lastRow: 3, firstColumn: 2, lastColumn: 2 }]
    expect(columnGaps(foundOn(makeGrid([header, ...withoutNames], { merges })))[0]?.places).toEqual([
      { sheet: 'Sheet1', cell: 'B4' },
    ])
  })
})

describe('words for how often', () => {
  it('are counted over all the sheets that are taken', () => {
    const words = frequencyWords(
      foundOn(
        makeGrid([header, ...datasets], { name: 'North' }),
        makeGrid([header, ...datasets], { name: 'South' }),
      ),
    )
    expect(words).toEqual([{ letter: 'D', words: [{ text: 'Monthly', rows: 10 }] }])
  })

  it('are looked for in columns of other names too, and not in columns of other values', () => {
    const rows = [
      ['Dataset', 'Posted', 'Kind'],
      ['Licenses', 'biannual', 'x'],
      ['Grants', 'biannual', 'y'],
    ]
    expect(frequencyWords(foundOn(makeGrid(rows))).map(({ letter }) => letter)).toEqual(['B'])
  })
})
