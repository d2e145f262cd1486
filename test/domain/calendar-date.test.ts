import { describe, expect, it } from 'vitest'
import { inWords, isCalendarDate, monthNumber } from '../../src/domain/calendar-date.ts'

describe('a calendar date', () => {
  it.each([
    '2026-11-22',
    '2024-01-31',
    '2024-02-29',
    '2000-02-29',
    '1900-02-28',
    '2026-01-31',
    '2026-12-31',
    '2026-04-30',
  ])('%s exists', (date) => {
    expect(isCalendarDate(date)).toBe(true)
  })

  it.each([
    ['the leap day of 1900, which Excel counts and no calendar has', '1900-02-29'],
    ['the leap day of another century', '2100-02-29'],
    ['the leap day of a common year', '2026-02-29'],
    ['a February 30', '2024-02-30'],
    ['the 31st of a month of thirty days', '2026-11-31'],
    ['a day before the first', '2026-11-00'],
    ['a day 32', '2026-12-32'],
    ['a thirteenth month', '2026-13-01'],
    ['no month', '2026-00-10'],
    ['nothing', ''],
    ['a date with its time', '2026-11-22T00:00'],
    ['something in front of it', 'on 2026-11-22'],
    ['another order', '22-11-2026'],
    ['too few digits', '2026-1-2'],
  ])('%s does not', (_, date) => {
    expect(isCalendarDate(date)).toBe(false)
  })
})

describe('a date in words', () => {
  it('is the month’s name, the day and the year', () => {
    expect(inWords('2026-11-02')).toBe('November 2, 2026')
    expect(inWords('2024-02-29')).toBe('February 29, 2024')
  })

  it('stays as it was written where there is no such day', () => {
    expect(inWords('1900-02-29')).toBe('1900-02-29')
    expect(inWords('')).toBe('')
    expect(inWords('next spring')).toBe('next spring')
  })
})

it('knows the months by their names, whatever the letter case', () => {
  expect(['January', 'FEBRUARY', 'december', 'Brumaire', ''].map(monthNumber)).toEqual([1, 2, 12, null, null])
})
