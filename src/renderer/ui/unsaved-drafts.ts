import { useEffect, useRef, useSyncExternalStore } from 'react'

/** How each field with something typed in it that is not saved yet can save it. */
const drafts = new Set<() => void>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** The window closes or the page is reloaded: what was typed is sent on its way at the last moment. */
function saveAll(): void {
  for (const save of [...drafts]) save()
}
if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', saveAll)
  window.addEventListener('pagehide', saveAll)
}

/** Whether anything that was typed anywhere is not saved yet. */
export function useHasUnsaved(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => drafts.size > 0,
  )
}

/** Keeps a draft from being lost: it is saved when its field goes away without a blur, and when the page does. */
export function useKeptDraft(draft: string | null, send: (value: string) => Promise<void>): void {
  const latest = useRef({ draft, send })
  useEffect(() => {
    latest.current = { draft, send }
  })
  const isKept = draft !== null
  useEffect(() => {
    if (!isKept) return
    const save = () => {
      const { draft: typed, send: sendTyped } = latest.current
      if (typed !== null) void sendTyped(typed)
    }
    drafts.add(save)
    tell()
    return () => {
      drafts.delete(save)
      tell()
    }
  }, [isKept])
  useEffect(
    () => () => {
      const { draft: left, send: sendLeft } = latest.current
      if (left !== null) void sendLeft(left)
    },
    [],
  )
}
