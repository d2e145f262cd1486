import type { Dataset, Identification } from '../../../domain/dataset.ts'
import { identificationFields } from '../../../domain/fields/dataset-fields.ts'
import { shortName } from '../../../domain/fields/values.ts'
import type { ReferenceData } from '../../../domain/reference-data.ts'

/** What these fields are called in a sentence. */
export function namesOf(fields: readonly (keyof Identification)[]): readonly string[] {
  return fields.map((field) => shortName(identificationFields[field]))
}

/** What all of them say, or null where they differ. */
export function commonAnswer<Field extends keyof Identification>(
  datasets: readonly Dataset[],
  field: Field,
): Identification[Field] | null {
  const [first, ...others] = datasets.map(({ identification }) => identification[field])
  return first !== undefined && others.every((other) => other === first) ? first : null
}

/** The citations that say what the plan is and what its words mean; none of them protects anything. */
const aboutThePlan: readonly string[] = ['plan-duty', 'definitions']

/** What to offer as the legal basis: the inventory's own words first, then the laws that protect data. */
export function legalBasisPicks(
  datasets: readonly Dataset[],
  { citations }: Pick<ReferenceData, 'citations'>,
): readonly string[] {
  const fromInventory = new Set(datasets.map(({ facts }) => facts['legal-basis'].trim()))
  const [said] = fromInventory.size === 1 ? fromInventory : []
  const fromReference = citations.entries.filter(({ id }) => !aboutThePlan.includes(id))
  const picks = [said ?? '', ...fromReference.map(({ title }) => title.trim())]
  return [...new Set(picks.filter((pick) => pick !== ''))]
}
