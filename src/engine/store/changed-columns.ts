import {
  datasetFields,
  type FieldInWords,
  ideaFields,
  planFields,
  ratingFields,
} from '../../domain/changed-fields.ts'
import { opennessProperties } from '../../domain/vocabulary.ts'
import { factColumns } from './dataset-rows.ts'
import { commitmentColumns, identificationColumns, opennessColumn, reviewColumns } from './edit-rows.ts'
import type { JournalledTable } from './journal-triggers.ts'
import { deliveryColumns, detailColumns, submissionColumns, weightColumns } from './plan-rows.ts'

type Columns = ReadonlyMap<string, FieldInWords>

/** By column, from where each of the fields is kept: of those that are not named, in a column of the field's own name. */
function byColumn(
  fields: Readonly<Record<string, FieldInWords>>,
  columns: Readonly<Record<string, string>>,
): Columns {
  return new Map(Object.entries(fields).map(([name, field]) => [columns[name] ?? name, field]))
}

const prefixed = (prefix: string, columns: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${prefix}.${name}`, column]))

const datasetColumns = byColumn(datasetFields, {
  ...prefixed('facts', factColumns),
  ...reviewColumns,
  ...identificationColumns,
  ...Object.fromEntries(
    opennessProperties.map((property) => [`openness.${property}`, opennessColumn(property)]),
  ),
  highValueGrounds: 'high_value_grounds',
  overrideTier: 'override_tier',
  overrideReason: 'override_reason',
  ...commitmentColumns,
})
const ideaColumns = byColumn(ideaFields, { raisedBy: 'raised_by' })
const planColumns = byColumn(planFields, {
  ...detailColumns,
  ...weightColumns,
  ...deliveryColumns,
  submittedOn: submissionColumns.on,
  submittedHow: submissionColumns.how,
})

/** The columns of a row that a person knows as fields, in the order of the steps, with their words. */
export function columnsInWords(table: JournalledTable, rowKey: string): Columns {
  switch (table) {
    case 'dataset':
      return datasetColumns
    case 'idea':
      return ideaColumns
    case 'plan':
      return planColumns
    case 'rating':
      return byColumn(ratingFields(rowKey.slice(rowKey.lastIndexOf('/') + 1)), {})
  }
}
