import { cleanup } from '@testing-library/react'
import { afterEach, expect, vi } from 'vitest'

// Nothing moves: dialogs and panels are there, or gone, at once.
Element.prototype.animate = () => null as unknown as Animation

// What goes wrong where a key or a click is answered is thrown at nobody.
const thrown: unknown[] = []
window.addEventListener('error', ({ error }) => thrown.push(error))

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  expect(thrown.splice(0), 'errors of the page').toEqual([])
})
