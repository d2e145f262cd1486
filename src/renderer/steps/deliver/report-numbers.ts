import { additionsSheet } from '../../../domain/write-back/additions-sheet.ts'
import type {
  ChangedCell,
  PatchReport,
  Refusal,
  RefusalReason,
} from '../../../domain/write-back/workbook-changes.ts'

/** Every cell that differs, by whose it is; together they are all of them. */
export interface CellsByOwner {
  /** The agency's, which a person corrected. */
  readonly agency: readonly ChangedCell[]
  /** In the plan's columns, headings included. */
  readonly plan: readonly ChangedCell[]
  /** In rows below the table that hold new datasets. */
  readonly rows: readonly ChangedCell[]
}

/** What the screen says of a patched workbook, in numbers that add up. */
export interface ReportNumbers extends CellsByOwner {
  /** Of the original file; a text file has none. */
  readonly parts: number
  readonly sameParts: number
  readonly changedParts: number
  readonly isUnchanged: boolean
}

export function reportNumbers(report: PatchReport): ReportNumbers {
  const { same, changed, removed } = report.comparison
  const cells = cellsByOwner(report)
  const written = cells.agency.length + cells.plan.length + cells.rows.length
  return {
    ...cells,
    parts: same.length + changed.length + removed.length,
    sameParts: same.length,
    changedParts: changed.length + removed.length,
    isUnchanged: written === 0 && report.addedSheets.length === 0,
  }
}

/** All sheets of an inventory have its columns in the same places, so a letter tells whose a cell is. */
function cellsByOwner({ addedColumns, addedRows, comparison }: PatchReport): CellsByOwner {
  const letters = new Set(addedColumns.map(({ letter }) => letter))
  const newRows = new Set(addedRows.map(({ sheet, row }) => `${sheet}!${row}`))
  const agency: ChangedCell[] = []
  const plan: ChangedCell[] = []
  const rows: ChangedCell[] = []
  for (const cell of comparison.changed.flatMap((part) => part.cells)) {
    const [, letter = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.cell) ?? []
    if (newRows.has(`${cell.sheet}!${row}`)) rows.push(cell)
    else if (letters.has(letter)) plan.push(cell)
    else agency.push(cell)
  }
  return { agency, plan, rows }
}

/** What could not be written where it belongs, by where it is instead. */
export interface RefusedByPlace {
  readonly onAdditions: readonly Refusal[]
  readonly inPlanOnly: readonly Refusal[]
}

/** No sheet can hold these, or there is none. */
const withoutPlace: readonly RefusalReason[] = ['text-too-long', 'not-in-this-format', 'structure-locked']

export function refusedByPlace({ refused, addedSheets }: PatchReport): RefusedByPlace {
  const hasAdditions = addedSheets.some((name) => name.startsWith(additionsSheet))
  const isThere = ({ reason }: Refusal) => hasAdditions && !withoutPlace.includes(reason)
  return {
    onAdditions: refused.filter(isThere),
    inPlanOnly: refused.filter((refusal) => !isThere(refusal)),
  }
}

/** How many datasets stand on an added sheet, or null where it holds something else or more. */
export function datasetsOnSheet(name: string, report: PatchReport, addedDatasets: number): number | null {
  const isOnlyDatasets = name.startsWith(additionsSheet) && refusedByPlace(report).onAdditions.length === 0
  return isOnlyDatasets ? addedDatasets : null
}
