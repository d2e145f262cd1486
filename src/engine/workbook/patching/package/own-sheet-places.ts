import type {
  AddedSheet,
  Refusal,
  RefusedSheet,
  WorkbookChanges,
} from '../../../../domain/write-back/workbook-changes.ts'
import type { SheetPart } from '../../package/package.ts'
import { type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import { changeLogSheet } from './change-log.ts'
import { type TouchedSheets, tableOn, type Work } from './patch-work.ts'
import {
  type ChoiceLists,
  type CleanSheet,
  choiceLists,
  type PlacedSheet,
  placeSheet,
  withoutTooLong,
} from './plan-sheets.ts'

export interface OwnSheets {
  readonly placed: readonly PlacedSheet[]
  readonly refused: readonly Refusal[]
  readonly lists: ChoiceLists
  /** The sheet the long lists stand on; null when there is none, or it may not be added. */
  readonly listSheet: PlacedSheet | null
}

export function placeOwnSheets({ opened, changes, workbookPart }: Work): OwnSheets {
  const isOurs = sheetsOfOurs(opened, changes)
  const lists = choiceLists(changes.columns)
  const clean = changes.sheets.map(withoutTooLong)
  const wanted = clean.map(({ sheet }) => ({ ...sheet, hidden: false }))
  if (lists.sheet !== null) wanted.push(lists.sheet)
  const taken = new Set(opened.package.sheets.map((sheet) => sheet.name.toLowerCase()))
  const placed: PlacedSheet[] = []
  const refused = clean.flatMap((one) => one.refused)
  for (const sheet of wanted) {
    const place = placeSheet(opened.package, workbookPart, sheet, taken, isOurs)
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
    sheetsOfOurs(work.opened, work.changes),
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

/** Tells sheets of an earlier export whose marks are gone by their headings, where a person said it is one. */
function sheetsOfOurs(opened: LoadedWorkbook, { knownByHeadings }: WorkbookChanges) {
  return ({ entry }: SheetPart, { header }: AddedSheet): boolean => {
    const content = knownByHeadings === true ? sheetContent(opened, entry) : null
    const first = content?.ok === true ? content.value.rows[0] : undefined
    return first?.row === 1 && header.join('\n') === first.texts.join('\n')
  }
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
  const place = placeSheet(
    opened.package,
    workbookPart,
    { ...sheet, hidden: false },
    taken,
    sheetsOfOurs(opened, changes),
  )
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
