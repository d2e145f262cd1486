import type { CallName, OutputOf } from './calls.ts'

/**
 * What arrives the same through JSON and through structured clone: no `undefined`, no `Date`, no class.
 * Anything else would make the two hosts differ.
 */
export type Wireable<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends Date | ((...parameters: never) => unknown) | Uint8Array
    ? never
    : Value extends object
      ? { readonly [Key in keyof Value]: Wireable<Value[Key]> }
      : never

type NotWireable = {
  [Name in CallName]: OutputOf<Name> extends Wireable<OutputOf<Name>> ? never : Name
}[CallName]

/** Stops compiling, and names the call, when an answer would not survive both hosts. */
export const everyAnswerIsWireable: [NotWireable] extends [never] ? true : NotWireable = true
