import { useEffect } from 'react'
import { hideHistory, showHistory } from '../ui/history-place.ts'

/** Ctrl+H while a plan is in sight; a panel without its plan closes. */
export function useHistoryKeys(isPlanShown: boolean): void {
  useEffect(() => {
    if (!isPlanShown) {
      hideHistory()
      return undefined
    }
    const onKeyDown = (event: KeyboardEvent) => {
      // The system's own on a Mac is Command+H, so it is Control on every computer.
      if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'h') return
      event.preventDefault()
      showHistory()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isPlanShown])
}
