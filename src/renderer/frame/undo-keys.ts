import { useEffect } from 'react'
import { usePlanView, useSession } from '../plan/program.tsx'
import { isTextField } from '../ui/keyboard.ts'

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) for a plan that is in sight; inside a text field they stay the field's own. */
export function useUndoKeys(isPlanShown: boolean): void {
  const session = useSession()
  const view = usePlanView()
  const canUndo = isPlanShown && view !== null && view.history.undo !== null
  const canRedo = isPlanShown && view !== null && view.history.redo !== null

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = wantedOf(event)
      if (wanted === null || isTextField(event.target)) return
      if (wanted === 'undo' && canUndo) void session.change('plan.undo', {})
      if (wanted === 'redo' && canRedo) void session.change('plan.redo', {})
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [session, canUndo, canRedo])
}

function wantedOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo'
  return key === 'z' ? 'undo' : null
}
