/** A date cell's number as the calendar day and time Excel shows, without a `Date`: days have no time zone. */

const secondsPerDay = 86_400
const epoch1900 = -25_569
const epoch1904 = -24_107
/** December 31, 9999. */
const lastSerial = 2_958_465

/** `elapsed` counts hours beyond a day. */
export type DateParts = 'date' | 'time' | 'date-time' | 'elapsed'

/** `YYYY-MM-DD`, `HH:MM[:SS]` or both; null for a number that Excel cannot show as a date. */
export function serialDateText(serial: number, parts: DateParts, date1904: boolean): string | null {
  if (!Number.isFinite(serial)) return null
  const seconds = Math.round(serial * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  const time = seconds - day * secondsPerDay
  if (parts === 'elapsed') return seconds < 0 ? null : timeText(seconds)
  if (parts === 'time' && day === 0) return timeText(time)
  const date = dayText(parts === 'date' ? Math.floor(serial + 1e-9) : day, date1904)
  if (date === null || parts === 'date' || time === 0) return date
  return `${date} ${timeText(time)}`
}

function dayText(serial: number, date1904: boolean): string | null {
  if (date1904) return serial > lastSerial - 1_462 ? null : civil(serial + epoch1904)
  if (serial < 0 || serial > lastSerial) return null
  // Excel counts a February 29, 1900 that never was, and shows day 0 as January 0.
  if (serial === 60) return '1900-02-29'
  if (serial === 0) return '1900-01-00'
  return civil(serial + epoch1900 + (serial < 60 ? 1 : 0))
}

function timeText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  const rest = seconds % 60
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** The calendar day so many days after January 1, 1970 (Howard Hinnant's algorithm, public domain). */
function civil(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

const isoDate = /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** A `t="d"` cell: an ISO 8601 day, time, or both; the seconds' fractions and the zone say nothing here. */
export function isoDateText(raw: string): string {
  const match = isoDate.exec(raw.trim())
  if (match === null) return raw.trim()
  const [, date = '', minutes = '', seconds = '00'] = match
  const time = minutes === '' || seconds === '00' ? minutes : `${minutes}:${seconds}`
  if (date !== '' && time === '00:00') return date
  return `${date} ${time}`.trim()
}
