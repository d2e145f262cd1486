import type {
  TableChoice,
  TableContent,
  WorkbookInspection,
  WorkbookProblem,
} from '../../domain/inventory-table.ts'
import type { Result } from '../../domain/result.ts'

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

export type ReadingAnswer =
  | { readonly kind: 'inspect'; readonly result: Result<WorkbookInspection, WorkbookProblem> }
  | { readonly kind: 'read-table'; readonly result: Result<TableContent, WorkbookProblem> }
