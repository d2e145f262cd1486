import { startTransition, useOptimistic } from 'react'

export interface PendingValue<Value> {
  /** What is saved, or what is on its way. */
  readonly value: Value
  /** Answers whether it is saved; if not, `value` is again what was saved before. */
  readonly save: (value: Value) => Promise<boolean>
}

/**
 * A value that is sent whole although a person changes it part by part. A second change may come before the first
 * is answered: leaving a field and pressing a button is one movement. It must build on the first, not undo it.
 */
export function usePendingValue<Value>(
  saved: Value,
  send: (value: Value) => Promise<boolean>,
): PendingValue<Value> {
  const [value, setPending] = useOptimistic(saved)
  const save = (next: Value) =>
    new Promise<boolean>((resolve) => {
      startTransition(async () => {
        setPending(next)
        resolve(await send(next))
      })
    })
  return { value, save }
}
