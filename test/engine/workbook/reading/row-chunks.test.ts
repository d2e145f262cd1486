import { describe, expect, it } from 'vitest'
import { cellKey } from '../../../../src/domain/table/sheet-grid.ts'
import { type RowChunk, sendRows, sourceRows } from '../../../../src/engine/workbook/reading/row-chunks.ts'
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
