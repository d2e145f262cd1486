import { datasetFields } from './fields/dataset-fields.ts'
import type { Field } from './fields/field.ts'
import { ideaFields, planFields } from './fields/plan-fields.ts'
import { valueInWords } from './fields/values.ts'

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

/** How much the criterion of this name counts, and the two fields of its rating. */
export function criterionFields(name: string): Readonly<Record<'weight' | 'value' | 'reason', FieldInWords>> {
  return {
    weight: { field: `Weight of “${name}”`, words: asItIs },
    value: { field: `Rating: ${name}`, words: asItIs },
    reason: { field: `Reason: ${name}`, words: asItIs },
  }
}
