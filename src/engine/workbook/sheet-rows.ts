import type { CellKind, GridRow } from '../../domain/sheet-grid.ts'

/** Collects the cells of a sheet in the order they come and gives them back in the order of rows and columns. */
export interface RowCollector {
  readonly rows: CollectedRow[]
  current: CollectedRow | null
  sorted: boolean
  cells: number
}

interface CollectedRow {
  row: number
  hidden: boolean
  columns: number[]
  texts: string[]
  kinds: CellKind[]
}

export function newRowCollector(): RowCollector {
  return { rows: [], current: null, sorted: true, cells: 0 }
}

export function collectCell(
  collector: RowCollector,
  row: number,
  hidden: boolean,
  column: number,
  text: string,
  kind: CellKind,
): void {
  let current = collector.current
  if (current === null || current.row !== row) {
    if (current !== null && current.row > row) collector.sorted = false
    current = { row, hidden, columns: [], texts: [], kinds: [] }
    collector.current = current
    collector.rows.push(current)
  }
  const last = current.columns.at(-1)
  if (last !== undefined && last >= column) collector.sorted = false
  current.columns.push(column)
  current.texts.push(text)
  current.kinds.push(kind)
  collector.cells += 1
}

export function collectedRows(collector: RowCollector): readonly GridRow[] {
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
