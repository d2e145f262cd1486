import type { Facts, InventoryField } from '../inventory-field.ts'
import type { ColumnField, ValueOnAdditions } from '../inventory-table.ts'
import type { PlanAnswers } from './decisions-from-columns.ts'

/** What a sheet beside the inventory says of one of its rows. */
export interface RowValues {
  readonly answers: PlanAnswers
  readonly facts: Partial<Facts>
}

/** A row of the inventory and the title that stands in it. */
export interface TitledRow {
  readonly sheet: string
  readonly row: number
  readonly title: string
}

/**
 * The row that each value belongs to, by `rowKey`. Rows move between two plans: where another dataset stands in the row
 * that is named, it is the only one with that title. A value of which the row cannot be told belongs to none.
 */
export function valuesByRow(
  values: readonly ValueOnAdditions[],
  rows: Iterable<TitledRow>,
  fields: readonly ColumnField[],
): ReadonlyMap<string, RowValues> {
  const found = new Map<
    string,
    { readonly answers: Record<string, string>; readonly facts: Partial<Record<InventoryField, string>> }
  >()
  if (values.length === 0) return found
  const rowOf = rowFinder(values, rows, fields)
  for (const value of values) {
    const key = rowOf(value)
    if (key === null) continue
    const said = found.get(key) ?? { answers: {}, facts: {} }
    found.set(key, said)
    // What was put there later stands further down.
    if (value.mark !== null) said.answers[value.mark] = value.value
    for (const field of value.mark === null ? fieldsIn(value.letter, fields) : [])
      said.facts[field] = value.value
  }
  return found
}

export function rowKey({ sheet, row }: Pick<TitledRow, 'sheet' | 'row'>): string {
  return `${sheet}!${row}`
}

function rowFinder(
  values: readonly ValueOnAdditions[],
  rows: Iterable<TitledRow>,
  fields: readonly ColumnField[],
): (value: ValueOnAdditions) => string | null {
  const titles = new Map<string, string>()
  const places = new Map<string, string[]>()
  for (const row of rows) {
    const title = folded(row.title)
    titles.set(rowKey(row), title)
    places.set(title, [...(places.get(title) ?? []), rowKey(row)])
  }
  const isTitle = ({ letter, mark }: ValueOnAdditions) =>
    mark === null && fieldsIn(letter, fields).includes('title')
  // A title that could not be written: the row still has the old one.
  const renamed = new Set(
    values.filter((one) => isTitle(one)).map((one) => `${rowKey(one)}\n${folded(one.value)}`),
  )
  return (value) => {
    const key = rowKey(value)
    const title = folded(value.title)
    const there = titles.get(key)
    if (there === undefined && places.get(title) === undefined) return null
    if (there === title || (there !== undefined && renamed.has(`${key}\n${title}`))) return key
    const [only = null, ...others] = places.get(title) ?? []
    return others.length === 0 ? only : null
  }
}

function folded(title: string): string {
  return title.trim().toLowerCase()
}

function fieldsIn(letter: string, fields: readonly ColumnField[]): readonly InventoryField[] {
  return fields.flatMap((one) => (one.letter === letter && one.field !== null ? [one.field] : []))
}
