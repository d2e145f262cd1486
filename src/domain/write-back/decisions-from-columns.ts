import type { Commitment, Identification, Openness, Review } from '../dataset.ts'
import { datasetFields } from '../fields/dataset-fields.ts'
import type { Field, Fields } from '../fields/field.ts'
import { idOf, valueFromColumn } from '../fields/values.ts'
import { tierLabels } from '../labels.ts'
import type { Tier } from '../vocabulary.ts'

/** What the plan's columns of a workbook say of one dataset, as text by mark. */
export type PlanAnswers = { readonly [mark: string]: string }

/** The same as decisions; only what was said is there. */
export interface DecisionsRead {
  readonly review: Partial<Review>
  readonly identification: Partial<Identification>
  readonly openness: Partial<Openness>
  readonly commitment: Partial<Commitment>
  readonly tier: { readonly tier: Tier; readonly reason: string } | null
}

/**
 * Reads the answers of an earlier plan back. Score and rank are not decisions: they follow from ratings, which a
 * workbook does not hold. For the same reason a tier is taken as a person's word, or it would be lost. An answer that is
 * no choice of the plan's, because somebody typed over the list, is kept in the dataset's note.
 */
export function decisionsFromColumns(answers: PlanAnswers): DecisionsRead {
  const notes: string[] = []
  const read = (fields: Fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => {
        const text = textFor(field, answers)
        if (text === '') return []
        const value = valueFromColumn(field, text)
        if (value === null) notes.push(noteOf(field.column?.mark ?? '', text))
        return value === null ? [] : [[name, value]]
      }),
    )
  const { review, identification, openness, commitment } = datasetFields
  const said = {
    review: read(review) as Partial<Review>,
    identification: read(identification) as Partial<Identification>,
    openness: read(openness) as Partial<Openness>,
    commitment: read(commitment) as Partial<Commitment>,
  }
  const tier = tierFrom(answers, notes)
  const { review: reviewed } = said
  return {
    ...said,
    review: notes.length === 0 ? reviewed : { ...reviewed, reviewNote: notes.join('\n') },
    tier,
  }
}

function textFor({ column }: Field, answers: PlanAnswers): string {
  return column === undefined ? '' : (answers[column.mark]?.trim() ?? '')
}

function tierFrom(answers: PlanAnswers, notes: string[]): DecisionsRead['tier'] {
  const text = answers['ODAP_tier']?.trim() ?? ''
  const tier = idOf(text, tierLabels)
  if (tier === null && text !== '') notes.push(noteOf('ODAP_tier', text))
  const reason = answers['ODAP_tier_reason']?.trim() || 'As it stood in the workbook.'
  return tier === null ? null : { tier, reason }
}

/** `ODAP_release_route` is the column "Release route". */
function noteOf(mark: string, text: string): string {
  const words = mark.replace('ODAP_', '').replaceAll('_', ' ')
  return `The workbook said “${text}” for ${words}, which is not one of the plan’s answers.`
}
