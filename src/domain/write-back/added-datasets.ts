import { isCalendarDate } from '../calendar-date.ts'
import type { Dataset } from '../dataset.ts'
import type { InventoryField } from '../inventory-field.ts'
import { inventoryFields } from '../inventory-field.ts'
import type { ColumnField } from '../inventory-table.ts'
import { inventoryFieldLabels } from '../labels.ts'
import { joinedFact } from '../mapping/joined-fact.ts'
import { additionsSheet, leadingFields } from './additions-sheet.ts'
import { given, type PlanColumn } from './plan-columns.ts'
import type { AddedRow, AddedSheet, TablePlace, WritableValue } from './workbook-changes.ts'

/** The inventory's table and which field of a dataset each of its columns holds. */
export interface MappedTable extends TablePlace {
  readonly fields: readonly ColumnField[]
}

/** A dataset that has no row, with what the plan's columns say of it. */
export interface AddedDataset {
  readonly facts: Dataset['facts']
  readonly values: readonly WritableValue[]
}

/** A field that two columns hold goes into the first of them; a column of two fields gets both. */
export function addedRow(
  { sheet, lastRow, fields }: MappedTable,
  number: string,
  { facts, values }: AddedDataset,
  columns: readonly PlanColumn[],
): AddedRow {
  const written = new Set<InventoryField>()
  const texts = new Map<string, string>()
  for (const { letter, field } of fields) {
    if (field === null || written.has(field) || facts[field].trim() === '') continue
    written.add(field)
    texts.set(letter, joinedFact(texts.get(letter) ?? '', facts[field]))
  }
  const planValues = columns.map(({ mark }, index) => [mark + number, values[index] ?? null] as const)
  return {
    sheet,
    after: lastRow,
    values: Object.fromEntries([...texts].map(([letter, text]) => [letter, factValue(text)])),
    planValues: Object.fromEntries(planValues),
  }
}

function factValue(fact: string): WritableValue {
  return isCalendarDate(fact) ? { date: fact } : given(fact)
}

/** The inventory's fields that say something about any of them, the title first, and the plan's columns. */
export function additions(added: readonly AddedDataset[], columns: readonly PlanColumn[]): AddedSheet {
  const others = inventoryFields.filter(
    (field) => !leadingFields.includes(field) && added.some(({ facts }) => facts[field] !== ''),
  )
  const fields = [...leadingFields, ...others]
  const decided = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => added.some(({ values }) => (values[index] ?? null) !== null))
  return {
    name: additionsSheet,
    header: [
      ...fields.map((field) => inventoryFieldLabels[field]),
      ...decided.map(({ column }) => column.header),
    ],
    widths: [
      ...fields.map((field) => (field === 'description' ? 48 : 24)),
      ...decided.map(({ column }) => column.width),
    ],
    rows: added.map(({ facts, values }) => [
      ...fields.map((field) => given(facts[field])),
      ...decided.map(({ index }) => values[index] ?? null),
    ]),
  }
}
