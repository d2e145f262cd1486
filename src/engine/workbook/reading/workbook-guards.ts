import type { PlanMark } from '../../../domain/inventory-table.ts'
import type { SheetGrid } from '../../../domain/table/sheet-grid.ts'
import {
  type AdditionsTable,
  additionsSheet,
  additionsTables,
} from '../../../domain/write-back/additions-sheet.ts'
import { changesSheet } from '../../../domain/write-back/change-log.ts'
import {
  type CriterionOnSheet,
  criteriaOnSheets,
  criteriaSheet,
} from '../../../domain/write-back/criteria-sheet.ts'
import { judgedMarks } from '../../../domain/write-back/plan-headings.ts'
import { type LoadedWorkbook, sheetContent } from './loaded-workbook.ts'
import { readPlanMarks } from './plan-marks.ts'

/** What a workbook says of itself before anything is written into it. */
export interface WorkbookGuards {
  /** The columns that earlier plans left in it, as far as its names are to be believed. */
  readonly marks: readonly PlanMark[]
  /** All that its names say, so that no name is given twice. */
  readonly named: readonly PlanMark[]
  /** Reads the sheet, so ask only where it matters. */
  readonly isProtected: (sheet: string) => boolean
  readonly structureLocked: boolean
  /** Whether an earlier export wrote its sheet of changes. */
  readonly hasChangesSheet: boolean
  /** What an earlier plan put on sheets of its own. */
  readonly additions: readonly AdditionsTable[]
  /** How much an earlier plan's criteria counted. */
  readonly criteria: readonly CriterionOnSheet[]
}

const nothing: WorkbookGuards = {
  marks: [],
  named: [],
  isProtected: () => false,
  structureLocked: false,
  hasChangesSheet: false,
  additions: [],
  criteria: [],
}

/** Nothing where there is none: it cannot be read, which patching it tells, or is a text file, which guards nothing. */
export function guardsOf(workbook: LoadedWorkbook | null): WorkbookGuards {
  if (workbook === null) return nothing
  const { sheets, definedNames, structureLocked } = workbook.package
  const named = readPlanMarks(definedNames)
  const isProtected = (name: string) => {
    const sheet = sheets.find((one) => one.kind === 'worksheet' && one.name === name)
    const content = sheet === undefined ? null : sheetContent(workbook, sheet.entry)
    return content?.ok === true && content.value.protected
  }
  return {
    marks: believedMarks(workbook, named),
    named,
    isProtected,
    structureLocked,
    hasChangesSheet: sheets.some(({ name }) => name === changesSheet),
    additions: additionsTables(gridsOf(workbook, (name) => name.startsWith(additionsSheet))),
    criteria: criteriaOnSheets(gridsOf(workbook, (name) => name.startsWith(criteriaSheet))),
  }
}

/** Reads the sheets that they point at, and no others. */
function believedMarks(workbook: LoadedWorkbook, named: readonly PlanMark[]): readonly PlanMark[] {
  const names = new Set(named.map(({ sheet }) => sheet.toLowerCase()))
  return judgedMarks(
    gridsOf(workbook, (name) => names.has(name.toLowerCase())),
    named,
  ).believed
}

function gridsOf(
  workbook: LoadedWorkbook,
  isWanted: (name: string) => boolean,
): readonly Pick<SheetGrid, 'name' | 'rows'>[] {
  return workbook.package.sheets.flatMap(({ name, kind, entry }) => {
    if (kind !== 'worksheet' || !isWanted(name)) return []
    const content = sheetContent(workbook, entry)
    return content.ok ? [{ name, rows: content.value.rows }] : []
  })
}
