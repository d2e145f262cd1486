import { columnLetter } from '../../../../domain/table/sheet-grid.ts'
import type {
  AddedSheet,
  CellTarget,
  ChangeLog,
  WorkbookChanges,
} from '../../../../domain/write-back/workbook-changes.ts'
import { cellName } from '../../cells/cell-range.ts'
import type { PatchedSheet } from '../sheet/patch-sheet.ts'

interface WrittenSheet {
  readonly part: { readonly name: string }
  readonly patch: Pick<PatchedSheet, 'placed' | 'placedRows' | 'written'>
}

/** The sheet that tells of changed cells, now that every column and row has its place. */
export function changeLogSheet(
  { name, header, widths, entries }: ChangeLog,
  changes: WorkbookChanges,
  sheets: readonly WrittenSheet[],
): AddedSheet {
  const nameOf = placesOf(changes, sheets)
  const rows = entries.flatMap(({ cell, rest }) => {
    const place = nameOf(cell)
    return place === null ? [] : [[place, ...rest]]
  })
  return { name, header, widths, rows }
}

/** A cell as Excel names it with its sheet; null for one that was not written. */
function placesOf({ rows }: WorkbookChanges, sheets: readonly WrittenSheet[]) {
  const columns = new Map<string, { readonly sheet: string; readonly letter: string }>()
  const placedRows = new Map<unknown, { readonly sheet: string; readonly row: number }>()
  const written = new Set<string>()
  for (const { part, patch } of sheets) {
    for (const { added, column } of patch.placed) {
      columns.set(added.mark, { sheet: part.name, letter: columnLetter(column) })
    }
    for (const { added, row } of patch.placedRows) placedRows.set(added, { sheet: part.name, row })
    for (const { row, column, look } of patch.written) {
      if (look === null) written.add(`${part.name}!${cellName(row, column)}`.toLowerCase())
    }
  }
  const inColumn = (mark: string, row: number) => {
    const column = columns.get(mark)
    return column === undefined ? null : `${column.sheet}!${column.letter}${row}`
  }
  return (target: CellTarget): string | null => {
    if ('cell' in target) {
      const place = `${target.sheet}!${target.cell}`
      return written.has(place.toLowerCase()) ? place : null
    }
    if ('row' in target) return inColumn(target.mark, target.row)
    const placed = placedRows.get(rows[target.newRow])
    if (placed === undefined) return null
    return 'mark' in target
      ? inColumn(target.mark, placed.row)
      : `${placed.sheet}!${target.letter}${placed.row}`
  }
}
