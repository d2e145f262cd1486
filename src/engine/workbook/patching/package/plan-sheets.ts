import type { AddedColumn, AddedSheet, Refusal } from '../../../../domain/write-back/workbook-changes.ts'
import { absoluteRange, sheetInFormula } from '../../cells/cell-range.ts'
import type { SheetPart, WorkbookPackage } from '../../package/package.ts'
import { storedValue, valueProblem, valueText } from '../cells/cell-values.ts'
import { literalList } from '../sheet/drop-downs.ts'
import type { WritablePart } from '../writable-part.ts'
import type { OwnSheet } from './own-sheets.ts'
import { type HiddenName, referenceOf } from './workbook-edits.ts'

/** A sheet of ours with the name it gets, and its earlier self that it is added to; null for a new one. */
export interface PlacedSheet {
  readonly sheet: OwnSheet
  readonly earlier: SheetPart | null
  /** Tells it apart from a sheet of the agency's with the same name. */
  readonly mark: HiddenName
}

export interface SheetToPlace {
  readonly sheet: OwnSheet
  /** Names that are not free, in lower case. */
  readonly taken: ReadonlySet<string>
  /** Whether a sheet may be added to as an earlier self of this one. */
  readonly isLike: (part: SheetPart, isMarked: boolean) => boolean
  /** Whether its name tells where no mark does: a person said that the workbook is an earlier export. */
  readonly mayGoByName: boolean
}

/** Excel's own limit. */
const longestSheetName = 31

/**
 * Where a sheet of ours goes: below what its earlier self says, where that still has the same headings, else under a name
 * not yet taken.
 */
export function placeSheet(
  workbook: WorkbookPackage,
  part: WritablePart,
  { sheet, taken, isLike, mayGoByName }: SheetToPlace,
): PlacedSheet {
  const markName = sheetMark(sheet.name)
  const marked = referenceOf(part, markName)?.sheet.toLowerCase()
  const worksheets = workbook.sheets.filter(({ kind }) => kind === 'worksheet')
  const isEarlier = ({ name }: SheetPart) =>
    marked === undefined ? mayGoByName && name === sheet.name : name.toLowerCase() === marked
  const earlier = worksheets.find((one) => isEarlier(one) && isLike(one, marked !== undefined))
  const name = earlier?.name ?? freeName(sheet.name, taken)
  const refersTo = `${sheetInFormula(name)}!$A$1`
  return { sheet: { ...sheet, name }, earlier: earlier ?? null, mark: { name: markName, refersTo } }
}

/** What marks a sheet of ours, whatever name it got: not with the prefix of the marks that stand for columns. */
export function sheetMark(name: string): string {
  return `ODAPSHEET_${name.replace(/[^A-Za-z0-9]/g, '_')}`
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, longestSheetName)
  let free = base
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    const suffix = ` ${number}`
    free = base.slice(0, longestSheetName - suffix.length) + suffix
  }
  return free
}

export interface CleanSheet {
  readonly sheet: AddedSheet
  readonly refused: readonly Refusal[]
}

/** A sheet without the values no cell can hold. */
export function withoutTooLong(sheet: AddedSheet): CleanSheet {
  const refused: Refusal[] = []
  const rows = sheet.rows.map((row) =>
    row.map((value) => {
      const reason = valueProblem(storedValue(value, false, true))
      if (reason === null) return value
      refused.push({ where: sheet.name, reason, value: valueText(value) })
      return null
    }),
  )
  return { sheet: { ...sheet, rows }, refused }
}

/** The drop-downs too long for a literal list: one column each on a hidden sheet. */
export interface ChoiceLists {
  readonly sheet: OwnSheet | null
  readonly formulaOf: (column: AddedColumn, sheetName: string) => string | null
}

export function choiceLists(columns: readonly AddedColumn[]): ChoiceLists {
  const long = columns.filter(
    ({ choices }) => choices !== undefined && choices.length > 0 && literalList(choices) === null,
  )
  const height = Math.max(0, ...long.map(({ choices }) => choices?.length ?? 0))
  const rows = Array.from({ length: height }, (_, row) => long.map(({ choices }) => choices?.[row] ?? null))
  const header = long.map((column) => column.header)
  const sheet = { name: 'Plan lists', hidden: true, header, widths: long.map(() => 30), rows }
  return {
    sheet: long.length === 0 ? null : sheet,
    formulaOf: (column, sheetName) => {
      const { choices } = column
      if (choices === undefined || choices.length === 0) return null
      const literal = literalList(choices)
      if (literal !== null) return literal
      const at = long.findIndex(({ mark }) => mark === column.mark) + 1
      const range = { firstRow: 2, lastRow: choices.length + 1, firstColumn: at, lastColumn: at }
      return `${sheetInFormula(sheetName)}!${absoluteRange(range)}`
    },
  }
}
