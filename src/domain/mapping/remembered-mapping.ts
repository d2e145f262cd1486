import type { InventoryField } from '../inventory-field.ts'
import type { ColumnMapping, WorkbookInspection } from '../table/inventory-table.ts'
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

/** The inspection with what a person confirmed for such headings before, in place of the program's guess. */
export function withRememberedFields(
  inspection: WorkbookInspection,
  fields: readonly (InventoryField | null)[],
): WorkbookInspection {
  const columns = inspection.table.columns.map(
    (column, index): ColumnMapping => ({
      ...column,
      field: fields[index] ?? null,
      confidence: 'high',
      reason: 'remembered',
    }),
  )
  const hasTitle = fields.includes('title')
  return {
    ...inspection,
    table: { ...inspection.table, columns },
    notices: inspection.notices.filter(({ code }) => !(hasTitle && code === 'no-title-column')),
  }
}
