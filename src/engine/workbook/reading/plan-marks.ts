import type { PlanMark } from '../../../domain/table/inventory-table.ts'
import { loadWorkbook } from '../package/loaded-workbook.ts'
import type { DefinedName } from '../package/workbook-part.ts'
import { looksLikeZip } from '../zip/zip-directory.ts'

/** Defined names with this prefix mark the columns that a plan added. */
export const markPrefix = 'ODAP_'

/** The columns that earlier plans left in a workbook; none where it cannot be read, which patching it tells. */
export function planMarksIn(bytes: Uint8Array): readonly PlanMark[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const loaded = looksLikeZip(buffer) ? loadWorkbook(buffer) : null
  return loaded?.ok === true ? readPlanMarks(loaded.value.package.definedNames) : []
}

/** Names follow their cells through moves, sorts and renamed sheets; one whose cell is gone marks nothing. */
export function readPlanMarks(names: readonly DefinedName[]): readonly PlanMark[] {
  return names.flatMap(({ name, refersTo }) => {
    if (!name.startsWith(markPrefix)) return []
    const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(refersTo.trim())
    if (match === null) return []
    const [, quoted, plain = '', letter = '', row = '0'] = match
    const sheet = quoted === undefined ? plain : quoted.replaceAll("''", "'")
    return [{ name, sheet, letter: letter.toUpperCase(), headerRow: Number(row) }]
  })
}
