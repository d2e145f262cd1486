import { inventoryFields } from '../inventory-field.ts'
import {
  accessLabels,
  accessShortLabels,
  answerLabels,
  automationLabels,
  availabilityLabels,
  availabilityShortLabels,
  highValueLabels,
  inventoryFieldLabels,
  opennessLabels,
  releaseRouteLabels,
  retirementLabels,
  retirementShortLabels,
  tierLabels,
  upkeepLabels,
} from '../labels.ts'
import {
  accesses,
  answers,
  automations,
  availabilities,
  highValueGrounds,
  type OpennessProperty,
  releaseRoutes,
  retirementGrounds,
  tiers,
  upkeeps,
} from '../vocabulary.ts'
import { column, date, foldedColumn, longText, oneOf, severalOf, shortText } from './field.ts'

const opennessAnswer = (property: OpennessProperty) =>
  oneOf(`Open data: ${opennessLabels[property]}`, {
    choices: answers,
    labels: answerLabels,
    empty: 'not-yet-determined',
    column: foldedColumn(
      `ODAP_open_${property.replaceAll('-', '_')}`,
      `Open data: ${opennessLabels[property]}`,
      18,
    ),
  })

/** What the inventory itself says. */
export const factFields = Object.fromEntries(
  inventoryFields.map((field) => [field, longText(inventoryFieldLabels[field])]),
) as { readonly [Name in (typeof inventoryFields)[number]]: ReturnType<typeof longText> }

/** Where a dataset stands today (step 1). */
export const reviewFields = {
  availability: oneOf('Availability', {
    choices: availabilities,
    labels: availabilityLabels,
    columnLabels: availabilityShortLabels,
    empty: 'not-yet-determined',
    counts: true,
    column: column('ODAP_availability', 'Availability', 20),
  }),
  /** Web address or the name of the place. */
  publishedAt: longText('Published at', { column: column('ODAP_published_at', 'Published at', 32) }),
  publishedFormat: shortText('Published format', {
    column: foldedColumn('ODAP_published_format', 'Published format', 20),
  }),
  /** The team's own: in no deliverable. */
  reviewNote: longText('Note'),
} as const

/** What could be made public, and how (step 3). */
export const identificationFields = {
  access: oneOf('Access', {
    choices: accesses,
    labels: accessLabels,
    columnLabels: accessShortLabels,
    empty: 'undetermined',
    counts: true,
    column: column('ODAP_access', 'Access', 24),
  }),
  legalBasis: longText('Legal basis of the protection', {
    shortLabel: 'Legal basis',
    column: column('ODAP_legal_basis', 'Legal basis', 28),
  }),
  releaseRoute: oneOf('Release route', {
    choices: releaseRoutes,
    labels: releaseRouteLabels,
    empty: null,
    column: column('ODAP_release_route', 'Release route', 22),
  }),
  suppressionRule: longText('Suppression rule', {
    column: foldedColumn('ODAP_suppression_rule', 'Suppression rule', 32),
  }),
  /** Who checks that nothing protected gets out. */
  checkedBy: shortText('Checked before release by', {
    column: foldedColumn('ODAP_checked_by', 'Checked before release by', 26),
  }),
  /** The department head determines these; the program only records them. */
  highValueGrounds: severalOf('High-value grounds', {
    choices: highValueGrounds,
    labels: highValueLabels,
    column: column('ODAP_high_value_grounds', 'High-value grounds', 24),
  }),
} as const

/** Whether it is open data as CGS 4-67o describes it (step 3). */
export const opennessFields = {
  free: opennessAnswer('free'),
  'machine-readable': opennessAnswer('machine-readable'),
  unrestricted: opennessAnswer('unrestricted'),
  'finest-detail': opennessAnswer('finest-detail'),
  described: opennessAnswer('described'),
} as const

/** A person's word against the computed tier (step 4). Its two columns are written out in plan-columns.ts. */
export const overrideFields = {
  tier: oneOf('Tier, set by hand', { choices: tiers, labels: tierLabels, empty: null }),
  reason: longText('Reason for the tier'),
} as const

/** What the agency promises (step 5). */
export const commitmentFields = {
  targetDate: date('Target date', {
    shortLabel: 'Date',
    counts: true,
    column: column('ODAP_target_date', 'Target date', 18),
  }),
  updateFrequency: shortText('Update frequency promised', {
    shortLabel: 'Frequency',
    counts: true,
    column: column('ODAP_update_frequency', 'Update frequency', 24),
  }),
  method: longText('How it gets there', { column: foldedColumn('ODAP_method', 'How it gets there', 32) }),
  steward: shortText('Steward', { counts: true, column: column('ODAP_steward', 'Steward', 24) }),
  custodian: shortText('Custodian', { column: column('ODAP_custodian', 'Custodian', 24) }),
  automation: oneOf('Automation', {
    choices: automations,
    labels: automationLabels,
    empty: 'not-yet-determined',
    column: column('ODAP_automation', 'Automation', 20),
  }),
  upkeep: oneOf('Upkeep', {
    choices: upkeeps,
    labels: upkeepLabels,
    empty: 'not-yet-determined',
    column: column('ODAP_upkeep', 'Upkeep', 20),
  }),
  retirementGround: oneOf('Ground for retiring', {
    choices: retirementGrounds,
    labels: retirementLabels,
    columnLabels: retirementShortLabels,
    empty: null,
    column: column('ODAP_retirement_ground', 'Retirement ground', 26),
  }),
  upkeepNote: longText('Note on upkeep', {
    column: foldedColumn('ODAP_upkeep_note', 'Note on upkeep', 32),
  }),
} as const

/** Every field of a dataset, by the part it stands in and in the order of the steps. */
export const datasetFields = {
  facts: factFields,
  review: reviewFields,
  identification: identificationFields,
  openness: opennessFields,
  override: overrideFields,
  commitment: commitmentFields,
} as const

export type DatasetPart = keyof typeof datasetFields
