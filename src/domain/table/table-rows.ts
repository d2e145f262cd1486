import type {
  ColumnMapping,
  LeftOutRows,
  RowAccount,
  RowRange,
  SkippedRow,
  SkipReason,
  TableChoice,
} from '../inventory-table.ts'
import { newRowJudge, reasonToSkip } from './row-judge.ts'
import type { GridRow, SheetGrid } from './sheet-grid.ts'
import { endOfTable, tailReasons } from './table-end.ts'
import { dividingRows } from './table-sections.ts'

export interface TableRows {
  readonly datasets: readonly GridRow[]
  readonly account: RowAccount
  readonly leftOut: LeftOutRows
}

const mostSkippedListed = 500
const mostBlankListed = 200

/** Tells datasets from totals, notes, repeated headings and padding, and accounts for every row of the sheet. */
export function sortRows(
  grid: SheetGrid,
  choice: TableChoice,
  columns: readonly ColumnMapping[],
  declaredEnd: number | null,
): TableRows {
  const below = grid.rows.filter(({ row }) => row > choice.headerRow)
  const judge = newRowJudge(grid, choice, columns, below)
  const reasons = new Map<number, SkipReason>()
  const end = declaredEnd ?? endOfTable(judge, below)
  for (const row of below) {
    const reason =
      row.row > end ? (declaredEnd === null ? 'other-table' : 'outside') : reasonToSkip(judge, row)
    if (reason !== null) reasons.set(row.row, reason)
  }
  for (const { row } of titlesOfRepeatedHeaders(below, reasons)) reasons.set(row, 'section')
  for (const { row } of dividingRows(judge, below, reasons)) reasons.set(row, 'section')
  if (declaredEnd === null) {
    const taken = below.filter(({ row }) => !reasons.has(row))
    for (const [row, reason] of tailReasons(judge, taken)) reasons.set(row, reason)
  }
  const datasets = below.filter(({ row }) => !reasons.has(row))
  // A heading within the table has datasets below it; what looks like one behind the last is a note.
  const last = datasets.at(-1)?.row ?? choice.headerRow
  for (const [row, reason] of reasons) if (reason === 'section' && row > last) reasons.set(row, 'note')
  const account = accountOf(grid, choice, datasets.length, reasons)
  return { datasets, account, leftOut: { skipped: listed(reasons), blank: blankRows(grid, choice) } }
}

/** A lone text above headings that come again names the part of the inventory that they begin. */
function titlesOfRepeatedHeaders(
  below: readonly GridRow[],
  reasons: ReadonlyMap<number, SkipReason>,
): readonly GridRow[] {
  return below.filter(({ row, columns }, index) => {
    const next = below[index + 1]
    if (next === undefined || reasons.get(next.row) !== 'repeated-header') return false
    return columns.length === 1 && next.columns.length > 2 && next.row - row <= 2
  })
}

function accountOf(
  grid: SheetGrid,
  choice: TableChoice,
  datasets: number,
  reasons: ReadonlyMap<number, SkipReason>,
): RowAccount {
  const top = choice.headerRow - choice.headerRows + 1
  const first = grid.rows[0]?.row ?? 0
  const last = grid.rows.at(-1)?.row ?? 0
  const rows = grid.rows.length === 0 ? 0 : Math.max(last, choice.headerRow) - Math.min(first, top) + 1
  const above = grid.rows.filter(({ row }) => row < top).length
  const other = reasons.size
  const blank = rows - above - choice.headerRows - datasets - other
  const why: { [Reason in SkipReason]?: number } = {}
  for (const reason of reasons.values()) why[reason] = (why[reason] ?? 0) + 1
  return { rows, above, header: choice.headerRows, datasets, blank, other, why }
}

function listed(reasons: ReadonlyMap<number, SkipReason>): readonly SkippedRow[] {
  const all = [...reasons].map(([row, reason]) => ({ row, reason }))
  return all.sort((a, b) => a.row - b.row).slice(0, mostSkippedListed)
}

/** The gaps between the rows that hold something, from the top; the headings' own rows are none, whatever they hold. */
function blankRows(grid: SheetGrid, { headerRow, headerRows }: TableChoice): readonly RowRange[] {
  const ranges: RowRange[] = []
  const top = headerRow - headerRows + 1
  let before = grid.rows[0]?.row ?? 0
  for (const { row } of grid.rows) {
    const above = { first: before + 1, last: Math.min(row, top) - 1 }
    const below = { first: Math.max(before, headerRow) + 1, last: row - 1 }
    ranges.push(...[above, below].filter(({ first, last }) => first <= last))
    if (ranges.length >= mostBlankListed) break
    before = row
  }
  return ranges
}
