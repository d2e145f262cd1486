import { err, ok, type Result } from '../../../domain/result.ts'
import { findTable } from '../../../domain/table/find-table.ts'
import type {
  SourceRow,
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/table/inventory-table.ts'
import { columnGaps, frequencyWords, tableNotices } from '../../../domain/table/look-at-table.ts'
import type { SheetGrid } from '../../../domain/table/sheet-grid.ts'
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
    guess: null,
    notices: [...notices, ...tableNotices(found.value)],
    frequencies: frequencyWords(found.value),
    gaps: columnGaps(found.value),
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
