import { describe, expect, it } from 'vitest'
import { columnNumber } from '../../../../src/domain/table/sheet-grid.ts'
import type { WorkbookChanges } from '../../../../src/domain/write-back/workbook-changes.ts'
import {
  entryEnd,
  readZip,
  type ZipArchive,
  type ZipEntry,
} from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import type { PatchedWorkbook } from '../../../../src/engine/workbook/patching/patched-workbook.ts'
import { loadWorkbook } from '../../../../src/engine/workbook/reading/loaded-workbook.ts'
import {
  type AllowedCells,
  listsAreLonger,
  sheetRemainder,
  stylesRemainder,
  tableRemainder,
  workbookRemainder,
} from '../../../support/allowed-differences.ts'
import { newFaults } from '../../../support/excel-rules.ts'
import { partText } from '../../../support/patch-sample.ts'
import { expectRefusal, isFull, preservedCases } from '../../../support/preserved-cases.ts'

describe.each(preservedCases)('$file', ({ original, changes }) => {
  it('comes back identical without a change', () => {
    const result = patchWorkbook(original, { ...changes, cells: [], columns: [], rows: [] })
    if (!result.ok) return expectRefusal(result.error)
    expect(Buffer.from(result.value.bytes).equals(original)).toBe(true)
  })

  it('differs only where the rules allow it', () => {
    const result = patchWorkbook(original, changes)
    if (!result.ok) return expectRefusal(result.error)
    expect(newFaults(original, result.value.bytes)).toEqual([])
    expectOnlyAllowed(original, result.value, changes)
  })
})

it('finds tables in most of the files', () => {
  expect(preservedCases.length).toBeGreaterThanOrEqual(isFull ? 60 : 10)
})

function zipOf(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

/** An entry as it lies in the file: its header, extra fields, compressed bytes, descriptor and central record. */
function rawEntry(archive: ZipArchive, entry: ZipEntry): string {
  const central = Buffer.from(archive.bytes.subarray(entry.centralStart, entry.centralEnd))
  // Where it lies in the file may change.
  central.fill(0, 42, 46)
  const local = archive.bytes.toString('latin1', entry.localStart, entryEnd(archive, entry))
  return `${local}${central.toString('latin1')}`
}

function expectOnlyAllowed(original: Buffer, updated: PatchedWorkbook, changes: WorkbookChanges): void {
  const { bytes, report } = updated
  const [before, after] = [zipOf(original), zipOf(bytes)]
  const namesBefore = before.entries.map(({ name }) => name)
  const added = after.entries.map(({ name }) => name).filter((name) => !namesBefore.includes(name))
  expect(after.entries.map(({ name }) => name)).toEqual([...namesBefore, ...added])
  expect(added).toHaveLength(report.addedSheets.length)
  const places = partPlaces(original, changes)
  const allowed = allowedCells(report, changes)
  for (const [index, entry] of before.entries.entries()) {
    const later = after.entries[index]
    if (later !== undefined && rawEntry(before, entry) === rawEntry(after, later)) continue
    expect([entry.time, entry.date]).toEqual([later?.time, later?.date])
    const texts = [partText(original, entry.name), partText(bytes, entry.name)] as const
    expectAllowedPart(entry.name, texts, { places, allowed, report, added })
  }
}

interface Places {
  readonly sheet: string
  readonly workbook: string
  readonly styles: string
}

function partPlaces(original: Buffer, changes: WorkbookChanges): Places {
  const loaded = loadWorkbook(original)
  if (!loaded.ok) throw new Error(loaded.error.code)
  const { sheets, styles, workbook } = loaded.value.package
  const sheet = sheets.find(({ name }) => name === changes.tables[0]?.sheet)
  return { sheet: sheet?.entry.name ?? '', workbook: workbook.name, styles: styles?.name ?? '' }
}

interface Known {
  readonly places: Places
  readonly allowed: AllowedCells
  readonly report: PatchedWorkbook['report']
  readonly added: readonly string[]
}

function expectAllowedPart(part: string, [was, is]: readonly [string, string], known: Known): void {
  const { places, allowed, report, added } = known
  const strips = { columns: allowed.newColumns, rows: allowed.newRows }
  if (part === places.sheet) expectSame(part, sheetRemainder(was, allowed), sheetRemainder(is, allowed))
  else if (part === places.workbook) {
    const about = { addedSheets: report.addedSheets, strips }
    expectSame(part, workbookRemainder(was, about), workbookRemainder(is, about))
  } else if (part === places.styles) {
    expect(listsAreLonger(was, is, ['cellXfs', 'fonts'])).toBe(true)
    expectSame(part, stylesRemainder(was), stylesRemainder(is))
  } else if (/table\d*\.xml$/i.test(part)) {
    expect(listsAreLonger(was, is, ['tableColumns'])).toBe(true)
    expectSame(part, tableRemainder(was, strips), tableRemainder(is, strips))
  } else {
    expect(added, `${part} differs`).not.toEqual([])
    expect(part).toMatch(/^(\[Content_Types\]\.xml|.*workbook\.xml\.rels)$/)
  }
}

/** Sheets are long: only the first place where they differ is shown. */
function expectSame(part: string, was: string, is: string): void {
  if (was === is) return
  let at = 0
  while (was[at] === is[at]) at += 1
  const [from, to] = [Math.max(0, at - 80), at + 120]
  expect(`${part}: ${is.slice(from, to)}`).toBe(`${part}: ${was.slice(from, to)}`)
}

/** By column and row; a new column may have cells in every row of the table. */
function allowedCells(report: PatchedWorkbook['report'], changes: WorkbookChanges): AllowedCells {
  const cells = new Set<string>()
  const { headerRow = 1, lastRow = 1 } = changes.tables[0] ?? {}
  for (const { cell } of changes.cells) {
    cells.add(`${columnNumber(cell.replace(/\d/g, ''))},${cell.replace(/\D/g, '')}`)
  }
  const newColumns = new Set(report.addedColumns.map(({ letter }) => columnNumber(letter)))
  for (const column of newColumns) {
    for (let row = headerRow; row <= lastRow + 1; row += 1) cells.add(`${column},${row}`)
  }
  return { cells, newRows: new Set(report.addedRows.map(({ row }) => row)), newColumns }
}
