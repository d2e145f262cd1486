import { describe, expect, it } from 'vitest'
import type { CellRange } from '../../../../../src/domain/table/sheet-grid.ts'
import { outlineXml } from '../../../../../src/engine/ooxml/xml/xml-outline.ts'
import type { SheetLayout } from '../../../../../src/engine/workbook/patching/cells/sheet-layout.ts'
import {
  type CellPlace,
  isInside,
  refusalFor,
  type SheetGuards,
  sheetGuards,
} from '../../../../../src/engine/workbook/patching/sheet/sheet-guards.ts'
import type { RelatedRanges } from '../../../../../src/engine/workbook/patching/sheet/table-part.ts'

const range = (
  firstRow: number,
  firstColumn: number,
  lastRow = firstRow,
  lastColumn = firstColumn,
): CellRange => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
})
const none: RelatedRanges = { tables: [], pivots: [] } as unknown as RelatedRanges

function guardsOf(xml: string, related = none, writeProtected = false): SheetGuards {
  const root = outlineXml(Buffer.from(`<worksheet>${xml}</worksheet>`))
  if (root === null) throw new Error('not well-formed')
  return sheetGuards({ root, arrays: [range(9, 9)] } as unknown as SheetLayout, related, writeProtected)
}

describe('what is not ours to write into', () => {
  it('is read from the sheet and what belongs to it', () => {
    const tables = [
      { headerRows: 1, range: range(4, 1, 20, 5) },
      { headerRows: 0, range: range(30, 1, 40, 5) },
    ]
    const related = { tables, pivots: [range(50, 1, 60, 3)] } as unknown as RelatedRanges
    const merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="nonsense"/><mergeCell/></mergeCells>'
    expect(guardsOf(merges, related)).toEqual({
      merges: [range(1, 1, 2, 2)],
      arrays: [range(9, 9)],
      pivots: [range(50, 1, 60, 3)],
      headings: [range(4, 1, 4, 5)],
      protection: null,
    })
    expect(guardsOf('')).toMatchObject({ merges: [], headings: [], pivots: [] })
  })

  it.each([
    ['', null],
    ['<sheetProtection/>', null],
    ['<sheetProtection sheet="0"/>', null],
    ['<sheetProtection objects="1"/>', null],
    ['<sheetProtection sheet="1"/>', { open: [] }],
    ['<sheetProtection sheet="true"/>', { open: [] }],
  ])('is all of a protected sheet: %s', (xml, protection) => {
    expect(guardsOf(xml).protection).toEqual(protection)
  })

  it('is nothing of it where a person wants the protected cells written too', () => {
    expect(guardsOf('<sheetProtection sheet="1"/>', none, true).protection).toBeNull()
  })

  it.each(['password="CC1A"', 'algorithmName="SHA-512"', 'hashValue="x"', 'securityDescriptor="x"'])(
    'is a range of it that is open to some people only: %s',
    (closed) => {
      const ranges = `<protectedRange sqref="A1:A5" ${closed}/><protectedRange sqref="B1 C1:D2" name="Open"/>`
      const xml = `<sheetProtection sheet="1"/><protectedRanges>${ranges}</protectedRanges>`
      expect(guardsOf(xml).protection).toEqual({ open: [range(1, 2), range(1, 3, 2, 4)] })
    },
  )

  it('is what a range means that cannot be read', () => {
    const ranges = '<protectedRanges><protectedRange sqref="nonsense"/><protectedRange/></protectedRanges>'
    expect(guardsOf(`<sheetProtection sheet="1"/>${ranges}`).protection).toEqual({ open: [] })
  })
})

describe('a cell', () => {
  const open: SheetGuards = {
    merges: [],
    arrays: [],
    pivots: [],
    drawings: [],
    headings: [],
    protection: null,
  }
  const why = (
    guards: Partial<SheetGuards>,
    row: number,
    column: number,
    formula?: 'plain' | 'array' | 'shared',
  ) =>
    refusalFor({ ...open, ...guards }, null, {
      row,
      column,
      cell: formula === undefined ? null : { formula },
      style: 0,
    } as unknown as CellPlace)

  it('on an open sheet may be written', () => {
    expect(why({}, 1, 1)).toBeNull()
  })

  it('with a formula may not, and says of which kind', () => {
    expect(why({}, 1, 1, 'plain')).toBe('formula-cell')
    expect(why({}, 1, 1, 'array')).toBe('array-formula')
    expect(why({ arrays: [range(1, 1, 2, 2)] }, 2, 2)).toBe('array-formula')
    expect(why({ arrays: [range(1, 1, 2, 2)] }, 2, 3)).toBeNull()
  })

  it('inside a merge may not, but its corner may', () => {
    const merges = [range(5, 5, 6, 6), range(2, 2, 3, 3)]
    expect(why({ merges }, 2, 2)).toBeNull()
    expect(why({ merges }, 2, 3)).toBe('inside-merge')
    expect(why({ merges }, 3, 2)).toBe('inside-merge')
    expect(why({ merges }, 3, 3)).toBe('inside-merge')
    expect(why({ merges }, 4, 3)).toBeNull()
    // The corner of one merge inside of another.
    expect(why({ merges: [range(3, 3, 4, 4), range(2, 2, 5, 5)] }, 3, 3)).toBe('inside-merge')
  })

  it('of a pivot table may not', () => {
    const pivots = [range(2, 2, 3, 3)]
    expect(why({ pivots }, 3, 3)).toBe('pivot-table')
    expect(why({ pivots }, 1, 2)).toBeNull()
  })

  it('of a protected sheet may not, unless it lies in a range open to everybody', () => {
    const protection = { open: [range(2, 2, 3, 3)] }
    expect(why({ protection }, 2, 3)).toBeNull()
    expect(why({ protection }, 2, 4)).toBe('protected-sheet')
    expect(why({ protection: { open: [] } }, 1, 1)).toBe('protected-sheet')
  })

  it('is inside ranges to their last row and column', () => {
    const ranges = [range(2, 3, 4, 5), range(9, 9)]
    for (const [row, column] of [
      [2, 3],
      [4, 5],
      [3, 4],
      [9, 9],
    ] as const) {
      expect(isInside(ranges, row, column)).toBe(true)
    }
    for (const [row, column] of [
      [1, 3],
      [5, 5],
      [2, 2],
      [4, 6],
      [9, 10],
    ] as const) {
      expect(isInside(ranges, row, column)).toBe(false)
    }
    expect(isInside([], 1, 1)).toBe(false)
  })
})
