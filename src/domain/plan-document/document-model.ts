import type { CalendarDate } from '../calendar-date.ts'

/** The Word plan as data: what it says and how it is divided, without a word about how Word stores it. */

/** A stretch of text of one kind. */
export interface Run {
  readonly text: string
  readonly bold?: true
  /** Quieter than the text around it, for what only explains. */
  readonly quiet?: true
  /** Where the text leads; only addresses `webAddress` has accepted. */
  readonly url?: string
}

/** One line of a table's cell. */
export type Line = readonly Run[]
export type Cell = readonly Line[]

export interface Column {
  readonly heading: string
  /** The column's part of the table's width; the shares of a table add up to 1. */
  readonly share: number
  /** Numbers to compare, aligned to the right. */
  readonly figures?: true
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  /** What the table holds, for someone who cannot see it. */
  readonly description: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Room to write by hand in every row. */
  readonly tallRows?: true
}

export interface ChartBlock {
  readonly kind: 'chart'
  readonly caption: string
  readonly shape: 'bar'
  readonly categories: readonly string[]
  readonly series: { readonly name: string; readonly values: readonly number[] }
  readonly altText: string
}

export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly text: string
      readonly numbered: boolean
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | TableBlock
  | ChartBlock

/** A run of pages held the same way round. */
export interface DocumentPart {
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

export interface DocumentProperties {
  readonly title: string
  /** '' where nobody has named the agency. */
  readonly creator: string
  readonly subject: string
  readonly description: string
  readonly keywords: string
  readonly language: 'en-US'
}

/** The first page; every text but the title may be ''. */
export interface Cover {
  readonly agency: string
  readonly title: string
  readonly period: string
  /** Said above everything else, for a plan with made-up data. */
  readonly notice: string
  /** Who prepared it, when and under which law, a line each. */
  readonly lines: readonly string[]
}

export interface PlanDocument {
  readonly properties: DocumentProperties
  readonly preparedOn: CalendarDate
  readonly cover: Cover
  readonly parts: readonly DocumentPart[]
}
