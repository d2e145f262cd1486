import type { ChangedCell, PatchReport } from '../../../domain/workbook-changes.ts'

/** What the screen says of a patched workbook, in numbers that add up. */
export interface ReportNumbers {
  /** Every cell that differs, the agency's own and those of the plan's columns. */
  readonly cells: readonly ChangedCell[]
  /** In the plan's columns, headings included. */
  readonly cellsInColumns: number
  /** Of the original file; a text file has none. */
  readonly parts: number
  readonly sameParts: number
  readonly isUnchanged: boolean
}

export function reportNumbers({ changedCells, addedSheets, comparison }: PatchReport): ReportNumbers {
  const cells = comparison.changed.flatMap((part) => part.cells)
  const { same, changed, removed } = comparison
  return {
    cells,
    cellsInColumns: Math.max(0, cells.length - changedCells),
    parts: same.length + changed.length + removed.length,
    sameParts: same.length,
    isUnchanged: cells.length === 0 && addedSheets.length === 0,
  }
}
