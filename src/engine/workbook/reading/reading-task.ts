import type {
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/inventory-table.ts'
import type { Result } from '../../../domain/result.ts'

/** The file that a thread reads: once, whatever it is asked of it. */
export interface FileToRead {
  readonly bytes: Uint8Array
  readonly name: string
}

/** What the engine asks of the thread that reads a workbook. */
export type ReadingTask =
  | { readonly kind: 'inspect'; readonly choice: TableChoice | null }
  | { readonly kind: 'read-table'; readonly choice: TableChoice }
  | { readonly kind: 'view'; readonly choice: ViewChoice }

/** The rows of a table come before it in chunks of their own; see row-chunks.ts. */
export type ReadingAnswer =
  | { readonly kind: 'inspect'; readonly result: Result<WorkbookInspection, WorkbookProblem> }
  | { readonly kind: 'read-table'; readonly result: Result<TableContent, WorkbookProblem> }
  | { readonly kind: 'view'; readonly result: Result<WorkbookView, WorkbookProblem> }
