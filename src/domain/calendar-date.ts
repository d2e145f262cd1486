/** A calendar date as `YYYY-MM-DD`, or '' where none is given. Never a `Date`: a day has no time zone. */
export type CalendarDate = string

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const length = monthLengths[month - 1] ?? 0
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day >= 1 && day <= (month === 2 && isLeapYear ? 29 : length)
}

/** 1 for January, whatever its letter case; null for a word that is no month. */
export function monthNumber(word: string): number | null {
  const index = months.findIndex((month) => month.toLowerCase() === word.toLowerCase())
  return index === -1 ? null : index + 1
}

/** The same for its first three letters and more: `Jan`, `Sept`. */
export function shortMonthNumber(word: string): number | null {
  const folded = word.toLowerCase()
  const index = months.findIndex((month) => month.toLowerCase().startsWith(folded))
  return folded.length < 3 || index === -1 ? null : index + 1
}

/** `2026-11-22` as `November 22, 2026`; anything else as it is. */
export function inWords(date: CalendarDate): string {
  if (!isCalendarDate(date)) return date
  const [year, month, day] = date.split('-').map(Number)
  return `${months[(month ?? 1) - 1]} ${day}, ${year}`
}

/** The day of a moment where this computer is. */
export function localDay(moment: Date): CalendarDate {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
