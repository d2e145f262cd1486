import { isCalendarDate } from '../calendar-date.ts'
import type { Commitment, Identification, Review } from '../dataset.ts'
import {
  accessLabels,
  accessShortLabels,
  automationLabels,
  availabilityLabels,
  availabilityShortLabels,
  releaseRouteLabels,
  retirementLabels,
  retirementShortLabels,
  tierLabels,
  upkeepLabels,
} from '../labels.ts'
import { highValueGrounds, type Tier } from '../vocabulary.ts'

/** What the plan's columns of a workbook say of one dataset, as text by mark. */
export type PlanAnswers = { readonly [mark: string]: string }

/** The same as decisions; only what was said is there. */
export interface DecisionsRead {
  readonly review: Partial<Review>
  readonly identification: Partial<Identification>
  readonly commitment: Partial<Commitment>
  readonly tier: { readonly tier: Tier; readonly reason: string } | null
}

type Said = Partial<Pick<DecisionsRead, 'review' | 'identification' | 'commitment'>>

/**
 * Reads the answers of an earlier plan back. Score and rank are not decisions: they follow from ratings, which a
 * workbook does not hold. For the same reason a tier is taken as a person's word, or it would be lost. An answer that is
 * no choice of the plan's, because somebody typed over the list, is kept in the dataset's note.
 */
export function decisionsFromColumns(answers: PlanAnswers): DecisionsRead {
  let review: Partial<Review> = {}
  let identification: Partial<Identification> = {}
  let commitment: Partial<Commitment> = {}
  const notes: string[] = []
  for (const [mark, read] of Object.entries(readers)) {
    const text = answers[mark]?.trim() ?? ''
    if (text === '') continue
    const said = read(text)
    if (said === null) notes.push(noteOf(mark, text))
    else {
      review = { ...review, ...said.review }
      identification = { ...identification, ...said.identification }
      commitment = { ...commitment, ...said.commitment }
    }
  }
  const tierText = answers['ODAP_tier']?.trim() ?? ''
  const tier = idOf(tierText, tierLabels)
  if (tier === null && tierText !== '') notes.push(noteOf('ODAP_tier', tierText))
  const reason = answers['ODAP_tier_reason']?.trim() || 'As it stood in the workbook.'
  return {
    review: notes.length === 0 ? review : { ...review, reviewNote: notes.join('\n') },
    identification,
    commitment,
    tier: tier === null ? null : { tier, reason },
  }
}

const readers: { readonly [mark: string]: (text: string) => Said | null } = {
  ODAP_availability: (text) =>
    chosen(idOf(text, availabilityShortLabels, availabilityLabels), (availability) => ({
      review: { availability },
    })),
  ODAP_published_at: (publishedAt) => ({ review: { publishedAt } }),
  ODAP_access: (text) =>
    chosen(idOf(text, accessShortLabels, accessLabels), (access) => ({ identification: { access } })),
  ODAP_legal_basis: (legalBasis) => ({ identification: { legalBasis } }),
  ODAP_release_route: (text) =>
    chosen(idOf(text, releaseRouteLabels), (releaseRoute) => ({ identification: { releaseRoute } })),
  ODAP_high_value_grounds: (text) => {
    const letters = text
      .toUpperCase()
      .split(/[\s,;]/)
      .filter((letter) => letter !== '')
    const grounds = highValueGrounds.filter((ground) => letters.includes(ground))
    return grounds.length === new Set(letters).size ? { identification: { highValueGrounds: grounds } } : null
  },
  ODAP_target_date: (targetDate) => (isCalendarDate(targetDate) ? { commitment: { targetDate } } : null),
  ODAP_update_frequency: (updateFrequency) => ({ commitment: { updateFrequency } }),
  ODAP_steward: (steward) => ({ commitment: { steward } }),
  ODAP_custodian: (custodian) => ({ commitment: { custodian } }),
  ODAP_automation: (text) =>
    chosen(idOf(text, automationLabels), (automation) => ({ commitment: { automation } })),
  ODAP_upkeep: (text) => chosen(idOf(text, upkeepLabels), (upkeep) => ({ commitment: { upkeep } })),
  ODAP_retirement_ground: (text) =>
    chosen(idOf(text, retirementShortLabels, retirementLabels), (retirementGround) => ({
      commitment: { retirementGround },
    })),
}

function chosen<Id>(id: Id | null, said: (id: Id) => Said): Said | null {
  return id === null ? null : said(id)
}

/** The choice with this label, whatever its letter case; the first list that has it wins. */
function idOf<Id extends string>(
  text: string,
  ...lists: readonly { readonly [Name in Id]: string }[]
): Id | null {
  const folded = text.toLowerCase()
  for (const labels of lists) {
    const ids = Object.keys(labels) as Id[]
    const found = ids.find((id) => labels[id].toLowerCase() === folded)
    if (found !== undefined) return found
  }
  return null
}

/** `ODAP_release_route` is the column "Release route". */
function noteOf(mark: string, text: string): string {
  const words = mark.replace('ODAP_', '').replaceAll('_', ' ')
  return `The workbook said “${text}” for ${words}, which is not one of the plan’s answers.`
}
