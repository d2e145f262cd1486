import { ok, type Result } from '../../domain/result.ts'
import type { AddedColumn, AddedSheet, Refusal, WorkbookChanges } from '../../domain/workbook-changes.ts'
import type { SheetReference } from './cell-range.ts'
import { valueText } from './cell-values.ts'
import type { LoadedWorkbook } from './loaded-workbook.ts'
import type { SheetPart } from './package.ts'
import { type PatchedSheet, patchSheet } from './patch-sheet.ts'
import { type ChoiceLists, choiceLists, type PlacedSheet, placeSheet, withoutTooLong } from './plan-sheets.ts'
import { readSheetLayout } from './sheet-layout.ts'
import { readStyleBook, type StyleBook } from './style-book.ts'
import { readRelatedRanges } from './table-part.ts'
import { referenceOf } from './workbook-edits.ts'
import {
  notWritten,
  type PatchFailure,
  readWritableBytes,
  readWritablePart,
  type WritablePart,
} from './writable-part.ts'
import type { ZipEntry } from './zip-directory.ts'

/** A workbook with the parts that any change may touch, and what is to change. */
export interface Work {
  readonly opened: LoadedWorkbook
  readonly changes: WorkbookChanges
  readonly workbookPart: WritablePart
  readonly styles: { readonly entry: ZipEntry; readonly book: StyleBook } | null
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
  const bytes = readWritableBytes(archive, styles)
  if (!bytes.ok) return bytes
  const book = readStyleBook(bytes.value)
  return ok(book === null ? null : { entry: styles, book })
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
    if (place.replaces === null && opened.package.structureLocked) {
      refused.push({ where: sheet.name, reason: 'structure-locked', value: '' })
    } else placed.push(place)
  }
  const listSheet = placed.find((one) => one.sheet.hidden) ?? null
  return { placed, refused, lists, listSheet }
}

/** With the sheet for what found no place where it belongs, if there is any and the caller wants one. */
export function placeRefused(work: Work, own: OwnSheets, touched: TouchedSheets): OwnSheets {
  const { opened, changes, workbookPart } = work
  const rows = refusedRows(changes, touched)
  if (changes.refusedTo === undefined || rows.length === 0) return own
  const { name, header, widths } = changes.refusedTo
  // A sheet of that name may hold new datasets already: then these follow below them, under headings of their own.
  const sameSheet = own.placed.find(({ sheet }) => sheet.name === name)
  if (sameSheet !== undefined) {
    const longer = {
      ...sameSheet,
      sheet: { ...sameSheet.sheet, rows: [...sameSheet.sheet.rows, [], header, ...rows] },
    }
    return { ...own, placed: own.placed.map((one) => (one === sameSheet ? longer : one)) }
  }
  const known = [...opened.package.sheets, ...own.placed.map(({ sheet }) => sheet)]
  const taken = new Set(known.map((sheet) => sheet.name.toLowerCase()))
  const place = placeSheet(opened.package, workbookPart, { name, header, widths, rows, hidden: false }, taken)
  if (place.replaces !== null || !opened.package.structureLocked)
    return { ...own, placed: [...own.placed, place] }
  const refused = { where: name, reason: 'structure-locked', value: '' } as const
  return { ...own, refused: [...own.refused, refused] }
}

function refusedRows(changes: WorkbookChanges, touched: TouchedSheets): AddedSheet['rows'] {
  const placed = new Set(touched.sheets.flatMap(({ patch }) => patch.placed.map(({ added }) => added)))
  const first = changes.table.letters[0] ?? 'A'
  const columns = changes.columns
    .filter((column) => !placed.has(column))
    .flatMap(({ sheet, header, values }) =>
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([row, value]) => [`${sheet}!${first}${row}`, header, value]),
    )
  const cells = touched.sheets
    .flatMap(({ patch }) => patch.refused)
    .filter(({ where, reason }) => where.includes('!') && reason !== 'text-too-long')
    .map(({ where, value }) => [where, '', value])
  return [...columns, ...cells]
}

export interface TouchedSheet {
  readonly part: SheetPart
  readonly patch: PatchedSheet
}

export interface TouchedSheets {
  readonly sheets: readonly TouchedSheet[]
  readonly refused: readonly Refusal[]
}

export function patchSheets(work: Work, own: OwnSheets): Result<TouchedSheets, PatchFailure> {
  const { changes, opened } = work
  const parts = new Map<SheetPart, WorkbookChanges>()
  const refused: Refusal[] = []
  for (const name of new Set([...changes.cells, ...changes.columns].map((change) => change.sheet))) {
    const part = sheetNamed(opened, name)
    const named = {
      ...changes,
      cells: changes.cells.filter((change) => change.sheet === name),
      columns: changes.columns.filter((column) => column.sheet === name),
    }
    if (part === undefined) refused.push(...refusedWithSheet(named))
    else parts.set(part, joined(parts.get(part), named))
  }
  const sheets: TouchedSheet[] = []
  for (const [part, wanted] of parts) {
    const patch = patchOneSheet(work, own, part, wanted)
    if (!patch.ok) return patch
    sheets.push({ part, patch: patch.value })
  }
  return ok({ sheets, refused })
}

/** Names that differ in letter case only mean the same sheet. */
function joined(known: WorkbookChanges | undefined, more: WorkbookChanges): WorkbookChanges {
  if (known === undefined) return more
  return { ...more, cells: [...known.cells, ...more.cells], columns: [...known.columns, ...more.columns] }
}

function sheetNamed(opened: LoadedWorkbook, name: string): SheetPart | undefined {
  const worksheets = opened.package.sheets.filter((sheet) => sheet.kind === 'worksheet')
  const folded = name.toLowerCase()
  return (
    worksheets.find((sheet) => sheet.name === name) ??
    worksheets.find((sheet) => sheet.name.toLowerCase() === folded)
  )
}

function refusedWithSheet({ cells, columns }: WorkbookChanges): readonly Refusal[] {
  const reason = 'sheet-not-found' as const
  return [
    ...cells.map(({ sheet, cell, value }) => ({
      where: `${sheet}!${cell}`,
      reason,
      value: valueText(value),
    })),
    ...columns.map(({ header }) => ({ where: header, reason, value: '' })),
  ]
}

function patchOneSheet(
  work: Work,
  own: OwnSheets,
  part: SheetPart,
  changes: WorkbookChanges,
): Result<PatchedSheet, PatchFailure> {
  const { opened, workbookPart } = work
  const bytes = readWritableBytes(opened.archive, part.entry)
  if (!bytes.ok) return bytes
  const { table } = changes
  const layout = readSheetLayout(bytes.value, {
    from: table.headerRow,
    to: Math.max(table.lastRow, table.headerRow),
  })
  if (layout === 'not-a-worksheet') return notWritten(part.entry.name)
  if (layout === 'rows-out-of-order') return notWritten(`order of the rows in ${part.entry.name}`)
  const related = readRelatedRanges(opened.archive, part.entry)
  if (!related.ok) return related
  return ok(
    patchSheet({
      sheet: part.name,
      layout,
      related: related.value,
      styles: work.styles?.book ?? null,
      date1904: opened.package.date1904,
      cells: changes.cells,
      table,
      columns: changes.columns,
      marked: ({ mark }) => onSheet(referenceOf(workbookPart, mark), part.name),
      choicesOf: (column) => choicesOf(own, column),
    }),
  )
}

function onSheet(reference: SheetReference | null, sheet: string): SheetReference | null {
  return reference !== null && reference.sheet.toLowerCase() === sheet.toLowerCase() ? reference : null
}

function choicesOf({ lists, listSheet }: OwnSheets, column: AddedColumn): string | null {
  const formula = lists.formulaOf(column, listSheet?.sheet.name ?? '')
  return formula !== null && !formula.startsWith('"') && listSheet === null ? null : formula
}
