import type { CalendarDate } from '../domain/calendar-date.ts'

/** The day of a moment where the user is. */
export function localDay(moment: Date): CalendarDate {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
