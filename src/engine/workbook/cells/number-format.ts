import type { DateParts } from './serial-date.ts'

/** How a number format shows numbers, as far as the plan needs it. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date'; readonly parts: DateParts }
  /** Up to four sections, as written between semicolons. */
  | { readonly kind: 'pattern'; readonly sections: readonly string[] }

const general: NumberFormat = { kind: 'general' }

/** Excel's built-in formats that differ from General; 14-22 and 45-47 and the East Asian ones are dates and times. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);("$"#,##0.00)'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);(#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);(#,##0.00)'],
  [41, '#,##0_);(#,##0);"-"_)'],
  [42, '"$"#,##0_);("$"#,##0);"-"_)'],
  [43, '#,##0.00_);(#,##0.00);"-"??_)'],
  [44, '"$"#,##0.00_);("$"#,##0.00);"-"??_)'],
  [48, '##0.0E+0'],
])

export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) {
    return { kind: 'date', parts: 'date' }
  }
  if (id === 46) return { kind: 'date', parts: 'elapsed' }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
    return { kind: 'date', parts: 'time' }
  }
  if (id === 22) return { kind: 'date', parts: 'date-time' }
  const code = builtIn.get(id)
  return code === undefined ? general : parseNumberFormat(code)
}

/** Excel takes 255 characters; a format is gone through for every cell that has it. */
const longestCode = 1_000

export function parseNumberFormat(code: string): NumberFormat {
  if (code.length > longestCode) return general
  const sections = splitSections(code)
  // `[=0]"";m/d/yyyy` shows dates too: the first section that shows the number says what it is.
  const telling = sections.find((section) => withoutLiterals(section).trim() !== '') ?? sections[0] ?? ''
  const parts = dateParts(telling)
  if (parts !== null) return { kind: 'date', parts }
  const first = sections[0] ?? ''
  const bare = withoutLiterals(first).trim().toLowerCase()
  if (bare === '' && !/["\\]/.test(first)) return general
  if (bare === '@' || (/^(general|standard)$/.test(bare) && !/["\\]/.test(first))) return general
  // Fractions are read better as the number they stand for.
  if (/[?#0]\s*\/\s*[?#\d]/.test(bare)) return general
  return { kind: 'pattern', sections }
}

function splitSections(code: string): readonly string[] {
  const sections: string[] = ['']
  for (const piece of code.match(/"[^"]*"?|\\[\s\S]?|_[\s\S]?|\*[\s\S]?|\[[^\]]*\]?|[\s\S]/g) ?? []) {
    if (piece === ';') sections.push('')
    else sections[sections.length - 1] += piece
  }
  return sections
}

/** The format without quoted and escaped text, spacing, fill and what stands in brackets. */
function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"?|\\[\s\S]?|_[\s\S]?|\*[\s\S]?|\[[^\]]*\]?/g, '')
}

/** Which date and time letters a section has; null when it is no date. Letters of other locales are Excel's own in the file. */
function dateParts(section: string): DateParts | null {
  const elapsed = /\[(h+|m+|s+)\]/i.test(section)
  const bare = withoutLiterals(section)
    .toLowerCase()
    .replace(/general|standard|am\/pm|a\/p/g, '')
  // Days and times have digits of their own only for fractions of a second: `#,##0 sq m` is a number with its unit.
  if (/[#?]|(^|[^.0])0/.test(bare)) return null
  const hours = elapsed || /[hs]/.test(bare)
  const days = /[dy]|(?:^|[^a-z])e(?![+-])|m{3,}/.test(bare) || (bare.includes('m') && !hours)
  if (!hours && !days) return null
  if (elapsed) return 'elapsed'
  return hours && days ? 'date-time' : hours ? 'time' : 'date'
}
