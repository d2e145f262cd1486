import { isAscii } from 'node:buffer'

/**
 * Texts out of bytes, a stretch at a time: to make one string of many thousand bytes and cut it up costs a fraction
 * of making a string of every few bytes.
 */
export interface TextWindow {
  readonly bytes: Buffer
  start: number
  end: number
  /** One character for each byte of the stretch. */
  text: string
  isAscii: boolean
}

const stretch = 65_536
/** V8 copies shorter texts out; a longer one keeps the whole stretch in memory. */
const longestCopied = 12

export function newTextWindow(bytes: Buffer): TextWindow {
  return { bytes, start: 0, end: 0, text: '', isAscii: false }
}

/** The text of some bytes if they are ASCII with all those around them; null where that is not known. */
export function asciiText(window: TextWindow, start: number, end: number): string | null {
  moveTo(window, start)
  if (!window.isAscii || end > window.end) return null
  return window.text.slice(start - window.start, end - window.start)
}

/** The text of bytes that are known to be ASCII, which will be kept without what stands around them. */
export function shortAsciiText(window: TextWindow, start: number, end: number): string {
  if (end - start > longestCopied) return window.bytes.toString('latin1', start, end)
  moveTo(window, start)
  if (end > window.end) return window.bytes.toString('latin1', start, end)
  return window.text.slice(start - window.start, end - window.start)
}

function moveTo(window: TextWindow, start: number): void {
  if (start >= window.start && start < window.end) return
  const { bytes } = window
  window.start = start
  window.end = Math.min(start + stretch, bytes.length)
  window.isAscii = isAscii(bytes.subarray(start, window.end))
  window.text = bytes.toString('latin1', start, window.end)
}
