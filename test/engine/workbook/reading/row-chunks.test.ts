import { describe, expect, it } from 'vitest'
import { cellKey } from '../../../../src/domain/table/sheet-grid.ts'
import {
  type RowChunk,
  sendRows,
  sourceRows,
  transferable,
} from '../../../../src/engine/workbook/reading/row-chunks.ts'
import { makeGrid } from '../../../support/make-grid.ts'

type Cells = Parameters<typeof makeGrid>[0]

/** The rows below the headings as they arrive when they are sent and copied as a worker does it. */
function handedOver(cells: Cells, letters: readonly string[], more: Parameters<typeof makeGrid>[1] = {}) {
  const grid = makeGrid(cells, more)
  const chunks: RowChunk[] = []
  sendRows(grid, grid.rows.slice(1), letters, 1_000_000, (chunk) => chunks.push(structuredClone(chunk)))
  const rows = sourceRows(chunks)
  expect([...rows]).toHaveLength(rows.length)
  // They may be gone through more than once.
  return [...rows]
}

describe('rows on their way to the engine', () => {
  it('hold cells by letter, without empty ones, whatever their neighbours hold', () => {
    const cells = [
      ['Agency', 'Not asked for', 'Dataset', 'Notes'],
      ['DOT', 'x', 'Traffic', null],
      ['DOT', 'x', 'Bridges', null],
      [null, 'x', 'Größe – 東京', 'Traffic'],
      ['DPH', null, 'Traffic', 'DOT'],
    ]
    const sheet = makeGrid(cells).name
    expect(handedOver(cells, ['A', 'C', 'D', 'AB'])).toEqual([
      { sheet, row: 2, cells: { A: 'DOT', C: 'Traffic' } },
      { sheet, row: 3, cells: { A: 'DOT', C: 'Bridges' } },
      { sheet, row: 4, cells: { C: 'Größe – 東京', D: 'Traffic' } },
      { sheet, row: 5, cells: { A: 'DPH', C: 'Traffic', D: 'DOT' } },
    ])
  })

  it('arrive whole when they are more than one chunk holds, few words or many', () => {
    const cells = Array.from({ length: 5_000 }, (_, row) => [`Dataset ${row}`, `Word ${row % 7}`])
    const rows = handedOver(cells, ['A', 'B'])
    expect(rows.map(({ row, cells: { A, B } }) => [row, A, B])).toEqual(
      cells.slice(1).map(([name, word], index) => [index + 2, name, word]),
    )
  })

  it('stop where they hold more than anybody needs', () => {
    const grid = makeGrid(Array.from({ length: 5_000 }, (_, row) => [`Dataset ${row}`, 'x'.repeat(10_000)]))
    const sent: number[] = []
    const characters = sendRows(grid, grid.rows, ['A', 'B'], 20_000_000, ({ rows }) => sent.push(rows.length))
    expect(characters).toBeGreaterThan(20_000_000)
    expect(sent.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(5_000)
  })

  it('know where their cells lead', () => {
    const links = new Map([[cellKey(3, 2), 'https://data.ct.gov/b']])
    const cells = [
      ['Dataset', 'Link'],
      ['Traffic', 'None'],
      ['Bridges', 'Portal'],
    ]
    expect(handedOver(cells, ['A', 'B'], { links }).map((row) => row.links)).toEqual([
      undefined,
      { B: 'https://data.ct.gov/b' },
    ])
  })
})

describe('a chunk of rows', () => {
  const chunksOf = (cells: Cells, letters: readonly string[], most = 100_000_000) => {
    const grid = makeGrid(cells)
    const chunks: RowChunk[] = []
    const characters = sendRows(grid, grid.rows, letters, most, (chunk) => chunks.push(chunk))
    return { chunks, characters }
  }

  it('holds a word that comes again once for each column, and counts it each time', () => {
    const { chunks, characters } = chunksOf(
      [
        ['DOT', 'DOT', 'x'],
        ['DOT', null, 'y'],
        ['DPH', 'DOT', 'x'],
      ],
      ['A', 'B', 'C'],
    )
    expect(chunks.map(({ texts, places }) => [texts, [...places]])).toEqual([
      [
        ['', 'DOT', 'DOT', 'x', 'y', 'DPH'],
        [1, 2, 3, 1, 0, 4, 5, 2, 3],
      ],
    ])
    expect(characters).toBe(3 * 5 + 3)
    expect(chunks[0]?.kind).toBe('rows')
  })

  it('does not look through a column of many different words for those that come again', () => {
    const names = [...Array.from({ length: 129 }, (_, index) => `n${index}`), 'n0', 'n128']
    const { chunks } = chunksOf(
      names.map((name) => [name]),
      ['A'],
    )
    expect(chunks[0]?.texts.filter((text) => text === 'n0')).toHaveLength(2)
    const few = chunksOf(
      names.filter((name) => name !== 'n0').map((name) => [name]),
      ['A'],
    )
    expect(few.chunks[0]?.texts.filter((text) => text === 'n128')).toHaveLength(1)
  })

  it('ends after 2,048 rows, or where it holds too many characters', () => {
    const rows = (count: number, text: (index: number) => string) =>
      chunksOf(
        Array.from({ length: count }, (_, index) => [text(index)]),
        ['A'],
      ).chunks.map((chunk) => [chunk.rows.length, chunk.places.length])
    expect(rows(2_049, (index) => `${index}`)).toEqual([
      [2_048, 2_048],
      [1, 1],
    ])
    expect(rows(5, (index) => `${index}`.repeat(8_000_000))).toEqual([
      [2, 2],
      [2, 2],
      [1, 1],
    ])
  })

  it('hands its lists of numbers over instead of copying them', () => {
    const [chunk] = chunksOf([['a']], ['A']).chunks
    if (chunk === undefined) throw new Error('no chunk')
    expect(transferable(chunk)).toEqual([chunk.rows.buffer, chunk.places.buffer])
  })
})
