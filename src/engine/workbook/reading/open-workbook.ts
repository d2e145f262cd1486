import type {
  PlanMark,
  SheetState,
  SheetSummary,
  WorkbookFormat,
  WorkbookNotice,
  WorkbookProblem,
} from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { inflateAhead, readZip, type ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import type { OnProgress } from '../../threads/thread-messages.ts'
import { limits } from '../limits.ts'
import { readPackage, type WorkbookPackage } from '../package/package.ts'
import { readSharedStrings } from '../package/shared-strings.ts'
import { readCellFormats } from '../package/styles.ts'
import { readPlanMarks } from './plan-marks.ts'
import { readCsv } from './read-csv.ts'
import { readSheet } from './read-sheet.ts'
import { recognise } from './recognise.ts'
import { readSheetNotes } from './sheet-notes.ts'
import type { CellDictionary } from './sheet-reading.ts'

/** A workbook's sheets as text, with what is worth knowing about them. */
export interface OpenedWorkbook {
  readonly format: WorkbookFormat
  readonly sheets: readonly SheetSummary[]
  readonly grids: readonly SheetGrid[]
  /** Columns that its names mark as an earlier plan's, whether they are to be believed or not. */
  readonly named: readonly PlanMark[]
  readonly notices: readonly WorkbookNotice[]
}

export function openWorkbook(
  bytes: Buffer,
  name: string,
  onProgress: OnProgress = () => {},
): Result<OpenedWorkbook, WorkbookProblem> {
  const kind = recognise(bytes, name)
  if (!kind.ok) return kind
  if (kind.value === 'delimited-text') return openCsv(bytes, name)
  const workbook = openPackage(bytes)
  return workbook.ok ? readSheets(workbook.value, readDictionary(workbook.value), onProgress) : workbook
}

/** The same, sooner: while the texts of the workbook are read, another thread inflates its largest sheet. */
export async function openWorkbookAhead(
  bytes: Buffer,
  name: string,
  onProgress: OnProgress,
): Promise<Result<OpenedWorkbook, WorkbookProblem>> {
  const kind = recognise(bytes, name)
  if (!kind.ok || kind.value === 'delimited-text') return openWorkbook(bytes, name, onProgress)
  const workbook = openPackage(bytes)
  if (!workbook.ok) return workbook
  const { archive, sheets } = workbook.value
  const largest = sheets.map(({ entry }) => entry).reduce((a, b) => (b.size > a.size ? b : a))
  const inflated = inflateAhead(archive, largest)
  const dictionary = readDictionary(workbook.value)
  await inflated
  return readSheets(workbook.value, dictionary, onProgress)
}

function openPackage(bytes: Buffer): Result<WorkbookPackage, WorkbookProblem> {
  const archive = readZip(bytes)
  return archive.ok ? readPackage(archive.value) : archive
}

function openCsv(bytes: Buffer, name: string): Result<OpenedWorkbook, WorkbookProblem> {
  const text = readCsv(bytes)
  if (!text.ok) return text
  const base = name.split(/[\\/]/).at(-1) ?? name
  const sheet = { name: base.replace(/\.[^.]+$/, ''), state: 'visible' as const }
  const grid = {
    ...sheet,
    rows: text.value.rows,
    merges: [],
    tables: [],
    planColumns: new Set<number>(),
    links: new Map<number, string>(),
    hiddenColumns: [],
    filter: null,
    notes: new Map<number, string>(),
  }
  if (grid.rows.length === 0) return err({ code: 'no-table-found' })
  return ok({ format: 'csv', sheets: [summary(grid)], grids: [grid], named: [], notices: [] })
}

function readSheets(
  workbook: WorkbookPackage,
  dictionary: Result<CellDictionary, WorkbookProblem>,
  onProgress: OnProgress,
): Result<OpenedWorkbook, WorkbookProblem> {
  if (!dictionary.ok) return dictionary
  const named = readPlanMarks(workbook.definedNames)
  const notices: WorkbookNotice[] = workbookNotices(workbook)
  const sheets: SheetSummary[] = []
  const grids: SheetGrid[] = []
  const read = new Set<ZipEntry>()
  let cellCount = 0
  const worksheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet')
  const total = worksheets.reduce((sum, { entry }) => sum + entry.size, 0)
  let done = 0
  for (const { name, state, kind, entry } of workbook.sheets) {
    // A part that several sheets claim is the first one's.
    if (kind !== 'worksheet' || read.has(entry)) {
      sheets.push({ name, state, rows: 0, columns: 0 })
      continue
    }
    const content = readSheet(workbook.archive, entry, dictionary.value, (bytes) =>
      onProgress(done + bytes, total),
    )
    if (!content.ok) return content
    read.add(entry)
    done += entry.size
    onProgress(done, total)
    const notes = readSheetNotes(workbook.archive, entry)
    if (!notes.ok) return notes
    const { protected: isProtected, ...cells } = content.value
    const grid = { name, state, ...cells, planColumns: new Set<number>(), notes: notes.value }
    if (isProtected) notices.push({ code: 'protected-sheet', sheet: name })
    cellCount += grid.rows.reduce((sum, row) => sum + row.columns.length, 0)
    if (cellCount > limits.cells) return err({ code: 'workbook-too-complex', what: 'cells' })
    grids.push(grid)
    sheets.push(summary(grid))
  }
  return ok({ format: workbook.format, sheets, grids, named, notices })
}

function readDictionary(workbook: WorkbookPackage): Result<CellDictionary, WorkbookProblem> {
  const strings = readSharedStrings(workbook.archive, workbook.sharedStrings)
  if (!strings.ok) return strings
  const formats = readCellFormats(workbook.archive, workbook.styles)
  if (!formats.ok) return formats
  return ok({ strings: strings.value, formats: formats.value, date1904: workbook.date1904 })
}

function workbookNotices(workbook: WorkbookPackage): WorkbookNotice[] {
  const notices: WorkbookNotice[] = []
  if (workbook.macros) notices.push({ code: 'macros' })
  if (workbook.signed) notices.push({ code: 'signed' })
  if (workbook.lostSheets.length > 0) notices.push({ code: 'lost-sheets', sheets: workbook.lostSheets })
  if (workbook.stylesLost) notices.push({ code: 'lost-formats' })
  if (workbook.externalLinks) notices.push({ code: 'external-links' })
  return notices
}

function summary(grid: SheetGrid & { readonly state: SheetState }): SheetSummary {
  const columns = grid.rows.reduce((widest, row) => Math.max(widest, row.columns.at(-1) ?? 0), 0)
  return { name: grid.name, state: grid.state, rows: grid.rows.at(-1)?.row ?? 0, columns }
}
