import type { PatchReport } from '../../../domain/write-back/workbook-changes.ts'

/** A file to give back, checked, and what was done to it. */
export interface PatchedWorkbook {
  readonly bytes: Uint8Array
  readonly report: PatchReport
}
