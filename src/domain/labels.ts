/** What the closed lists are called, on screens and in every deliverable. */
import type { InventoryField } from './inventory-field.ts'
import type {
  Access,
  Answer,
  Automation,
  Availability,
  BrainstormQuestion,
  HighValueGround,
  OpennessProperty,
  ReleaseRoute,
  RetirementGround,
  Tier,
  Upkeep,
} from './vocabulary.ts'

type Labels<Id extends string> = { readonly [Name in Id]: string }

export const availabilityLabels: Labels<Availability> = {
  'on-portal': 'On the open data portal',
  'public-data': 'Public elsewhere, machine-readable',
  'public-report': 'Public, but not machine-readable',
  'not-public': 'Not public',
  'not-yet-determined': 'Not yet determined',
  'cannot-determine': 'Cannot be determined',
}

/** Availability as it stands in the workbook's column, where space is short. */
export const availabilityShortLabels: Labels<Availability> = {
  'on-portal': 'On portal',
  'public-data': 'Public data',
  'public-report': 'Public report',
  'not-public': 'Not public',
  'not-yet-determined': 'Not yet determined',
  'cannot-determine': 'Cannot determine',
}

export const accessLabels: Labels<Access> = {
  public: 'Public',
  'protected-releasable': 'Protected, releasable after a transformation',
  protected: 'Protected',
  undetermined: 'Undetermined',
}

/**
 * Access as it stands in the workbook's column. Like all labels a column chooses from it has no comma:
 * Excel would take the parts for choices of their own.
 */
export const accessShortLabels: Labels<Access> = {
  public: 'Public',
  'protected-releasable': 'Protected but releasable',
  protected: 'Protected',
  undetermined: 'Undetermined',
}

export const releaseRouteLabels: Labels<ReleaseRoute> = {
  'as-is': 'As is',
  aggregate: 'Aggregate',
  'redact-fields': 'Redact fields',
  'remove-records': 'Remove records',
  'anonymous-identifiers': 'Anonymous identifiers',
}

export const opennessLabels: Labels<OpennessProperty> = {
  free: 'Free to get',
  'machine-readable': 'Machine-readable',
  unrestricted: 'No restriction on use',
  'finest-detail': 'Finest detail the law permits',
  described: 'Described in metadata',
}

export const answerLabels: Labels<Answer> = {
  yes: 'Yes',
  no: 'No',
  'not-yet-determined': 'Not yet determined',
}

export const highValueLabels: Labels<HighValueGround> = {
  A: 'Critical to how the agency operates',
  B: 'Can increase accountability and responsiveness',
  C: 'Can improve public knowledge of the agency',
  D: 'Furthers the core mission',
  E: 'Can create economic opportunity',
  F: 'Often requested by the public',
  G: 'Answers a need found by consulting the public',
  H: 'Used for a legislative or other required report',
}

/** The guidance's brainstorming questions, as statements a dataset can stand under. */
export const brainstormLabels: Labels<BrainstormQuestion> = {
  'not-yet-public': 'Not yet public',
  'on-portal': 'Already on the open data portal',
  'not-machine-readable': 'Public, but not machine-readable',
  'used-for-analysis': 'Used for trend, statistical or performance analysis',
  'frequently-requested': 'Frequently requested',
}

export const tierLabels: Labels<Tier> = {
  now: 'Now',
  next: 'Next',
  later: 'Later',
  'not-planned': 'Not planned',
}

export const upkeepLabels: Labels<Upkeep> = {
  keep: 'Keep as it is',
  update: 'Update',
  retire: 'Retire',
  'not-yet-determined': 'Not yet determined',
}

export const retirementLabels: Labels<RetirementGround> = {
  inaccurate: 'Inaccurate, misleading or incomplete',
  'contains-protected-data': 'Contains protected data',
  replaced: 'Discontinued, consolidated or replaced',
  'published-by-mistake': 'Published by mistake',
  'rarely-used': 'Rarely used',
  outdated: 'Outdated',
  'other-agency': 'Belongs to another agency',
}

/** Retirement grounds as they stand in the workbook's column: short and without a comma. */
export const retirementShortLabels: Labels<RetirementGround> = {
  inaccurate: 'Inaccurate or incomplete',
  'contains-protected-data': 'Contains protected data',
  replaced: 'Discontinued or replaced',
  'published-by-mistake': 'Published by mistake',
  'rarely-used': 'Rarely used',
  outdated: 'Outdated',
  'other-agency': 'Belongs to another agency',
}

export const automationLabels: Labels<Automation> = {
  manual: 'By hand',
  'partly-automated': 'Partly automated',
  automated: 'Automated',
  'not-yet-determined': 'Not yet determined',
}

export const inventoryFieldLabels: Labels<InventoryField> = {
  agency: 'Agency',
  unit: 'Unit or program',
  'inventory-number': 'Inventory number',
  title: 'Title',
  description: 'Description',
  'source-system': 'Source system',
  category: 'Category',
  classification: 'Classification',
  'legal-basis': 'Legal basis',
  format: 'Format',
  'update-frequency': 'Update frequency',
  coverage: 'Coverage',
  published: 'Published?',
  url: 'Web address',
  owner: 'Owner or steward',
  contact: 'Contact',
  demand: 'Requests',
  'shared-with': 'Shared with',
  'planned-date': 'Planned date',
  notes: 'Notes',
}

/** A dataset without a title is named by its number or its row, so that nothing is ever nameless. */
export function datasetName(dataset: {
  readonly facts: { readonly title: string; readonly 'inventory-number': string }
  readonly source: { readonly sheet: string; readonly row: number } | null
}): string {
  const title = dataset.facts.title.trim()
  if (title !== '') return title
  const number = dataset.facts['inventory-number'].trim()
  if (number !== '') return number
  return dataset.source === null
    ? 'Dataset without a title'
    : `Row ${dataset.source.row} of ${dataset.source.sheet}`
}
