import { inWords } from '../../../domain/calendar-date.ts'
import type { DatasetGap, Gap } from '../../../domain/checks.ts'
import type { Criterion } from '../../../domain/criteria.ts'
import type { DatasetId } from '../../../domain/dataset.ts'
import { isPublishedData, ratingOn } from '../../../domain/dataset.ts'
import { datasetName } from '../../../domain/labels.ts'
import type { Plan, PlanDetails } from '../../../domain/plan.ts'
import type { RankedDataset } from '../../../domain/priority.ts'
import { isPlanned, rankCandidates } from '../../../domain/priority.ts'
import type { Access, Step } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'

/** Something that stands open, as a person reads it, and where it can be mended. */
export interface GapLine {
  readonly key: string
  readonly words: string
  /** Which fields or datasets; '' where that adds nothing. */
  readonly which: string
  readonly screen: Step | 'details'
}

/** Named in a line; more would bury the next one. */
const mostNamed = 3

/** What stands open: the plan's empty details in one line, then step by step. */
export function gapLines(plan: Plan, gaps: readonly Gap[]): readonly GapLine[] {
  const fields = gaps.flatMap((gap) => (gap.code === 'detail-missing' ? [gap.field] : []))
  const others = gaps.filter((gap): gap is DatasetGap => gap.code !== 'detail-missing')
  const names = namesOf(
    plan,
    others.flatMap(({ datasets }) => datasets.slice(0, mostNamed)),
  )
  return [
    ...(fields.length === 0 ? [] : [detailsLine(fields)]),
    ...others.map((gap) => datasetLine(gap, names)),
    ...(rankCandidates(plan.datasets, plan.criteria).some(isPlanned) ? [] : [nothingPlanned]),
  ]
}

const nothingPlanned: GapLine = {
  key: 'nothing-planned',
  words: text.deliver.gap['nothing-planned'],
  which: '',
  screen: 'prioritize',
}

function detailsLine(fields: readonly (keyof PlanDetails)[]): GapLine {
  return {
    key: 'details',
    words: text.deliver.gap.details(fields.length),
    which: named(
      fields.map((field) => text.details.fields[field]),
      fields.length,
    ),
    screen: 'details',
  }
}

function datasetLine(gap: DatasetGap, names: ReadonlyMap<DatasetId, string>): GapLine {
  const { code, datasets, step } = gap
  const words =
    code === 'same-date'
      ? text.deliver.gap[code](datasets.length, inWords(gap.date))
      : text.deliver.gap[code](datasets.length)
  const first = datasets.slice(0, mostNamed).flatMap((id) => names.get(id) ?? [])
  return {
    key: code,
    words,
    which: code === 'same-date' ? '' : named(first, datasets.length),
    screen: step,
  }
}

function namesOf({ datasets }: Plan, ids: readonly DatasetId[]): ReadonlyMap<DatasetId, string> {
  const wanted = new Set(ids)
  return new Map(
    datasets.filter(({ id }) => wanted.has(id)).map((dataset) => [dataset.id, datasetName(dataset)]),
  )
}

/** `a, b, c and 4 more`: the first of them by name, all of them counted. */
function named(names: readonly string[], all: number): string {
  const first = names.slice(0, mostNamed).join(', ')
  const left = all - mostNamed
  return left > 0 ? `${first} ${text.deliver.andMore(left)}` : first
}

/** What is all right. What nothing was asked about is not praised. */
export function rightLines(plan: Plan, gaps: readonly Gap[]): readonly string[] {
  const open = new Set(gaps.map(({ code }) => code))
  const { datasets, criteria } = plan
  const candidates = rankCandidates(datasets, criteria)
  const hasAccess = (...accesses: readonly Access[]) =>
    datasets.some(({ identification }) => accesses.includes(identification.access))
  const checks: readonly (readonly [Gap['code'], isAsked: () => boolean, words: string])[] = [
    ['detail-missing', () => true, text.deliver.right.details],
    ['not-reviewed', () => datasets.length > 0, text.deliver.right.review],
    ['access-undetermined', () => datasets.length > 0, text.deliver.right.access],
    ['legal-basis-missing', () => hasAccess('protected', 'protected-releasable'), text.deliver.right.law],
    ['release-route-missing', () => hasAccess('protected-releasable'), text.deliver.right.route],
    ['ratings-open', () => candidates.length > 0, text.deliver.right.ratings],
    [
      'reason-missing',
      () => candidates.some((candidate) => isRated(candidate, criteria)),
      text.deliver.right.reasons,
    ],
    ['commitment-incomplete', () => candidates.some(isPlanned), text.deliver.right.commitments],
    ['upkeep-open', () => datasets.some(isPublishedData), text.deliver.right.upkeep],
  ]
  return checks.filter(([code, isAsked]) => !open.has(code) && isAsked()).map(([, , words]) => words)
}

function isRated({ dataset }: RankedDataset, criteria: readonly Criterion[]): boolean {
  return criteria.some((criterion) => ratingOn(dataset.priority.ratings, criterion).value !== null)
}
