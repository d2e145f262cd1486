import type { Criterion } from '../criteria.ts'
import {
  type Dataset,
  type Identification,
  protectedBy,
  type Ratings,
  ratingOn,
  routeOf,
} from '../dataset.ts'
import { type DatasetPart, datasetFields } from '../fields/dataset-fields.ts'
import type { Fields } from '../fields/field.ts'
import { type AnyValue, columnChoices, columnValue } from '../fields/values.ts'
import { tierLabels } from '../labels.ts'
import type { RankedDataset } from '../priority.ts'
import type { AnswerField } from './changed-dataset.ts'
import type { WritableValue } from './workbook-changes.ts'

/** One of the plan's columns. Its value is null for a dataset about which nobody has decided. */
export interface PlanColumn {
  /** The hidden defined name by which a later export finds the column again. */
  readonly mark: string
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Whether it stands in a group that is folded away. */
  readonly folded?: true
  readonly choices?: readonly string[]
  /** What people say that makes its value. */
  readonly says: readonly AnswerField[]
  /** Why, where the dataset itself has a place for it. */
  readonly reasonOf?: (dataset: Dataset, criteria: readonly Criterion[]) => string
  readonly valueOf: (dataset: Dataset, entry: RankedDataset | undefined) => WritableValue
}

/** The columns of the answers to all steps; what explains them is folded away behind them. */
export function planColumns(criteria: readonly Criterion[]): readonly PlanColumn[] {
  const known = columnsFor.get(criteria) ?? inOrder([...fieldColumns, ...criteria.flatMap(criterionColumns)])
  columnsFor.set(criteria, known)
  return known
}

/** Asked of every dataset. */
const columnsFor = new WeakMap<readonly Criterion[], readonly PlanColumn[]>()

function inOrder(columns: readonly PlanColumn[]): readonly PlanColumn[] {
  const isFolded = ({ folded }: PlanColumn) => folded === true
  return [...columns.filter((column) => !isFolded(column)), ...columns.filter(isFolded)]
}

const fieldColumns: readonly PlanColumn[] = [
  ...columnsOf('review', {}),
  ...columnsOf('identification', {
    legalBasis: { also: ['identification.access'], shows: ({ identification }) => basisSaid(identification) },
    releaseRoute: {
      also: ['identification.access'],
      shows: ({ identification }) => routeSaid(identification),
    },
  }),
  ...columnsOf('openness', {}),
  {
    mark: 'ODAP_priority_score',
    header: 'Plan: Priority score',
    width: 20,
    says: ['priority.ratings'],
    reasonOf: ({ priority }, criteria) => ratingReasons(priority.ratings, criteria),
    valueOf: (_, entry) =>
      entry === undefined || entry.score === null ? null : Math.round(entry.score * 100) / 100,
  },
  {
    mark: 'ODAP_rank',
    header: 'Plan: Rank',
    width: 12,
    // It follows from the ratings of all.
    says: [],
    valueOf: (_, entry) => entry?.rank ?? null,
  },
  {
    mark: 'ODAP_tier',
    header: 'Plan: Tier',
    width: 14,
    says: ['priority.ratings', 'priority.override'],
    reasonOf: ({ priority }) => priority.override?.reason ?? '',
    choices: Object.values(tierLabels),
    valueOf: (_, entry) => (entry === undefined || entry.tier === null ? null : tierLabels[entry.tier]),
  },
  {
    mark: 'ODAP_tier_reason',
    header: 'Plan: Tier reason',
    width: 32,
    says: ['priority.override'],
    valueOf: ({ priority }, entry) => (entry === undefined ? null : given(priority.override?.reason ?? '')),
  },
  ...columnsOf('commitment', { upkeep: { reasonOf: ({ commitment }) => commitment.upkeepNote } }),
]

/** What was rated on one criterion, and why: without it nobody could work the score out again. */
function criterionColumns(criterion: Criterion): readonly PlanColumn[] {
  const { rating, reason } = criterionMarks(criterion)
  const of = ({ priority }: Dataset) => ratingOn(priority.ratings, criterion)
  return [
    {
      mark: rating,
      header: `Plan: Rating: ${criterion.name}`,
      width: 16,
      folded: true,
      says: ['priority.ratings'],
      reasonOf: (dataset) => of(dataset).reason,
      valueOf: (dataset) => of(dataset).value,
    },
    {
      mark: reason,
      header: `Plan: Reason: ${criterion.name}`,
      width: 32,
      folded: true,
      // The change of the rating gives it as its reason.
      says: [],
      valueOf: (dataset) => given(of(dataset).reason),
    },
  ]
}

/** What the two columns of a criterion are found by. */
export function criterionMarks({ id }: Pick<Criterion, 'id'>): {
  readonly rating: string
  readonly reason: string
} {
  const name = `ODAP_criterion_${id.replace(/[^A-Za-z0-9]/g, '_')}`
  return { rating: `${name}_rating`, reason: `${name}_reason` }
}

/** What was noted before anybody said whether the data may be public is kept; what no longer applies is not said. */
function basisSaid(identification: Identification): string {
  return identification.access === 'undetermined' ? identification.legalBasis : protectedBy(identification)
}

function routeSaid(identification: Identification): AnyValue {
  return identification.access === 'undetermined' ? identification.releaseRoute : routeOf(identification)
}

/** The parts whose values stand in a dataset as their fields are described. */
type PlainPart = Exclude<DatasetPart, 'override'>

/** Where a column says something else than its field holds, or why. */
interface Rule {
  readonly also?: readonly AnswerField[]
  readonly reasonOf?: (dataset: Dataset, criteria: readonly Criterion[]) => string
  readonly shows?: (dataset: Dataset) => AnyValue
}

/** The columns of a part's fields, in their order. */
function columnsOf<Part extends PlainPart>(
  part: Part,
  rules: { readonly [Name in keyof (typeof datasetFields)[Part]]?: Rule },
): readonly PlanColumn[] {
  const fields: Fields = datasetFields[part]
  return Object.entries(fields).flatMap(([name, field]): PlanColumn[] => {
    if (field.column === undefined) return []
    const { also = [], reasonOf, shows }: Rule = (rules as Readonly<Record<string, Rule>>)[name] ?? {}
    const choices = columnChoices(field)
    const held = (dataset: Dataset) => (dataset[part] as Readonly<Record<string, AnyValue>>)[name] ?? null
    return [
      {
        ...field.column,
        says: [`${part}.${name}` as AnswerField, ...also],
        ...(choices !== undefined && { choices }),
        ...(reasonOf !== undefined && { reasonOf }),
        valueOf: (dataset) => columnValue(field, (shows ?? held)(dataset)),
      },
    ]
  })
}

function ratingReasons(ratings: Ratings, criteria: readonly Criterion[]): string {
  return criteria
    .map((criterion) => ({ criterion, rating: ratingOn(ratings, criterion) }))
    .filter(({ rating }) => rating.value !== null && rating.reason.trim() !== '')
    .map(({ criterion, rating }) => `${criterion.name}: ${rating.reason.trim()}`)
    .join('; ')
}

export function given(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
