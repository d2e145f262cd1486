import { type Criterion, type CriterionId, guidanceCriteria } from '../../src/domain/criteria.ts'
import type { Dataset, Ratings } from '../../src/domain/dataset.ts'
import { undecided } from '../../src/domain/dataset.ts'
import type { Facts } from '../../src/domain/inventory-field.ts'
import { noFacts } from '../../src/domain/inventory-field.ts'
import type { Idea, Plan } from '../../src/domain/plan.ts'
import { nothingChosen } from '../../src/domain/plan.ts'
import type { ReferenceData } from '../../src/domain/reference-data.ts'

/** Valid data with one thing changed: every builder takes only what a test is about. */

export interface DatasetChanges {
  readonly id?: string
  readonly position?: number
  readonly source?: Dataset['source']
  readonly facts?: Partial<Facts>
  readonly review?: Partial<Dataset['review']>
  readonly identification?: Partial<Dataset['identification']>
  readonly openness?: Partial<Dataset['openness']>
  readonly priority?: Partial<Dataset['priority']>
  readonly commitment?: Partial<Dataset['commitment']>
}

/** A dataset nobody has decided anything about, in row 5 of the sheet `Inventory`. */
export function aDataset(changes: DatasetChanges = {}): Dataset {
  return {
    id: changes.id ?? 'dataset-1',
    position: changes.position ?? 0,
    source: changes.source === undefined ? { sheet: 'Inventory', row: 5 } : changes.source,
    facts: { ...noFacts, title: 'Inspection results', ...changes.facts },
    review: { ...undecided.review, ...changes.review },
    identification: { ...undecided.identification, ...changes.identification },
    openness: { ...undecided.openness, ...changes.openness },
    priority: { ...undecided.priority, ...changes.priority },
    commitment: { ...undecided.commitment, ...changes.commitment },
  }
}

/** The guidance's criteria with these weights; those that are not named count once. */
export function weighed(weights: Readonly<Record<CriterionId, number>>): readonly Criterion[] {
  return guidanceCriteria.map((criterion) => ({ ...criterion, weight: weights[criterion.id] ?? 1 }))
}

/** What an agency may add to the guidance's criteria. */
export const ownCriterion: Criterion = { id: 'own-1', name: 'Cost of a breach', question: '', weight: 2 }

/** The same rating with a reason on all of the guidance's criteria, or on the ones given. */
export function ratings(
  value: 0 | 1 | 2 | 3,
  rated: readonly CriterionId[] = guidanceCriteria.map(({ id }) => id),
): Ratings {
  return Object.fromEntries(
    rated.map((criterion) => [criterion, { value, reason: `Because of ${criterion}` }]),
  )
}

/** Datasets with ids, positions and rows of their own: `dataset-1` in row 5, `dataset-2` in row 6 … */
export function someDatasets(changes: readonly DatasetChanges[]): readonly Dataset[] {
  return changes.map((change, index) =>
    aDataset({
      id: `dataset-${index + 1}`,
      position: index,
      source: { sheet: 'Inventory', row: index + 5 },
      ...change,
    }),
  )
}

export function anIdea(changes: Partial<Idea> = {}): Idea {
  return {
    id: 'idea-1',
    question: 'frequently-requested',
    text: 'Call center wait times',
    raisedBy: 'M. Chen',
    datasetId: null,
    position: 0,
    ...changes,
  }
}

export function aReference(changes: Partial<ReferenceData> = {}): ReferenceData {
  const from = <Entry>(...entries: readonly Entry[]) => ({ source: 'A list', asOf: '2026-11-01', entries })
  return {
    categories: from('Business', 'Transportation'),
    updateFrequencies: from('Annually', 'Monthly'),
    stateGoals: from({ edition: '2023-2024', kind: 'goal', name: 'Improve access to data' }),
    suppressionRules: from({ name: 'Example', rule: 'Hide counts of 5 or fewer.' }),
    citations: from({ id: 'plan-duty', title: 'CGS Sec. 4-67p', text: 'requires a plan.' }),
    contacts: from({ role: 'Open Data Coordinator', name: 'A. Coordinator', email: 'open@example.gov' }),
    links: from({ title: 'Open Data Portal', url: 'https://data.example.gov/' }),
    ...changes,
  }
}

/** A plan with an inventory but no details, no datasets and no decisions. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1',
    details: {
      agencyName: '',
      planTitle: '',
      period: '',
      officerName: '',
      officerTitle: '',
      officerEmail: '',
      headName: '',
      headTitle: '',
      reviewedOn: '',
    },
    criteria: guidanceCriteria,
    delivery: nothingChosen,
    inventory: {
      fileName: 'inventory.xlsx',
      size: 1024,
      sha256: 'c'.repeat(64),
      sheet: 'Inventory',
      headerRow: 4,
      holds: [],
    },
    frequencyAnswers: [],
    isSample: false,
    datasets: [],
    ideas: [],
    reference: aReference(),
    ...changes,
  }
}
