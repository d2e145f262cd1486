import type { WorkbookProblem } from '../../../../domain/inventory-table.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import { cellKey, columnLetter, type GridRow } from '../../../../domain/table/sheet-grid.ts'
import type { ChangedCell } from '../../../../domain/write-back/workbook-changes.ts'
import { readableXml } from '../../../encoding/xml-encoding.ts'
import { readEntryAgain, type ZipEntry } from '../../../ooxml/zip/zip-directory.ts'
import { dictionaryOf, type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import { readCells } from '../../reading/read-sheet.ts'
import type { CellDictionary } from '../../reading/sheet-reading.ts'
import { withoutEqualCells } from './equal-cells.ts'

/** How a sheet differs from what it was. */
export interface SheetComparison {
  readonly changes: readonly ChangedCell[]
  /** The place of each of these, as a `cellKey`. */
  readonly places: readonly number[]
  /** What it holds now, but for the cells left out. */
  readonly rows: readonly GridRow[]
  /** Cells that were not read, as they are the same, byte for byte, as before. */
  readonly leftOut: (row: number, column: number) => boolean
}

/** A sheet as one of the two workbooks has it. */
export interface SheetVersion {
  readonly workbook: LoadedWorkbook
  readonly entry: ZipEntry
}

/** Reads both versions whole, or what is not the same bytes in both where the same bytes must mean the same. */
export function compareSheets(
  sheet: string,
  before: SheetVersion,
  after: SheetVersion,
): Result<SheetComparison, WorkbookProblem> {
  const rest = compareRest(sheet, before, after)
  if (!rest.ok) return rest
  if (rest.value !== null) return ok(rest.value)
  const first = sheetContent(before.workbook, before.entry)
  if (!first.ok) return first
  const second = sheetContent(after.workbook, after.entry)
  if (!second.ok) return second
  const { rows } = second.value
  const places: number[] = []
  const changes = cellDifferences(sheet, first.value.rows, rows, places)
  return ok({ changes, places, rows, leftOut: () => false })
}

/** Null where the sheets have to be read whole. */
function compareRest(
  sheet: string,
  before: SheetVersion,
  after: SheetVersion,
): Result<SheetComparison | null, WorkbookProblem> {
  const known = dictionaryOf(before.workbook)
  if (!known.ok) return known
  const dictionary = dictionaryOf(after.workbook)
  if (!dictionary.ok) return dictionary
  if (!meansTheSame(known.value, dictionary.value)) return ok(null)
  const [first, second] = [utf8Of(before), utf8Of(after)]
  if (!first.ok) return first
  if (!second.ok) return second
  if (first.value === null || second.value === null) return ok(null)
  const rest = withoutEqualCells(first.value, second.value)
  if (rest === null) return ok(null)
  const was = readCells(rest.before, known.value)
  const is = readCells(rest.after, dictionary.value)
  if (!was.ok || !is.ok) return ok(null)
  // A cell that stands out of order may be one of those left out once more.
  const isTwice = ({ row, columns }: GridRow) => rest.leftOut(row, columns[0] ?? Number.POSITIVE_INFINITY)
  if (was.value.some(isTwice) || is.value.some(isTwice)) return ok(null)
  const places: number[] = []
  const changes = cellDifferences(sheet, was.value, is.value, places)
  return ok({ changes, places, rows: is.value, leftOut: rest.leftOut })
}

/** Whether cells with the same bytes show the same: styles may only have come behind the ones that were there. */
function meansTheSame(before: CellDictionary, after: CellDictionary): boolean {
  return (
    before.strings === after.strings &&
    before.date1904 === after.date1904 &&
    JSON.stringify(before.formats) === JSON.stringify(after.formats.slice(0, before.formats.length))
  )
}

/** A sheet's part; null where it is written in another encoding. */
function utf8Of({ workbook, entry }: SheetVersion): Result<Buffer | null, WorkbookProblem> {
  const content = readEntryAgain(workbook.archive, entry)
  if (!content.ok) return content
  return ok(readableXml(content.value)?.encoding === 'utf-8' ? content.value : null)
}

/**
 * Rows and the cells in them ascend on both sides, so that one walk along both finds what differs. `places` gets the
 * `cellKey` of each.
 */
export function cellDifferences(
  sheet: string,
  before: readonly GridRow[],
  after: readonly GridRow[],
  places: number[] = [],
): readonly ChangedCell[] {
  const changes: ChangedCell[] = []
  let [at, other] = [0, 0]
  while (at < before.length || other < after.length) {
    const [first, second] = [before[at], after[other]]
    const number = Math.min(first?.row ?? Number.POSITIVE_INFINITY, second?.row ?? Number.POSITIVE_INFINITY)
    const was = first?.row === number ? first : undefined
    const is = second?.row === number ? second : undefined
    if (was !== undefined) at += 1
    if (is !== undefined) other += 1
    rowDifferences(sheet, number, was, is, changes, places)
  }
  return changes
}

function rowDifferences(
  sheet: string,
  row: number,
  before: GridRow | undefined,
  after: GridRow | undefined,
  changes: ChangedCell[],
  places: number[],
): void {
  let [at, other] = [0, 0]
  for (;;) {
    const first = before?.columns[at] ?? Number.POSITIVE_INFINITY
    const second = after?.columns[other] ?? Number.POSITIVE_INFINITY
    const column = Math.min(first, second)
    if (column === Number.POSITIVE_INFINITY) return
    const was = first === column ? (before?.texts[at] ?? '') : ''
    const is = second === column ? (after?.texts[other] ?? '') : ''
    if (first === column) at += 1
    if (second === column) other += 1
    if (was === is) continue
    changes.push({ sheet, cell: `${columnLetter(column)}${row}`, before: was, after: is })
    places.push(cellKey(row, column))
  }
}
