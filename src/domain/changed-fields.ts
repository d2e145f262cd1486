import { datasetFields } from './fields/dataset-fields.ts'
import type { Field } from './fields/field.ts'
import { ideaFields, planFields } from './fields/plan-fields.ts'
import { valueInWords } from './fields/values.ts'
import { criterionLabels } from './labels.ts'

/** What a field of the plan is called in its history, and how a value kept for it reads. */
export interface FieldInWords {
  readonly field: string
  readonly words: (value: string) => string
}

const asItIs = (value: string) => value

const fieldInWords = (field: Field): FieldInWords => ({
  field: field.label,
  words: (value) => valueInWords(field, field.kind === 'several-of' ? [...value] : value),
})

/** By part and name: `review.availability`, `details.agencyName`, `idea.text`. */
export const fieldsInWords: ReadonlyMap<string, FieldInWords> = new Map(
  Object.entries({ ...datasetFields, ...planFields, idea: ideaFields }).flatMap(([part, fields]) =>
    Object.entries(fields).map(([name, field]) => [`${part}.${name}`, fieldInWords(field)] as const),
  ),
)

/** How much a criterion counts, and the two fields of its rating. */
export function criterionFields(
  criterion: string,
): Readonly<Record<'weight' | 'value' | 'reason', FieldInWords>> {
  const label = (criterionLabels as Readonly<Record<string, string>>)[criterion] ?? criterion
  return {
    weight: { field: `Weight of “${label}”`, words: asItIs },
    value: { field: `Rating: ${label}`, words: asItIs },
    reason: { field: `Reason: ${label}`, words: asItIs },
  }
}
