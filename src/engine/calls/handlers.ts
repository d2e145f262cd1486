import type { CallName, OutputOf, ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { Result } from '../../domain/result.ts'
import type { CallContext, EngineContext } from '../context.ts'

type Reply<Name extends CallName> = Result<OutputOf<Name>, AppError>

/** What answers a call: its parsed input, what the engine offers, and what belongs to this one call. */
export type Handler<Name extends CallName> = (
  input: ParsedInputOf<Name>,
  context: EngineContext,
  call: CallContext,
) => Reply<Name> | Promise<Reply<Name>>

type StepOf<Name extends CallName> = Name extends `${infer Step}.${string}` ? Step : never

/** The calls of one step, complete: one that is missing does not compile. */
export type HandlersOf<Step extends StepOf<CallName>> = {
  readonly [Name in Extract<CallName, `${Step}.${string}`>]: Handler<Name>
}

export type Handlers = { readonly [Name in CallName]: Handler<Name> }
