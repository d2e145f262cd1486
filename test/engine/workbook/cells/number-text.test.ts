import { describe, expect, it } from 'vitest'
import { builtInFormat, parseNumberFormat } from '../../../../src/engine/workbook/cells/number-format.ts'
import { generalText, numberText } from '../../../../src/engine/workbook/cells/number-text.ts'
import { isoDateText, serialDateText } from '../../../../src/engine/workbook/cells/serial-date.ts'

describe('numbers as Excel shows them', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [123456789012, '123456789012'],
    [-0, '0'],
    [1e15, '1000000000000000'],
    [1e21, '1E+21'],
    [1e-7, '1E-07'],
    [1234.5, '1234.5'],
  ])('%d without a format is %s', (value, text) => {
    expect(generalText(value)).toBe(text)
  })

  it.each([
    [6106, '00000', '06106'],
    [60600001, '00000\\-0000', '06060-0001'],
    [123456789, '000-00-0000', '123-45-6789'],
    [8605551234, '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '(860) 555-1234'],
    [5551234, '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '555-1234'],
    [1, '[=1]"Yes";[=0]"No";General', 'Yes'],
    [0, '[=1]"Yes";[=0]"No";General', 'No'],
    [7, '[=1]"Yes";[=0]"No";General', '7'],
    [-2, '[Red][<0]0.0;0', '-2.0'],
    [3, '[<0]0.0;[>100]0', '3'],
    [12, 'General" datasets"', '12 datasets'],
    [1234567890123, '"No. "General', 'No. 1234567890123'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [429.755, '0.00', '429.76'],
    [0.125, '0.0%', '12.5%'],
    [0.5, '0%', '50%'],
    [-1234, '#,##0_);(#,##0)', '(1,234)'],
    [-0.001, '0.00', '0.00'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [1234, '"$"#,##0.00', '$1,234.00'],
    [1234, '#,##0.00\\ [$€-407]', '1,234.00 €'],
    [12345.6789, '0.00E+00', '1.23E+04'],
    [1234567, '#,##0,', '1,235'],
    [5, '"DS-"000', 'DS-005'],
    [0.5, '# ?/?', '0.5'],
    [7, '@', '7'],
    [7, 'General', '7'],
    [1.5, '0.0##', '1.5'],
  ])('%d as %s is %s', (value, format, text) => {
    expect(numberText(value, parseNumberFormat(format), false)).toBe(text)
  })
})

describe('dates by number format', () => {
  it.each([
    ['m/d/yyyy', 43101, '2018-01-01'],
    ['[$-409]mmmm\\ d\\,\\ yyyy;@', 43101.75, '2018-01-01'],
    ['yyyy"年"m"月"d"日"', 43101, '2018-01-01'],
    ['m/d/yy h:mm', 43101.5, '2018-01-01 12:00'],
    ['m/d/yy h:mm', 43101, '2018-01-01'],
    ['h:mm AM/PM', 0.75, '18:00'],
    ['[h]:mm:ss', 1.5, '36:00'],
    ['mmm-yy', 43101, '2018-01-01'],
    ['[=0]"";m/d/yyyy', 43101, '2018-01-01'],
    ['mm:ss.000', 0.5, '12:00'],
    ['TT.MM.JJJJ', 43101, '2018-01-01'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 43101, '2018-01-01'],
  ])('%s of %d is %s', (format, serial, text) => {
    expect(numberText(serial, parseNumberFormat(format), false)).toBe(text)
  })

  it.each(['0.00', '#,##0 sq m', '0.0 d', '#,##0 "days"', '[Red]0', '0.00E+00', '"dd"0', '_d0'])(
    '%s is no date',
    (format) => {
      expect(parseNumberFormat(format).kind).toBe('pattern')
    },
  )

  it('knows the built-in date formats', () => {
    expect([14, 17, 22, 30, 46].map((id) => builtInFormat(id).kind)).toEqual(Array(5).fill('date'))
    expect([0, 1, 9, 49, 164].map((id) => builtInFormat(id).kind)).not.toContain('date')
  })

  it('keeps the leap day that never was, and both epochs', () => {
    expect([0, 1, 59, 60, 61].map((serial) => serialDateText(serial, 'date', false))).toEqual([
      '1900-01-00',
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
    ])
    expect(serialDateText(0, 'date', true)).toBe('1904-01-01')
    expect(serialDateText(43708, 'date', true)).toBe('2023-09-01')
    expect(serialDateText(2_958_465, 'date', false)).toBe('9999-12-31')
    expect(serialDateText(2_958_466, 'date', false)).toBeNull()
    expect(serialDateText(2_957_003, 'date', true)).toBe('9999-12-31')
    expect(serialDateText(2_957_004, 'date', true)).toBeNull()
    expect(serialDateText(-1, 'date', false)).toBeNull()
  })

  it('reads ISO date cells', () => {
    expect(isoDateText('2012-04-23T00:00:00.000Z')).toBe('2012-04-23')
    expect(isoDateText('2012-04-23T18:25:43')).toBe('2012-04-23 18:25:43')
    expect(isoDateText('18:25:00')).toBe('18:25')
    expect(isoDateText('2024-02-29T10:30:00+02:00')).toBe('2024-02-29 10:30')
  })
})
