import type { WorkbookProblem } from '../../../../domain/inventory-table.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import type { ChangedCell, WorkbookComparison } from '../../../../domain/write-back/workbook-changes.ts'
import {
  looksLikeZip,
  partKey,
  readEntry,
  readZip,
  type ZipArchive,
  type ZipEntry,
} from '../../../ooxml/zip/zip-directory.ts'
import { type LoadedWorkbook, loadWorkbook, stringsOf } from '../../reading/loaded-workbook.ts'
import { readCsv } from '../../reading/read-csv.ts'
import { cellDifferences, compareSheets, type SheetComparison } from './compare-sheets.ts'

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
  const [was, is] = [readZip(before), readZip(after)]
  if (!was.ok) return was
  if (!is.ok) return is
  const [first, second] = [loadWorkbook(before), loadWorkbook(after)]
  const compared = first.ok && second.ok ? compareLoaded(first.value, second.value) : null
  if (compared?.ok === true) return ok(compared.value.comparison)
  // Where the parts do not add up to a workbook, or a sheet cannot be read, it can still be told which of them differ.
  return compareParts(was.value, is.value, () => ok([]))
}

const nothing: WorkbookComparison = { same: [], changed: [], added: [], removed: [] }

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The comparison, and what it found out about each sheet that differs, by its part. */
export interface ComparedWorkbooks {
  readonly comparison: WorkbookComparison
  readonly sheets: ReadonlyMap<string, SheetComparison>
}

export function compareLoaded(
  before: LoadedWorkbook,
  after: LoadedWorkbook,
): Result<ComparedWorkbooks, WorkbookProblem> {
  const sheets = new Map<string, SheetComparison>()
  const comparison = compareParts(before.archive, after.archive, (earlier, later) => {
    const sheet = comparedSheet(before, earlier, after, later)
    if (!sheet.ok) return sheet
    if (sheet.value !== null) sheets.set(later.name, sheet.value)
    return ok(sheet.value?.changes ?? [])
  })
  return comparison.ok ? ok({ comparison: comparison.value, sheets }) : comparison
}

/** Part by part; `cellsOf` finds the cells that differ in a part that does. */
function compareParts(
  before: ZipArchive,
  after: ZipArchive,
  cellsOf: (earlier: ZipEntry, later: ZipEntry) => Result<readonly ChangedCell[], WorkbookProblem>,
): Result<WorkbookComparison, WorkbookProblem> {
  const same: string[] = []
  const changed: { readonly part: string; readonly cells: readonly ChangedCell[] }[] = []
  const added: string[] = []
  for (const [key, entry] of after.byKey) {
    const earlier = before.byKey.get(key)
    if (earlier === undefined) {
      added.push(entry.name)
      continue
    }
    const equal = sameContent(before, earlier, after, entry)
    if (!equal.ok) return equal
    if (equal.value) {
      same.push(entry.name)
      continue
    }
    const cells = cellsOf(earlier, entry)
    if (!cells.ok) return cells
    changed.push({ part: entry.name, cells: cells.value })
  }
  const removed = before.entries
    .filter((entry) => !after.byKey.has(partKey(entry.name)))
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

/** Null for parts that are not worksheets. */
function comparedSheet(
  before: LoadedWorkbook,
  earlier: ZipEntry,
  after: LoadedWorkbook,
  later: ZipEntry,
): Result<SheetComparison | null, WorkbookProblem> {
  const sheet = after.package.sheets.find((one) => one.entry === later)
  const known = before.package.sheets.some((one) => one.entry === earlier)
  if (sheet === undefined || !known || sheet.kind !== 'worksheet') return ok(null)
  const shared = shareStrings(before, after)
  if (!shared.ok) return shared
  return compareSheets(sheet.name, { workbook: before, entry: earlier }, { workbook: after, entry: later })
}

/** Texts that both workbooks keep in the same part are read once. */
function shareStrings(before: LoadedWorkbook, after: LoadedWorkbook): Result<void, WorkbookProblem> {
  const [first, second] = [before.package.sharedStrings, after.package.sharedStrings]
  if (first !== null && second !== null) {
    const equal = sameContent(before.archive, first, after.archive, second)
    if (!equal.ok) return equal
    if (!equal.value) return ok(undefined)
  } else if (first !== second) return ok(undefined)
  const strings = stringsOf(before)
  if (!strings.ok) return strings
  after.strings.known ??= strings.value
  return ok(undefined)
}

function compareText(before: Buffer, after: Buffer): Result<WorkbookComparison, WorkbookProblem> {
  const first = readCsv(before)
  if (!first.ok) return first
  const second = readCsv(after)
  if (!second.ok) return second
  const cells = cellDifferences('', first.value.rows, second.value.rows)
  return ok({ ...nothing, changed: [{ part: wholeText, cells }] })
}
