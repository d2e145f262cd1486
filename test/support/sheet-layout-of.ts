import {
  readSheetLayout,
  type SheetLayout,
  type WatchedRows,
} from '../../src/engine/workbook/patching/cells/sheet-layout.ts'
import { type LoadedWorkbook, loadWorkbook } from '../../src/engine/workbook/reading/loaded-workbook.ts'

export const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The layout of a worksheet with this inside it; `rows` stand where the sheet's data do. */
export function sheetLayoutOf(
  { before = '', rows = '', behind = '' }: { before?: string; rows?: string; behind?: string },
  watched: WatchedRows = { from: 1, to: 0 },
): SheetLayout {
  const xml = `<worksheet xmlns="${sheetNamespace}" xmlns:n="urn:newer">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`
  const layout = readSheetLayout(Buffer.from(xml), watched)
  if (typeof layout === 'string') throw new Error(layout)
  return layout
}

export function loadedWorkbook(bytes: Uint8Array): LoadedWorkbook {
  const workbook = loadWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value
}
