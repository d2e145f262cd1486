import type { CellKind, GridRow } from '../../../domain/table/sheet-grid.ts'

const noRow: GridRow = { row: 0, hidden: false, columns: [], texts: [], kinds: [] }

/** Collects the cells of a sheet in the order they come and gives them back in the order of rows and columns. */
export interface RowCollector {
  readonly rows: GridRow[]
  sorted: boolean
  /** In all rows. */
  cells: number
  /** The row at hand, and whether it is hidden; 0 before the first. */
  row: number
  hidden: boolean
  /** How many cells the row has so far, and the column of the last. */
  filled: number
  column: number
  /** The row before, and whether the one at hand has been filled like it so far. */
  before: GridRow
  alike: boolean
  readonly texts: string[]
  /** Only from where the row is not filled alike. Used again for the next row. */
  readonly columns: number[]
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
    column: 0,
    before: noRow,
    alike: true,
    texts: [],
    columns: [],
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
  if (collector.column >= column) collector.sorted = false
  const { before } = collector
  if (collector.alike && (before.columns[place] !== column || before.kinds[place] !== kind)) differ(collector)
  if (!collector.alike) {
    collector.columns[place] = column
    collector.kinds[place] = kind
  }
  collector.texts[place] = text
  collector.column = column
  collector.filled = place + 1
  collector.cells += 1
}

/** From here on the row is filled otherwise than the one before. */
function differ(collector: RowCollector): void {
  collector.alike = false
  const { before, columns, kinds, filled } = collector
  for (let place = 0; place < filled; place += 1) {
    columns[place] = before.columns[place] ?? 0
    kinds[place] = before.kinds[place] ?? 'text'
  }
}

/** Rows filled alike share their lists of columns and kinds: in a long table those would be most of the memory. */
function finishRow(collector: RowCollector): void {
  const { rows, row, hidden, filled, before, texts } = collector
  if (filled === 0) return
  if (collector.alike && filled < before.columns.length) differ(collector)
  const columns = collector.alike ? before.columns : shared(collector.columns, filled, before.columns)
  const kinds = collector.alike ? before.kinds : shared(collector.kinds, filled, before.kinds)
  collector.before = { row, hidden, columns, texts: texts.slice(0, filled), kinds }
  rows.push(collector.before)
  collector.filled = 0
  collector.column = 0
  collector.alike = true
}

function shared<Item>(list: readonly Item[], length: number, before: readonly Item[]): readonly Item[] {
  const isSame = length === before.length && before.every((item, place) => item === list[place])
  return isSame ? before : list.slice(0, length)
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
