import type { Dataset } from './dataset.ts'
import { type DatasetPart, datasetFields } from './fields/dataset-fields.ts'
import type { Field } from './fields/field.ts'
import { type AnyValue, isEmpty } from './fields/values.ts'

/** Words of an earlier plan's column that are no answer, and what the column is called. */
export interface UndecidedWords {
  readonly label: string
  readonly words: string
}

/** What the workbook says of a part's fields in words of its own, as long as nobody has decided them. */
export function undecidedWords(dataset: Dataset, part: DatasetPart): readonly UndecidedWords[] {
  const said = dataset.source?.words
  if (said === undefined) return []
  const values: unknown = part === 'override' ? dataset.priority.override : dataset[part]
  return Object.entries(datasetFields[part] as Readonly<Record<string, Field>>).flatMap(([name, field]) => {
    const words = said[`${part}.${name}`]
    const value = (values as Readonly<Record<string, AnyValue>> | null)?.[name] ?? null
    return words === undefined || !(value === null || isEmpty(field, value))
      ? []
      : [{ label: field.label, words }]
  })
}
