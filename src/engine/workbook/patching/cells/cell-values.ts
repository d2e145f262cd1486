import type {
  PatchWarning,
  RefusalReason,
  WritableValue,
} from '../../../../domain/write-back/workbook-changes.ts'
import { escapeCellText, escapeMarkup, withoutLoneSurrogates } from '../../../ooxml/xml/xml-writing.ts'
import type { StyleNeed } from './style-book.ts'

/** What Excel holds in one cell. */
const mostCharacters = 32_767

/** A value in the form a cell has it. */
export type StoredValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'day'; readonly serial: number }
  /** Its result is left to Excel. */
  | { readonly kind: 'formula'; readonly formula: string }

/** Days that Excel cannot count, and days in workbooks without styles to show them in, are written as text. */
export function storedValue(value: WritableValue, date1904: boolean, hasStyles: boolean): StoredValue {
  if (value === null || value === '') return { kind: 'empty' }
  if (typeof value === 'string') return { kind: 'text', text: withoutLoneSurrogates(value) }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A cell holds finite numbers only.')
    return { kind: 'number', number: value }
  }
  const serial = hasStyles ? daySerial(value.date, date1904) : null
  return serial === null ? { kind: 'text', text: value.date } : { kind: 'day', serial }
}

export function valueProblem(value: StoredValue): RefusalReason | null {
  return value.kind === 'text' && value.text.length > mostCharacters ? 'text-too-long' : null
}

export function valueWarning(value: WritableValue): PatchWarning['code'] | null {
  return typeof value === 'string' && withoutLoneSurrogates(value) !== value ? 'characters-replaced' : null
}

/** The value as a person reads it in a report. */
export function valueText(value: WritableValue): string {
  if (value === null) return ''
  if (typeof value === 'object') return value.date
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Excel counts a February 29, 1900 that never was: days before March 1, 1900 have no number both agree on. */
function daySerial(date: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const milliseconds = Date.UTC(year, month - 1, day)
  if (new Date(milliseconds).toISOString().slice(0, 10) !== date) return null
  const days = milliseconds / 86_400_000 + 25_569
  const firstCertain = 61
  if (days < firstCertain) return null
  const serial = date1904 ? days - 1_462 : days
  return serial < 0 ? null : serial
}

export function styleNeed(value: StoredValue, format: 'as-is' | 'plain'): StyleNeed {
  return {
    format: value.kind === 'day' ? 'date' : format,
    quoted: value.kind === 'text' && /^[=+\-@]/.test(value.text),
  }
}

/** One `c` element; `prefix` is the part's own, as `x:`. */
export function cellXml(prefix: string, name: string, style: number, value: StoredValue): string {
  const open = `<${prefix}c r="${name}"${style === 0 ? '' : ` s="${style}"`}`
  switch (value.kind) {
    case 'empty':
      return `${open}/>`
    case 'text': {
      const text = `<${prefix}t xml:space="preserve">${escapeCellText(value.text)}</${prefix}t>`
      return `${open} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`
    }
    case 'boolean':
      return `${open} t="b"><${prefix}v>${value.boolean ? 1 : 0}</${prefix}v></${prefix}c>`
    case 'number':
      return `${open}><${prefix}v>${value.number}</${prefix}v></${prefix}c>`
    case 'day':
      return `${open}><${prefix}v>${value.serial}</${prefix}v></${prefix}c>`
    case 'formula':
      return `${open}><${prefix}f>${escapeMarkup(value.formula)}</${prefix}f></${prefix}c>`
  }
}
