import type { WorkbookProblem } from '../../domain/inventory-table.ts'
import { ok, type Result } from '../../domain/result.ts'
import { columnLetter, type GridRow } from '../../domain/sheet-grid.ts'
import type { ChangedCell, WorkbookComparison } from '../../domain/workbook-changes.ts'
import { type LoadedWorkbook, loadWorkbook, sheetContent } from './loaded-workbook.ts'
import { readCsv } from './read-csv.ts'
import { looksLikeZip, partKey, readEntry, type ZipArchive, type ZipEntry } from './zip-directory.ts'

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

function differences(
  sheet: string,
  before: readonly GridRow[],
  after: readonly GridRow[],
): readonly ChangedCell[] {
  const changes: ChangedCell[] = []
  const later = new Map(after.map((row) => [row.row, row]))
  const earlier = new Map(before.map((row) => [row.row, row]))
  const numbers = [...new Set([...earlier.keys(), ...later.keys()])].sort((a, b) => a - b)
  for (const number of numbers) {
    if (sameRow(earlier.get(number), later.get(number))) continue
    const first = textsOf(earlier.get(number))
    const second = textsOf(later.get(number))
    const columns = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b)
    for (const column of columns) {
      const [was, is] = [first.get(column) ?? '', second.get(column) ?? '']
      if (was !== is)
        changes.push({ sheet, cell: `${columnLetter(column)}${number}`, before: was, after: is })
    }
  }
  return changes
}

function sameRow(first: GridRow | undefined, second: GridRow | undefined): boolean {
  if (first === undefined || second === undefined || first.columns.length !== second.columns.length)
    return false
  return first.texts.every(
    (text, index) => text === second.texts[index] && first.columns[index] === second.columns[index],
  )
}

function textsOf(row: GridRow | undefined): ReadonlyMap<number, string> {
  return new Map(row?.columns.map((column, index) => [column, row.texts[index] ?? '']))
}

function compareText(before: Buffer, after: Buffer): Result<WorkbookComparison, WorkbookProblem> {
  const first = readCsv(before)
  if (!first.ok) return first
  const second = readCsv(after)
  if (!second.ok) return second
  const cells = differences('', first.value.rows, second.value.rows)
  return ok({ ...nothing, changed: [{ part: wholeText, cells }] })
}
