import type { FoundTable } from '../../domain/build-table.ts'
import { findTable } from '../../domain/find-table.ts'
import type {
  InventoryTable,
  SheetPreview,
  SourceRow,
  TableChoice,
  TableContent,
  WorkbookInspection,
  WorkbookNotice,
  WorkbookProblem,
} from '../../domain/inventory-table.ts'
import { ok, type Result } from '../../domain/result.ts'
import { columnLetter, columnNumber, rowAt, type SheetGrid, textAt } from '../../domain/sheet-grid.ts'
import { openWorkbook } from './open-workbook.ts'
import { planAnswers } from './plan-answers.ts'
import type { OnProgress } from './reading-task.ts'
import { type RowChunk, receivedRows, sendRows } from './row-chunks.ts'

const previewColumns = 40
const previewRowsAbove = 5
const previewRowsBelow = 25
const previewCharacters = 500

/** What the open screen shows of a file. A choice with header row 0 picks the sheet and leaves the row to us. */
export function inspectBytes(
  bytes: Uint8Array,
  name: string,
  choice?: TableChoice,
  onProgress?: OnProgress,
): Result<WorkbookInspection, WorkbookProblem> {
  const opened = openWorkbook(asBuffer(bytes), name, onProgress)
  if (!opened.ok) return opened
  const { format, sheets, grids, marks, notices } = opened.value
  const found = findTable(grids, choice)
  if (!found.ok) return found
  const { table } = found.value
  return ok({
    format,
    sheets,
    table,
    sameColumns: found.value.sameColumns.map(({ sheet }) => sheet),
    preview: previewOf(found.value.grid, table),
    notices: [...notices, ...tableNotices(found.value)],
    marks,
  })
}

/** Every dataset row of the chosen table, as text, handed over in chunks; the content itself has no rows then. */
export function sendTable(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice,
  onProgress: OnProgress,
  send: (chunk: RowChunk) => void,
): Result<TableContent, WorkbookProblem> {
  const opened = openWorkbook(asBuffer(bytes), name, onProgress)
  if (!opened.ok) return opened
  const found = findTable(opened.value.grids, choice)
  if (!found.ok) return found
  const { table, grid, rows, further } = found.value
  const letters = table.columns.map(({ letter }) => letter)
  sendRows(grid, rows, letters, send)
  for (const part of further) sendRows(part.grid, part.rows, letters, send)
  const { format, grids, marks } = opened.value
  const sheets = new Set([table.sheet, ...further.map((part) => part.grid.name)])
  return ok({ format, table, rows: [], answers: planAnswers(grids, marks, sheets) })
}

/** The same, all at once. */
export function readTableBytes(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice,
): Result<TableContent, WorkbookProblem> {
  const rows: SourceRow[] = []
  const content = sendTable(
    bytes,
    name,
    choice,
    () => {},
    (chunk) => rows.push(...receivedRows(chunk)),
  )
  return content.ok ? ok({ ...content.value, rows }) : content
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tableNotices({ table, rows }: FoundTable): readonly WorkbookNotice[] {
  const notices: WorkbookNotice[] = []
  const hidden = rows.filter((row) => row.hidden).length
  if (hidden > 0) notices.push({ code: 'hidden-rows', count: hidden })
  if (!table.columns.some(({ field }) => field === 'title')) notices.push({ code: 'no-title-column' })
  return notices
}

/** The header with some rows around it, from column A to the table's last. */
function previewOf(grid: SheetGrid, table: InventoryTable): SheetPreview {
  const first = Math.max(1, table.headerRow - table.headerRows + 1 - previewRowsAbove)
  const last = Math.min(table.headerRow + previewRowsBelow, grid.rows.at(-1)?.row ?? table.headerRow)
  const widest = Math.max(1, ...table.columns.map(({ letter }) => columnNumber(letter)))
  const columns = Array.from({ length: Math.min(widest, previewColumns) }, (_, index) => index + 1)
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return {
    sheet: grid.name,
    letters: columns.map(columnLetter),
    rows,
    cells: rows.map((number) => {
      const row = rowAt(grid, number)
      return columns.map((column) => textAt(row, column).slice(0, previewCharacters))
    }),
  }
}
