import { type CalendarDate, isCalendarDate, shortMonthNumber } from './calendar-date.ts'

/** Which comes first where a day is written in numbers alone. */
export type DayOrder = 'month-first' | 'day-first'

const time = /[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?( ?(Z|[+-]\d{2}:?\d{2}))?$/i
const weekday = /^[a-z]+day,? /i

/**
 * The day a text names, in whatever way spreadsheets write a day they were given: by numbers in the order of the country,
 * by month's name, with a time, or as the number that stands behind it. null for anything else.
 */
export function writtenDay(text: string, order: DayOrder): CalendarDate | null {
  const day = text.trim().replace(time, '').replace(weekday, '').trim()
  return yearFirst(day) ?? inNumbers(day, order) ?? withMonth(day) ?? fromSerial(day)
}

/** The order in which a column writes its days: some are only days one way round. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  const isDayFirst = (text: string) =>
    writtenDay(text, 'month-first') === null && writtenDay(text, 'day-first') !== null
  const isMonthFirst = (text: string) =>
    writtenDay(text, 'day-first') === null && writtenDay(text, 'month-first') !== null
  return texts.some(isDayFirst) && !texts.some(isMonthFirst) ? 'day-first' : 'month-first'
}

function yearFirst(text: string): CalendarDate | null {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? []
  const [, joinedYear, joinedMonth, joinedDay] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  return dayFrom(year ?? joinedYear, month ?? joinedMonth, day ?? joinedDay)
}

function inNumbers(text: string, order: DayOrder): CalendarDate | null {
  const [, first, separator, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? []
  // Nobody who parts a day by points writes the month first.
  const isDayFirst = separator === '.' || order === 'day-first'
  return isDayFirst ? dayFrom(year, second, first) : dayFrom(year, first, second)
}

function withMonth(text: string): CalendarDate | null {
  const [, day, name, year] = /^(\d{1,2})[- ]([a-z]{3,9})\.?,?[- ](\d{4}|\d{2})$/i.exec(text) ?? []
  const [, otherName, otherDay, otherYear] =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? []
  const month = shortMonthNumber(name ?? otherName ?? '')
  return month === null ? null : dayFrom(year ?? otherYear, String(month), day ?? otherDay)
}

/** Days since the end of 1899, as spreadsheets count them; those of this century and of some time before. */
function fromSerial(text: string): CalendarDate | null {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? []
  if (days === undefined) return null
  return new Date(Date.UTC(1899, 11, 30 + Number(days))).toISOString().slice(0, 10)
}

function dayFrom(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | null {
  if (year === undefined || month === undefined || day === undefined) return null
  const whole = year.length === 2 ? `20${year}` : year
  const iso = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(iso) ? iso : null
}
