import type {
  AddedSheet,
  Refusal,
  RefusedSheet,
  WorkbookChanges,
  WritableValue,
} from '../../../../domain/write-back/workbook-changes.ts'
import { visibleText } from '../../cells/cell-text.ts'
import type { SheetPart } from '../../package/package.ts'
import { type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import { valueText } from '../cells/cell-values.ts'
import { changeLogSheet } from './change-log.ts'
import type { OwnSheet } from './own-sheets.ts'
import { type TouchedSheets, tableOn, type Work } from './patch-work.ts'
import {
  type ChoiceLists,
  type CleanSheet,
  choiceLists,
  type PlacedSheet,
  placeSheet,
  sheetMark,
  withoutTooLong,
} from './plan-sheets.ts'

export interface OwnSheets {
  readonly placed: readonly PlacedSheet[]
  readonly refused: readonly Refusal[]
  readonly lists: ChoiceLists
  /** The sheet the long lists stand on; null when there is none, or it may not be added. */
  readonly listSheet: PlacedSheet | null
}

export function placeOwnSheets(work: Work): OwnSheets {
  const { opened, changes } = work
  const lists = choiceLists(changes.columns)
  const clean = changes.sheets.map(withoutTooLong)
  const wanted = clean.map(({ sheet }) => ({ ...sheet, hidden: false }))
  if (lists.sheet !== null) wanted.push(lists.sheet)
  const placed: PlacedSheet[] = []
  const refused = clean.flatMap((one) => one.refused)
  for (const sheet of wanted) {
    const place = placeAmong(work, placed, sheet)
    if (place.earlier === null && keepsItsSheets(opened, changes)) {
      refused.push({ where: sheet.name, reason: 'structure-locked', value: '' })
    } else if (addsSomething(place) || sheet.hidden) placed.push(place)
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
  return clean.sheet.rows.length > 0 ? placeOne(work, own, clean) : own
}

function placeRefusedValues(
  work: Work,
  own: OwnSheets,
  { name, header, widths, names }: RefusedSheet,
  values: readonly RefusedValue[],
): OwnSheets {
  const rows = values.map(([place, heading, value]) => {
    const dataset = names.get(place.replace(/![A-Z]+/, '!')) ?? null
    return [place, dataset, heading, value]
  })
  // Such a sheet may hold new datasets already: then these follow below them, under headings of their own.
  const sameSheet = own.placed.find(({ mark }) => mark.name === sheetMark(name))
  if (sameSheet !== undefined) {
    const longer = {
      ...sameSheet,
      sheet: { ...sameSheet.sheet, rows: [...sameSheet.sheet.rows, [], header, ...rows] },
    }
    return { ...own, placed: own.placed.map((one) => (one === sameSheet ? longer : one)) }
  }
  return placeOne(work, own, { sheet: { name, header, widths, rows }, refused: [] })
}

/** Where a sheet of ours goes, with what is not said there yet. A list of choices is there whole or made anew. */
function placeAmong(
  { opened, changes, workbookPart }: Work,
  placed: readonly PlacedSheet[],
  sheet: OwnSheet,
): PlacedSheet {
  const names = [...opened.package.sheets, ...placed.map((one) => one.sheet)].map(({ name }) => name)
  const taken = new Set(names.map((name) => name.toLowerCase()))
  const unsaid = (part: SheetPart) => rowsNotOn(opened, part, sheet)
  // Rows are added to a sheet that nothing else is written on.
  const isBusy = ({ name }: SheetPart) => changes.cells.some((one) => one.sheet === name)
  const isLike = (part: SheetPart, isMarked: boolean) =>
    !isBusy(part) &&
    hasHeadings(opened, part, sheet, isMarked) &&
    (!sheet.hidden || unsaid(part).length === 0)
  const mayGoByName = changes.knownByHeadings === true
  const place = placeSheet(opened.package, workbookPart, { sheet, taken, isLike, mayGoByName })
  return place.earlier === null ? place : { ...place, sheet: { ...place.sheet, rows: unsaid(place.earlier) } }
}

function addsSomething({ sheet, earlier }: PlacedSheet): boolean {
  return earlier === null || sheet.rows.length > 0
}

/**
 * Whether a sheet still has the headings of ours: only then what is added stands below the right ones. To the right of
 * them people may have added their own, where a mark says that the sheet is ours.
 */
function hasHeadings(
  opened: LoadedWorkbook,
  { entry }: SheetPart,
  { header }: AddedSheet,
  isMarked: boolean,
): boolean {
  const content = sheetContent(opened, entry)
  const first = content.ok ? content.value.rows[0] : undefined
  if (first?.row !== 1) return false
  const texts = isMarked ? first.texts.slice(0, header.length) : first.texts
  return header.join('\n') === texts.join('\n')
}

/** The rows that a sheet does not have yet, word for word. */
function rowsNotOn(opened: LoadedWorkbook, { entry }: SheetPart, { rows }: AddedSheet): AddedSheet['rows'] {
  const content = sheetContent(opened, entry)
  const said = new Set(
    (content.ok ? content.value.rows : []).map(({ columns, texts }) => {
      const cells: string[] = []
      columns.forEach((column, index) => {
        cells[column - 1] = texts[index] ?? ''
      })
      return inOneLine(Array.from(cells, (text) => text ?? ''))
    }),
  )
  return rows.filter((row) => {
    const line = inOneLine(row.map((value) => visibleText(valueText(value))))
    return line !== '' && !said.has(line)
  })
}

function inOneLine(cells: readonly string[]): string {
  return cells.join('\t').trimEnd()
}

function keepsItsSheets({ package: workbook }: LoadedWorkbook, { addToLocked }: WorkbookChanges): boolean {
  return workbook.structureLocked && addToLocked !== true
}

/** One more sheet of ours, unless the workbook takes none. */
function placeOne(work: Work, own: OwnSheets, { sheet, refused }: CleanSheet): OwnSheets {
  const place = placeAmong(work, own.placed, { ...sheet, hidden: false })
  if (!addsSomething(place)) return { ...own, refused: [...own.refused, ...refused] }
  if (place.earlier !== null || !keepsItsSheets(work.opened, work.changes)) {
    return { ...own, placed: [...own.placed, place], refused: [...own.refused, ...refused] }
  }
  const locked = { where: sheet.name, reason: 'structure-locked', value: '' } as const
  return { ...own, refused: [...own.refused, locked] }
}

/** The cell it was meant for, its column's heading, and what was to stand there. */
type RefusedValue = readonly [place: string, heading: string, value: WritableValue]

function refusedRows(changes: WorkbookChanges, touched: TouchedSheets): readonly RefusedValue[] {
  const unplaced = [...touched.sheets.map(({ patch }) => patch.unplaced), touched.unplaced]
  const columns = unplaced
    .flatMap((one) => one.columns)
    .flatMap(({ sheet, header, values }) => {
      const first = tableOn(changes, sheet).letters[0] ?? 'A'
      return Object.entries(values)
        .filter(([, value]) => value !== null)
        .map(([row, value]): RefusedValue => [`${sheet}!${first}${row}`, header, value])
    })
  const homeless = changes.rowsOtherwise === undefined ? unplaced.flatMap((one) => one.rows) : []
  const rows = homeless.flatMap(({ added, row }) =>
    Object.entries(added.values)
      .filter(([, value]) => value !== null)
      .map(([letter, value]): RefusedValue => [`${added.sheet}!${letter}${row}`, '', value]),
  )
  const cells = [...touched.sheets.flatMap(({ patch }) => patch.refusedCells), ...touched.refusedCells]
    .filter(({ reason }) => reason !== 'text-too-long')
    .map(({ where, value }): RefusedValue => [where, '', value])
  return [...columns, ...rows, ...cells]
}
