import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { DeliveryQuestions } from '../../contract/views.ts'
import type { Result } from '../../domain/result.ts'
import type { PatchedWorkbook } from '../workbook/patching/patched-workbook.ts'

/** What the engine asks of the thread that gives workbooks back; the plan's file is read there too. */
export type GiveBackTask =
  | { readonly kind: 'questions'; readonly path: string }
  | { readonly kind: 'make'; readonly path: string; readonly input: ParsedInputOf<'deliver.make-workbook'> }

export type GiveBackAnswer =
  | { readonly kind: 'questions'; readonly result: Result<DeliveryQuestions, AppError> }
  | { readonly kind: 'make'; readonly result: Result<GivenBack, AppError> }

export interface GivenBack extends PatchedWorkbook {
  /** What the agency calls its workbook. */
  readonly fileName: string
}
