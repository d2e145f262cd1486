import { createHash } from 'node:crypto'
import { ok, type Result } from '../../../domain/result.ts'
import { findTable } from '../../../domain/table/find-table.ts'
import { columnNumber, type SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { valuesOnAdditions } from '../../../domain/write-back/additions-sheet.ts'
import type {
  CellChange,
  TablePlace,
  WorkbookChanges,
  WritableValue,
} from '../../../domain/write-back/workbook-changes.ts'
import { type OpenedWorkbook, openWorkbook } from '../reading/open-workbook.ts'
import { valueText } from './cells/cell-values.ts'
import { patchWorkbook } from './patch-workbook.ts'
import type { PatchedWorkbook } from './patched-workbook.ts'
import type { PatchFailure } from './writable-part.ts'

/** What somebody asks to have changed who knows the workbook only from the outside, as Excel shows it. */
export interface PatchRequest {
  readonly cells: readonly CellChange[]
  readonly columns: readonly {
    readonly sheet: string
    /** The letter of a column of the table; the new one goes to the first free column right of the table and of it. */
    readonly after: string
    readonly header: string
    readonly values: { readonly [row: number]: WritableValue }
  }[]
  readonly rows: readonly {
    readonly sheet: string
    /** The row below which the new one is to stand. */
    readonly after: number
    readonly values: { readonly [letter: string]: WritableValue }
  }[]
}

/** `patchWorkbook` for changes that name no table: it is the one the program itself finds on the sheet. */
export function patchRequested(
  bytes: Uint8Array,
  name: string,
  request: PatchRequest,
  allowed: Pick<WorkbookChanges, 'writeProtected' | 'addToLocked' | 'asUtf8'> = {},
): Result<PatchedWorkbook, PatchFailure> {
  const needsTables = request.columns.length + request.rows.length > 0
  const opened = needsTables
    ? openWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
    : ok(null)
  if (!opened.ok) return opened
  const sheets = new Set([...request.columns, ...request.rows].map(({ sheet }) => sheet))
  return patchWorkbook(bytes, {
    ...allowed,
    tables: [...sheets].map((sheet) => tablePlace(opened.value, sheet, request)),
    cells: request.cells,
    columns: request.columns.map(({ sheet, header, values }) => ({
      sheet,
      mark: markOf(sheet, header),
      header,
      width: widthOf([header, ...Object.values(values)]),
      values,
    })),
    rows: request.rows,
    sheets: [],
    refusedTo: { ...valuesOnAdditions, names: new Map() },
  })
}

/** By it the same request finds its column again. Without the prefix of the plan's own columns: nothing is decided here. */
function markOf(sheet: string, header: string): string {
  const hash = createHash('sha256').update(`${sheet}\n${header}`).digest('hex')
  return `ODAPCOLUMN_${hash.slice(0, 16)}`
}

function widthOf(values: readonly WritableValue[]): number {
  const longest = Math.max(...values.map((value) => valueText(value).length))
  return Math.min(48, Math.max(12, longest + 2))
}

/** Where no table is found, or the request means rows outside of it, the table is what the request speaks of. */
function tablePlace(opened: OpenedWorkbook | null, sheet: string, request: PatchRequest): TablePlace {
  const columns = request.columns.filter((column) => column.sheet === sheet)
  const rows = request.rows.filter((row) => row.sheet === sheet)
  const named = columns.flatMap(({ values }) => Object.keys(values).map(Number))
  const spoken = [...named, ...rows.map(({ after }) => after)]
  const found = opened === null ? null : foundPlace(opened, sheet)
  const fits = found !== null && spoken.every((row) => row > found.headerRow)
  const headerRow = fits ? found.headerRow : Math.max(1, Math.min(...spoken) - 1)
  const letters = new Set([
    ...(fits ? found.letters : rows.flatMap(({ values }) => Object.keys(values))),
    ...columns.map(({ after }) => after),
  ])
  return {
    sheet,
    headerRow,
    lastRow: Math.max(headerRow, fits ? found.lastRow : headerRow, ...spoken),
    letters: [...letters].sort((a, b) => columnNumber(a) - columnNumber(b)),
  }
}

function foundPlace({ format, grids }: OpenedWorkbook, sheet: string): TablePlace | null {
  const folded = sheet.toLowerCase()
  const named = grids.find((grid) => grid.name.toLowerCase() === folded)
  // A text file is one sheet, whatever it is called.
  const grid: SheetGrid | undefined = format === 'csv' ? grids[0] : named
  if (grid === undefined) return null
  const found = findTable(grids, { sheet: grid.name, headerRow: 0, headerRows: 1 })
  if (!found.ok) return null
  const { headerRow, lastRow, columns } = found.value.table
  return { sheet, headerRow, lastRow, letters: columns.map(({ letter }) => letter) }
}
