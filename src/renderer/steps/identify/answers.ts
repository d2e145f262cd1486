import type { Dataset, Identification } from '../../../domain/dataset.ts'
import type { ReferenceData } from '../../../domain/reference-data.ts'
import type { Access } from '../../../domain/vocabulary.ts'

/** What keeps a dataset from being identified, in the order it is asked (see isIdentified in the domain). */
export type Missing = 'access' | 'legal-basis' | 'release-route'

export function missingFrom({ identification }: Pick<Dataset, 'identification'>): readonly Missing[] {
  const { access, legalBasis, releaseRoute } = identification
  if (access === 'undetermined') return ['access']
  if (access === 'public') return []
  const missing: Missing[] = []
  if (legalBasis.trim() === '') missing.push('legal-basis')
  const isRouteOpen = releaseRoute === null || releaseRoute === 'as-is'
  if (access === 'protected-releasable' && isRouteOpen) missing.push('release-route')
  return missing
}

/**
 * What an answer changes. A route is a way to release protected data: left behind on a dataset that is public,
 * or not to be released at all, it would stand in the workbook and the Word plan as if somebody meant it.
 */
export function changesForAccess(
  access: Access,
): Pick<Identification, 'access'> & Partial<Pick<Identification, 'releaseRoute'>> {
  return access === 'public' || access === 'protected' ? { access, releaseRoute: null } : { access }
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
