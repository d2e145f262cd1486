import { inWords as dayInWords, isCalendarDate } from '../calendar-date.ts'
import { type DayOrder, writtenDay } from '../written-day.ts'
import type { Field, Fields, Labels, ValueOf, ValuesOf } from './field.ts'

/** What stands in a cell of a field's column; null for nothing. */
export type ColumnValue = string | { readonly date: string } | null

/** What a field of any kind may hold. */
export type AnyValue = string | null | readonly string[]

export function emptyValue<One extends Field>(field: One): ValueOf<One> {
  return emptyOf(field) as ValueOf<One>
}

function emptyOf(field: Field): AnyValue {
  if (field.kind === 'one-of') return field.empty
  return field.kind === 'several-of' ? [] : ''
}

export function emptyValues<Part extends Fields>(fields: Part): ValuesOf<Part> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, emptyOf(field)]),
  ) as ValuesOf<Part>
}

/** Whether nobody has said anything in it. */
export function isEmpty(field: Field, value: AnyValue): boolean {
  if (field.kind === 'one-of') return value === field.empty
  return value === null || (typeof value === 'string' ? value.trim() : value).length === 0
}

/** The fields of each part that its step waits for: asked of every dataset after every change, so looked up once. */
const counting = new WeakMap<Fields, readonly (readonly [string, Field])[]>()

function countingFields(fields: Fields): readonly (readonly [string, Field])[] {
  const known = counting.get(fields) ?? Object.entries(fields).filter(([, field]) => field.counts === true)
  counting.set(fields, known)
  return known
}

/** Those of them that say nothing yet, in their order. */
export function missingFields<Part extends Fields>(
  fields: Part,
  values: ValuesOf<Part>,
): readonly (keyof Part & string)[] {
  return countingFields(fields)
    .filter(([name, field]) => isEmpty(field, values[name] as AnyValue))
    .map(([name]) => name)
}

/** As a word in a sentence: `legal basis`. */
export function shortName({ label, shortLabel = label }: Field): string {
  return shortLabel.toLowerCase()
}

/** As a person reads it; '' where nothing is said. What it has no words for reads as it is. */
export function valueInWords(field: Field, value: AnyValue): string {
  if (value === null) return ''
  switch (field.kind) {
    case 'date':
      return dayInWords(String(value))
    case 'one-of':
      return (field.labels as Labels<string>)[String(value)] ?? String(value)
    case 'several-of':
      return [...value].map((id) => `${id}: ${field.labels[id] ?? ''}`).join('; ')
    default:
      return String(value)
  }
}

/** As it stands in its column of the workbook; null where nothing is said. */
export function columnValue(field: Field, value: AnyValue): ColumnValue {
  if (value === null || isEmpty(field, value)) return null
  switch (field.kind) {
    case 'one-of':
      return (field.columnLabels ?? field.labels)[String(value)] ?? null
    case 'several-of':
      return field.choices.filter((id) => value.includes(id)).join(', ')
    case 'date':
      return isCalendarDate(String(value)) ? { date: String(value) } : String(value).trim()
    default:
      return String(value).trim()
  }
}

/** What a cell of its column says, which is not empty; null where that is no answer the field can hold. */
export function valueFromColumn(field: Field, text: string, order: DayOrder = 'month-first'): AnyValue {
  switch (field.kind) {
    case 'date':
      return writtenDay(text, order)
    case 'one-of':
      return idOf(text, field.columnLabels ?? field.labels, field.labels)
    case 'several-of':
      return idsIn(text, field.choices)
    default:
      return text
  }
}

/** The choice with this label, whatever its letter case; the first list that has it wins. */
export function idOf<Id extends string>(text: string, ...lists: readonly Labels<Id>[]): Id | null {
  const folded = text.toLowerCase()
  for (const labels of lists) {
    const ids = Object.keys(labels) as Id[]
    const found = ids.find((id) => labels[id].toLowerCase() === folded)
    if (found !== undefined) return found
  }
  return null
}

function idsIn(text: string, choices: readonly string[]): readonly string[] | null {
  const letters = text
    .toUpperCase()
    .split(/[\s,;]/)
    .filter((letter) => letter !== '')
  const ids = choices.filter((id) => letters.includes(id))
  return ids.length === new Set(letters).size ? ids : null
}

/** The choices that a column of the workbook offers; none where anything may be written. */
export function columnChoices(field: Field): readonly string[] | undefined {
  return field.kind === 'one-of' ? Object.values(field.columnLabels ?? field.labels) : undefined
}
