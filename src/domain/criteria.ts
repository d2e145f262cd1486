/** What a criterion is known by: `goals`, or a key made by the engine for one of the agency's own. */
export type CriterionId = string

/** A reason to publish a dataset sooner, on which every candidate is rated. */
export interface Criterion {
  readonly id: CriterionId
  readonly name: string
  /** What it asks of a dataset; '' where nobody has put it into words. */
  readonly question: string
  /** How much it counts, 0 (not at all) to 3. */
  readonly weight: number
}

/** The guidance's five, in its order, counting alike: every plan begins with them. */
export const guidanceCriteria: readonly Criterion[] = [
  {
    id: 'goals',
    name: 'State and agency goals',
    question: 'Does the dataset serve goals and initiatives of the state and the agency?',
    weight: 1,
  },
  {
    id: 'focal-points',
    name: 'State Data Plan focal points',
    question: 'Is it related to the focal points of the State Data Plan?',
    weight: 1,
  },
  {
    id: 'demand',
    name: 'Demand from others',
    question: 'Do partner agencies, the public or other stakeholders consider it a high priority?',
    weight: 1,
  },
  {
    id: 'quality',
    name: 'Accurate and complete',
    question: 'Is it accurate and complete?',
    weight: 1,
  },
  {
    id: 'machine-readable',
    name: 'Machine-readable',
    question: 'Is it in a machine-readable format that can be sent and processed digitally?',
    weight: 1,
  },
]

/** A criterion as a plan keeps it: the words of the guidance's own are not kept, they are the program's. */
export function keptCriterion({ id, name, weight }: Omit<Criterion, 'question'>): Criterion {
  const known = guidanceCriteria.find((criterion) => criterion.id === id)
  return known === undefined ? { id, name, question: '', weight } : { ...known, weight }
}
