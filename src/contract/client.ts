import type { Result } from '../domain/result.ts'
import type { CallName, InputOf, OutputOf } from './calls.ts'
import type { AppError } from './errors.ts'
import type { CallRequest } from './host.ts'

/** The typed side of the one door: every caller goes through this, whatever carries the call. */
export interface Client {
  readonly call: <Name extends CallName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ) => Promise<Result<OutputOf<Name>, AppError>>
}

export interface CallOptions {
  /** For progress and cancelling; made where it is not given. */
  readonly callId?: string
  /** The plan this is meant for: see `CallRequest`. */
  readonly planId?: string
}

export function createClient(
  invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>,
  newCallId: () => string,
): Client {
  return {
    call: async <Name extends CallName>(name: Name, input: InputOf<Name>, options: CallOptions = {}) => {
      const { callId = newCallId(), planId } = options
      const request = { callId, call: name, input, ...(planId !== undefined && { planId }) }
      // The door answers each call with its own type; the handlers are checked against it where they are made.
      return (await invoke(request)) as Result<OutputOf<Name>, AppError>
    },
  }
}
