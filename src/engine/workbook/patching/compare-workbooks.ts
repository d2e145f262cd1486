import { ok, type Result } from '../../../domain/result.ts'
import type { WorkbookProblem } from '../../../domain/table/inventory-table.ts'
import { columnLetter, type GridRow } from '../../../domain/table/sheet-grid.ts'
import type { ChangedCell, WorkbookComparison } from '../../../domain/write-back/workbook-changes.ts'
import { type LoadedWorkbook, loadWorkbook, sheetContent } from '../package/loaded-workbook.ts'
import { readCsv } from '../reading/read-csv.ts'
import { looksLikeZip, partKey, readEntry, type ZipArchive, type ZipEntry } from '../zip/zip-directory.ts'

/** The one part of a file that is nothing but text. */
const wholeText = 'text'

/** Part by part, by what the parts hold once inflated; worksheets also cell by cell, as Excel shows them. */
export function compareWorkbooks(
  original: Uint8Array,
  updated: Uint8Array,
): Result<WorkbookComparison, WorkbookProblem> {
  const before = asBuffer(original)
  const after = asBuffer(updated)
  if (before.equals(after) && !looksLikeZip(before)) return ok({ ...nothing, same: [wholeText] })
  if (!looksLikeZip(before) && !looksLikeZip(after)) return compareText(before, after)
  const first = loadWorkbook(before)
  if (!first.ok) return first
  const second = loadWorkbook(after)
  if (!second.ok) return second
  return compareLoaded(first.value, second.value)
}

const nothing: WorkbookComparison = { same: [], changed: [], added: [], removed: [] }

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function compareLoaded(
  before: LoadedWorkbook,
  after: LoadedWorkbook,
): Result<WorkbookComparison, WorkbookProblem> {
  const same: string[] = []
  const changed: { readonly part: string; readonly cells: readonly ChangedCell[] }[] = []
  const added: string[] = []
  for (const [key, entry] of after.archive.byKey) {
    const earlier = before.archive.byKey.get(key)
    if (earlier === undefined) {
      added.push(entry.name)
      continue
    }
    const equal = sameContent(before.archive, earlier, after.archive, entry)
    if (!equal.ok) return equal
    if (equal.value) {
      same.push(entry.name)
      continue
    }
    const cells = changedCells(before, earlier, after, entry)
    if (!cells.ok) return cells
    changed.push({ part: entry.name, cells: cells.value })
  }
  const removed = before.archive.entries
    .filter((entry) => !after.archive.byKey.has(partKey(entry.name)))
    .map((entry) => entry.name)
  return ok({ same, changed, added, removed })
}

function sameContent(
  before: ZipArchive,
  earlier: ZipEntry,
  after: ZipArchive,
  later: ZipEntry,
): Result<boolean, WorkbookProblem> {
  if (earlier.size !== later.size || earlier.crc !== later.crc) return ok(false)
  const first = before.bytes.subarray(earlier.dataStart, earlier.dataEnd)
  const second = after.bytes.subarray(later.dataStart, later.dataEnd)
  if (earlier.method === later.method && first.equals(second)) return ok(true)
  const content = readEntry(before, earlier)
  if (!content.ok) return content
  const other = readEntry(after, later)
  return other.ok ? ok(content.value.equals(other.value)) : other
}

/** Empty for parts that are not worksheets. */
function changedCells(
  before: LoadedWorkbook,
  earlier: ZipEntry,
  after: LoadedWorkbook,
  later: ZipEntry,
): Result<readonly ChangedCell[], WorkbookProblem> {
  const sheet = after.package.sheets.find((one) => one.entry === later)
  const known = before.package.sheets.some((one) => one.entry === earlier)
  if (sheet === undefined || !known || sheet.kind !== 'worksheet') return ok([])
  const first = sheetContent(before, earlier)
  if (!first.ok) return first
  const second = sheetContent(after, later)
  if (!second.ok) return second
  return ok(differences(sheet.name, first.value.rows, second.value.rows))
}

/** Rows and the cells in them ascend on both sides, so that one walk along both finds what differs. */
function differences(
  sheet: string,
  before: readonly GridRow[],
  after: readonly GridRow[],
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
    rowDifferences(sheet, number, was, is, changes)
  }
  return changes
}

function rowDifferences(
  sheet: string,
  row: number,
  before: GridRow | undefined,
  after: GridRow | undefined,
  changes: ChangedCell[],
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
    if (was !== is) changes.push({ sheet, cell: `${columnLetter(column)}${row}`, before: was, after: is })
  }
}

function compareText(before: Buffer, after: Buffer): Result<WorkbookComparison, WorkbookProblem> {
  const first = readCsv(before)
  if (!first.ok) return first
  const second = readCsv(after)
  if (!second.ok) return second
  const cells = differences('', first.value.rows, second.value.rows)
  return ok({ ...nothing, changed: [{ part: wholeText, cells }] })
}
