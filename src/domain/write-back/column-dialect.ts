import type { CalendarDate } from '../calendar-date.ts'
import { inWords, isCalendarDate, monthNumber } from '../calendar-date.ts'
import type { CellKind } from '../table/sheet-grid.ts'
import type { WritableValue } from './workbook-changes.ts'

/** A cell of a column as it stands there. */
export interface ColumnCell {
  readonly text: string
  readonly kind: CellKind
}

/** What a column's drop-down offers; nothing is known of one that takes its list from a formula. */
export type Choices = readonly string[] | 'anything' | 'unreadable'

/**
 * What a person typed, written the way the column writes such things: as its drop-down spells it, as TRUE or Yes, as a
 * day or a number. null when the column's drop-down has no such value.
 */
export function inColumnDialect(
  typed: string,
  column: readonly ColumnCell[],
  choices: Choices,
): { readonly value: WritableValue } | null {
  const text = typed.trim()
  if (text === '') return { value: null }
  if (choices === 'anything') return { value: valueLike(text, column) }
  // Of a list that cannot be read, the column itself shows a part.
  const offered = choices === 'unreadable' ? column.map((cell) => cell.text) : choices
  const spelled = offered.find((choice) => folded(choice) === folded(text)) ?? meant(text, offered)
  return spelled === undefined ? null : { value: valueLike(spelled, column) }
}

/** Whether two texts say the same although they are written differently: `Yes` and `TRUE`, `2026-05-01` and `5/1/2026`. */
export function sameMeaning(one: string, other: string): boolean {
  const [a, b] = [singleSpaced(one), singleSpaced(other)]
  if (a === b) return true
  const truth = truthOf(a)
  if (truth !== null) return truth === truthOf(b)
  const day = dayOf(a)
  return day !== null && day === dayOf(b)
}

function meant(text: string, offered: readonly string[]): string | undefined {
  return offered.find((choice) => sameMeaning(choice, text))
}

function folded(text: string): string {
  return singleSpaced(text).toLowerCase()
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function valueLike(text: string, column: readonly ColumnCell[]): WritableValue {
  const filled = column.filter((cell) => cell.text.trim() !== '')
  const mostly = (test: (cell: ColumnCell) => boolean) => filled.filter(test).length * 2 > filled.length
  const truth = truthOf(text)
  if (truth !== null && mostly(({ kind, text: own }) => kind === 'boolean' && /^[A-Z]+$/.test(own)))
    return truth
  if (truth !== null && mostly((cell) => truthOf(cell.text) !== null)) {
    return filled.find((cell) => truthOf(cell.text) === truth)?.text ?? text
  }
  const day = dayOf(text)
  if (day !== null && mostly(({ kind }) => kind === 'date')) return { date: day }
  if (day !== null && mostly((cell) => dayOf(cell.text) !== null)) return dayLike(day, filled)
  const isNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text)
  if (isNumber && mostly(({ kind }) => kind === 'number')) return Number(text)
  return text
}

/** null for words that say neither yes nor no. */
function truthOf(text: string): boolean | null {
  if (/^(yes|y|true)$/i.test(text.trim())) return true
  return /^(no|n|false)$/i.test(text.trim()) ? false : null
}

const usDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** The day a text names, in one of the three ways they are written in Connecticut; null for anything else. */
function dayOf(text: string): CalendarDate | null {
  const trimmed = text.trim()
  const [, usMonth, usDate, usYear] = usDay.exec(trimmed) ?? []
  const [, word, wordDate, wordYear] = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(trimmed) ?? []
  const month = word === undefined ? usMonth : monthNumber(word)?.toString()
  const date = usDate ?? wordDate
  const iso =
    month === undefined || date === undefined
      ? trimmed
      : `${usYear ?? wordYear}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDate(iso) ? iso : null
}

/** A day as the column's texts write theirs. */
function dayLike(day: CalendarDate, filled: readonly ColumnCell[]): string {
  const own = filled.map(({ text }) => text.trim()).filter((text) => dayOf(text) !== null)
  const most = (test: (text: string) => boolean) => own.filter(test).length * 2 > own.length
  if (most((text) => usDay.test(text))) {
    const [year, month, date] = day.split('-')
    const isPadded = own.some((text) => /^0|\/0/.test(text))
    const short = (part: string | undefined) => (isPadded ? part : String(Number(part)))
    return `${short(month)}/${short(date)}/${year}`
  }
  return most((text) => /[A-Za-z]/.test(text)) ? inWords(day) : day
}
