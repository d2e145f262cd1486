import { inWords } from './calendar-date.ts'
import { inventoryFields } from './inventory-field.ts'
import {
  accessLabels,
  answerLabels,
  automationLabels,
  availabilityLabels,
  brainstormLabels,
  criterionLabels,
  highValueLabels,
  inventoryFieldLabels,
  opennessLabels,
  releaseRouteLabels,
  retirementLabels,
  tierLabels,
  upkeepLabels,
} from './labels.ts'
import { criteria, type HighValueGround, opennessProperties } from './vocabulary.ts'

/** What a field of the plan is called in its history, and how a value kept for it reads. */
export interface FieldInWords {
  readonly field: string
  readonly words: (value: string) => string
}

const asItIs = (value: string) => value
const text = (field: string): FieldInWords => ({ field, words: asItIs })
const date = (field: string): FieldInWords => ({ field, words: inWords })
const oneOf = (field: string, labels: Readonly<Record<string, string>>): FieldInWords => ({
  field,
  words: (value) => labels[value] ?? value,
})

const groundsInWords = (letters: string) =>
  [...letters].map((letter) => `${letter}: ${highValueLabels[letter as HighValueGround] ?? ''}`).join('; ')

const openness = Object.fromEntries(
  opennessProperties.map((property) => [
    `openness.${property}`,
    oneOf(`Open data: ${opennessLabels[property]}`, answerLabels),
  ]),
)

const facts = Object.fromEntries(
  inventoryFields.map((field) => [`facts.${field}`, text(inventoryFieldLabels[field])]),
)

/** A dataset's fields. What the inventory says of it is under `facts.`, its openness under `openness.`. */
export const datasetFields: Readonly<Record<string, FieldInWords>> = {
  ...facts,
  availability: oneOf('Availability', availabilityLabels),
  publishedAt: text('Published at'),
  publishedFormat: text('Published format'),
  reviewNote: text('Note'),
  access: oneOf('Access', accessLabels),
  legalBasis: text('Legal basis of the protection'),
  releaseRoute: oneOf('Release route', releaseRouteLabels),
  suppressionRule: text('Suppression rule'),
  checkedBy: text('Checked before release by'),
  ...openness,
  highValueGrounds: { field: 'High-value grounds', words: groundsInWords },
  overrideTier: oneOf('Tier, set by hand', tierLabels),
  overrideReason: text('Reason for the tier'),
  targetDate: date('Target date'),
  updateFrequency: text('Update frequency promised'),
  method: text('How it gets there'),
  steward: text('Steward'),
  custodian: text('Custodian'),
  automation: oneOf('Automation', automationLabels),
  upkeep: oneOf('Upkeep', upkeepLabels),
  retirementGround: oneOf('Ground for retiring', retirementLabels),
  upkeepNote: text('Note on upkeep'),
}

export const ideaFields: Readonly<Record<string, FieldInWords>> = {
  question: oneOf('Question', brainstormLabels),
  text: text('Card'),
  raisedBy: text('Raised by'),
}

export const planFields: Readonly<Record<string, FieldInWords>> = {
  agencyName: text('Agency'),
  planTitle: text('Title of the plan'),
  period: text('Period'),
  officerName: text('Officer’s name'),
  officerTitle: text('Officer’s job title'),
  officerEmail: text('Officer’s e-mail'),
  headName: text('Head’s name'),
  headTitle: text('Head’s job title'),
  reviewedOn: date('Reviewed together on'),
  ...Object.fromEntries(
    criteria.map((criterion) => [criterion, text(`Weight of “${criterionLabels[criterion]}”`)]),
  ),
  changesSheet: oneOf('Sheet “Plan changes”', { add: 'Add it', 'leave-out': 'Leave it out' }),
  protectedCells: oneOf('Protected cells', {
    write: 'Write, and leave the protection on',
    'keep-off': 'Use the sheet “Plan additions”',
  }),
  lockedStructure: oneOf('A further sheet where sheets are locked', {
    add: 'Add it',
    'keep-off': 'Add none',
  }),
  submittedOn: date('Submitted on'),
  submittedHow: text('Submitted to whom or how'),
}

/** The two fields of one criterion's rating. */
export function ratingFields(criterion: string): Readonly<Record<string, FieldInWords>> {
  const label = (criterionLabels as Readonly<Record<string, string>>)[criterion] ?? criterion
  return { value: text(`Rating: ${label}`), reason: text(`Reason: ${label}`) }
}
