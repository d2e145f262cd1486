import { cleanup, configure } from '@testing-library/react'
import { afterEach, expect, vi } from 'vitest'

// A busy computer takes its time; what never comes is waited for no longer than a test may take. What is behind a dialog
// is hidden from screen readers a moment after it opens, and this browser keeps it hidden: end-to-end tests look at that.
configure({ asyncUtilTimeout: 8_000, defaultHidden: true })

// Nothing moves: dialogs and panels are there, or gone, at once.
Element.prototype.animate = () => null as unknown as Animation

// A body of a table knows its rows in every browser but this one.
if (!('rows' in HTMLTableSectionElement.prototype)) {
  Object.defineProperty(HTMLTableSectionElement.prototype, 'rows', {
    get(this: HTMLTableSectionElement) {
      return this.querySelectorAll(':scope > tr')
    },
  })
}

// An element says by a property too whether it is pressed, in every browser but this one.
if (!('ariaPressed' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'ariaPressed', {
    get(this: Element) {
      return this.getAttribute('aria-pressed')
    },
  })
}

// What goes wrong where a key or a click is answered is thrown at nobody.
const thrown: unknown[] = []
window.addEventListener('error', ({ error }) => thrown.push(error))

afterEach(() => {
  cleanup()
  // What keeps the focus in a dialog outlives its test: a timer of its own that never came would end it for all others.
  if (vi.isFakeTimers()) vi.runOnlyPendingTimers()
  vi.useRealTimers()
  expect(thrown.splice(0), 'errors of the page').toEqual([])
})
