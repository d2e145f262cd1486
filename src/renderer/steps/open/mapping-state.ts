import type { AppError } from '../../../contract/errors.ts'
import type { InspectionView } from '../../../contract/views.ts'
import type { TableChoice, WorkbookInspection, WorkbookView } from '../../../domain/inventory-table.ts'
import type { FrequencyAnswer } from '../../../domain/mapping/update-frequency.ts'
import type { ChosenFields } from './column-choices.ts'

/** A row or a cell that the person asked to see. */
export interface Place {
  readonly sheet: string
  readonly row: number
  /** null for the whole row. */
  readonly letter: string | null
}

export interface InspectingState {
  /** The table on screen; null while none is known. */
  readonly inspection: InspectionView | null
  /** The part of the workbook on screen, with a table in it or without. */
  readonly view: WorkbookView | null
  /** The sheet and the headings that hold; header row 0 where nobody knows them yet. */
  readonly choice: TableChoice | null
  /** What was chosen and is being read; null where nothing is. It is shown at once. */
  readonly asked: TableChoice | null
  /** What the person asked to see; null where the headings are shown. */
  readonly lookedUp: Place | null
  readonly problem: AppError | null
  readonly chosen: ChosenFields
  /** What words of two meanings were said to mean. */
  readonly answers: readonly FrequencyAnswer[]
}

export type InspectingEvent =
  /** `choice` is null where something is asked that chooses nothing. */
  | { readonly type: 'asked'; readonly choice: TableChoice | null }
  | { readonly type: 'inspected'; readonly inspection: InspectionView }
  | { readonly type: 'failed'; readonly error: AppError }
  /** There is no table where one was looked for, but there is a sheet to correct that on. */
  | {
      readonly type: 'no-table'
      readonly error: AppError
      readonly choice: TableChoice
      readonly view: WorkbookView
    }
  /** Other rows are shown, for a place in them or just so. */
  | { readonly type: 'viewed'; readonly place: Place | null; readonly view: WorkbookView }
  | { readonly type: 'chosen'; readonly chosen: ChosenFields }
  /** `value` is null where the word is to be left open again. */
  | { readonly type: 'answered'; readonly word: string; readonly value: string | null }

export const notInspected: InspectingState = {
  inspection: null,
  view: null,
  choice: null,
  asked: null,
  lookedUp: null,
  problem: null,
  chosen: {},
  answers: [],
}

export function inspectingReducer(state: InspectingState, event: InspectingEvent): InspectingState {
  switch (event.type) {
    case 'asked':
      return { ...state, problem: null, asked: event.choice }
    case 'inspected': {
      const { inspection } = event
      const choice = choiceOf(inspection)
      return {
        ...state,
        inspection,
        view: inspection,
        choice,
        asked: null,
        lookedUp: null,
        problem: null,
        // Another table has other columns, so earlier choices mean nothing there.
        chosen: sameHeadings(state.choice, choice) ? state.chosen : {},
      }
    }
    case 'failed':
      return { ...state, asked: null, problem: event.error }
    case 'no-table':
      return { ...notInspected, problem: event.error, choice: event.choice, view: event.view }
    case 'viewed':
      // A choice that is still being read stays asked: what is on screen is not yet what would be imported.
      return { ...state, lookedUp: event.place, view: event.view }
    case 'chosen':
      return { ...state, chosen: event.chosen }
    case 'answered': {
      const { word, value } = event
      const others = state.answers.filter((answer) => answer.word !== word)
      return { ...state, answers: value === null ? others : [...others, { word, value }] }
    }
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
