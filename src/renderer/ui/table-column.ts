import type { ReactNode } from 'react'

export interface TableRow {
  readonly id: string
}

/** A column of a dataset table, as a step describes it. */
export interface TableColumn<Row extends TableRow> {
  readonly id: string
  readonly heading: string
  /** What the cell says; it is searched, and sorted by unless `sortBy` is given. */
  readonly text: (row: Row) => string
  readonly sortBy?: (row: Row) => number | string
  /** Shown instead of the text, such as a chip. */
  readonly show?: (row: Row) => ReactNode
  /** Pixels; columns without a width share what is left. */
  readonly width?: number
}
