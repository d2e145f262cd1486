import type { PlanMark } from '../../../domain/inventory-table.ts'
import { changesSheet } from '../../../domain/write-back/change-log.ts'
import { type LoadedWorkbook, sheetContent } from './loaded-workbook.ts'
import { readPlanMarks } from './plan-marks.ts'

/** What a workbook says of itself before anything is written into it. */
export interface WorkbookGuards {
  /** The columns that earlier plans left in it. */
  readonly marks: readonly PlanMark[]
  /** Reads the sheet, so ask only where it matters. */
  readonly isProtected: (sheet: string) => boolean
  readonly structureLocked: boolean
  /** Whether an earlier export wrote its sheet of changes. */
  readonly hasChangesSheet: boolean
}

const nothing: WorkbookGuards = {
  marks: [],
  isProtected: () => false,
  structureLocked: false,
  hasChangesSheet: false,
}

/** Nothing where there is none: it cannot be read, which patching it tells, or is a text file, which guards nothing. */
export function guardsOf(workbook: LoadedWorkbook | null): WorkbookGuards {
  if (workbook === null) return nothing
  const { sheets, definedNames, structureLocked } = workbook.package
  const isProtected = (name: string) => {
    const sheet = sheets.find((one) => one.kind === 'worksheet' && one.name === name)
    const content = sheet === undefined ? null : sheetContent(workbook, sheet.entry)
    return content?.ok === true && content.value.protected
  }
  return {
    marks: readPlanMarks(definedNames),
    isProtected,
    structureLocked,
    hasChangesSheet: sheets.some(({ name }) => name === changesSheet),
  }
}
