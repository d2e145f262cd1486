import { useEffect } from 'react'
import { isPlanShown, type Place } from '../navigation.ts'
import { usePlanState, useSession } from '../program.tsx'
import { isTextField } from '../ui/keyboard.ts'

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) for the plan; inside a text field they stay the field's own. */
export function useUndoKeys(place: Place): void {
  const session = useSession()
  const { view } = usePlanState()
  const history = isPlanShown(place) ? view?.history : undefined
  const canUndo = (history?.undo ?? null) !== null
  const canRedo = (history?.redo ?? null) !== null

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
