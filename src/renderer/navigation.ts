import { useSyncExternalStore } from 'react'
import type { FileHandle } from '../contract/views.ts'
import type { Step } from '../domain/vocabulary.ts'

export type Screen = 'start' | 'open' | 'details' | Step | 'deliver'

/** Where the person is. It lives in the browser's history, so that Back and a reload do what they say. */
export type Place =
  | { readonly screen: Exclude<Screen, 'open'> }
  | { readonly screen: 'open'; readonly file: FileHandle }

const start: Place = { screen: 'start' }
const moved = new Set<() => void>()

/** Whether the open plan is what this place is about: before that, another file is being looked for or looked at. */
export function isPlanShown({ screen }: Place): boolean {
  return screen !== 'start' && screen !== 'open'
}

export function goTo(place: Place): void {
  window.history.pushState({ place }, '')
  for (const listener of moved) listener()
}

/** Goes there without leaving this place in the history, where going back to it would make no sense. */
export function goOnTo(place: Place): void {
  window.history.replaceState({ place }, '')
  for (const listener of moved) listener()
}

export function usePlace(): Place {
  return useSyncExternalStore(listenToMoves, currentPlace)
}

function currentPlace(): Place {
  const state = window.history.state as { readonly place?: Place } | null
  return state?.place ?? start
}

function listenToMoves(listener: () => void): () => void {
  moved.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    moved.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
