import { useSyncExternalStore } from 'react'
import type { FileHandle } from '../contract/views.ts'
import type { Step } from '../domain/vocabulary.ts'

export type Screen = 'start' | 'open' | 'details' | Step | 'deliver'

/** Where the person is. It lives in the browser's history, so that Back and a reload do what they say. */
export type Place =
  | { readonly screen: Exclude<Screen, 'open'> }
  | { readonly screen: 'open'; readonly file: FileHandle }

const start: Place = { screen: 'start' }

/** Whether the open plan is what this place is about: before that, another file is being looked for or looked at. */
export function isPlanShown({ screen }: Place): boolean {
  return screen !== 'start' && screen !== 'open'
}

export function goTo(place: Place): void {
  window.history.pushState({ place }, '')
  tellMoved()
}

/** Goes there without leaving this place in the history, where going back to it would make no sense. */
export function goOnTo(place: Place): void {
  window.history.replaceState({ place }, '')
  tellMoved()
}

export function usePlace(): Place {
  return useSyncExternalStore(listenToMoves, currentPlace)
}

function currentPlace(): Place {
  const state = window.history.state as { readonly place?: Place } | null
  return state?.place ?? start
}

/** A browser says that the place changed only where it changed it itself. */
function tellMoved(): void {
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }))
}

function listenToMoves(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}
