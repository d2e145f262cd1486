import type { AppError } from '../../../contract/errors.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import type { ColumnMapping, WorkbookInspection } from '../../../domain/inventory-table.ts'

/** What the person chose for columns, by letter; a column that is not in here keeps the program's guess. */
export type ChosenFields = { readonly [letter: string]: InventoryField | null }

export interface InspectingState {
  /** The last one that worked: a choice that fails leaves it on screen to choose again. */
  readonly inspection: WorkbookInspection | null
  readonly problem: AppError | null
  readonly chosen: ChosenFields
}

export type InspectingEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'inspected'; readonly inspection: WorkbookInspection }
  | { readonly type: 'failed'; readonly error: AppError }
  | { readonly type: 'chosen'; readonly chosen: ChosenFields }

export const notInspected: InspectingState = { inspection: null, problem: null, chosen: {} }

export function inspectingReducer(state: InspectingState, event: InspectingEvent): InspectingState {
  switch (event.type) {
    case 'asked':
      return { ...state, problem: null }
    case 'inspected':
      // Another table has other columns, so earlier choices mean nothing there.
      return { inspection: event.inspection, problem: null, chosen: {} }
    case 'failed':
      return { ...state, problem: event.error }
    case 'chosen':
      return { ...state, chosen: event.chosen }
  }
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
