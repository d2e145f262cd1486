import { type ColumnProfile, profileColumn } from './column-profile.ts'
import { emptyWords, prefixWords, type Synonym, synonymsByFirstWord } from './field-synonyms.ts'
import { headingWords, headingWordsWithoutBrackets } from './heading-words.ts'
import type { InventoryField } from './inventory-field.ts'
import type { ColumnMapping, Confidence, MappingReason } from './inventory-table.ts'

export interface ColumnToMap {
  readonly letter: string
  readonly header: string
  /** Values of the column in the order of the rows, '' where empty; a few hundred are enough. */
  readonly values: readonly string[]
}

interface Suggestion {
  readonly field: InventoryField
  readonly score: number
  readonly reason: MappingReason
}

const least = 0.4
const mostSamples = 5

/** What each column most likely holds. A field goes to one column only, the likeliest. */
export function suggestMapping(columns: readonly ColumnToMap[]): readonly ColumnMapping[] {
  const suggestions = columns.flatMap((column, index) => {
    const profile = profileColumn(column.values)
    return suggestFields(column.header, profile).map((suggestion) => ({ ...suggestion, index }))
  })
  const chosen = new Map<number, Suggestion>()
  const given = new Set<InventoryField>()
  // Equal scores go to the column further left, where the more important ones stand.
  for (const suggestion of suggestions.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (suggestion.score < least || chosen.has(suggestion.index) || given.has(suggestion.field)) continue
    chosen.set(suggestion.index, suggestion)
    given.add(suggestion.field)
  }
  if (!given.has('title')) {
    const titled =
      chooseSystemAsTitle(columns, chosen) ||
      chooseTitleByValues(columns, chosen) ||
      chooseTitleByHeading(columns, chosen)
    if (!titled) chooseSharedTitle(suggestions, chosen)
  }
  return columns.map((column, index) => toMapping(column, chosen.get(index)))
}

function toMapping(column: ColumnToMap, suggestion: Suggestion | undefined): ColumnMapping {
  return {
    letter: column.letter,
    header: column.header,
    field: suggestion?.field ?? null,
    confidence: suggestion === undefined ? 'low' : confidenceOf(suggestion.score),
    reason: suggestion?.reason ?? 'none',
    samples: column.values.filter((value) => value.trim() !== '').slice(0, mostSamples),
  }
}

function confidenceOf(score: number): Confidence {
  if (score >= 0.85) return 'high'
  return score >= 0.6 ? 'medium' : 'low'
}

function suggestFields(header: string, profile: ColumnProfile): readonly Suggestion[] {
  const byHeading = new Map<InventoryField, Suggestion>()
  for (const suggestion of matchHeading(header)) {
    const score = suggestion.score + valueEvidence(suggestion.field, profile)
    if ((byHeading.get(suggestion.field)?.score ?? 0) < score) {
      byHeading.set(suggestion.field, { ...suggestion, score })
    }
  }
  const found = [...byHeading.values()]
  return found.some(({ score }) => score >= least) ? found : [...found, ...suggestByValues(profile)]
}

/** Fields whose synonyms a heading is, wholly or in part. */
export function matchHeading(header: string): readonly Suggestion[] {
  const spellings = new Map<string, readonly string[]>()
  // Under a band the finest heading says most: `Ownership / Data Owner`.
  const finest = header.split(' / ').at(-1) ?? header
  for (const words of [headingWords(header), headingWordsWithoutBrackets(header), headingWords(finest)]) {
    spellings.set(words.join(' '), words)
  }
  const found = new Map<InventoryField, Suggestion>()
  for (const words of spellings.values()) {
    for (const [place, word] of words.entries()) {
      for (const synonym of synonymsByFirstWord.get(word) ?? []) keepBest(found, words, place, synonym)
    }
  }
  return [...found.values()]
}

function keepBest(
  found: Map<InventoryField, Suggestion>,
  words: readonly string[],
  place: number,
  synonym: Synonym,
): void {
  const match = wordsMatch(words, place, synonym.words)
  const score = synonym.weight * match
  if (score === 0 || (found.get(synonym.field)?.score ?? 0) >= score) return
  found.set(synonym.field, {
    field: synonym.field,
    score,
    reason: match >= 0.9 ? 'heading' : 'heading-in-part',
  })
}

/** How well the words from `place` on are the synonym: 1 when they are all there is. */
function wordsMatch(words: readonly string[], place: number, synonym: readonly string[]): number {
  const end = place + synonym.length
  if (end > words.length || synonym.some((word, index) => words[place + index] !== word)) return 0
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
      return has(profile.urls)
    case 'contact':
      return profile.emails >= 0.5 ? 0.15 : 0
    case 'owner':
      return profile.emails >= 0.5 ? -0.05 : 0
    case 'update-frequency':
      return profile.frequencies >= 0.4 ? 0.15 : profile.dates >= 0.5 ? -0.4 : 0
    case 'classification':
      return profile.classifications >= 0.5 ? 0.1 : profile.classifications + profile.yesNo === 0 ? -0.13 : 0
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

/** An inventory of systems names its rows by system: with no other title, that is what they are called. */
function chooseSystemAsTitle(columns: readonly ColumnToMap[], chosen: Map<number, Suggestion>): boolean {
  for (const [index, { field }] of chosen) {
    const column = columns[index]
    if (field !== 'source-system' || column === undefined) continue
    const { distinct } = profileColumn(column.values)
    if (!headingWords(column.header).includes('name') || distinct < 0.6) return false
    chosen.set(index, { field: 'title', score: 0.6, reason: 'heading-in-part' })
    return true
  }
  return false
}

/** The leftmost column that names every row in a few words of its own. */
function chooseTitleByValues(columns: readonly ColumnToMap[], chosen: Map<number, Suggestion>): boolean {
  for (const [index, column] of columns.entries()) {
    const profile = profileColumn(column.values)
    const rows = column.values.length
    if (chosen.has(index) || profile.filled < Math.max(1, rows * 0.6)) continue
    if (profile.numbers + profile.dates + profile.yesNo >= 0.3 || profile.distinct < 0.7) continue
    if (profile.meanLength < 4 || profile.meanLength > 120 || profile.emails >= 0.5) continue
    chosen.set(index, { field: 'title', score: 0.45, reason: 'values' })
    return true
  }
  return false
}

/** Names that recur, in an inventory of variables or of yearly editions, still are what its rows are called. */
function chooseTitleByHeading(columns: readonly ColumnToMap[], chosen: Map<number, Suggestion>): boolean {
  for (const [index, column] of columns.entries()) {
    const words = headingWords(column.header)
    if (chosen.has(index) || words.at(-1) !== 'name' || !words.some((word) => nameable.has(word))) continue
    const { filled, numbers, dates } = profileColumn(column.values)
    if (filled < column.values.length * 0.6 || numbers + dates >= 0.3) continue
    chosen.set(index, { field: 'title', score: 0.5, reason: 'heading-in-part' })
    return true
  }
  return false
}

const nameable: ReadonlySet<string> = new Set([
  'dataset',
  'data',
  'variable',
  'report',
  'file',
  'table',
  'record',
])

/** With no better title, the one column that may be it is worth more as a title than as what else it may be. */
function chooseSharedTitle(
  suggestions: readonly (Suggestion & { readonly index: number })[],
  chosen: Map<number, Suggestion>,
): void {
  const shared = suggestions.find(
    ({ field, index, score }) =>
      field === 'title' && score >= least && chosen.get(index)?.field === 'category',
  )
  if (shared !== undefined)
    chosen.set(shared.index, { field: 'title', score: shared.score, reason: shared.reason })
}
