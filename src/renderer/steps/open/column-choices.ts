import type { InspectionView } from '../../../contract/views.ts'
import { type InventoryField, inventoryFields } from '../../../domain/inventory-field.ts'
import type {
  ColumnField,
  ColumnMapping,
  InventoryTable,
  SheetPreview,
} from '../../../domain/inventory-table.ts'
import { joinedFact } from '../../../domain/mapping/joined-fact.ts'

/** What the person chose for columns, by letter; a column that is not in here keeps the program's guess. */
export type ChosenFields = { readonly [letter: string]: readonly InventoryField[] }

/** The columns on screen: what is known of them, what was chosen, and the way to choose. */
export interface ColumnChoosing {
  readonly inspection: InspectionView
  readonly chosen: ChosenFields
  readonly onAssign: (chosen: ChosenFields) => void
}

type Column = Pick<ColumnMapping, 'letter' | 'field' | 'also'>

/** What a column is read as; empty where it is not used. */
export function fieldsOf({ letter, field, also }: Column, chosen: ChosenFields): readonly InventoryField[] {
  return chosen[letter] ?? (field === null ? [] : [field, ...also])
}

/** All of it, as the import takes it. */
export function confirmedFields(columns: readonly Column[], chosen: ChosenFields): readonly ColumnField[] {
  return columns.flatMap((column) =>
    fieldsOf(column, chosen).map((field) => ({ letter: column.letter, field })),
  )
}

/** The columns that are read as this field, from left to right. */
export function lettersOf(
  columns: readonly Column[],
  chosen: ChosenFields,
  field: InventoryField,
): readonly string[] {
  return columns.filter((column) => fieldsOf(column, chosen).includes(field)).map(({ letter }) => letter)
}

/** The choices with this column read as these fields, each once. */
export function withFields(
  chosen: ChosenFields,
  letter: string,
  fields: readonly InventoryField[],
): ChosenFields {
  return { ...chosen, [letter]: [...new Set(fields)] }
}

/** The choices with the field read from this column alone: the others let go of it. */
export function onlyFrom(
  columns: readonly Column[],
  chosen: ChosenFields,
  letter: string,
  field: InventoryField,
): ChosenFields {
  let next = chosen
  for (const column of columns) {
    const fields = fieldsOf(column, chosen)
    if (column.letter === letter) {
      if (!fields.includes(field)) next = withFields(next, letter, [...fields, field])
    } else if (fields.includes(field)) {
      next = withFields(
        next,
        column.letter,
        fields.filter((other) => other !== field),
      )
    }
  }
  return next
}

/** The choices that make the columns what the program takes them for by itself. */
export function choicesAs(guess: readonly Column[]): ChosenFields {
  return Object.fromEntries(guess.map((column) => [column.letter, fieldsOf(column, {})]))
}

/** A field that several columns claim. */
export interface SharedField {
  readonly field: InventoryField
  /** The columns it is read from, from left to right. */
  readonly letters: readonly string[]
}

/** The fields that are read from several columns at once. */
export function sharedFields(columns: readonly Column[], chosen: ChosenFields): readonly SharedField[] {
  return inventoryFields.flatMap((field) => {
    const letters = lettersOf(columns, chosen, field)
    return letters.length < 2 ? [] : [{ field, letters }]
  })
}

/** What the first dataset gets from several columns together, as far as it is in the preview; '' where it is not. */
export function joinedExample(
  { firstRow }: Pick<InventoryTable, 'firstRow'>,
  { letters, rows, cells }: SheetPreview,
  joined: readonly string[],
): string {
  const row = cells[rows.indexOf(firstRow)] ?? []
  return joined.map((letter) => row[letters.indexOf(letter)]?.trim() ?? '').reduce(joinedFact, '')
}
