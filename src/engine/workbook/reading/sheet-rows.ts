import type { CellKind, GridRow } from '../../../domain/table/sheet-grid.ts'

/** Collects the cells of a sheet in the order they come and gives them back in the order of rows and columns. */
export interface RowCollector {
  readonly rows: GridRow[]
  sorted: boolean
  /** In all rows. */
  cells: number
  /** The row at hand, and whether it is hidden; 0 before the first. */
  row: number
  hidden: boolean
  /** The row's cells so far, in lists used again for the next row. */
  filled: number
  readonly columns: number[]
  readonly texts: string[]
  readonly kinds: CellKind[]
}

export function newRowCollector(): RowCollector {
  return {
    rows: [],
    sorted: true,
    cells: 0,
    row: 0,
    hidden: false,
    filled: 0,
    columns: [],
    texts: [],
    kinds: [],
  }
}

export function collectCell(
  collector: RowCollector,
  row: number,
  hidden: boolean,
  column: number,
  text: string,
  kind: CellKind,
): void {
  if (collector.row !== row) {
    if (collector.row > row) collector.sorted = false
    finishRow(collector)
    collector.row = row
    collector.hidden = hidden
  }
  const place = collector.filled
  if (place > 0 && (collector.columns[place - 1] ?? 0) >= column) collector.sorted = false
  collector.columns[place] = column
  collector.texts[place] = text
  collector.kinds[place] = kind
  collector.filled = place + 1
  collector.cells += 1
}

/** Rows filled alike share their lists of columns and kinds: in a long table those would be most of the memory. */
function finishRow(collector: RowCollector): void {
  const { rows, row, hidden, filled, columns, texts, kinds } = collector
  if (filled === 0) return
  const before = rows.at(-1)
  rows.push({
    row,
    hidden,
    columns:
      before !== undefined && startsWith(columns, filled, before.columns)
        ? before.columns
        : columns.slice(0, filled),
    texts: texts.slice(0, filled),
    kinds:
      before !== undefined && startsWith(kinds, filled, before.kinds) ? before.kinds : kinds.slice(0, filled),
  })
  collector.filled = 0
}

function startsWith<Item>(list: readonly Item[], length: number, start: readonly Item[]): boolean {
  if (length !== start.length) return false
  for (let index = 0; index < length; index += 1) if (list[index] !== start[index]) return false
  return true
}

export function collectedRows(collector: RowCollector): readonly GridRow[] {
  finishRow(collector)
  if (collector.sorted) return collector.rows
  const byRow = new Map<number, Map<number, { text: string; kind: CellKind; hidden: boolean }>>()
  for (const { row, hidden, columns, texts, kinds } of collector.rows) {
    const cells = byRow.get(row) ?? new Map()
    byRow.set(row, cells)
    for (const [index, column] of columns.entries()) {
      cells.set(column, { text: texts[index] ?? '', kind: kinds[index] ?? 'text', hidden })
    }
  }
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const ordered = [...cells].sort(([a], [b]) => a - b)
      return {
        row,
        hidden: ordered.some(([, cell]) => cell.hidden),
        columns: ordered.map(([column]) => column),
        texts: ordered.map(([, cell]) => cell.text),
        kinds: ordered.map(([, cell]) => cell.kind),
      }
    })
}
