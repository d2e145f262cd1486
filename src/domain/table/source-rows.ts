import {
  type CellRange,
  cellPlace,
  columnNumber,
  type GridRow,
  rowAt,
  type SheetGrid,
  textAt,
} from './sheet-grid.ts'

/**
 * The texts of a row in the order of `letters`, '' where it has none; a cell merged down over several rows gives its
 * text to each of them. Rows are asked for in ascending order.
 */
export function rowTexts(grid: SheetGrid, letters: readonly string[]): (row: GridRow) => readonly string[] {
  const columns = letters.map(columnNumber)
  const placeOf: number[] = []
  for (const [place, column] of columns.entries()) placeOf[column] = place
  const mergedAt = mergedDown(grid, new Map(columns.map((column, place) => [column, place])))
  let full: readonly number[] | null = null
  return (row) => {
    const merged = mergedAt(row.row)
    // Rows filled alike share their list of columns, and most are full: their texts are the answer as they are.
    if (row.columns !== full && isSameList(row.columns, columns)) full = row.columns
    if (row.columns === full) return row.texts
    const texts: string[] = letters.map(() => '')
    for (const [place, text] of merged) texts[place] = text
    for (let index = 0; index < row.columns.length; index += 1) {
      const place = placeOf[row.columns[index] ?? 0]
      if (place !== undefined) texts[place] = row.texts[index] ?? ''
    }
    return texts
  }
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index])
}

type Links = { readonly [letter: string]: string }

/** Where the cells of each row lead whose text is not an address itself. */
export function linksByRow(grid: SheetGrid, letters: readonly string[]): ReadonlyMap<number, Links> {
  const found = new Map<number, Links>()
  const wanted = new Map(letters.map((letter) => [columnNumber(letter), letter]))
  for (const [key, target] of grid.links) {
    const { row, column } = cellPlace(key)
    const letter = wanted.get(column)
    if (letter === undefined || isAddress(textAt(rowAt(grid, row), column))) continue
    found.set(row, { ...found.get(row), [letter]: target })
  }
  return found
}

export function isAddress(text: string): boolean {
  return /^\s*(https?:\/\/|ftp:\/\/|www\.|mailto:)\S/i.test(text)
}

type MergedTexts = readonly (readonly [place: number, text: string])[]

/** The texts that reach down into a row; rows are asked for in ascending order. */
function mergedDown(grid: SheetGrid, wanted: ReadonlyMap<number, number>): (row: number) => MergedTexts {
  const down = grid.merges
    .filter((merge) => merge.lastRow > merge.firstRow && wanted.has(merge.firstColumn))
    .sort((a, b) => a.firstRow - b.firstRow)
  if (down.length === 0) return () => []
  let next = 0
  // By column: merges that overlap are not valid, and the last of them is as good as any.
  const open = new Map<number, CellRange>()
  return (row) => {
    for (let merge = down[next]; merge !== undefined && merge.firstRow < row; merge = down[next]) {
      open.set(merge.firstColumn, merge)
      next += 1
    }
    for (const [column, merge] of open) if (merge.lastRow < row) open.delete(column)
    return [...open].map(([column, { firstRow }]) => {
      return [wanted.get(column) ?? 0, textAt(rowAt(grid, firstRow), column)]
    })
  }
}
