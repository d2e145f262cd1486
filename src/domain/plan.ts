import type { Criterion } from './criteria.ts'
import type { Dataset, DatasetId } from './dataset.ts'
import type { ValuesOf } from './fields/field.ts'
import type { detailFields, submissionFields } from './fields/plan-fields.ts'
import { deliveryFields } from './fields/plan-fields.ts'
import { emptyValues } from './fields/values.ts'
import type { InventoryField } from './inventory-field.ts'
import type { FrequencyAnswer } from './mapping/update-frequency.ts'
import type { ReferenceData } from './reference-data.ts'
import type { BrainstormQuestion } from './vocabulary.ts'

/** Who the plan is for and who stands behind it. '' where nobody has said. */
export type PlanDetails = ValuesOf<typeof detailFields>

/** What the officer answered to the questions of Deliver; null while nobody was asked. */
export type DeliveryChoices = ValuesOf<typeof deliveryFields>

export const nothingChosen: DeliveryChoices = emptyValues(deliveryFields)

/** What is said of the plan's last submission. */
export type Submission = ValuesOf<typeof submissionFields> & {
  /** Whether the plan is no longer what was submitted. */
  readonly isChangedSince: boolean
}

export type IdeaId = string

/** One idea on the brainstorm board: an existing dataset or a new thought, under one of the guidance's questions. */
export interface Idea {
  readonly id: IdeaId
  readonly question: BrainstormQuestion
  readonly text: string
  readonly raisedBy: string
  /** The dataset it points at, or became. */
  readonly datasetId: DatasetId | null
  readonly position: number
}

/** The workbook the plan started from. */
export interface InventorySource {
  readonly fileName: string
  /** Size in bytes and SHA-256 in hexadecimal of the bytes kept with the plan. */
  readonly size: number
  readonly sha256: string
  readonly sheet: string
  readonly headerRow: number
  /** What its columns hold, as far as the plan knows the field. */
  readonly holds: readonly InventoryField[]
}

/** Who has a plan open for changes, on which computer, since when. */
export interface PlanHolder {
  /** '' where nobody has given a name. */
  readonly who: string
  readonly computer: string
  /** An ISO date and time in UTC. */
  readonly since: string
}

/** Everything decided so far, as data. */
export interface Plan {
  readonly id: string
  readonly details: PlanDetails
  /** What datasets are rated on, in the order in which it is asked. */
  readonly criteria: readonly Criterion[]
  readonly delivery: DeliveryChoices
  readonly inventory: InventorySource
  /** What its words of two meanings mean. */
  readonly frequencyAnswers: readonly FrequencyAnswer[]
  readonly isSample: boolean
  readonly datasets: readonly Dataset[]
  readonly ideas: readonly Idea[]
  readonly reference: ReferenceData
}

/** What a plan is called where several stand side by side: the agency and the period, else its title or its file. */
export function planName(details: PlanDetails, fileName: string): string {
  const agencyAndPeriod = [details.agencyName, details.period]
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (details.agencyName.trim() !== '') return agencyAndPeriod.join(' ')
  return details.planTitle.trim() || fileName
}
