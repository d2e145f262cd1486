import type { CallContext, EngineContext } from '../context.ts'
import type { OnProgress } from '../threads/thread-messages.ts'

/** For work that a person may cancel, and whose progress the page is told under the call's id. */
export function toldProgress(
  { emit }: EngineContext,
  { callId, signal }: CallContext,
): { readonly signal: AbortSignal; readonly onProgress: OnProgress } {
  return { signal, onProgress: (done, total) => emit({ kind: 'progress', callId, done, total }) }
}
