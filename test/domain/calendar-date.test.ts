import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inWords, isCalendarDate, localDay, monthNumber } from '../../src/domain/calendar-date.ts'

describe('a calendar date', () => {
  it.each([
    '2026-01-01',
    '2026-01-31',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
    '2026-11-30',
    '2026-12-31',
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '2024-01-31',
    '2024-04-30',
  ])('%s exists', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  it.each([
    '',
    '2026-00-10',
    '2026-13-10',
    '2026-01-00',
    '2026-01-32',
    '2026-02-29',
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2026-04-31',
    '2024-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-1-1',
    '26-01-01',
    '12026-01-01',
    '2026-01-011',
    '2026-01-01T00:00:00Z',
    'on 2026-01-01',
    '2026/01/01',
    'soon',
  ])('“%s” does not', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  it.each([
    ['2026-11-22', 'November 22, 2026'],
    ['2027-01-05', 'January 5, 2027'],
    ['2024-02-29', 'February 29, 2024'],
    ['2026-12-31', 'December 31, 2026'],
    ['2026-02-30', '2026-02-30'],
    ['next spring', 'next spring'],
    ['', ''],
  ])('“%s” reads “%s”', (date, words) => {
    expect(inWords(date)).toBe(words)
  })
})

it('knows every month by its English name in any letter case, and no other word', () => {
  const names = 'January february MARCH April May June July August September October November December'
  expect(names.split(' ').map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(['', 'Jan', 'Smarch', 'May '].map(monthNumber)).toEqual([null, null, null, null])
})

describe('the day of a moment', () => {
  it.each([
    ['America/New_York', 18, '2026-12-31'],
    ['America/New_York', 21, '2026-12-31'],
    ['America/New_York', 25, '2027-01-01'],
    ['Pacific/Auckland', 25, '2027-01-01'],
  ])('in %s, %i hours after December 31, 2026 began there, is %s', (zone, hour, day) => {
    // A thread keeps the zone it was begun with: there this says less, and is as true.
    vi.stubEnv('TZ', zone)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(localDay(new Date(2026, 11, 31, hour))).toBe(day)
  })
})
