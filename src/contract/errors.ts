import type { WorkbookProblem } from '../domain/inventory-table.ts'
import type { PlanHolder } from '../domain/plan.ts'
import type { PatchProblem } from '../domain/write-back/workbook-changes.ts'

/**
 * Everything that can go wrong and be told to a person: a code and what the sentence needs. The words are made
 * in src/renderer/text/describe-error.ts for the screen and in src/cli/say.ts for the terminal.
 */
export type AppError =
  | WorkbookProblem
  | PatchProblem
  /** The caller's mistake, never a user's. */
  | { readonly code: 'unknown-call'; readonly call: string }
  | { readonly code: 'invalid-input'; readonly problems: readonly string[] }
  /** A field holds up to `limit` characters. */
  | { readonly code: 'text-too-long'; readonly limit: number }
  /** A bug. The details are in the log under this number. */
  | { readonly code: 'internal'; readonly incident: string }
  | { readonly code: 'no-plan-open' }
  /** Another plan was opened meanwhile, in another window; the call was meant for the one before. */
  | { readonly code: 'other-plan-open' }
  | { readonly code: 'plan-not-found' }
  | { readonly code: 'plan-open-elsewhere'; readonly holder: PlanHolder | null }
  /** The plan was opened to read, because another program has it open for changes. */
  | { readonly code: 'plan-read-only' }
  /** The open plan's file has been removed, moved or replaced: what is written to it nobody would find again. */
  | { readonly code: 'plan-file-lost' }
  /** A plan file holds a plan that this computer has already; both as they were last changed. */
  | {
      readonly code: 'plan-known-already'
      readonly planId: string
      /** ISO dates and times in UTC. */
      readonly changedAt: string
      readonly fileChangedAt: string
    }
  | { readonly code: 'plan-damaged' }
  | { readonly code: 'plan-newer' }
  /** Made by a program that was never released. */
  | { readonly code: 'plan-unreleased' }
  | { readonly code: 'not-a-plan-file' }
  /** Somebody decided something in the plan that would be overwritten. */
  | { readonly code: 'plan-has-decisions' }
  /** The agency's own reference-data.json; `problem` says where and what. */
  | { readonly code: 'reference-data-unreadable'; readonly problem: string }
  | { readonly code: 'dataset-not-found' }
  | { readonly code: 'criterion-not-found' }
  | { readonly code: 'idea-not-found' }
  | { readonly code: 'idea-already-a-dataset' }
  | { readonly code: 'title-column-missing' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
  /** No such action, or one from before the way back to it was kept. */
  | { readonly code: 'action-not-found' }
  | { readonly code: 'backup-not-found' }
  | { readonly code: 'backup-damaged' }
  /** The file was not received, or has been cleared away since. */
  | { readonly code: 'file-gone' }
  | { readonly code: 'file-not-readable' }
  /** Only its name is on this computer: OneDrive has its bytes, and cannot be reached. */
  | { readonly code: 'file-not-downloaded' }
  | { readonly code: 'document-check-failed'; readonly what: string }
  | { readonly code: 'disk-full' }
  | { readonly code: 'cannot-write' }
  /** Where a person wants a file saved: it is open in another program, or marked read-only. */
  | { readonly code: 'target-open'; readonly name: string }
  | { readonly code: 'target-read-only'; readonly name: string }
  | { readonly code: 'target-not-downloaded'; readonly name: string }
  | { readonly code: 'folder-gone'; readonly folder: string }
  | { readonly code: 'folder-read-only'; readonly folder: string }
  /** The host lost its engine or its server in the middle of a call. */
  | { readonly code: 'engine-gone' }

export type ErrorCode = AppError['code']
