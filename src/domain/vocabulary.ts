/**
 * The closed lists of the plan, as ids. What they are called on paper and on screen is in labels.ts;
 * what an agency may want to edit (categories, frequencies, focal points) is reference data, not here.
 */

export const steps = ['review', 'brainstorm', 'identify', 'prioritize', 'publish'] as const
export type Step = (typeof steps)[number]

/** Where a dataset stands today. */
export const availabilities = [
  'on-portal',
  'public-data',
  'public-report',
  'not-public',
  'not-yet-determined',
  'cannot-determine',
] as const
export type Availability = (typeof availabilities)[number]

/** Whether the law lets a dataset be open data, as it is or after a transformation. */
export const accesses = ['public', 'protected-releasable', 'protected', 'undetermined'] as const
export type Access = (typeof accesses)[number]

/** How a dataset is released. All but `as-is` are the handbook's ways of de-identifying. */
export const releaseRoutes = [
  'as-is',
  'aggregate',
  'redact-fields',
  'remove-records',
  'anonymous-identifiers',
] as const
export type ReleaseRoute = (typeof releaseRoutes)[number]

/** The five properties of open data in CGS 4-67o. */
export const opennessProperties = [
  'free',
  'machine-readable',
  'unrestricted',
  'finest-detail',
  'described',
] as const
export type OpennessProperty = (typeof opennessProperties)[number]

/** An answer nobody is forced to give. */
export const answers = ['yes', 'no', 'not-yet-determined'] as const
export type Answer = (typeof answers)[number]

/** The eight grounds A-H of CGS 4-67o on which a department head may determine data to be high value. */
export const highValueGrounds = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
export type HighValueGround = (typeof highValueGrounds)[number]

export const tiers = ['now', 'next', 'later', 'not-planned'] as const
export type Tier = (typeof tiers)[number]

/** The questions of the guidance's second step. */
export const brainstormQuestions = [
  'not-yet-public',
  'on-portal',
  'not-machine-readable',
  'used-for-analysis',
  'frequently-requested',
] as const
export type BrainstormQuestion = (typeof brainstormQuestions)[number]

/** What happens to a dataset that is already published. */
export const upkeeps = ['keep', 'update', 'retire', 'not-yet-determined'] as const
export type Upkeep = (typeof upkeeps)[number]

/** The Open Data Handbook's grounds for taking a published dataset down; one suffices. */
export const retirementGrounds = [
  'inaccurate',
  'contains-protected-data',
  'replaced',
  'published-by-mistake',
  'rarely-used',
  'outdated',
  'other-agency',
] as const
export type RetirementGround = (typeof retirementGrounds)[number]

/** How the data gets to where it is published. */
export const automations = ['manual', 'partly-automated', 'automated', 'not-yet-determined'] as const
export type Automation = (typeof automations)[number]
