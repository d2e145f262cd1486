import { shortAsciiText, type TextWindow } from '../../encoding/text-window.ts'
import type { NumberFormat } from './number-format.ts'
import { serialDateText } from './serial-date.ts'

/** A number as Excel shows it in a column wide enough. */
export function numberText(value: number, format: NumberFormat, date1904: boolean): string {
  if (format.kind === 'general') return generalText(value)
  if (format.kind === 'date') {
    return serialDateText(value, format.parts, date1904) ?? generalText(value)
  }
  return patternText(value, format.sections) ?? generalText(value)
}

/** 15 significant digits, as Excel keeps them, and no exponent where the digits can be read. */
export function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value === 0 ? '0' : String(value)
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  const exponent = text.indexOf('e')
  if (exponent === -1) return text
  const power = Number(text.slice(exponent + 1))
  const sign = power < 0 ? '-' : '+'
  return `${text.slice(0, exponent)}E${sign}${String(Math.abs(power)).padStart(2, '0')}`
}

/**
 * The text of a number whose digits already are what General shows, and so need not become a number first; null
 * for any other: exponents, more than 15 digits, zeros in front or behind.
 */
export function canonicalNumberText(window: TextWindow, start: number, end: number): string | null {
  const { bytes } = window
  const first = bytes[start] === 0x2d ? start + 1 : start
  if (end - first > 15 || end === first) return null
  const zeroFirst = bytes[first] === 0x30
  if (zeroFirst && end > first + 1) return null
  let point = -1
  for (let at = first; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x2e && point === -1) point = at
    else if (byte < 0x30 || byte > 0x39) return null
  }
  if (point !== -1 && (point === first || bytes[end - 1] === 0x30 || point === end - 1)) return null
  if (zeroFirst && first > start) return null
  return shortAsciiText(window, start, end)
}

function patternText(value: number, sections: readonly string[]): string | null {
  if (sections.some((section) => condition.test(section))) return conditionalText(value, sections)
  const [positive = '', negative, zero] = sections
  if (value < 0 && negative !== undefined) return sectionText(-value, negative)
  if (value === 0 && zero !== undefined) return sectionText(0, zero)
  const text = sectionText(Math.abs(value), positive)
  return value < 0 && text !== null && /[1-9]/.test(text) ? `-${text}` : text
}

const condition = /^(?:\[[^<>=\]][^\]]*\])*\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)\]/i

/** `[<=9999999]###-####;(###) ###-####`: the first section whose condition holds; one without holds for the rest. */
function conditionalText(value: number, sections: readonly string[]): string | null {
  const fitting = sections.slice(0, 3).find((section) => {
    const [, comparison = '', limit = ''] = condition.exec(section) ?? []
    return comparison === '' || holds(value, comparison, Number(limit))
  })
  if (fitting === undefined) return null
  const text = sectionText(Math.abs(value), fitting)
  return value < 0 && text !== null ? `-${text}` : text
}

function holds(value: number, comparison: string, limit: number): boolean {
  switch (comparison) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '<>':
      return value !== limit
    default:
      return value === limit
  }
}

interface Pattern {
  /** Literals and runs of placeholders in their order. */
  readonly pieces: readonly (string | { readonly digits: string })[]
  readonly percents: number
}

const placeholders = /^[0#?.,]+$/

function sectionText(value: number, section: string): string | null {
  const { pieces, percents } = splitPattern(section, value)
  const runs = pieces.filter((piece) => typeof piece !== 'string').map((piece) => piece.digits)
  if (runs.length === 0) return pieces.join('').trim()
  const whole = runs.join('')
  if (/E[+-]/.test(section.replace(/"[^"]*"/g, ''))) return scientificText(value, runs[0] ?? '')
  const decimals = whole.includes('.') ? whole.slice(whole.indexOf('.') + 1).replace(/[^0#?]/g, '') : ''
  const scale = /,+$/.exec(whole.split('.')[0] ?? '')?.[0].length ?? 0
  const scaled = (value * 100 ** percents) / 1_000 ** scale
  if (!(scaled < 1e15)) return null
  return fillPattern(Number(scaled.toPrecision(15)), pieces, runs, decimals)
}

const patternPieces = /"[^"]*"?|\\[\s\S]?|_[\s\S]?|\*[\s\S]?|\[[^\]]*\]?|general|[0#?.,]+|[\s\S]/gi

function splitPattern(section: string, value: number): Pattern {
  const pieces: (string | { digits: string })[] = []
  let percents = 0
  for (const piece of section.match(patternPieces) ?? []) {
    if (placeholders.test(piece)) pieces.push({ digits: piece })
    else if (piece.startsWith('"')) pieces.push(piece.replaceAll('"', ''))
    else if (piece.startsWith('\\')) pieces.push(piece.slice(1))
    else if (piece.startsWith('_')) pieces.push(' ')
    else if (/^general$/i.test(piece)) pieces.push(generalText(value))
    else if (piece.startsWith('*')) continue
    else if (piece.startsWith('[')) pieces.push(/^\[\$([^-\]]*)/.exec(piece)?.[1] ?? '')
    else {
      if (piece === '%') percents += 1
      pieces.push(piece)
    }
  }
  return { pieces, percents }
}

/** Puts the digits into the runs of placeholders from the right: `000-00-0000` splits a number as it says. */
function fillPattern(
  value: number,
  pieces: Pattern['pieces'],
  runs: readonly string[],
  decimals: string,
): string {
  const least = /0[#?]*$/.exec(decimals) === null ? 0 : decimals.lastIndexOf('0') + 1
  const [integer = '0', fraction = ''] = roundedTo(value, Math.min(decimals.length, 20)).split('.')
  let shownFraction = fraction
  while (shownFraction.length > least && shownFraction.endsWith('0'))
    shownFraction = shownFraction.slice(0, -1)
  const grouped = /[0#?],+[0#?]/.test(runs.join('').split('.')[0] ?? '')
  let left = integer === '0' ? '' : integer

  const pointRun = runs.findIndex((run) => run.includes('.'))
  const last = pointRun === -1 ? runs.length - 1 : pointRun
  const filled = runs.map(() => '')
  for (let index = last; index >= 0; index -= 1) {
    const places = (runs[index]?.split('.')[0] ?? '').replaceAll(',', '')
    const take = index === 0 ? left.length : Math.min(places.length, left.length)
    const digits = left.slice(left.length - take)
    left = left.slice(0, left.length - take)
    const zeros = places.length - Math.max(places.indexOf('0'), 0)
    const text = digits.padStart(places.includes('0') ? zeros : 0, '0')
    filled[index] = grouped ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text
  }
  if (shownFraction !== '' && pointRun !== -1) filled[pointRun] += `.${shownFraction}`
  let run = -1
  const shown = pieces.map((piece) => {
    if (typeof piece === 'string') return piece
    run += 1
    return filled[run] ?? ''
  })
  return shown.join('').trim()
}

/** Half goes up by the decimal digits Excel keeps, not by the binary number behind them: 2.675 is 2.68. */
function roundedTo(value: number, decimals: number): string {
  const shifted = Number(`${value}e${decimals}`)
  return Number.isFinite(shifted)
    ? Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals)
    : value.toFixed(decimals)
}

function scientificText(value: number, mantissaRun: string): string {
  const decimals = /\.([0#?]*)/.exec(mantissaRun)?.[1]?.length ?? 0
  const [mantissa = '0', power = '+0'] = value.toExponential(Math.min(decimals, 15)).split('e')
  return `${mantissa}E${power[0] ?? '+'}${power.slice(1).padStart(2, '0')}`
}
