import type { Database } from 'better-sqlite3'
import { criterionFields, type FieldInWords, fieldsInWords } from '../../domain/changed-fields.ts'
import { ideaFields } from '../../domain/fields/plan-fields.ts'
import { criterionName } from './criterion-rows.ts'
import { columnNames } from './field-columns.ts'
import type { JournalledTable } from './journal-triggers.ts'

type Columns = ReadonlyMap<string, FieldInWords>

function byColumn(columns: Iterable<readonly [name: string, column: string]>): Columns {
  return new Map(
    [...columns].flatMap(([name, column]) => {
      const field = fieldsInWords.get(name)
      return field === undefined ? [] : [[column, field] as const]
    }),
  )
}

const datasetColumns = byColumn(columnNames('dataset'))
const planColumns = byColumn(columnNames('plan'))
const ideaColumns = byColumn(
  Object.keys(ideaFields).map((name) => [`idea.${name}`, name === 'raisedBy' ? 'raised_by' : name] as const),
)

/** The columns of a row that a person knows as fields, in the order of the steps, with their words. */
export function columnsInWords(db: Database, table: JournalledTable, rowKey: string): Columns {
  switch (table) {
    case 'dataset':
      return datasetColumns
    case 'idea':
      return ideaColumns
    case 'plan':
      return planColumns
    case 'criterion':
      return new Map([['weight', criterionFields(criterionName(db, rowKey)).weight]])
    case 'rating': {
      const criterion = rowKey.slice(rowKey.lastIndexOf('/') + 1)
      const { value, reason } = criterionFields(criterionName(db, criterion))
      return new Map([
        ['value', value],
        ['reason', reason],
      ])
    }
  }
}
