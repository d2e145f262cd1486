/** What to write into a workbook, in plain terms, and what came of it. */

/** A value to write: text as text, never as a formula; `null` clears the cell. Dates are `{ date: 'YYYY-MM-DD' }`. */
export type WritableValue = string | number | boolean | { readonly date: string } | null

export interface CellChange {
  readonly sheet: string
  /** As Excel names it: `C5`. */
  readonly cell: string
  readonly value: WritableValue
  /** The value is a text as a person typed it; it is written as its column writes such things. */
  readonly asColumn?: boolean
  /** Why it is known beforehand that it cannot be written. */
  readonly refuse?: RefusalReason
}

/** A column of the plan: one heading, values by row, marked by a hidden defined name so that a later export finds it. */
export interface AddedColumn {
  readonly sheet: string
  /** The defined name that marks the column, for example `ODAP_availability`. */
  readonly mark: string
  readonly header: string
  /** Width in characters. */
  readonly width: number
  /** Whether a new one stands in a group that is folded away. */
  readonly folded?: boolean
  /** Where the column is there already, rows that are not named keep what they say and `null` clears them. */
  readonly values: { readonly [row: number]: WritableValue }
  /** The letter under which it is there already; null for a new one, whatever names there are; else its mark tells. */
  readonly at?: string | null
  /** Drop-down choices, where the values come from a closed list. */
  readonly choices?: readonly string[]
}

/** A sheet of our own at the end of the workbook: a heading row and rows below it. */
export interface AddedSheet {
  readonly name: string
  readonly header: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly WritableValue[])[]
}

/** A dataset that has no row yet and gets the next free one. */
export interface AddedRow {
  readonly sheet: string
  /** The row it comes below, the table's last. Those that name the same row follow one another, all or none. */
  readonly after: number
  readonly values: { readonly [letter: string]: WritableValue }
  /** What the plan's columns say of it, by their marks. */
  readonly planValues?: { readonly [mark: string]: WritableValue }
}

/** Where a table stands on its sheet. */
export interface TablePlace {
  readonly sheet: string
  readonly headerRow: number
  readonly lastRow: number
  readonly letters: readonly string[]
}

/** A cell that is only known once everything has its place. Rows that are added are counted from 0. */
export type CellTarget =
  | { readonly sheet: string; readonly cell: string }
  | { readonly mark: string; readonly row: number }
  | { readonly newRow: number; readonly mark: string }
  | { readonly newRow: number; readonly letter: string }

export interface ChangeLogEntry {
  readonly cell: CellTarget
  /** What stands beside the cell's name. */
  readonly rest: readonly WritableValue[]
}

/** A sheet that tells of changed cells, one a row; the first column names the cell. */
export interface ChangeLog extends Omit<AddedSheet, 'rows'> {
  /** Those whose cell was not written in the end are left out. */
  readonly entries: readonly ChangeLogEntry[]
}

export interface WorkbookChanges {
  /** The tables that columns and rows are added to, at most one a sheet. */
  readonly tables: readonly TablePlace[]
  readonly cells: readonly CellChange[]
  readonly columns: readonly AddedColumn[]
  readonly rows: readonly AddedRow[]
  readonly sheets: readonly AddedSheet[]
  /** The sheet that holds the rows in full when their table has no room; without it they go the way of `refusedTo`. */
  readonly rowsOtherwise?: AddedSheet
  readonly changeLog?: ChangeLog
  /**
   * Whether a person said that the file is an earlier export although its marks are gone: then a sheet with the name and
   * the headings of one of ours is that one.
   */
  readonly knownByHeadings?: boolean
  /** Whether a person wants the locked cells of protected sheets written; the protection stays on. */
  readonly writeProtected?: boolean
  /** Whether a person wants sheets added although the workbook's structure is locked; it stays locked. */
  readonly addToLocked?: boolean
  /** Of a text file: whether it becomes UTF-8, since its own encoding cannot hold the new text. */
  readonly asUtf8?: boolean
  /** Whether they go into a plain copy, since the workbook itself is written in a way that is not written. */
  readonly asPlain?: boolean
  /** The sheet for values that cannot be written where they belong; without it they are only reported. */
  readonly refusedTo?: RefusedSheet
}

/**
 * One row a value: the cell it was meant for (or the first of its dataset's row), its dataset, its column's heading, the
 * value.
 */
export interface RefusedSheet {
  readonly name: string
  readonly header: readonly [place: string, dataset: string, heading: string, value: string]
  readonly widths: readonly [place: number, dataset: number, heading: number, value: number]
  /** What the dataset of a row is called, by `Inventory!5`. */
  readonly names: ReadonlyMap<string, string>
}

/** Why a change was not made where it belongs. */
export type RefusalReason =
  | 'formula-cell'
  | 'array-formula'
  | 'inside-merge'
  | 'pivot-table'
  /** The heading of an Excel table: formulas name the column by it. */
  | 'table-heading'
  | 'protected-sheet'
  | 'no-room-right-of-table'
  /** Something stands below the table, or the sheet ends there. */
  | 'no-room-below-table'
  /** An Excel table with a row of totals, or filled by a query or an XML map. */
  | 'table-keeps-its-size'
  | 'structure-locked'
  | 'sheet-not-found'
  | 'text-too-long'
  /** Rows or cells of the sheet stand in no order, or twice: where a value belongs cannot be told. */
  | 'sheet-out-of-order'
  /** The column's drop-down has no such value. */
  | 'not-in-list'
  /** The cell leads to an address that would stay the old one. */
  | 'linked-cell'
  /** The cell holds another of the plan's fields too, which says something else. */
  | 'shared-cell'
  /** Several cells hold it together, and which part belongs where cannot be told. */
  | 'several-cells'
  /** The file's kind cannot hold it: a CSV has no second sheet. */
  | 'not-in-this-format'

export interface Refusal {
  /** `Inventory!C5`, or the heading of a column. */
  readonly where: string
  readonly reason: RefusalReason
  readonly value: string
}

export interface ChangedCell {
  readonly sheet: string
  readonly cell: string
  readonly before: string
  readonly after: string
}

/** Part by part: what is byte for byte the same, and what is not. */
export interface WorkbookComparison {
  readonly same: readonly string[]
  readonly changed: readonly { readonly part: string; readonly cells: readonly ChangedCell[] }[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Something done that is worth telling. `where` is as in a refusal, or the name of a sheet. */
export interface PatchWarning {
  readonly where: string
  readonly code: /** Half characters that no file can hold became U+FFFD. */
    | 'characters-replaced'
    /** The whole text file was written anew in UTF-8, with the same fields. */
    | 'encoding-changed'
    /** It is a new workbook with what the cells of the old one say, without looks, formulas and all else. */
    | 'plain-copy'
    /** Kept as typed in a CSV, where a spreadsheet may take it for a formula. */
    | 'reads-like-a-formula'
    /** The values are there, the drop-down is not: other rules of the agency's are in its place. */
    | 'no-drop-down'
    /** A pivot table reads this sheet and shows the old values until somebody presses Refresh. */
    | 'pivot-needs-refresh'
    /** A new row has no formula where the row above it has one. */
    | 'formula-left-out'
    /** The workbook was signed; the signature no longer fits. */
    | 'signature-broken'
}

export interface PatchReport {
  readonly changedCells: number
  /** Headings of the plan's columns with the letter each got. */
  readonly addedColumns: readonly { readonly header: string; readonly letter: string }[]
  readonly addedRows: readonly { readonly sheet: string; readonly row: number }[]
  readonly addedSheets: readonly string[]
  readonly refused: readonly Refusal[]
  readonly warnings: readonly PatchWarning[]
  readonly comparison: WorkbookComparison
}

/** Why no updated workbook could be made at all. */
export type PatchProblem =
  /** `what` names the part or the way it is written. */
  | { readonly code: 'workbook-dialect-not-written'; readonly what: string }
  | { readonly code: 'workbook-check-failed'; readonly what: string }
  /** It was stopped at the limit for `what`. */
  | { readonly code: 'writing-takes-too-much'; readonly what: 'time' | 'memory' }
  /** A text file's encoding has no place for a character of the new text: it can be saved as UTF-8 instead. */
  | { readonly code: 'encoding-cannot-hold'; readonly text: string; readonly encoding: string }
