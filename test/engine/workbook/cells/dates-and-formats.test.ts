import { describe, expect, it } from 'vitest'
import { builtInFormat, parseNumberFormat } from '../../../../src/engine/workbook/cells/number-format.ts'
import {
  type DateParts,
  isoDateText,
  serialDateText,
} from '../../../../src/engine/workbook/cells/serial-date.ts'

describe('a day by its number', () => {
  it.each([
    [0, '1900-01-00'],
    [1, '1900-01-01'],
    [31, '1900-01-31'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [366, '1900-12-31'],
    [367, '1901-01-01'],
    [25_569, '1970-01-01'],
    [36_525, '1999-12-31'],
    [36_585, '2000-02-29'],
    [36_586, '2000-03-01'],
    [46_081, '2026-02-28'],
    [46_082, '2026-03-01'],
    [73_109, '2100-02-28'],
    [73_110, '2100-03-01'],
    [182_622, '2399-12-31'],
    [182_682, '2400-02-29'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%d is %s', (serial, text) => {
    expect(serialDateText(serial, 'date', false)).toBe(text)
  })

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [59, '1904-02-29'],
    [60, '1904-03-01'],
    [-1, '1903-12-31'],
    [44_620, '2026-03-01'],
    [2_957_003, '9999-12-31'],
    [2_957_004, null],
  ])('%d is %s where days are counted from 1904', (serial, text) => {
    expect(serialDateText(serial, 'date', true)).toBe(text)
  })

  it.each<[number, DateParts, string | null]>([
    [46_082.75, 'date', '2026-03-01'],
    [46_081.9999999999, 'date', '2026-03-01'],
    [46_082.75, 'date-time', '2026-03-01 18:00'],
    [46_082, 'date-time', '2026-03-01'],
    [46_082.75, 'time', '2026-03-01 18:00'],
    [0.75, 'time', '18:00'],
    [0, 'time', '00:00'],
    [0.5 + 1 / 86_400, 'time', '12:00:01'],
    [0.25 + 61 / 86_400, 'time', '06:01:01'],
    [0.999_999_9, 'time', '1900-01-01'],
    [0.5, 'date-time', '1900-01-00 12:00'],
    [1.5, 'elapsed', '36:00'],
    [100, 'elapsed', '2400:00'],
    [0, 'elapsed', '00:00'],
    [-0.5, 'elapsed', null],
    [-0.5, 'time', null],
    [2_958_466.5, 'date-time', null],
  ])('%d as %s is %s', (serial, parts, text) => {
    expect(serialDateText(serial, parts, false)).toBe(text)
  })
})

describe('a day in a cell of its own kind', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    [' 2026-03-01 ', '2026-03-01'],
    ['2026-03-01T00:00:00', '2026-03-01'],
    ['2026-03-01T00:00', '2026-03-01'],
    ['2026-03-01T18:05:00', '2026-03-01 18:05'],
    ['2026-03-01T18:05:09.123', '2026-03-01 18:05:09'],
    ['2026-03-01T18:05Z', '2026-03-01 18:05'],
    ['2026-03-01T18:05:00+01:00', '2026-03-01 18:05'],
    ['2026-03-01T18:05:00-0500', '2026-03-01 18:05'],
    ['18:05', '18:05'],
    ['T18:05:09', '18:05:09'],
    ['00:00', '00:00'],
    ['2026-03-01T00:00:30', '2026-03-01 00:00:30'],
    ['  soon ', 'soon'],
    ['x2026-03-01', 'x2026-03-01'],
    ['2026-03-01x', '2026-03-01x'],
    ['2026-3-1', '2026-3-1'],
  ])('%j is %s', (raw, text) => {
    expect(isoDateText(raw)).toBe(text)
  })
})

describe('a number format', () => {
  const date = (parts: DateParts) => ({ kind: 'date', parts })
  const general = { kind: 'general' }

  it('that Excel brings along is a date for some numbers and none for their neighbours', () => {
    const kinds = Array.from({ length: 65 }, (_, id) => {
      const format = builtInFormat(id)
      return format.kind === 'date' ? format.parts : format.kind
    })
    const ids = (kind: string) => kinds.flatMap((one, id) => (one === kind ? [id] : []))
    expect(ids('date')).toEqual([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
    expect(ids('time')).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 47])
    expect(ids('elapsed')).toEqual([46])
    expect(ids('date-time')).toEqual([22])
    expect(ids('pattern')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 37, 38, 39, 40, 41, 42, 43, 44, 48])
  })

  it.each([
    [1, ['0']],
    [4, ['#,##0.00']],
    [5, ['"$"#,##0_)', '("$"#,##0)']],
    [7, ['"$"#,##0.00_)', '("$"#,##0.00)']],
    [10, ['0.00%']],
    [11, ['0.00E+00']],
    [41, ['#,##0_)', '(#,##0)', '"-"_)']],
    [44, ['"$"#,##0.00_)', '("$"#,##0.00)', '"-"??_)']],
    [48, ['##0.0E+0']],
  ])('number %d is what Excel shows', (id, sections) => {
    expect(builtInFormat(id)).toEqual({ kind: 'pattern', sections })
  })

  it.each([
    ['yyyy-mm-dd', date('date')],
    ['d', date('date')],
    ['mmm', date('date')],
    ['m', date('date')],
    ['e', date('date')],
    ['ge', { kind: 'pattern', sections: ['ge'] }],
    ['hh:mm', date('time')],
    ['ss', date('time')],
    ['mm:ss.0', date('time')],
    ['h AM/PM', date('time')],
    ['h a/p', date('time')],
    ['d/m/yy h:mm', date('date-time')],
    ['mmmm h', date('date-time')],
    ['[h]:mm', date('elapsed')],
    ['[MM]:ss', date('elapsed')],
    ['[ss]', date('elapsed')],
    ['[$-409]d-mmm', date('date')],
    ['[Red]yyyy', date('date')],
    ['[=0]"";m/d/yyyy', date('date')],
    ['"Day "d', date('date')],
    ['\\d0', { kind: 'pattern', sections: ['\\d0'] }],
    ['#,##0 sq m', { kind: 'pattern', sections: ['#,##0 sq m'] }],
    ['0 "days"', { kind: 'pattern', sections: ['0 "days"'] }],
    ['0.0E+00', { kind: 'pattern', sections: ['0.0E+00'] }],
    ['General', general],
    ['STANDARD', general],
    ['@', general],
    ['', general],
    ['[Red]', general],
    ['General"x"', { kind: 'pattern', sections: ['General"x"'] }],
    ['"x"', { kind: 'pattern', sections: ['"x"'] }],
    ['\\x', { kind: 'pattern', sections: ['\\x'] }],
    ['# ?/?', general],
    ['0/8', general],
    ['# ??/100', general],
    ['0;-0;"a;b";@', { kind: 'pattern', sections: ['0', '-0', '"a;b"', '@'] }],
    ['0\\;0', { kind: 'pattern', sections: ['0\\;0'] }],
    ['0_;0', { kind: 'pattern', sections: ['0_;0'] }],
    ['*;0', { kind: 'pattern', sections: ['*;0'] }],
    ['[x;y]0', { kind: 'pattern', sections: ['[x;y]0'] }],
    ['"open', { kind: 'pattern', sections: ['"open'] }],
    [`0${'#'.repeat(999)}`, { kind: 'pattern', sections: [`0${'#'.repeat(999)}`] }],
    [`0${'#'.repeat(1_000)}`, general],
  ])('%j is told by its letters', (code, format) => {
    expect(parseNumberFormat(code)).toEqual(format)
  })
})
