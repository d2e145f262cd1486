import type { PlanMark } from '../../../domain/inventory-table.ts'
import { changesSheet } from '../../../domain/write-back/change-log.ts'
import { looksLikeZip } from '../../ooxml/zip/zip-directory.ts'
import { loadWorkbook, sheetContent } from './loaded-workbook.ts'
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

/** Nothing where it cannot be read, which patching it tells; a text file guards nothing. */
export function guardsOfWorkbook(bytes: Uint8Array): WorkbookGuards {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const loaded = looksLikeZip(buffer) ? loadWorkbook(buffer) : null
  if (loaded === null || !loaded.ok) return nothing
  const { sheets, definedNames, structureLocked } = loaded.value.package
  const isProtected = (name: string) => {
    const sheet = sheets.find((one) => one.kind === 'worksheet' && one.name === name)
    const content = sheet === undefined ? null : sheetContent(loaded.value, sheet.entry)
    return content?.ok === true && content.value.protected
  }
  return {
    marks: readPlanMarks(definedNames),
    isProtected,
    structureLocked,
    hasChangesSheet: sheets.some(({ name }) => name === changesSheet),
  }
}
