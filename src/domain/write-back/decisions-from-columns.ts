import type { Criterion } from '../criteria.ts'
import type { Commitment, Identification, Openness, Ratings, RatingValue, Review } from '../dataset.ts'
import { datasetFields } from '../fields/dataset-fields.ts'
import type { Field, Fields } from '../fields/field.ts'
import { idOf, valueFromColumn } from '../fields/values.ts'
import { tierLabels } from '../labels.ts'
import { score, suggestedTier } from '../priority.ts'
import type { Tier } from '../vocabulary.ts'
import { type DayOrder, dayOrderOf } from '../written-day.ts'
import { criterionMarks } from './plan-columns.ts'

/** What the plan's columns of a workbook say of one dataset, as text by mark. */
export type PlanAnswers = { readonly [mark: string]: string }

/** The same as decisions; only what was said is there. */
export interface DecisionsRead {
  readonly review: Partial<Review>
  readonly identification: Partial<Identification>
  readonly openness: Partial<Openness>
  readonly commitment: Partial<Commitment>
  readonly ratings: Ratings
  /** A person's word; null where it is what the ratings come to. */
  readonly tier: { readonly tier: Tier; readonly reason: string } | null
  /** What is said that is no answer of the plan's, by field: it stays in its cell until somebody decides that field. */
  readonly words: { readonly [field: string]: string }
}

/** In which order each of the plan's columns writes days in numbers, by mark. */
export type DayOrders = { readonly [mark: string]: DayOrder }

/** Told by all that the columns say: other programs rewrite days in the order of their country. */
export function dayOrders(said: readonly PlanAnswers[]): DayOrders {
  const days = Object.values(datasetFields).flatMap((fields: Fields) =>
    Object.values(fields).filter(({ kind }) => kind === 'date'),
  )
  return Object.fromEntries(
    days.flatMap(({ column }) => {
      if (column === undefined) return []
      const texts = said.flatMap((answers) => answers[column.mark] ?? [])
      return [[column.mark, dayOrderOf(texts)]]
    }),
  )
}

/**
 * Reads the answers of an earlier plan back. Score and rank are not decisions: they follow from the ratings. So does a
 * tier that is what the ratings come to; any other is taken as a person's word, or it would be lost.
 */
export function decisionsFromColumns(
  answers: PlanAnswers,
  criteria: readonly Criterion[],
  orders: DayOrders = {},
): DecisionsRead {
  const words: Record<string, string> = {}
  const read = (part: string, fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => {
        const text = textFor(field, answers)
        if (text === '') return []
        const value = valueFromColumn(field, text, orders[field.column?.mark ?? ''])
        if (value === null) words[`${part}.${name}`] = text
        return value === null ? [] : [[name, value]]
      }),
    )
  const { review, identification, openness, commitment } = datasetFields
  const ratings = ratingsFrom(answers, criteria, words)
  return {
    review: read('review', review) as Partial<Review>,
    identification: read('identification', identification) as Partial<Identification>,
    openness: read('openness', openness) as Partial<Openness>,
    commitment: read('commitment', commitment) as Partial<Commitment>,
    ratings,
    tier: tierFrom(answers, suggestedTier(score(ratings, criteria)), words),
    words,
  }
}

function textFor({ column }: Field, answers: PlanAnswers): string {
  return column === undefined ? '' : saidIn(answers, column.mark)
}

function saidIn(answers: PlanAnswers, mark: string): string {
  return answers[mark]?.trim() ?? ''
}

function ratingsFrom(
  answers: PlanAnswers,
  criteria: readonly Criterion[],
  words: Record<string, string>,
): Ratings {
  return Object.fromEntries(
    criteria.flatMap((criterion) => {
      const marks = criterionMarks(criterion)
      const text = saidIn(answers, marks.rating)
      const reason = saidIn(answers, marks.reason)
      const value = ratingValue(text)
      if (value === null && text !== '') words[`ratings.${criterion.id}`] = text
      return value === null && reason === '' ? [] : [[criterion.id, { value, reason }]]
    }),
  )
}

/** `2`, or `2.0` as some programs write it. */
function ratingValue(text: string): RatingValue | null {
  return /^[0-3](\.0+)?$/.test(text) ? (Number(text) as RatingValue) : null
}

function tierFrom(
  answers: PlanAnswers,
  suggested: Tier | null,
  words: Record<string, string>,
): DecisionsRead['tier'] {
  const text = saidIn(answers, 'ODAP_tier')
  const reason = saidIn(answers, 'ODAP_tier_reason')
  const tier = idOf(text, tierLabels)
  if (tier === null && text !== '') words['override.tier'] = text
  return tier === null || (tier === suggested && reason === '') ? null : { tier, reason }
}
