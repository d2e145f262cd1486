import type { AppError, ErrorCode } from '../../contract/errors.ts'

/** An error as a person needs it: what happened, what is safe all the same, and what to do next. */
export interface ErrorInWords {
  readonly happened: string
  readonly safe: string
  readonly next: string
}

type Of<Code extends ErrorCode> = Extract<AppError, { readonly code: Code }>

export type Descriptions = { readonly [Code in ErrorCode]: (error: Of<Code>) => ErrorInWords }

export const planSafe = 'Everything saved so far is still in the plan.'

export const words = (happened: string, safe: string, next: string): ErrorInWords => ({
  happened,
  safe,
  next,
})
