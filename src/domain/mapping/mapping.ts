import type { InventoryField } from '../inventory-field.ts'
import type { ColumnMapping, Confidence, MappingReason } from '../inventory-table.ts'
import { type ColumnProfile, profileColumn } from './column-profile.ts'
import { emptyWords, prefixWords, type Synonym, synonymsByFirstWord } from './field-synonyms.ts'
import { headingWords, headingWordsInFront, headingWordsWithoutBrackets } from './heading-words.ts'
import { chooseTitle } from './title-column.ts'

export interface ColumnToMap {
  readonly letter: string
  readonly header: string
  /** Values of the column in the order of the rows, '' where empty; a few hundred are enough. */
  readonly values: readonly string[]
  /** The share of the values that carry a hyperlink. */
  readonly linked?: number
}

interface Suggestion {
  readonly field: InventoryField
  readonly score: number
  readonly reason: MappingReason
}

/** A suggestion for one of the columns. */
interface ColumnSuggestion extends Suggestion {
  readonly index: number
}

const leastScore = 0.4
const mediumScore = 0.6
const highScore = 0.85
/** A heading that is a synonym of a field, not only like one. */
const plainScore = 0.72
const mostSamples = 5
const longestSample = 500

/** What each column most likely holds. A field goes to one column only, the likeliest. */
export function suggestMapping(columns: readonly ColumnToMap[]): readonly ColumnMapping[] {
  const suggestions = columns.flatMap((column, index) => {
    const plain = profileColumn(column.values)
    // A hyperlink makes an address of any words, but says nothing of a column that is named for something else.
    const named = matchHeading(column.header).some(({ field }) => field === 'url')
    const profile = named ? { ...plain, urls: Math.max(plain.urls, column.linked ?? 0) } : plain
    return suggestFields(column.header, profile).map((suggestion) => ({ ...suggestion, index }))
  })
  const chosen = new Map<number, Suggestion>()
  // Equal scores stay in their order: the column further left goes first, where the more important ones stand.
  suggestions.sort((a, b) => b.score - a.score)
  giveFields(suggestions, chosen)
  if (![...chosen.values()].some(({ field }) => field === 'title')) {
    chooseTitle(columns, suggestions, chosen)
    // What became the title may have left its field to a column that is surely that.
    giveFields(
      suggestions.filter(({ score }) => score >= highScore),
      chosen,
    )
  }
  const given = new Set([...chosen.values()].map(({ field }) => field))
  return columns.map((column, index) => {
    const suggestion = chosen.get(index)
    return {
      ...toMapping(column, suggestion),
      also: suggestion === undefined ? [] : furtherFields(column.header, suggestion, given),
      contested: suggestion === undefined ? contestedField(suggestions, index) : null,
    }
  })
}

/** The other field that a heading like `Owner and contact` names, as far as no other column has it. */
function furtherFields(
  header: string,
  { field, reason }: Suggestion,
  given: ReadonlySet<InventoryField>,
): readonly InventoryField[] {
  if (reason !== 'heading-in-part') return []
  const parts = finestHeading(header).split(/\s*(?:&|\+|\/|,|\band\b)\s*/i)
  const named = parts.flatMap((part) => matchHeading(part).filter(({ score }) => score >= highScore))
  if (!named.some((match) => match.field === field)) return []
  return [...new Set(named.map((match) => match.field))].filter((other) => !given.has(other))
}

/** What a column without a field would be, had a likelier one not got it. */
function contestedField(suggestions: readonly ColumnSuggestion[], index: number): InventoryField | null {
  const best = suggestions.find((suggestion) => suggestion.index === index)
  return best !== undefined && best.score >= mediumScore ? best.field : null
}

function giveFields(suggestions: readonly ColumnSuggestion[], chosen: Map<number, Suggestion>): void {
  const given = new Set([...chosen.values()].map(({ field }) => field))
  for (const suggestion of suggestions) {
    if (suggestion.score < leastScore || chosen.has(suggestion.index) || given.has(suggestion.field)) continue
    chosen.set(suggestion.index, suggestion)
    given.add(suggestion.field)
  }
}

function toMapping(
  column: ColumnToMap,
  suggestion: Suggestion | undefined,
): Omit<ColumnMapping, 'also' | 'contested'> {
  return {
    letter: column.letter,
    header: column.header,
    field: suggestion?.field ?? null,
    confidence: suggestion === undefined ? 'low' : confidenceOf(suggestion.score),
    reason: suggestion?.reason ?? 'none',
    samples: firstDifferent(column.values),
  }
}

function firstDifferent(values: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const value of values) {
    const beginning = value.slice(0, longestSample)
    if (beginning.trim() !== '') found.add(beginning)
    if (found.size === mostSamples) break
  }
  return [...found]
}

function confidenceOf(score: number): Confidence {
  if (score >= highScore) return 'high'
  return score >= mediumScore ? 'medium' : 'low'
}

function suggestFields(header: string, profile: ColumnProfile): readonly Suggestion[] {
  const found = matchHeading(header).map((suggestion) => {
    return { ...suggestion, score: suggestion.score + valueEvidence(suggestion.field, profile) }
  })
  return found.some(({ score }) => score >= leastScore) ? found : [...found, ...suggestByValues(profile)]
}

/** Headings of privacy registers that sound like a field: data subjects are people, not subjects of data. */
const otherMeanings: ReadonlySet<string> = new Set([
  'data subject',
  'category data subject',
  'data subject category',
])

/** `No restrictions` is answered the other way round than `Restrictions`. */
const denial = /^(no|not|without|non)\s+\p{L}{3}/iu

/** `Who keeps it` asks for a person, `What we keep` and `Where it is kept` do not. */
const asksForThings = /^(what|where|when|why|how)\b/i
const people: ReadonlySet<InventoryField> = new Set(['owner', 'contact'])

/** Under a band the finest heading says most: `Ownership / Data Owner`. */
function finestHeading(header: string): string {
  const slash = header.lastIndexOf(' / ')
  // Behind a question the slash stands between its answers.
  return slash === -1 || header.slice(0, slash).includes('?') ? header : header.slice(slash + 3)
}

/** The ways to read a heading. */
const spellings = [headingWords, headingWordsWithoutBrackets, headingWordsInFront] as const

/** Fields whose synonyms a heading is, wholly or in part. */
export function matchHeading(header: string): readonly Suggestion[] {
  if (otherMeanings.has(headingWords(header).join(' ')) || denial.test(header)) return []
  const finest = finestHeading(header)
  const band = header.slice(0, header.length - finest.length)
  const found = new Map<InventoryField, Suggestion>()
  for (const wordsOf of spellings) keepMatches(found, wordsOf(finest), 0)
  if (band !== '') {
    // A band alone says what its columns are about, and nothing where the heading below is plain.
    const isPlain = [...found.values()].some(({ score }) => score >= plainScore)
    for (const wordsOf of spellings) keepMatches(found, wordsOf(header), isPlain ? wordsOf(band).length : 0)
  }
  const suggestions = [...found.values()]
  return asksForThings.test(finest) ? suggestions.filter(({ field }) => !people.has(field)) : suggestions
}

/** Keeps the synonyms among the words that do not end within the first `apart` of them. */
function keepMatches(found: Map<InventoryField, Suggestion>, words: readonly string[], apart: number): void {
  for (const [place, word] of words.entries()) {
    for (const synonym of synonymsByFirstWord.get(word) ?? []) {
      if (place + synonym.words.length > apart) keepBest(found, words, place, synonym)
    }
  }
}

function keepBest(
  found: Map<InventoryField, Suggestion>,
  words: readonly string[],
  place: number,
  synonym: Synonym,
): void {
  const match = wordsMatch(words, place, synonym.words)
  const score = synonym.weight * match
  if ((found.get(synonym.field)?.score ?? 0) >= score) return
  found.set(synonym.field, {
    field: synonym.field,
    score,
    reason: match >= 0.9 ? 'heading' : 'heading-in-part',
  })
}

/** How well the words from `place` on are the synonym: 1 when they are all there is. */
function wordsMatch(words: readonly string[], place: number, synonym: readonly string[]): number {
  const end = place + synonym.length
  if (synonym.some((word, index) => words[place + index] !== word)) return 0
  if (synonym.length === words.length) return 1
  const atEnd = end === words.length
  if (place === 1 && atEnd && prefixWords.has(words[0] ?? '')) return 0.95
  if (words.length > 8 || (synonym.length === 1 && emptyWords.has(synonym[0] ?? ''))) return 0
  return 0.42 + 0.4 * (synonym.length / words.length) + (atEnd ? 0.05 : 0)
}

/** How much the values speak for a field, or against it. */
function valueEvidence(field: InventoryField, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0
  const has = (share: number) => (share >= 0.5 ? 0.15 : share === 0 ? -0.3 : 0)
  switch (field) {
    case 'url':
      return profile.urls === 0 && profile.filled >= 8 ? -0.35 : has(profile.urls)
    case 'contact':
      return profile.emails >= 0.5 ? 0.15 : 0
    case 'owner':
      return profile.emails >= 0.5 ? -0.05 : 0
    case 'update-frequency':
      return profile.frequencies >= 0.4 ? 0.15 : profile.dates >= 0.5 ? -0.4 : 0
    case 'classification':
      return profile.classifications >= 0.5
        ? 0.1
        : profile.classifications + profile.yesNo === 0
          ? profile.filled >= 8
            ? -0.35
            : -0.13
          : 0
    case 'published':
      return profile.yesNo >= 0.5 ? 0.1 : profile.dates >= 0.5 ? -0.5 : profile.yesNo === 0 ? -0.33 : 0
    case 'description':
      return profile.meanLength >= 40 ? 0.1 : profile.yesNo >= 0.5 || profile.numbers >= 0.5 ? -0.4 : 0
    case 'title':
      return titleEvidence(profile)
    case 'planned-date':
      return profile.yesNo >= 0.5 ? -0.3 : 0
    case 'coverage':
      // Numbers that are no years count something else.
      return profile.yesNo >= 0.5 || (profile.numbers >= 0.5 && profile.meanLength < 4) ? -0.3 : 0
    case 'source-system':
      return profile.yesNo >= 0.5 || profile.urls >= 0.5 ? -0.45 : 0
    // Whether is worth less than with whom.
    case 'shared-with':
      return profile.yesNo >= 0.5 ? -0.1 : 0
    case 'unit':
      return profile.measures >= 0.2 ? -0.5 : 0
    default:
      return profile.urls >= 0.8 ? -0.3 : 0
  }
}

function titleEvidence(profile: ColumnProfile): number {
  if (profile.numbers >= 0.5 || profile.dates >= 0.5 || profile.yesNo >= 0.5) return -0.5
  if (profile.meanLength > 200 || profile.urls >= 0.8) return -0.3
  return profile.filled >= 8 && profile.distinct < 0.4 ? -0.25 : profile.distinct >= 0.8 ? 0.05 : 0
}

/** What a column is when its heading says nothing; never sure. */
function suggestByValues(profile: ColumnProfile): readonly Suggestion[] {
  if (profile.filled < 2) return []
  const found: Suggestion[] = []
  const add = (field: InventoryField, share: number) => {
    if (share >= 0.8) found.push({ field, score: 0.45, reason: 'values' })
  }
  add('url', profile.urls)
  add('contact', profile.emails)
  add('update-frequency', profile.frequencies)
  // Sentences of its own in every row are what a description is.
  if (profile.meanLength >= 60 && profile.distinct >= 0.9) add('description', 1)
  return found
}
