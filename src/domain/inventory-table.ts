import type { Facts, InventoryField } from './inventory-field.ts'

/** Rows are counted from 1 and columns are named by letter, as Excel shows them. */

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xltx' | 'xltm' | 'csv'

export type SheetState = 'visible' | 'hidden' | 'very-hidden'

/** How sure the program is of a guess, and why in a word the screen can explain. */
export type Confidence = 'high' | 'medium' | 'low'
/** `remembered`: a person confirmed it for the same headings before. */
export type MappingReason = 'heading' | 'heading-in-part' | 'values' | 'remembered' | 'none'

/** One column of the table and what the plan takes it for; `field` is null where nothing fits. */
export interface ColumnMapping {
  readonly letter: string
  readonly header: string
  readonly field: InventoryField | null
  /** Further fields the same column serves: `Owner and contact`. */
  readonly also: readonly InventoryField[]
  /** A field it looks like as well, which a likelier column got; null where nothing competes. */
  readonly contested: InventoryField | null
  readonly confidence: Confidence
  readonly reason: MappingReason
  /** The beginnings of up to five different values, the first that are not empty, as shown in Excel. */
  readonly samples: readonly string[]
}

/** What the plan takes a column for. A column stands here once for each field it serves, and once where it serves none. */
export interface ColumnField {
  readonly letter: string
  readonly field: InventoryField | null
}

/** Which rows of which sheet are the inventory. Header rows end at `headerRow`, the row with the finest headings. */
export interface TableChoice {
  readonly sheet: string
  /** The last header row; the datasets start below it. */
  readonly headerRow: number
  /** 1, or 2 and more where bands stand above the headings. */
  readonly headerRows: number
  /** Further sheets with the same columns whose datasets belong to the same inventory. */
  readonly alsoSheets?: readonly string[]
  /** Whether columns that may be an earlier plan's are; the agency's own while nobody has said so. */
  readonly planHeadings?: 'take' | 'leave'
}

/** Why a row that holds something is no dataset. */
export const skipReasons = [
  'total',
  'note',
  'repeated-header',
  'section',
  'explanation',
  'unnamed',
  'other-table',
  'outside',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** A row below the headings that was left out, and why. */
export interface SkippedRow {
  readonly row: number
  readonly reason: SkipReason
}

/** Rows one below the other; a single one where both are the same. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Which rows a sheet's account leaves out, so that each can be looked at. */
export interface LeftOutRows {
  /** The first of the rows that `account.other` counts, from the top. */
  readonly skipped: readonly SkippedRow[]
  /** The first of the rows that `account.blank` counts, from the top. */
  readonly blank: readonly RowRange[]
}

/** Every row of the sheet is one of these; the numbers add up to `rows`. */
export interface RowAccount {
  /** Rows from the first to the last used one. */
  readonly rows: number
  /** Titles and notes above the header. */
  readonly above: number
  readonly header: number
  readonly datasets: number
  readonly blank: number
  /** Rows below the headings that hold something and are no datasets; `why` adds up to it. */
  readonly other: number
  readonly why: { readonly [Reason in SkipReason]?: number }
}

export interface InventoryTable extends TableChoice, LeftOutRows {
  /** First row with a dataset and last row of the table; both 0 when there is none. */
  readonly firstRow: number
  readonly lastRow: number
  readonly datasets: number
  readonly columns: readonly ColumnMapping[]
  readonly account: RowAccount
  /** The sheets of `alsoSheets`; their datasets are not counted above. */
  readonly further: readonly FurtherSheet[]
}

/** A sheet with the same columns in the same places as the table's own. */
export interface FurtherSheet extends LeftOutRows {
  readonly sheet: string
  readonly headerRow: number
  readonly headerRows: number
  readonly firstRow: number
  readonly lastRow: number
  readonly datasets: number
  readonly account: RowAccount
}

export interface SheetSummary {
  readonly name: string
  readonly state: SheetState
  readonly rows: number
  readonly columns: number
}

/** A part of a sheet as text, for showing it: some rows from column A on; `cells[i]` belongs to row `rows[i]`. */
export interface SheetPreview {
  readonly sheet: string
  readonly letters: readonly string[]
  readonly rows: readonly number[]
  readonly cells: readonly (readonly string[])[]
}

/** One cell, as Excel names it: `B7`. */
export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

/** A cell, and what there is to know about it in the agency's own words; '' where they have none. */
export interface ToldPlace extends CellPlace {
  readonly words: string
}

/** Something worth telling about a workbook that is not an error. Of places, the first ones are named. */
export type WorkbookNotice =
  | { readonly code: 'macros' }
  | { readonly code: 'signed' }
  | { readonly code: 'external-links' }
  /** Sheets that the workbook names and the file does not hold. */
  | { readonly code: 'lost-sheets'; readonly sheets: readonly string[] }
  /** Without its formats a date is a number. */
  | { readonly code: 'lost-formats' }
  | { readonly code: 'protected-sheet'; readonly sheet: string }
  | { readonly code: 'error-cells'; readonly count: number; readonly places: readonly CellPlace[] }
  | { readonly code: 'hidden-rows'; readonly count: number; readonly places: readonly CellPlace[] }
  /** Rows that a filter leaves out of sight. */
  | { readonly code: 'filtered-rows'; readonly count: number; readonly places: readonly CellPlace[] }
  /** By the cells of their headings, with those. */
  | { readonly code: 'hidden-columns'; readonly count: number; readonly places: readonly ToldPlace[] }
  /** Notes and comments on cells of the table, with the beginning of each. */
  | { readonly code: 'cell-notes'; readonly count: number; readonly places: readonly ToldPlace[] }
  | { readonly code: 'hidden-sheets'; readonly sheets: readonly string[] }
  /** The headings come again among the values, and name nothing. */
  | { readonly code: 'headings-like-data'; readonly count: number; readonly places: readonly CellPlace[] }
  /** An earlier plan's datasets and values on sheets of ours: they are taken along. */
  | { readonly code: 'plan-additions'; readonly datasets: number; readonly values: number }
  | { readonly code: 'no-title-column' }

/** A column that an earlier plan added to the workbook, by the defined name that marks it. */
export interface PlanMark {
  readonly name: string
  readonly sheet: string
  readonly letter: string
  readonly headerRow: number
}

/** A text and how many datasets have it. */
export interface WordCount {
  readonly text: string
  readonly rows: number
}

export interface ColumnWords {
  readonly letter: string
  readonly words: readonly WordCount[]
}

export interface ColumnGaps {
  readonly letter: string
  readonly count: number
  /** The first ones. */
  readonly places: readonly CellPlace[]
}

/** What the open screen sees of a file before anything is imported. */
export interface WorkbookInspection {
  readonly format: WorkbookFormat
  readonly sheets: readonly SheetSummary[]
  /** The best table found, or the one that was asked for. */
  readonly table: InventoryTable
  /** Other sheets that could be taken with it, whether they are or not. */
  readonly sameColumns: readonly FurtherSheet[]
  readonly preview: SheetPreview
  /**
   * What the program takes the columns for by itself, where the table shows what a person confirmed for such headings
   * before; null elsewhere.
   */
  readonly guess: readonly ColumnMapping[] | null
  readonly notices: readonly WorkbookNotice[]
  /** The different words of columns that say how often something is updated. */
  readonly frequencies: readonly ColumnWords[]
  /** Columns in which some datasets have nothing. */
  readonly gaps: readonly ColumnGaps[]
  /** Columns an earlier plan added; they are not among the table's columns. */
  readonly marks: readonly PlanMark[]
  /**
   * Columns that may be an earlier plan's: they have a plan's heading and no mark, or a mark and another heading. Whether
   * they are, a person says.
   */
  readonly doubtful: readonly PlanMark[]
}

/** A part of a workbook to look at, whether there is a table in it or not. */
export interface WorkbookView {
  readonly sheets: readonly SheetSummary[]
  readonly preview: SheetPreview
}

/** Which part: of the first sheet that holds something where none is named, and from about which row on. */
export interface ViewChoice {
  readonly sheet: string | null
  readonly fromRow: number
}

/** One source row: the cells of the table's columns by letter, as Excel shows them. */
export interface SourceRow {
  readonly sheet: string
  readonly row: number
  readonly cells: { readonly [letter: string]: string }
  /** Where cells lead that show other words than their address, by letter. */
  readonly links?: { readonly [letter: string]: string }
}

/** What the columns of an earlier plan say in one row, as text by the names that mark them. */
export interface RowAnswers {
  readonly sheet: string
  readonly row: number
  readonly answers: { readonly [mark: string]: string }
}

/** A dataset that an earlier plan put on a sheet of its own. */
export interface DatasetOnAdditions {
  readonly sheet: string
  readonly row: number
  readonly facts: Partial<Facts>
  readonly answers: RowAnswers['answers']
}

/** A value that an earlier plan put there. */
export interface ValueOnAdditions {
  /** The cell it was meant for, or the first one of its dataset's row. */
  readonly sheet: string
  readonly letter: string
  readonly row: number
  /** What the dataset was called; '' where it had no name. */
  readonly title: string
  /** The plan's column by its mark; null where it was meant for that very cell of the agency's. */
  readonly mark: string | null
  readonly value: string
}

export interface Additions {
  readonly datasets: readonly DatasetOnAdditions[]
  readonly values: readonly ValueOnAdditions[]
}

/** How much a criterion counts, 0 to 3, by what the criterion is called. */
export interface CriterionWeight {
  readonly name: string
  readonly weight: number
}

/** Rows that may be made only while they are gone through; an array of them is this too. */
export interface SourceRows extends Iterable<SourceRow> {
  readonly length: number
}

export interface TableContent {
  readonly format: WorkbookFormat
  readonly table: InventoryTable
  readonly rows: SourceRows
  /** Of an earlier plan, where the workbook carries one; of datasets and of any other row. */
  readonly answers: readonly RowAnswers[]
  /** What an earlier plan put on sheets of its own. */
  readonly additions: Additions
  /** How much an earlier plan's criteria counted, as far as its workbook says so. */
  readonly weights: readonly CriterionWeight[]
  /** Columns of the table's sheets that are an earlier plan's by a person's word. */
  readonly headingMarks: readonly PlanMark[]
}

/** Why a file could not be read. Each has its own sentence. */
export type WorkbookProblem =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly code: 'file-locked-by-password' }
  | { readonly code: 'file-damaged' }
  /** A kind of file we do not read; `kind` names it: 'xls', 'xlsb', 'ods', 'pdf', 'word', 'text', 'unknown' … */
  | { readonly code: 'file-kind-not-read'; readonly kind: string }
  | { readonly code: 'file-is-lock-file' }
  | { readonly code: 'workbook-has-no-sheets' }
  | { readonly code: 'no-table-found' }
  /** A dataset is a column there and its facts run down; we read datasets in rows. */
  | { readonly code: 'table-transposed'; readonly sheet: string }
  /** A sheet asked for besides the table's own has other columns, or none. */
  | { readonly code: 'columns-differ'; readonly sheet: string }
  | { readonly code: 'no-datasets'; readonly sheet: string; readonly headerRow: number }
  | { readonly code: 'sheet-not-found'; readonly sheet: string }
  | { readonly code: 'header-row-empty'; readonly sheet: string; readonly headerRow: number }
  | { readonly code: 'workbook-too-complex'; readonly what: string }
  | { readonly code: 'reading-took-too-long' }
  | { readonly code: 'cancelled' }
