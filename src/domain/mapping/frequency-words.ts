import { editDistance } from './edit-distance.ts'

/** How often, whatever it is called. Named by the time between two updates. */
export const intervals = [
  'continuous',
  'hour',
  'day',
  'weekday',
  'half-week',
  'week',
  'two-weeks',
  'half-month',
  'month',
  'two-months',
  'quarter',
  'four-months',
  'half-year',
  'year',
  'two-years',
  'five-years',
  'decade',
  'as-needed',
  'never',
  'other',
] as const
export type Interval = (typeof intervals)[number]

/** The length of the intervals that have one, in days. */
export const intervalDays: { readonly [Name in Interval]?: number } = {
  continuous: 0,
  hour: 1 / 24,
  day: 1,
  weekday: 1.4,
  'half-week': 3.5,
  week: 7,
  'two-weeks': 14,
  'half-month': 15,
  month: 30.4,
  'two-months': 61,
  quarter: 91,
  'four-months': 122,
  'half-year': 183,
  year: 365,
  'two-years': 730,
  'five-years': 1_826,
  decade: 3_652,
}

/** Words and phrases in lower case, without hyphens. Those of two meanings stand under both. */
const written: { readonly [Name in Interval]: string } = {
  continuous:
    'continuous, continuously, continual, continually, constant, constantly, real time, realtime, near real time, live, streaming',
  hour: 'hourly, every hour, per hour',
  day: 'daily, nightly, every day, each day, once a day, per day, every night, every 24 hours',
  weekday:
    'every weekday, weekdays, business days, every business day, each business day, workdays, every workday, monday to friday, monday through friday',
  'half-week': 'semiweekly, twice a week, twice weekly, twice per week, two times a week, biweekly',
  week: 'weekly, every week, each week, once a week, per week, every 7 days',
  'two-weeks': 'fortnightly, every two weeks, every 2 weeks, every other week, every 14 days, biweekly',
  'half-month': 'semimonthly, twice a month, twice monthly, twice per month, two times a month, bimonthly',
  month: 'monthly, every month, each month, once a month, per month, every 30 days, mthly',
  'two-months': 'every two months, every 2 months, every other month, six times a year, bimonthly',
  quarter:
    'quarterly, trimonthly, every quarter, each quarter, once a quarter, per quarter, every three months, every 3 months, four times a year, 4 times a year, qtrly',
  'four-months':
    'every four months, every 4 months, three times a year, 3 times a year, triannual, triannually',
  'half-year':
    'semiannual, semiannually, semiyearly, half yearly, halfyearly, twice a year, twice yearly, twice annually, twice per year, two times a year, 2 times a year, every six months, every 6 months, biannual, biannually, biyearly',
  year: 'annual, annually, yearly, every year, each year, once a year, once per year, per year, per annum, every 12 months, every twelve months, fiscal year, calendar year, school year',
  'two-years':
    'biennial, biennially, biennium, every two years, every 2 years, every other year, every second year, biannual, biannually, biyearly',
  'five-years': 'quinquennial, quinquennially, every five years, every 5 years',
  decade: 'decennial, decennially, every ten years, every 10 years',
  'as-needed':
    'as needed, as required, as necessary, when needed, on demand, on request, upon request, ad hoc, adhoc, irregular, irregularly, sporadic, sporadically, intermittent, varies, variable, various, as available, when available, as changes occur, upon change, event driven, occasionally, asneeded',
  never:
    'never, not updated, no longer updated, not updated historical only, historical only, historical, static, one time, onetime, once, one off, discontinued, none planned, archived, no updates, not planned',
  other: 'other',
}

const intervalsOfPhrase: ReadonlyMap<string, readonly Interval[]> = phrases()

function phrases(): ReadonlyMap<string, readonly Interval[]> {
  const found = new Map<string, readonly Interval[]>()
  for (const interval of intervals) {
    for (const phrase of written[interval].split(', '))
      found.set(phrase, [...(found.get(phrase) ?? []), interval])
  }
  return found
}

const longestPhrase = 5
const shortestMisspelled = 5

/** What a text may mean: one interval, several where the word is ambiguous or the text names more than one, or none. */
export function intervalsIn(text: string): readonly Interval[] {
  const repeating = repeatingInterval(text)
  if (repeating !== null) return repeating
  const words = text
    .toLowerCase()
    .replace(/\b(semi|bi|tri)[\s-]+(?=\p{L})/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
  const found = new Set<Interval>()
  let place = 0
  while (place < words.length) {
    const length = phraseLength(words, place)
    const phrase = words.slice(place, place + Math.max(length, 1)).join(' ')
    for (const interval of length > 0 ? (intervalsOfPhrase.get(phrase) ?? []) : misspelled(phrase))
      found.add(interval)
    place += Math.max(length, 1)
  }
  return [...found]
}

/** How many words from `place` on are a phrase, the longest there is; 0 for none. */
function phraseLength(words: readonly string[], place: number): number {
  for (let length = Math.min(longestPhrase, words.length - place); length > 0; length -= 1) {
    if (intervalsOfPhrase.has(words.slice(place, place + length).join(' '))) return length
  }
  return 0
}

/** What a word means with one letter wrong, or two in a long one; nothing when it could be words of several meanings. */
function misspelled(word: string): readonly Interval[] {
  if (word.length < shortestMisspelled) return []
  let best = word.length >= 8 ? 2 : 1
  let found: readonly Interval[] = []
  for (const [phrase, meaning] of intervalsOfPhrase) {
    if (phrase.includes(' ') || phrase.length < shortestMisspelled || phrase[0] !== word[0]) continue
    const distance = editDistance(word, phrase, best)
    if (distance < best) {
      best = distance
      found = meaning
    } else if (distance === best) {
      found = [...new Set([...found, ...meaning])]
    }
  }
  return found
}

const daysOfUnit: { readonly [unit: string]: number } = { Y: 365, M: 30.4, W: 7, D: 1, TH: 1 / 24 }

/** ISO 8601's repeating intervals, as federal catalogs write them: `R/P1Y`, `R/P0.5M`, `R/PT1H`; null for other texts. */
function repeatingInterval(text: string): readonly Interval[] | null {
  const repeating = text.trim().toUpperCase()
  if (repeating === 'R/PT') return ['continuous']
  const match = /^R\/P(T?)(\d*\.?\d+)([YMWDHS])$/.exec(repeating)
  if (match === null) return null
  const [, time, count, unit] = match
  if (`${time}${unit}` === 'TS') return ['continuous']
  const days = Number(count) * (daysOfUnit[`${time}${unit}`] ?? Number.NaN)
  return intervals.filter((interval) => {
    const length = intervalDays[interval]
    return length !== undefined && Math.abs(length - days) <= days * 0.03
  })
}
