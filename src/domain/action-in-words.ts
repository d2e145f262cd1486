import { inWords } from './calendar-date.ts'
import {
  accessLabels,
  availabilityLabels,
  inventoryFieldLabels,
  releaseRouteLabels,
  tierLabels,
  upkeepLabels,
} from './labels.ts'

/** What was done, as history keeps it. */
export interface DoneAction {
  /** The call that did it, by its name. */
  readonly call: string
  /** Its parameters, long texts and lists cut short. */
  readonly input: Parameters
  /** What it was about, as it was called then. */
  readonly about: Subject
}

export interface Subject {
  readonly count: number
  /** Of one thing, or of several that have a name together; else ''. */
  readonly name: string
}

export type Parameters = { readonly [name: string]: unknown }

/** What a criterion is called, by its id. */
export type CriterionName = (id: string) => string

type InWords = (input: Parameters, about: Subject, criterionName: CriterionName) => string

const words: { readonly [call: string]: InWords } = {
  'open.import': (_, { count, name }) => `Imported ${count} datasets from ${name}`,
  'plan.set-details': () => 'Changed the plan details',
  'review.set': (input, about) => {
    const availability = labelOf(availabilityLabels, changesOf(input)['availability'])
    return availability === null
      ? `Changed where it is published, of ${datasets(about)}`
      : `Set availability to “${availability}” for ${datasets(about)}`
  },
  'review.correct-inventory': (input, about) => {
    const fields = Object.keys(changesOf(input))
    const only = fields.length === 1 ? labelOf(inventoryFieldLabels, fields[0]) : null
    const what = only === null ? `${fields.length} of the inventory’s fields` : `“${only}”`
    return `Corrected ${what} of ${datasets(about)}`
  },
  'brainstorm.add': (_, about) => `Added ${quoted(about)} to the board`,
  'brainstorm.change': (_, about) => `Changed ${quoted(about)} on the board`,
  'brainstorm.remove': (_, about) => `Took ${quoted(about)} off the board`,
  'brainstorm.make-dataset': (_, about) => `Made ${quoted(about)} a dataset`,
  'identify.set': (input, about) => `${identified(changesOf(input))} ${datasets(about)}`,
  'identify.set-openness': (_, about) => `Changed the openness test of ${datasets(about)}`,
  'prioritize.rate': ({ value, criterion }, about, criterionName) =>
    `Rated ${datasets(about)} ${String(value ?? 'open')} for “${criterionName(String(criterion))}”`,
  'prioritize.weigh': () => 'Changed how much each criterion counts',
  'prioritize.override': ({ override }, about) => {
    const tier = labelOf(tierLabels, parametersIn(override)['tier'])
    return tier === null
      ? `Took back the override of ${datasets(about)}`
      : `Moved ${datasets(about)} to “${tier}”`
  },
  'publish.set': (input, about) => {
    const upkeep = labelOf(upkeepLabels, changesOf(input)['upkeep'])
    return upkeep === null
      ? `Changed the commitment for ${datasets(about)}`
      : `Set upkeep to “${upkeep}” for ${datasets(about)}`
  },
  'deliver.set-choices': () => 'Chose how the workbook is given back',
  'deliver.mark-submitted': ({ on }) => `Marked the plan as submitted ${inWords(String(on))}`,
  'history.restore': (_, { name }) => `Restored ${name === '' ? 'an automatic backup' : `“${name}”`}`,
}

/** As history tells it: "Set availability to “Not public” for 14 datasets". What it has no words for goes by its call's name. */
export function actionInWords({ call, input, about }: DoneAction, criterionName: CriterionName): string {
  return words[call]?.(input, about, criterionName) ?? call
}

export function wentBackInWords(place: DoneAction, criterionName: CriterionName): string {
  return `Went back to: ${actionInWords(place, criterionName)}`
}

/** In characters. */
const longestName = 60

function quoted({ name }: Subject): string {
  const line = name.trim().replace(/\s+/g, ' ')
  return `“${line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line}”`
}

function datasets(about: Subject): string {
  return about.name === '' ? `${about.count} datasets` : quoted(about)
}

function identified(changes: Parameters): string {
  const access = labelOf(accessLabels, changes['access'])
  if (access !== null) return `Set access to “${access}” for`
  const { releaseRoute } = changes
  if (releaseRoute === null) return 'Cleared the release route of'
  const route = labelOf(releaseRouteLabels, releaseRoute)
  if (route !== null) return `Set the release route to “${route}” for`
  return 'highValueGrounds' in changes ? 'Changed the high-value grounds of' : 'Changed how to protect'
}

function changesOf({ changes }: Parameters): Parameters {
  return parametersIn(changes)
}

function parametersIn(value: unknown): Parameters {
  return typeof value === 'object' && value !== null ? (value as Parameters) : {}
}

function labelOf(labels: Readonly<Record<string, string>>, id: unknown): string | null {
  return labels[String(id)] ?? null
}
