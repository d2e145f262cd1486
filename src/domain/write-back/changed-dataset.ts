import type { CalendarDate } from '../calendar-date.ts'
import type { Dataset } from '../dataset.ts'
import type { DatasetPart, datasetFields } from '../fields/dataset-fields.ts'

type PlainPart = Exclude<DatasetPart, 'override'>
type FieldOf<Part extends DatasetPart> = keyof (typeof datasetFields)[Part] & string

/** Something a person can say of a dataset, by the field's part and its name. All ratings are one; so is an override. */
export type AnswerField =
  | { [Part in PlainPart]: `${Part}.${FieldOf<Part>}` }[PlainPart]
  | 'priority.ratings'
  | 'priority.override'

/** The action of history that said what now stands in a field. */
export interface LastWord {
  readonly actionId: number
  readonly who: string
  /** Where the person is. */
  readonly day: CalendarDate
  /** In words, as history has it. */
  readonly what: string
  /** Why, where the person said so; else ''. */
  readonly reason: string
}

/** A dataset that people changed since its inventory was opened. */
export interface ChangedDataset {
  readonly now: Dataset
  /** As the inventory had it; null for one that was added during the work. */
  readonly before: Dataset | null
  /** For each field that says something else than before. */
  readonly words: ReadonlyMap<AnswerField, LastWord>
  /** What the cells of its row showed when they were read, by letter. */
  readonly cells: { readonly [letter: string]: string }
}
