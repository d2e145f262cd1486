import type { KeyboardEvent } from 'react'
import { useRef } from 'react'

interface EnterMeansWords {
  /** For the capture phase: a combobox would otherwise take Enter for the first entry of its list. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void
  /** To be called when something is typed, and when the list opens or closes. */
  readonly leaveList: () => void
}

/** In a combobox with free text, Enter means what was typed, unless an arrow key has gone into the list. */
export function useEnterMeansWords(onEnter: () => void): EnterMeansWords {
  const isInList = useRef(false)
  return {
    onKeyDownCapture: (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') isInList.current = true
      if (event.key !== 'Enter' || isInList.current) return
      event.preventDefault()
      event.stopPropagation()
      onEnter()
    },
    leaveList: () => {
      isInList.current = false
    },
  }
}
