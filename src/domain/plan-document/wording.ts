import type { CalendarDate } from '../calendar-date.ts'
import { inWords } from '../calendar-date.ts'
import type { Block, Cell, Column, Run } from './document-model.ts'

/** For a table's cell that would mislead if it were blank. */
export const notYetGiven = 'not yet given'

/** Longest description of a dataset in a table, in characters. */
export const longestDescription = 300
/** Longest name and longest text a person gave; far beyond what anyone writes on purpose. */
const longestName = 200
const longestText = 2000

/** What no Word document may hold: control characters, halves of characters, and what is not a character. */
const unprintable = /[\p{Cc}\p{Surrogate}\u{FFFE}\u{FFFF}]/gu

/** Text of an agency's cell as one line that Word can hold, cut at `limit` characters with an ellipsis. */
export function oneLine(text: string, limit: number = longestText): string {
  const line = text.replace(unprintable, ' ').replace(/\s+/gu, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}

export function shortName(name: string): string {
  return oneLine(name, longestName)
}

/** The address if a Word document can link to it, else null. Plain ASCII only: Word calls others damaged. */
export function webAddress(text: string): string | null {
  const address = text.trim()
  const accepted = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?([/?#](?:[\w\-./~!$&'()*+,;=:@?#]|%[0-9a-f]{2})*)?$/i
  return address.length <= 1000 && accepted.test(address) ? address : null
}

/** `https://data.ct.gov/x` as `data.ct.gov`. */
export function siteOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/?#:].*/, '')
}

export function inFigures(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 dataset`, `1,700 datasets`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`
}

/** `5 of 8 (63%)`, or just `0 of 0`. */
export function shareOf(part: number, whole: number): string {
  const share = whole === 0 ? '' : ` (${Math.round((part / whole) * 100)}%)`
  return `${inFigures(part)} of ${inFigures(whole)}${share}`
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** Text that ends like a sentence. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

export function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text, numbered: true }
}

export function paragraph(...parts: readonly (string | Run)[]): Block {
  return { kind: 'paragraph', runs: parts.map(asRun) }
}

export function bullets(items: readonly (string | readonly Run[])[]): Block {
  return { kind: 'list', ordered: false, items: items.map(asRuns) }
}

export function numberedList(items: readonly (string | readonly Run[])[]): Block {
  return { kind: 'list', ordered: true, items: items.map(asRuns) }
}

export function bold(text: string): Run {
  return { text, bold: true }
}

type ColumnParts = readonly [columnHeading: string, share: number, figures?: 'figures']

export function columns(...parts: readonly ColumnParts[]): readonly Column[] {
  return parts.map(([columnHeading, share, figures]) =>
    figures === 'figures'
      ? { heading: columnHeading, share, figures: true }
      : { heading: columnHeading, share },
  )
}

export function cell(text: string): Cell {
  return [[{ text: oneLine(text) }]]
}

/** A text a person should have given; says so where it is missing. */
export function givenCell(text: string): Cell {
  const line = oneLine(text)
  return line === '' ? [[{ text: notYetGiven, quiet: true }]] : [[{ text: line }]]
}

export function dateCell(date: CalendarDate): Cell {
  return givenCell(inWords(date))
}

function asRun(part: string | Run): Run {
  return typeof part === 'string' ? { text: part } : part
}

function asRuns(item: string | readonly Run[]): readonly Run[] {
  return typeof item === 'string' ? [{ text: item }] : item
}
