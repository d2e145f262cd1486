import { describe, expect, it } from 'vitest'
import { asciiText, newTextWindow, shortAsciiText } from '../../../src/engine/encoding/text-window.ts'

/** Longer than the stretch that is made a string at a time. */
const digits = Buffer.from(
  Array.from({ length: 20_000 }, (_, index) => String(index).padStart(10, '0')).join(''),
)

describe('texts out of bytes', () => {
  it('are those of the bytes, wherever a stretch ends and in whatever order they are asked for', () => {
    const window = newTextWindow(digits)
    for (const index of [0, 1, 6_552, 6_553, 6_554, 19_999, 3, 13_107]) {
      expect(shortAsciiText(window, index * 10, index * 10 + 10)).toBe(String(index).padStart(10, '0'))
      expect(shortAsciiText(window, index * 10, index * 10 + 100)).toBe(
        digits.toString('latin1', index * 10, index * 10 + 100),
      )
    }
  })

  it('are left to a decoder where anything around them is not ASCII', () => {
    const bytes = Buffer.from('plain, é, plain')
    const window = newTextWindow(bytes)
    expect(asciiText(window, 0, 5)).toBeNull()
    expect(asciiText(window, 0, 0)).toBeNull()
    expect(asciiText(newTextWindow(digits), 5, 15)).toBe(`${'0000000000'.slice(5)}00000`)
    expect(asciiText(newTextWindow(digits), 0, 70_000)).toBeNull()
  })
})
