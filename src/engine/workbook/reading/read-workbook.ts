import type {
  PlanMark,
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookNotice,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { FoundTable } from '../../../domain/table/build-table.ts'
import { findTable, planSheets } from '../../../domain/table/find-table.ts'
import { columnGaps, frequencyWords } from '../../../domain/table/look-at-table.ts'
import { columnNumber, type SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { hiddenSheets, tableNotices } from '../../../domain/table/table-notices.ts'
import { additionsOn } from '../../../domain/write-back/additions-sheet.ts'
import { criteriaOnSheets } from '../../../domain/write-back/criteria-sheet.ts'
import { judgedMarks, unmarkedPlanColumns } from '../../../domain/write-back/plan-headings.ts'
import { limits } from '../limits.ts'
import { type OpenedWorkbook, openWorkbook } from './open-workbook.ts'
import { planAnswers } from './plan-answers.ts'
import { type RowChunk, sendRows, sourceRows } from './row-chunks.ts'
import { previewFrom, previewOfTable } from './sheet-preview.ts'

/** What the open screen shows of a file. A choice with header row 0 picks the sheet and leaves the row to us. */
export function inspectWorkbook(
  opened: OpenedWorkbook,
  choice?: TableChoice,
): Result<WorkbookInspection, WorkbookProblem> {
  const { format, sheets, notices } = opened
  const { grids, marks, doubtful } = withPlanColumns(opened, choice)
  const found = tableIn(opened, grids, choice)
  if (!found.ok) return found
  const { planHeadings } = choice ?? {}
  const table = { ...found.value.table, ...(planHeadings !== undefined && { planHeadings }) }
  const agencySheets = sheets.filter(({ name }) => !planSheets.has(name))
  return ok({
    format,
    sheets: agencySheets,
    table,
    sameColumns: found.value.sameColumns.map(({ sheet }) => sheet),
    preview: previewOfTable(found.value.grid, table),
    guess: null,
    notices: [
      ...notices,
      ...hiddenSheets(agencySheets, table),
      ...additionsNotice(grids),
      ...tableNotices(found.value),
    ],
    frequencies: frequencyWords(found.value),
    gaps: columnGaps(found.value),
    marks,
    doubtful,
  })
}

function additionsNotice(grids: readonly SheetGrid[]): readonly WorkbookNotice[] {
  const { datasets, values } = additionsOn(grids)
  return datasets.length + values.length === 0
    ? []
    : [{ code: 'plan-additions', datasets: datasets.length, values: values.length }]
}

/** Where there is no table because its sheet is lost, the file is to blame. */
function tableIn(
  { notices }: OpenedWorkbook,
  grids: readonly SheetGrid[],
  choice: TableChoice | undefined,
): Result<FoundTable, WorkbookProblem> {
  const found = findTable(grids, choice)
  if (found.ok || found.error.code !== 'no-table-found') return found
  return notices.some(({ code }) => code === 'lost-sheets') ? err({ code: 'file-damaged' }) : found
}

/** Some rows of a sheet as they stand there, so that a person can see what no table was found in. */
export function viewWorkbook(
  { sheets, grids }: OpenedWorkbook,
  { sheet, fromRow }: ViewChoice,
): Result<WorkbookView, WorkbookProblem> {
  const grid = sheet === null ? firstWithRows(grids) : grids.find((one) => one.name === sheet)
  if (grid === undefined) {
    return err(sheet === null ? { code: 'workbook-has-no-sheets' } : { code: 'sheet-not-found', sheet })
  }
  return ok({
    sheets: sheets.filter(({ name }) => !planSheets.has(name)),
    preview: previewFrom(grid, fromRow),
  })
}

function firstWithRows(grids: readonly SheetGrid[]): SheetGrid | undefined {
  const withRows = grids.filter(({ rows }) => rows.length > 0)
  return withRows.find(({ state }) => state === 'visible') ?? withRows[0]
}

/** Every dataset row of the chosen table, as text, handed over in chunks; the content itself has no rows then. */
export function sendTable(
  opened: OpenedWorkbook,
  choice: TableChoice,
  send: (chunk: RowChunk) => void,
): Result<TableContent, WorkbookProblem> {
  const { grids, marks, taken } = withPlanColumns(opened, choice)
  const found = tableIn(opened, grids, choice)
  if (!found.ok) return found
  const { table, grid, rows, further } = found.value
  const letters = table.columns.map(({ letter }) => letter)
  let left: number = limits.tableCharacters
  for (const part of [{ grid, rows }, ...further]) {
    left -= sendRows(part.grid, part.rows, letters, left, send)
    if (left < 0) return err({ code: 'workbook-too-complex', what: 'table-characters' })
  }
  const { format } = opened
  const sheets = new Set([table.sheet, ...further.map((part) => part.grid.name)])
  const answers = planAnswers(grids, marks, sheets)
  const headingMarks = taken.filter(({ sheet }) => sheets.has(sheet))
  const weights = criteriaOnSheets(grids).map(({ name, weight }) => ({ name, weight }))
  const additions = additionsOn(grids)
  return ok({ format, table, rows: [], answers, additions, weights, headingMarks })
}

/** `inspectWorkbook` of a file, all at once. */
export function inspectBytes(
  bytes: Uint8Array,
  name: string,
  choice?: TableChoice,
): Result<WorkbookInspection, WorkbookProblem> {
  const opened = openWorkbook(asBuffer(bytes), name)
  return opened.ok ? inspectWorkbook(opened.value, choice) : opened
}

/** `sendTable` of a file, all at once. */
export function readTableBytes(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice,
): Result<TableContent, WorkbookProblem> {
  const opened = openWorkbook(asBuffer(bytes), name)
  if (!opened.ok) return opened
  const chunks: RowChunk[] = []
  const content = sendTable(opened.value, choice, (chunk) => chunks.push(chunk))
  return content.ok ? ok({ ...content.value, rows: sourceRows(chunks) }) : content
}

/** The sheets with the columns of an earlier plan set apart, and those of which a person has to say whether they are. */
function withPlanColumns(
  { grids, named }: OpenedWorkbook,
  choice: TableChoice | undefined,
): {
  readonly grids: readonly SheetGrid[]
  readonly marks: readonly PlanMark[]
  readonly doubtful: readonly PlanMark[]
  /** Those of them that a person took. */
  readonly taken: readonly PlanMark[]
} {
  const judged = judgedMarks(grids, named)
  const doubtful = [...judged.doubtful, ...unmarkedPlanColumns(grids, judged.believed)]
  const taken = choice?.planHeadings === 'take' ? doubtful : []
  const marks = [...judged.believed, ...taken]
  return { grids: grids.map((grid) => apart(grid, marks)), marks, doubtful, taken }
}

function apart(grid: SheetGrid, marks: readonly PlanMark[]): SheetGrid {
  const own = marks.filter(({ sheet }) => sheet.toLowerCase() === grid.name.toLowerCase())
  return own.length === 0
    ? grid
    : { ...grid, planColumns: new Set(own.map(({ letter }) => columnNumber(letter))) }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
