import type { AppError } from '../../../contract/errors.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import type {
  ColumnMapping,
  TableChoice,
  WorkbookInspection,
  WorkbookView,
} from '../../../domain/table/inventory-table.ts'

/** What the person chose for columns, by letter; a column that is not in here keeps the program's guess. */
export type ChosenFields = { readonly [letter: string]: InventoryField | null }

export interface InspectingState {
  /** The table on screen; null while none is known. */
  readonly inspection: WorkbookInspection | null
  /** The part of the workbook on screen, with a table in it or without. */
  readonly view: WorkbookView | null
  /** The sheet and the headings that are shown as chosen; header row 0 where nobody knows them yet. */
  readonly choice: TableChoice | null
  /** The row the person asked to see; null where the headings are shown. */
  readonly lookedUp: number | null
  readonly problem: AppError | null
  readonly chosen: ChosenFields
}

export type InspectingEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'inspected'; readonly inspection: WorkbookInspection }
  | { readonly type: 'failed'; readonly error: AppError }
  /** There is no table where one was looked for, but there is a sheet to correct that on. */
  | {
      readonly type: 'no-table'
      readonly error: AppError
      readonly choice: TableChoice
      readonly view: WorkbookView
    }
  | { readonly type: 'looked-up'; readonly row: number | null; readonly view: WorkbookView }
  | { readonly type: 'chosen'; readonly chosen: ChosenFields }

export const notInspected: InspectingState = {
  inspection: null,
  view: null,
  choice: null,
  lookedUp: null,
  problem: null,
  chosen: {},
}

export function inspectingReducer(state: InspectingState, event: InspectingEvent): InspectingState {
  switch (event.type) {
    case 'asked':
      return { ...state, problem: null }
    case 'inspected': {
      const { inspection } = event
      const choice = choiceOf(inspection)
      return {
        inspection,
        view: inspection,
        choice,
        lookedUp: null,
        problem: null,
        // Another table has other columns, so earlier choices mean nothing there.
        chosen: sameHeadings(state.choice, choice) ? state.chosen : {},
      }
    }
    case 'failed':
      return { ...state, problem: event.error }
    case 'no-table':
      return { ...notInspected, problem: event.error, choice: event.choice, view: event.view }
    case 'looked-up':
      return { ...state, lookedUp: event.row, view: event.view }
    case 'chosen':
      return { ...state, chosen: event.chosen }
  }
}

export function choiceOf({ table }: WorkbookInspection): TableChoice {
  const { sheet, headerRow, headerRows, alsoSheets, planHeadings } = table
  return {
    sheet,
    headerRow,
    headerRows,
    ...(alsoSheets !== undefined && { alsoSheets }),
    ...(planHeadings !== undefined && { planHeadings }),
  }
}

function sameHeadings(one: TableChoice | null, other: TableChoice): boolean {
  return (
    one?.sheet === other.sheet && one.headerRow === other.headerRow && one.headerRows === other.headerRows
  )
}

/** Where a person can correct what failed; null where no other choice would help. */
export function correctableChoice(error: AppError, asked: TableChoice | null): CorrectableChoice | null {
  switch (error.code) {
    case 'no-datasets':
    case 'header-row-empty':
      return { sheet: error.sheet, headerRow: error.headerRow, headerRows: asked?.headerRows ?? 1 }
    case 'table-transposed':
      return { sheet: error.sheet, headerRow: asked?.headerRow ?? 0, headerRows: asked?.headerRows ?? 1 }
    case 'no-table-found':
      return { sheet: asked?.sheet ?? null, headerRow: 0, headerRows: 1 }
    default:
      return null
  }
}

/** `sheet` is null where none is known to look at. */
interface CorrectableChoice extends Omit<TableChoice, 'sheet' | 'alsoSheets' | 'planHeadings'> {
  readonly sheet: string | null
}

export function fieldOf({ letter, field }: ColumnMapping, chosen: ChosenFields): InventoryField | null {
  const choice = chosen[letter]
  return choice === undefined ? field : choice
}

/** The choices after one more: a field belongs to one column, so the column that had it lets go of it. */
export function assignField(
  columns: readonly ColumnMapping[],
  chosen: ChosenFields,
  letter: string,
  field: InventoryField | null,
): ChosenFields {
  const losing = columns.filter(
    (column) => field !== null && column.letter !== letter && fieldOf(column, chosen) === field,
  )
  return {
    ...chosen,
    ...Object.fromEntries(losing.map((column) => [column.letter, null])),
    [letter]: field,
  }
}
