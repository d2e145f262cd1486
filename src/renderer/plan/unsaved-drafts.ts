import { useCallback, useEffect, useRef, useState } from 'react'
import { create } from 'zustand'

/** How to save each draft that is typed and not saved; a field adds its own and takes it away. */
const useDrafts = create<readonly (() => void)[]>(() => [])

/** Says that a draft waits to be saved; answers with what says that it waits no more. */
function addUnsaved(save: () => void): () => void {
  useDrafts.setState((drafts) => [...drafts, save], true)
  return () => useDrafts.setState((drafts) => drafts.filter((draft) => draft !== save), true)
}

/** Whether something is on screen that is typed and not saved. */
export function useHasUnsaved(): boolean {
  return useDrafts((drafts) => drafts.length > 0)
}

/** Keeps what is typed from being lost when the tab or the window closes: no field is left then. */
export function useSavedOnClosing(hurry: () => void): void {
  useEffect(() => {
    const saveAll = () => {
      for (const save of useDrafts.getState()) save()
      // No answer will come any more that a later change could wait for.
      hurry()
    }
    // Electron closes after the first, a browser may leave out either.
    const closing = ['beforeunload', 'pagehide'] as const
    for (const name of closing) window.addEventListener(name, saveAll)
    return () => {
      for (const name of closing) window.removeEventListener(name, saveAll)
    }
  }, [hurry])
}

/** Has the host ask before the tab or the window closes on what is nowhere but in this program. */
export function useAskedBeforeClosing(wouldLose: () => boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (wouldLose()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [wouldLose])
}

/**
 * For what is typed for an action that nobody has asked for yet, so that it cannot be saved by itself: it is said to be
 * unsaved, and the host asks before it closes.
 */
export function useUnsavedUntilAsked(isTyped: boolean): void {
  useEffect(() => (isTyped ? addUnsaved(() => undefined) : undefined), [isTyped])
  const wouldLose = useCallback(() => isTyped, [isTyped])
  useAskedBeforeClosing(wouldLose)
}

/**
 * Saves what is typed when its field goes without being left: the browser's Back and closing remove it without a blur.
 * `draft` is null while there is nothing whole to save, and `isDirty` tells the person whether anything is unsaved.
 */
export function useSavedOnLeaving<Draft>(
  isDirty: boolean,
  draft: Draft | null,
  save: (draft: Draft) => void,
): void {
  const latest = useRef({ draft, save })
  useEffect(() => {
    latest.current = { draft, save }
  })
  const [saveLatest] = useState(() => () => {
    const { draft: left, save: saveLeft } = latest.current
    if (left !== null) saveLeft(left)
  })
  useEffect(() => (isDirty ? addUnsaved(saveLatest) : undefined), [isDirty, saveLatest])
  useEffect(() => saveLatest, [saveLatest])
}
