import type { WordCount } from '../inventory-table.ts'
import { type Interval, intervalDays, intervalsIn } from './frequency-words.ts'

/** One thing an ambiguous word may mean, and the entry of the vocabulary for it. */
export interface FrequencyMeaning {
  readonly interval: Interval
  readonly value: string
}

/** What an inventory's word for a frequency is in the vocabulary. The word itself is never changed. */
export type NormalFrequency =
  | { readonly kind: 'known'; readonly value: string }
  /** To be asked once for all rows; see `readFrequencies`. */
  | { readonly kind: 'ambiguous'; readonly meanings: readonly FrequencyMeaning[] }
  | { readonly kind: 'unknown' }

/** A word that means two things, asked about once for all the rows that use it. */
export interface FrequencyQuestion {
  /** As `frequencyWord` makes it: what the answer is kept under. */
  readonly word: string
  /** How the rows spell it. */
  readonly spellings: readonly string[]
  readonly rows: number
  readonly meanings: readonly FrequencyMeaning[]
}

/** What a person said a word means in an inventory: the entry of the vocabulary. */
export interface FrequencyAnswer {
  readonly word: string
  readonly value: string
}

/** Answers to questions: the value chosen, by word. */
export type FrequencyAnswers = ReadonlyMap<string, string>

/** What becomes of the words of a column. */
export interface FrequencyReading {
  /** In the vocabulary, or put into its words. */
  readonly known: readonly (WordCount & { readonly value: string })[]
  readonly questions: readonly FrequencyQuestion[]
  /** Kept as they are. */
  readonly unknown: readonly WordCount[]
}

/** The same for all spellings of a word: `Biannual`, `Bi-Annual ` and `bi annual`. */
export function frequencyWord(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/\b(bi|semi|tri) (?=\p{L})/gu, '$1')
}

/** `vocabulary` is the reference data's list of frequencies, in its order. */
export function normaliseFrequency(
  text: string,
  vocabulary: readonly string[],
  answers: FrequencyAnswers = new Map(),
): NormalFrequency {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'unknown' }
  const same = vocabulary.find((entry) => entry.toLowerCase() === trimmed.toLowerCase())
  if (same !== undefined) return { kind: 'known', value: same }
  const answer = answers.get(frequencyWord(text))
  if (answer !== undefined && vocabulary.includes(answer)) return { kind: 'known', value: answer }

  const entries = entriesByInterval(vocabulary)
  const meanings = intervalsIn(text).flatMap((interval): readonly FrequencyMeaning[] => {
    const value = entries.get(interval) ?? entries.get('other')
    return value === undefined ? [] : [{ interval, value }]
  })
  const values = [...new Set(meanings.map(({ value }) => value))]
  const [only] = values
  if (only === undefined) return { kind: 'unknown' }
  return values.length === 1 ? { kind: 'known', value: only } : { kind: 'ambiguous', meanings }
}

/** What a document says for an inventory's word: the vocabulary's where it is known, else the word itself. */
export function frequencyInWords(
  text: string,
  vocabulary: readonly string[],
  answers: readonly FrequencyAnswer[],
): string {
  const given = new Map(answers.map(({ word, value }) => [word, value]))
  const normal = normaliseFrequency(text, vocabulary, given)
  return normal.kind === 'known' ? normal.value : text
}

/** What the words of an inventory say, and what has to be asked about them; each list the most frequent first. */
export function readFrequencies(
  words: readonly WordCount[],
  vocabulary: readonly string[],
  answers: FrequencyAnswers = new Map(),
): FrequencyReading {
  const known: (WordCount & { readonly value: string })[] = []
  const unknown: WordCount[] = []
  const questions = new Map<string, FrequencyQuestion>()
  for (const { text, rows } of words) {
    const normal = normaliseFrequency(text, vocabulary, answers)
    if (normal.kind === 'known') known.push({ text, rows, value: normal.value })
    else if (normal.kind === 'unknown') unknown.push({ text, rows })
    else {
      const word = frequencyWord(text)
      const same = questions.get(word)
      questions.set(word, {
        word,
        spellings: [...(same?.spellings ?? []), text],
        rows: (same?.rows ?? 0) + rows,
        meanings: normal.meanings,
      })
    }
  }
  const byRows = (a: { readonly rows: number }, b: { readonly rows: number }) => b.rows - a.rows
  return {
    known: known.sort(byRows),
    questions: [...questions.values()].sort(byRows),
    unknown: unknown.sort(byRows),
  }
}

/** Which entry stands for each interval. Entries that are ambiguous themselves mean what fits their place in the list. */
function entriesByInterval(vocabulary: readonly string[]): ReadonlyMap<Interval, string> {
  const found = new Map<Interval, string>()
  const meant = vocabulary.map((entry) => intervalsIn(entry))
  for (const [place, entry] of vocabulary.entries()) {
    const possible = meant[place] ?? []
    const interval = possible.length <= 1 ? possible[0] : byPlace(possible, meant, place)
    if (interval !== undefined && !found.has(interval)) found.set(interval, entry)
  }
  return found
}

/** Lists run from rare to often or from often to rare, so the right meaning lies between the neighbours. */
function byPlace(
  possible: readonly Interval[],
  meant: readonly (readonly Interval[])[],
  place: number,
): Interval | undefined {
  const before = nearestDays(meant.slice(0, place).toReversed())
  const after = nearestDays(meant.slice(place + 1))
  const [low, high] = [Math.min(before, after), Math.max(before, after)]
  return possible.find((interval) => {
    const days = intervalDays[interval] ?? Number.NaN
    return days > low && days < high
  })
}

/** Not a number where no neighbour has a length: then nothing lies between. */
function nearestDays(meant: readonly (readonly Interval[])[]): number {
  for (const [only, ...more] of meant) {
    const days = only === undefined || more.length > 0 ? undefined : intervalDays[only]
    if (days !== undefined) return days
  }
  return Number.NaN
}
