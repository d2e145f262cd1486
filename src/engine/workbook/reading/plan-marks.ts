import type { PlanMark } from '../../../domain/inventory-table.ts'
import type { DefinedName } from '../package/workbook-part.ts'

/** Defined names with this prefix mark the columns that a plan added. */
export const markPrefix = 'ODAP_'

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
