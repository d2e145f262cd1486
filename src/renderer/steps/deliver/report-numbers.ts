import type {
  ChangedCell,
  PatchReport,
  Refusal,
  RefusalReason,
} from '../../../domain/write-back/workbook-changes.ts'
import { additionsSheet } from '../../../domain/write-back/workbook-columns.ts'

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
