import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// Nothing moves: dialogs and panels are there, or gone, at once.
Element.prototype.animate = () => null as unknown as Animation

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
