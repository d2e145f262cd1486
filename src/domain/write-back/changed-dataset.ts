import type { CalendarDate, Commitment, Dataset, Identification, Review } from '../dataset.ts'
import type { InventoryField } from '../inventory-field.ts'

/** Something a person can say of a dataset, by where it stands in `Dataset`. */
export type AnswerField =
  | `facts.${InventoryField}`
  | `review.${keyof Review}`
  | `identification.${keyof Identification}`
  | `commitment.${keyof Commitment}`
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
