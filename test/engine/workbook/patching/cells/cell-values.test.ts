import { describe, expect, it } from 'vitest'
import {
  cellXml,
  storedValue,
  styleNeed,
} from '../../../../../src/engine/workbook/patching/cells/cell-values.ts'

const stored = (date: string, date1904 = false) => storedValue({ date }, date1904, true)

describe('a day in a cell', () => {
  it('has the number that Excel shows as that day', () => {
    expect(stored('1900-03-01')).toEqual({ kind: 'day', serial: 61 })
    expect(stored('2026-11-22')).toEqual({ kind: 'day', serial: 46_348 })
    expect(stored('9999-12-31')).toEqual({ kind: 'day', serial: 2_958_465 })
  })

  it('in a workbook that counts from 1904 has the number that stands for it there', () => {
    expect(stored('1904-01-01', true)).toEqual({ kind: 'day', serial: 0 })
    expect(stored('2026-11-22', true)).toEqual({ kind: 'day', serial: 44_886 })
    expect(stored('1903-12-31', true)).toEqual({ kind: 'text', text: '1903-12-31' })
  })

  it.each(['1900-02-28', '1900-02-01', '1899-12-31'])(
    '%s, that Excel and the calendar number differently, is text',
    (date) => {
      expect(stored(date)).toEqual({ kind: 'text', text: date })
    },
  )

  it.each(['1900-02-29', '2026-02-29', '2026-13-01', '2026-11-31', 'soon'])(
    '%s is no day, but text',
    (date) => {
      expect(stored(date)).toEqual({ kind: 'text', text: date })
    },
  )

  it('is text where there is no style to show it in', () => {
    expect(storedValue({ date: '2026-11-22' }, false, false)).toEqual({ kind: 'text', text: '2026-11-22' })
  })
})

describe('a text in a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])(
    '%s is a text like any other, and stays one when it is edited',
    (text) => {
      const value = storedValue(text, false, true)
      expect(value).toEqual({ kind: 'text', text })
      expect(styleNeed(value, 'as-is').quoted).toBe(true)
      expect(cellXml('', 'A1', 0, value)).toBe(
        `<c r="A1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
      )
    },
  )

  it('needs no mark where it begins like a word', () => {
    expect(styleNeed(storedValue('a=1', false, true), 'as-is').quoted).toBe(false)
  })
})

it('a cell holds finite numbers only', () => {
  expect(storedValue(1.5, false, true)).toEqual({ kind: 'number', number: 1.5 })
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => storedValue(number, false, true)).toThrow(RangeError)
})
