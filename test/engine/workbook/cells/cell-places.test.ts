import { describe, expect, it } from 'vitest'
import type { CellRange } from '../../../../src/domain/table/sheet-grid.ts'
import {
  absoluteRange,
  cellName,
  contains,
  formatRange,
  formatRanges,
  overlaps,
  parseCell,
  parseRange,
  parseRanges,
  parseReference,
  sheetInFormula,
  subtract,
} from '../../../../src/engine/workbook/cells/cell-range.ts'
import {
  parseRange as parseCellRange,
  readCellPlace,
  readWholeNumber,
} from '../../../../src/engine/workbook/cells/cell-reference.ts'
import { shownText, visibleText } from '../../../../src/engine/workbook/cells/cell-text.ts'

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
const [rows, columns] = [1_048_576, 16_384]

describe('the place of a cell in bytes', () => {
  const placeOf = (text: string) => {
    const place = { row: 9, column: 9 }
    readCellPlace(Buffer.from(`<${text}>`), 1, 1 + Buffer.byteLength(text), place)
    return [place.row, place.column]
  }

  it.each([
    ['C5', 5, 3],
    ['c5', 5, 3],
    ['A1', 1, 1],
    ['Z1', 1, 26],
    ['AA10', 10, 27],
    ['XFD1048576', rows, columns],
    ['XFE1', 0, 0],
    ['AAAAAAAA1', 0, 0],
    ['A1048577', 0, 1],
    ['A0', 0, 1],
    ['A', 0, 1],
    ['5', 5, 0],
    ['', 0, 0],
    ['$A$1', 0, 0],
    ['A1B', 0, 1],
    ['@1', 0, 0],
    ['[1', 0, 0],
  ])('%s is row %d and column %d', (text, row, column) => {
    expect(placeOf(text)).toEqual([row, column])
  })

  it.each([
    ['0', 0],
    ['1048576', rows],
    ['007', 7],
    ['999999999999999', 999_999_999_999_999],
    ['1000000000000000', -1],
    ['', -1],
    ['1a', -1],
    ['/1', -1],
    [':1', -1],
    ['-1', -1],
  ])('the whole number %s is %d', (text, number) => {
    expect(readWholeNumber(Buffer.from(text), 0, text.length)).toBe(number)
  })
})

describe('a range of cells', () => {
  it.each([
    ['A1:C5', range(1, 1, 5, 3)],
    ['$A$1:$C$5', range(1, 1, 5, 3)],
    ['C5:A1', range(1, 1, 5, 3)],
    ['a1:c5', range(1, 1, 5, 3)],
    ['B2', range(2, 2)],
    [`XFD${rows}`, range(rows, columns)],
    ['XFE1', null],
    [`A${rows + 1}`, null],
    ['A1:', null],
    ['A', null],
    ['A1:B', null],
    ['A1:B2:C3', null],
    ['A1 B2', null],
    ['Sheet!A1', null],
    ['', null],
  ])('%s is understood the same by both readers', (text, expected) => {
    expect(parseCellRange(text)).toEqual(expected)
    expect(parseRange(text)).toEqual(expected)
  })

  it('may have blanks around it where it stands in a sheet', () => {
    expect(parseCellRange(' A1:B2 ')).toEqual(range(1, 1, 2, 2))
    expect(parseRange(' A1')).toBeNull()
  })

  it.each([
    ['C:F', range(1, 3, rows, 6)],
    ['$F:$C', range(1, 3, rows, 6)],
    ['5:9', range(5, 1, 9, columns)],
    ['$9:$5', range(5, 1, 9, columns)],
    ['C', null],
    ['5', null],
    ['C:5', null],
    ['A1:C', null],
    ['C:C:C', null],
    ['C:', null],
    ['ABCD:A', null],
    ['12345678:1', null],
  ])('%s may be whole columns or rows', (text, expected) => {
    expect(parseRange(text)).toEqual(expected)
  })

  it('is one of several between blanks, all of which must be understood', () => {
    expect(parseRanges(' A1  B2:C3\nD:D ')).toEqual([range(1, 1), range(2, 2, 3, 3), range(1, 4, rows, 4)])
    expect(parseRanges('A1 nonsense')).toBeNull()
    expect(parseRanges('')).toBeNull()
  })

  it('is written as it is read', () => {
    expect(cellName(5, 28)).toBe('AB5')
    for (const text of ['A1:C5', 'B2', 'C:F', 'C:C']) {
      const read = parseRange(text)
      expect(read && formatRange(read)).toBe(text)
    }
    expect(formatRange(range(1, 2, 5, 2))).toBe('B1:B5')
    expect(formatRange(range(2, 2, rows, 3))).toBe(`B2:C${rows}`)
    expect(formatRanges([range(1, 1), range(2, 2, 3, 3)])).toBe('A1 B2:C3')
    expect(absoluteRange(range(2, 2, 3, 3))).toBe('$B$2:$C$3')
    expect(absoluteRange(range(2, 2))).toBe('$B$2')
  })

  it.each([
    ['A1', { row: 1, column: 1 }],
    ['$XFD$1048576', { row: rows, column: columns }],
    ['xfd1', { row: 1, column: columns }],
    ['XFE1', null],
    ['A0', null],
    ['A1048577', null],
    ['AAAA1', null],
    ['A12345678', null],
    ['A1 ', null],
    ['1A', null],
  ])('a cell’s name %s', (name, place) => {
    expect(parseCell(name)).toEqual(place)
  })
})

describe('ranges beside each other', () => {
  const middle = range(3, 3, 5, 5)

  it.each([
    [range(3, 3), true],
    [range(5, 5, 9, 9), true],
    [range(1, 1, 3, 3), true],
    [range(1, 1, 9, 9), true],
    [range(1, 3, 2, 5), false],
    [range(6, 3, 9, 5), false],
    [range(3, 1, 5, 2), false],
    [range(3, 6, 5, 9), false],
  ])('%j shares a cell with the middle: %s', (other, shares) => {
    expect(overlaps(middle, other)).toBe(shares)
    expect(overlaps(other, middle)).toBe(shares)
  })

  it('hold their edges and nothing beyond', () => {
    const inside = [
      [3, 3],
      [5, 5],
      [3, 5],
      [4, 4],
    ] as const
    const outside = [
      [2, 4],
      [6, 4],
      [4, 2],
      [4, 6],
    ] as const
    expect(inside.map(([row, column]) => contains(middle, row, column))).toEqual([true, true, true, true])
    expect(outside.map(([row, column]) => contains(middle, row, column))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['nothing of it', range(6, 3), [middle]],
    ['all of it', range(1, 1, 9, 9), []],
    ['its middle', range(4, 4), [range(3, 3, 3, 5), range(4, 3), range(4, 5), range(5, 3, 5, 5)]],
    ['its top', range(1, 1, 3, 9), [range(4, 3, 5, 5)]],
    ['its bottom', range(5, 1, 9, 9), [range(3, 3, 4, 5)]],
    ['its left', range(1, 1, 9, 3), [range(3, 4, 5, 5)]],
    ['its right', range(1, 5, 9, 9), [range(3, 3, 5, 4)]],
    ['its corner', range(5, 5, 9, 9), [range(3, 3, 4, 5), range(5, 3, 5, 4)]],
  ])('without a hole that takes %s', (_, hole, left) => {
    expect(subtract(middle, hole)).toEqual(left)
  })
})

describe('a sheet in a formula', () => {
  it.each([
    ['Inventory', 'Inventory'],
    ['_x1', '_x1'],
    ['Data2026', 'Data2026'],
    ['My sheet', "'My sheet'"],
    ["It's", "'It''s'"],
    ["''", "''''''"],
    ['1st', "'1st'"],
    ['A1', "'A1'"],
    ['xfd12', "'xfd12'"],
    ['R', "'R'"],
    ['R1C1', "'R1C1'"],
    ['rc', "'rc'"],
    ['R5', "'R5'"],
    ['C', "'C'"],
    ['c7', "'c7'"],
    ['ABCD1', 'ABCD1'],
    ['RX', 'RX'],
    ['A', 'A'],
    ['é', "'é'"],
    ['a-b', "'a-b'"],
  ])('%s is written %s', (name, written) => {
    expect(sheetInFormula(name)).toBe(written)
    expect(parseReference(`${written}!$A$1`)).toEqual({ sheet: name, range: range(1, 1) })
  })

  it.each([
    ['Sheet!$H$4', { sheet: 'Sheet', range: range(4, 8) }],
    [" = 'My sheet'!$A$1:$S$69 ", { sheet: 'My sheet', range: range(1, 1, 69, 19) }],
    ['Sheet!A:B', { sheet: 'Sheet', range: range(1, 1, rows, 2) }],
    ['Sheet!#REF!', null],
    ['#REF!$A$1', { sheet: '#REF', range: range(1, 1) }],
    ['$A$1', null],
    ['My sheet!A1', null],
    ["'Sheet!A1", null],
    ['Sheet!A1 B1', null],
    ["x'Sheet'!A1", null],
    ['', null],
  ])('%j refers to %j', (formula, reference) => {
    expect(parseReference(formula)).toEqual(reference)
  })
})

describe('a cell’s text', () => {
  it.each([
    ['plain', 'plain'],
    ['a_x0041_b', 'aAb'],
    ['_x005F_x0041_', '_x0041_'],
    ['_x00e9__x00E9_', 'éé'],
    ['_x000D__x000A_', '\n'],
    ['_x0007_bell', 'bell'],
    ['_x41_', '_x41_'],
    ['_xGGGG_', '_xGGGG_'],
    ['_xD83D__xDE00_', '\u{1f600}'],
    ['_xD83D_', '\ufffd'],
  ])('written %s is shown %j', (raw, shown) => {
    expect(shownText(raw)).toBe(shown)
  })

  it.each([
    ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
    ['a\u0000\u001f\u007f\u0085b', 'ab'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['\u{1f600}', '\u{1f600}'],
    ['_x0041_', '_x0041_'],
  ])('of a text file %j is %j', (raw, shown) => {
    expect(visibleText(raw)).toBe(shown)
  })
})
