import type {
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/inventory-table.ts'
import type { Result } from '../../../domain/result.ts'

/** What the engine asks of the worker that reads a workbook. */
export type ReadingTask =
  | {
      readonly kind: 'inspect'
      readonly bytes: Uint8Array
      readonly name: string
      readonly choice: TableChoice | null
    }
  | {
      readonly kind: 'read-table'
      readonly bytes: Uint8Array
      readonly name: string
      readonly choice: TableChoice
    }
  | {
      readonly kind: 'view'
      readonly bytes: Uint8Array
      readonly name: string
      readonly choice: ViewChoice
    }

/** How far the worker is, in bytes of what it reads: inflated ones in a package. */
export interface ReadingProgress {
  readonly kind: 'progress'
  readonly done: number
  readonly total: number
}

/** Told how much of how much is read; in bytes. */
export type OnProgress = (done: number, total: number) => void

/** The rows of a table come before it in chunks of their own; see row-chunks.ts. */
export type ReadingAnswer =
  | { readonly kind: 'inspect'; readonly result: Result<WorkbookInspection, WorkbookProblem> }
  | { readonly kind: 'read-table'; readonly result: Result<TableContent, WorkbookProblem> }
  | { readonly kind: 'view'; readonly result: Result<WorkbookView, WorkbookProblem> }
