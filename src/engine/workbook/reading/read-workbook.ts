import { err, ok, type Result } from '../../../domain/result.ts'
import type { FoundTable } from '../../../domain/table/build-table.ts'
import { findTable } from '../../../domain/table/find-table.ts'
import type {
  SourceRow,
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookNotice,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/table/inventory-table.ts'
import type { SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { limits } from '../limits.ts'
import { openWorkbook } from './open-workbook.ts'
import { planAnswers } from './plan-answers.ts'
import type { OnProgress } from './reading-task.ts'
import { type RowChunk, receivedRows, sendRows } from './row-chunks.ts'
import { previewFrom, previewOfTable } from './sheet-preview.ts'

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
    preview: previewOfTable(found.value.grid, table),
    notices: [...notices, ...tableNotices(found.value)],
    marks,
  })
}

/** Some rows of a sheet as they stand there, so that a person can see what no table was found in. */
export function viewBytes(
  bytes: Uint8Array,
  name: string,
  { sheet, fromRow }: ViewChoice,
  onProgress?: OnProgress,
): Result<WorkbookView, WorkbookProblem> {
  const opened = openWorkbook(asBuffer(bytes), name, onProgress)
  if (!opened.ok) return opened
  const { sheets, grids } = opened.value
  const grid = sheet === null ? firstWithRows(grids) : grids.find((one) => one.name === sheet)
  if (grid === undefined) {
    return err(sheet === null ? { code: 'workbook-has-no-sheets' } : { code: 'sheet-not-found', sheet })
  }
  return ok({ sheets, preview: previewFrom(grid, fromRow) })
}

function firstWithRows(grids: readonly SheetGrid[]): SheetGrid | undefined {
  const withRows = grids.filter(({ rows }) => rows.length > 0)
  return withRows.find(({ state }) => state === 'visible') ?? withRows[0]
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
  let left: number = limits.tableCharacters
  for (const part of [{ grid, rows }, ...further]) {
    left -= sendRows(part.grid, part.rows, letters, left, send)
    if (left < 0) return err({ code: 'workbook-too-complex', what: 'table-characters' })
  }
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
