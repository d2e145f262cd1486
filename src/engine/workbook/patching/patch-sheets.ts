import { ok, type Result } from '../../../domain/result.ts'
import type {
  AddedColumn,
  AddedSheet,
  Refusal,
  RefusedSheet,
  TablePlace,
  WorkbookChanges,
} from '../../../domain/write-back/workbook-changes.ts'
import { parseRange, type SheetReference } from '../cells/cell-range.ts'
import type { LoadedWorkbook } from '../package/loaded-workbook.ts'
import type { SheetPart } from '../package/package.ts'
import type { ZipEntry } from '../zip/zip-directory.ts'
import { valueText } from './cell-values.ts'
import { changeLogSheet } from './change-log.ts'
import { ownCellsOn } from './own-cells.ts'
import { type PatchedSheet, patchSheet } from './patch-sheet.ts'
import {
  type ChoiceLists,
  type CleanSheet,
  choiceLists,
  type PlacedSheet,
  placeSheet,
  withoutTooLong,
} from './plan-sheets.ts'
import { readSheetLayout } from './sheet-layout.ts'
import { readStyleBook, type StyleBook } from './style-book.ts'
import { readRelatedRanges } from './table-part.ts'
import { referenceOf } from './workbook-edits.ts'
import {
  notWritten,
  type PatchFailure,
  readWritablePart,
  readWritableText,
  type WritablePart,
  type WritableText,
} from './writable-part.ts'

/** A workbook with the parts that any change may touch, and what is to change. */
export interface Work {
  readonly opened: LoadedWorkbook
  readonly changes: WorkbookChanges
  readonly workbookPart: WritablePart
  readonly styles: (WritableText & { readonly entry: ZipEntry; readonly book: StyleBook }) | null
}

export function startWork(opened: LoadedWorkbook, changes: WorkbookChanges): Result<Work, PatchFailure> {
  const workbookPart = readWritablePart(opened.archive, opened.package.workbook)
  if (!workbookPart.ok) return workbookPart
  const styles = readStyles(opened)
  if (!styles.ok) return styles
  return ok({ opened, changes, workbookPart: workbookPart.value, styles: styles.value })
}

function readStyles({ archive, package: { styles } }: LoadedWorkbook): Result<Work['styles'], PatchFailure> {
  if (styles === null) return ok(null)
  const text = readWritableText(archive, styles)
  if (!text.ok) return text
  const book = readStyleBook(text.value.bytes)
  return ok(book === null ? null : { ...text.value, entry: styles, book })
}

export interface OwnSheets {
  readonly placed: readonly PlacedSheet[]
  readonly refused: readonly Refusal[]
  readonly lists: ChoiceLists
  /** The sheet the long lists stand on; null when there is none, or it may not be added. */
  readonly listSheet: PlacedSheet | null
}

export function placeOwnSheets({ opened, changes, workbookPart }: Work): OwnSheets {
  const lists = choiceLists(changes.columns)
  const clean = changes.sheets.map(withoutTooLong)
  const wanted = clean.map(({ sheet }) => ({ ...sheet, hidden: false }))
  if (lists.sheet !== null) wanted.push(lists.sheet)
  const taken = new Set(opened.package.sheets.map((sheet) => sheet.name.toLowerCase()))
  const placed: PlacedSheet[] = []
  const refused = clean.flatMap((one) => one.refused)
  for (const sheet of wanted) {
    const place = placeSheet(opened.package, workbookPart, sheet, taken)
    taken.add(place.sheet.name.toLowerCase())
    if (place.replaces === null && keepsItsSheets(opened, changes)) {
      refused.push({ where: sheet.name, reason: 'structure-locked', value: '' })
    } else placed.push(place)
  }
  const listSheet = placed.find((one) => one.sheet.hidden) ?? null
  return { placed, refused, lists, listSheet }
}

/** With the sheet for what found no place where it belongs, if there is any and the caller wants one. */
export function placeRefused(work: Work, own: OwnSheets, touched: TouchedSheets): OwnSheets {
  const { rowsOtherwise, refusedTo } = work.changes
  const homeless = touched.sheets.some(({ patch }) => patch.unplaced.rows.length > 0)
  const withRows =
    rowsOtherwise !== undefined && homeless ? placeOne(work, own, withoutTooLong(rowsOtherwise)) : own
  const values = refusedRows(work.changes, touched)
  if (refusedTo === undefined || values.length === 0) return withRows
  return placeRefusedValues(work, withRows, refusedTo, values)
}

/** With the sheet that tells of every changed cell, where the caller wants one and there is one to tell of. */
export function placeChangeLog(work: Work, own: OwnSheets, { sheets }: TouchedSheets): OwnSheets {
  const { changeLog } = work.changes
  if (changeLog === undefined) return own
  const clean = withoutTooLong(changeLogSheet(changeLog, work.changes, sheets))
  // An earlier one must not go on telling of changes that this workbook has no longer.
  const isThere = placeSheet(
    work.opened.package,
    work.workbookPart,
    { ...clean.sheet, hidden: false },
    new Set(),
  )
  return clean.sheet.rows.length > 0 || isThere.replaces !== null ? placeOne(work, own, clean) : own
}

function placeRefusedValues(
  work: Work,
  own: OwnSheets,
  { name, header, widths }: RefusedSheet,
  rows: AddedSheet['rows'],
): OwnSheets {
  // A sheet of that name may hold new datasets already: then these follow below them, under headings of their own.
  const sameSheet = own.placed.find(({ sheet }) => sheet.name === name)
  if (sameSheet !== undefined) {
    const longer = {
      ...sameSheet,
      sheet: { ...sameSheet.sheet, rows: [...sameSheet.sheet.rows, [], header, ...rows] },
    }
    return { ...own, placed: own.placed.map((one) => (one === sameSheet ? longer : one)) }
  }
  return placeOne(work, own, { sheet: { name, header, widths, rows }, refused: [] })
}

function keepsItsSheets({ package: workbook }: LoadedWorkbook, { addToLocked }: WorkbookChanges): boolean {
  return workbook.structureLocked && addToLocked !== true
}

/** One more sheet of ours, unless the workbook takes none. */
function placeOne(
  { opened, changes, workbookPart }: Work,
  own: OwnSheets,
  { sheet, refused }: CleanSheet,
): OwnSheets {
  const known = [...opened.package.sheets, ...own.placed.map((one) => one.sheet)]
  const taken = new Set(known.map(({ name }) => name.toLowerCase()))
  const place = placeSheet(opened.package, workbookPart, { ...sheet, hidden: false }, taken)
  if (place.replaces !== null || !keepsItsSheets(opened, changes)) {
    return { ...own, placed: [...own.placed, place], refused: [...own.refused, ...refused] }
  }
  const locked = { where: sheet.name, reason: 'structure-locked', value: '' } as const
  return { ...own, refused: [...own.refused, locked] }
}

function refusedRows(changes: WorkbookChanges, touched: TouchedSheets): AddedSheet['rows'] {
  const unplaced = [...touched.sheets.map(({ patch }) => patch.unplaced), touched.unplaced]
  const columns = unplaced
    .flatMap((one) => one.columns)
    .flatMap(({ sheet, header, values }) => {
      const first = tableOn(changes, sheet).letters[0] ?? 'A'
      return Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([row, value]) => [`${sheet}!${first}${row}`, header, value])
    })
  const homeless = changes.rowsOtherwise === undefined ? unplaced.flatMap((one) => one.rows) : []
  const rows = homeless.flatMap(({ added, row }) =>
    Object.entries(added.values)
      .filter(([, value]) => value !== null)
      .map(([letter, value]) => [`${added.sheet}!${letter}${row}`, '', value]),
  )
  const cells = [...touched.sheets.flatMap(({ patch }) => patch.refusedCells), ...touched.refusedCells]
    .filter(({ reason }) => reason !== 'text-too-long')
    .map(({ where, value }) => [where, '', value])
  return [...columns, ...rows, ...cells]
}

/** A sheet that only cells of are changed has no table: then nothing asks where it stands. */
function tableOn({ tables }: WorkbookChanges, sheet: string): TablePlace {
  const folded = sheet.toLowerCase()
  const found = tables.find((table) => table.sheet.toLowerCase() === folded)
  return found ?? { sheet, headerRow: 1, lastRow: 1, letters: ['A'] }
}

export interface TouchedSheet {
  readonly part: SheetPart
  readonly patch: PatchedSheet
}

export interface TouchedSheets {
  readonly sheets: readonly TouchedSheet[]
  /** What was meant for sheets that are not there. */
  readonly unplaced: PatchedSheet['unplaced']
  readonly refusedCells: readonly Refusal[]
  readonly refused: readonly Refusal[]
}

export function patchSheets(work: Work, own: OwnSheets): Result<TouchedSheets, PatchFailure> {
  const { changes, opened } = work
  const { cells, columns, rows } = changes
  const partOf = new Map(
    [...cells, ...columns, ...rows].map(({ sheet }) => [sheet, sheetNamed(opened, sheet)] as const),
  )
  const lost = ({ sheet }: { readonly sheet: string }) => partOf.get(sheet) === undefined
  const sheets: TouchedSheet[] = []
  for (const part of new Set(partOf.values())) {
    if (part === undefined) continue
    // Names that differ in letter case only mean the same sheet.
    const here = ({ sheet }: { readonly sheet: string }) => partOf.get(sheet) === part
    const patch = patchOneSheet(work, own, part, {
      ...changes,
      cells: cells.filter(here),
      columns: columns.filter(here),
      rows: rows.filter(here),
    })
    if (!patch.ok) return patch
    sheets.push({ part, patch: patch.value })
  }
  const unplaced = {
    columns: columns.filter(lost),
    rows: rows.filter(lost).map((added) => ({ added, row: added.after + 1 })),
  }
  const refusedCells = cells.filter(lost).map(({ sheet, cell, value }) => {
    return { where: `${sheet}!${cell}`, reason: 'sheet-not-found' as const, value: valueText(value) }
  })
  const headings = [
    ...unplaced.columns.map(({ header }) => header),
    ...new Set(unplaced.rows.map(({ added, row }) => `${added.sheet}!A${row}`)),
  ]
  const others = headings.map((where) => ({ where, reason: 'sheet-not-found' as const, value: '' }))
  return ok({ sheets, unplaced, refusedCells, refused: [...refusedCells, ...others] })
}

function sheetNamed(opened: LoadedWorkbook, name: string): SheetPart | undefined {
  const worksheets = opened.package.sheets.filter((sheet) => sheet.kind === 'worksheet')
  const folded = name.toLowerCase()
  return (
    worksheets.find((sheet) => sheet.name === name) ??
    worksheets.find((sheet) => sheet.name.toLowerCase() === folded)
  )
}

function patchOneSheet(
  work: Work,
  own: OwnSheets,
  part: SheetPart,
  changes: WorkbookChanges,
): Result<PatchedSheet, PatchFailure> {
  const { opened, workbookPart } = work
  const text = readWritableText(opened.archive, part.entry)
  if (!text.ok) return text
  const table = tableOn(changes, part.name)
  const lastRow = Math.max(table.lastRow, table.headerRow)
  const layout = readSheetLayout(text.value.bytes, {
    from: table.headerRow,
    to: lastRow + changes.rows.length,
  })
  if (layout === 'not-a-worksheet') return notWritten(part.entry.name)
  if (layout === 'rows-out-of-order') return notWritten(`order of the rows in ${part.entry.name}`)
  const related = readRelatedRanges(opened.archive, part.entry)
  if (!related.ok) return related
  const corrected = ownCellsOn(opened, part, layout, table, changes.cells)
  if (!corrected.ok) return corrected
  return ok(
    patchSheet({
      sheet: part.name,
      text: text.value,
      layout,
      related: related.value,
      styles: work.styles?.book ?? null,
      date1904: opened.package.date1904,
      writeProtected: changes.writeProtected === true,
      cells: corrected.value.cells,
      refusedCells: corrected.value.refused,
      table,
      columns: changes.columns,
      rows: changes.rows,
      marked: (column) =>
        onSheet(referenceOf(workbookPart, column.mark), part.name) ?? byHeading(column, table),
      choicesOf: (column) => choicesOf(own, column),
    }),
  )
}

function onSheet(reference: SheetReference | null, sheet: string): SheetReference | null {
  return reference !== null && reference.sheet.toLowerCase() === sheet.toLowerCase() ? reference : null
}

/** A column whose name somebody deleted stands where its heading was found. */
function byHeading({ at, sheet }: AddedColumn, { headerRow }: TablePlace): SheetReference | null {
  const range = at === undefined ? null : parseRange(`${at}${headerRow}`)
  return range === null ? null : { sheet, range }
}

function choicesOf({ lists, listSheet }: OwnSheets, column: AddedColumn): string | null {
  const formula = lists.formulaOf(column, listSheet?.sheet.name ?? '')
  return formula !== null && !formula.startsWith('"') && listSheet === null ? null : formula
}
