import type { InventoryField } from '../inventory-field.ts'
import type { ColumnMapping, WorkbookInspection } from '../inventory-table.ts'
import { headingWords } from './heading-words.ts'

/** With fewer headings two tables may be alike by chance. */
const leastHeadings = 2

/**
 * What makes two header rows the same: the words of the headings in their order, whatever their spelling and wherever
 * the table starts. null where there are too few to tell tables apart.
 */
export function headerShape(columns: readonly Pick<ColumnMapping, 'header'>[]): readonly string[] | null {
  const shape = columns.map(({ header }) => headingWords(header).join(' '))
  return shape.filter((words) => words !== '').length < leastHeadings ? null : shape
}

/** What a person confirmed each column of a header row to hold: its fields, none where the plan does not use it. */
export type RememberedFields = readonly (readonly InventoryField[])[]

/** The inspection with what a person confirmed for such headings before, in place of the program's guess. */
export function withRememberedFields(
  inspection: WorkbookInspection,
  fields: RememberedFields,
): WorkbookInspection {
  const { columns: guess } = inspection.table
  const columns = guess.map((column, index): ColumnMapping => {
    const [field = null, ...also] = fields[index] ?? []
    return { ...column, field, also, contested: null, confidence: 'high', reason: 'remembered' }
  })
  const hasTitle = fields.flat().includes('title')
  return {
    ...inspection,
    table: { ...inspection.table, columns },
    guess,
    notices: inspection.notices.filter(({ code }) => !(hasTitle && code === 'no-title-column')),
  }
}
