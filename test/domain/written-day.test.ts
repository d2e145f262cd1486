import { describe, expect, it, test } from 'vitest'
import { dayOrderOf, writtenDay } from '../../src/domain/written-day.ts'

describe('a day that came back', () => {
  test.each([
    ['2026-06-15', '2026-06-15'],
    ['2026-6-5', '2026-06-05'],
    ['2026/06/15', '2026-06-15'],
    ['20260615', '2026-06-15'],
    ['6/15/2026', '2026-06-15'],
    ['06/15/26', '2026-06-15'],
    ['6-15-2026', '2026-06-15'],
    ['15.06.2026', '2026-06-15'],
    ['5.6.2026', '2026-06-05'],
    ['15-Jun-26', '2026-06-15'],
    ['15 June 2026', '2026-06-15'],
    ['Jun 15, 2026', '2026-06-15'],
    ['Sept. 1 2026', '2026-09-01'],
    ['June 1st, 2026', '2026-06-01'],
    ['Monday, June 15, 2026', '2026-06-15'],
    [' 6/15/2026 0:00 ', '2026-06-15'],
    ['6/15/2026 12:00:00 AM', '2026-06-15'],
    ['2026-06-15T00:00:00', '2026-06-15'],
    ['2026-06-15T00:00:00.000Z', '2026-06-15'],
    ['2026-06-15 00:00:00 +02:00', '2026-06-15'],
    ['46188', '2026-06-15'],
    ['46188.5', '2026-06-15'],
  ])('as “%s” is %s', (text, day) => {
    expect(writtenDay(text, 'month-first')).toBe(day)
  })

  test.each([
    '',
    'Spring 2026',
    'June 2026',
    '2026',
    '13/13/2026',
    '2026-02-30',
    '6/15-2026',
    '2026-06/15',
    '15 Juni 2026',
    'Ju 15, 2026',
    '15-Jun-2026 or later',
    '4618',
    '461880',
    '6:15',
  ])('is none as “%s”', (text) => {
    expect([writtenDay(text, 'month-first'), writtenDay(text, 'day-first')]).toEqual([null, null])
  })

  it('has its month first, or its day, as the country has it', () => {
    expect(writtenDay('6/7/2026', 'month-first')).toBe('2026-06-07')
    expect(writtenDay('6/7/2026', 'day-first')).toBe('2026-07-06')
    expect(writtenDay('15/6/2026', 'month-first')).toBeNull()
  })
})

describe('the order of a column', () => {
  test.each([
    [['6/7/2026', '15/6/2026', 'soon'], 'day-first'],
    [['6/7/2026', '6/15/2026'], 'month-first'],
    [['6/7/2026'], 'month-first'],
    // Who can say: then it is the one of Connecticut.
    [['15/6/2026', '6/15/2026'], 'month-first'],
    [[], 'month-first'],
  ] as const)('of %j is %s', (texts, order) => {
    expect(dayOrderOf(texts)).toBe(order)
  })
})
