import type { Result } from '../domain/result.ts'
import type { CallName, InputOf, OutputOf } from './calls.ts'
import type { AppError } from './errors.ts'
import type { CallRequest } from './host.ts'

/** What a caller may say of a call beside its input. */
export type CallOptions = Partial<Pick<CallRequest, 'callId' | 'planId'>>

/** The typed side of the one door: every caller goes through this, whatever carries the call. */
export interface Client {
  readonly call: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ) => Promise<Result<OutputOf<Name>, AppError>>
}

export function createClient(
  invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>,
  newCallId: () => string,
  common: Pick<CallRequest, 'mostDatasets'> = {},
): Client {
  return {
    call: async <Name extends CallName>(name: Name, input: InputOf<Name>, options?: CallOptions) =>
      // The door answers each call with its own type; the handlers are checked against it where they are made.
      (await invoke({ callId: newCallId(), ...common, ...options, call: name, input })) as Result<
        OutputOf<Name>,
        AppError
      >,
  }
}
