import type { ColumnMapping, RowAccount, TableChoice } from './inventory-table.ts'
import { type CellRange, columnNumber, type GridRow, type SheetGrid } from './sheet-grid.ts'
import { overlaps } from './table-header.ts'

export interface TableRows {
  readonly datasets: readonly GridRow[]
  readonly account: RowAccount
}

const totalWords = /^(grand\s*|sub[\s-]*)?totals?\b|^(sum|count|average)\s*[:=]?$/i
const noteWords =
  /^([*†‡]|notes?\b|sources?\s*:|legend\b|key\s*:|last (updated|revised)|prepared by|disclaimer|footnotes?\b|\(\d\)|for (more|further|questions)|questions\b|end of)/i

/** Tells datasets from totals, notes, repeated headings and padding, and accounts for every row of the sheet. */
export function sortRows(
  grid: SheetGrid,
  choice: TableChoice,
  columns: readonly ColumnMapping[],
  declaredEnd: number | null,
): TableRows {
  const top = choice.headerRow - choice.headerRows + 1
  const below = grid.rows.filter(({ row }) => row > choice.headerRow)
  const judge = newJudge(grid, columns, below)
  const taken = below.filter(
    (row) => (declaredEnd === null || row.row <= declaredEnd) && isDataset(judge, row),
  )
  const datasets = declaredEnd === null ? withoutTail(judge, taken) : taken

  const first = grid.rows[0]?.row ?? 0
  const last = grid.rows.at(-1)?.row ?? 0
  const rows = grid.rows.length === 0 ? 0 : Math.max(last, choice.headerRow) - Math.min(first, top) + 1
  const above = grid.rows.filter(({ row }) => row < top).length
  const other = below.length - datasets.length
  const blank = rows - above - choice.headerRows - datasets.length - other
  return {
    datasets,
    account: { rows, above, header: choice.headerRows, datasets: datasets.length, blank, other },
  }
}

interface Judge {
  readonly headers: ReadonlyMap<number, string>
  /** How many columns have a heading. */
  readonly labelled: number
  readonly title: number | null
  readonly numbering: number | null
  readonly wideMerges: readonly CellRange[]
  /** The median number of cells in a row. */
  readonly usual: number
}

function newJudge(grid: SheetGrid, columns: readonly ColumnMapping[], below: readonly GridRow[]): Judge {
  const columnOf = (field: string) => {
    const mapping = columns.find((column) => column.field === field)
    return mapping === undefined ? null : columnNumber(mapping.letter)
  }
  const headers = new Map(columns.map((column) => [columnNumber(column.letter), column.header]))
  const counts = below
    .map((row) => row.columns.filter((column) => headers.has(column)).length)
    .filter((count) => count > 0)
  return {
    headers,
    labelled: [...headers.values()].filter((header) => header !== '').length,
    title: columnOf('title'),
    numbering: columnOf('inventory-number'),
    wideMerges: grid.merges.filter((merge) => merge.lastColumn - merge.firstColumn >= 2),
    usual: median(counts),
  }
}

function isDataset(judge: Judge, row: GridRow): boolean {
  const cells = cellsOf(judge, row)
  if (cells.length === 0) return false
  if (isRepeatedHeader(judge, cells) || isTotal(judge, cells)) return false
  const [only] = cells
  if (cells.length === 1 && only !== undefined) {
    if (judge.wideMerges.some((merge) => overlaps(merge, row.row, only.column))) return false
  }
  if (judge.usual < 3 || judge.title === null) return true
  if (cells.some(({ column }) => column === judge.title)) return true
  // A number or a default in a prepared but unused row is no dataset yet.
  return cells.filter(({ column }) => column !== judge.numbering).length >= 2
}

interface Cell {
  readonly column: number
  readonly text: string
}

function cellsOf(judge: Judge, row: GridRow): readonly Cell[] {
  return row.columns
    .map((column, index) => ({ column, text: row.texts[index] ?? '' }))
    .filter(({ column }) => judge.headers.has(column))
}

function isRepeatedHeader(judge: Judge, cells: readonly Cell[]): boolean {
  if (cells.length < 2) return false
  const same = cells.filter(({ column, text }) => {
    const header = judge.headers.get(column) ?? ''
    return header === text.replace(/\s+/g, ' ').trim()
  })
  return same.length >= 2 && same.length >= judge.labelled * 0.6
}

/** "Total" in front and nothing but numbers behind it. */
function isTotal(judge: Judge, cells: readonly Cell[]): boolean {
  const [first, ...rest] = cells
  if (first === undefined || !totalWords.test(first.text.trim())) return false
  if (judge.usual >= 3 && cells.length >= judge.usual && rest.some(({ text }) => /\p{L}/u.test(text)))
    return false
  return rest.every(({ text }) => !/\p{L}{3}/u.test(text))
}

/** Notes below the data: what stands apart at the end and is much thinner than the rest, or reads like notes. */
function withoutTail(judge: Judge, rows: readonly GridRow[]): readonly GridRow[] {
  if (judge.usual < 3) return rows
  let end = rows.length
  for (;;) {
    const start = blockStart(rows, end)
    if (start === 0) break
    const block = rows.slice(start, end)
    const counts = block.map((row) => cellsOf(judge, row).length)
    if (median(counts) > Math.max(1, judge.usual / 4) || block.every((row) => isNamed(judge, row))) break
    end = start
  }
  while (end > 1 && readsLikeNote(judge, rows[end - 1])) end -= 1
  return rows.slice(0, end)
}

/** Where the last rows without a blank one between them begin. */
function blockStart(rows: readonly GridRow[], end: number): number {
  let start = end - 1
  while (start > 0 && (rows[start]?.row ?? 0) - (rows[start - 1]?.row ?? 0) === 1) start -= 1
  return Math.max(start, 0)
}

/** Notes stand in the first column; a text in a title column further right is the name of a dataset. */
function isNamed(judge: Judge, row: GridRow): boolean {
  const first = Math.min(...judge.headers.keys())
  const titled = judge.title !== null && judge.title !== first && row.columns.includes(judge.title)
  return titled && !readsLikeNote(judge, row)
}

function readsLikeNote(judge: Judge, row: GridRow | undefined): boolean {
  if (row === undefined) return false
  const [only, ...more] = cellsOf(judge, row)
  if (only === undefined || more.length > 0) return false
  return noteWords.test(only.text.trim()) || only.text.length > 120
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
