import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import type { Interval } from '../../../domain/mapping/frequency-words.ts'
import type { FrequencyAnswer, NormalFrequency } from '../../../domain/mapping/update-frequency.ts'
import { frequencyWord, normaliseFrequency } from '../../../domain/mapping/update-frequency.ts'

/** A frequency to fill in for what the inventory says. */
export interface FrequencyOffer {
  readonly value: string
  /** What an ambiguous word would mean by it; null where the word is clear. */
  readonly meaning: Interval | null
  /** The datasets that get it. */
  readonly ids: readonly DatasetId[]
  /** Whether others get it that are not being worked on. */
  readonly isForAlike: boolean
}

type WithFrequency = Pick<Dataset, 'id' | 'facts' | 'commitment'>

/**
 * What the inventory's word is in the vocabulary, for these datasets and for all the others that say the same and have
 * no frequency yet. A word of two meanings is answered once for all of them, since one inventory means one thing by it:
 * when the inventory was opened, or here.
 */
export function frequencyOffers(
  datasets: readonly WithFrequency[],
  among: readonly WithFrequency[],
  vocabulary: readonly string[],
  answers: readonly FrequencyAnswer[],
): readonly FrequencyOffer[] {
  const said = wordOf(datasets)
  if (said === '' || !datasets.every(isEmpty)) return []
  const own = datasets.map(({ id }) => id)
  const isOwn = new Set(own)
  const word = frequencyWord(said)
  const given = new Map(answers.map((one) => [one.word, one.value]))
  const normal = normaliseFrequency(said, vocabulary, given)
  const saysTheSame = oncePerText((other) => {
    // The state's own `Bi-annually` is clear, where `biannually` is a question.
    return frequencyWord(other) === word && isSame(normaliseFrequency(other, vocabulary, given), normal)
  })
  const others = among.filter(
    (dataset) => isEmpty(dataset) && !isOwn.has(dataset.id) && saysTheSame(dataset.facts['update-frequency']),
  )
  const all = [...own, ...others.map(({ id }) => id)]
  const isForAlike = others.length > 0
  if (normal.kind === 'ambiguous') {
    return normal.meanings.map(({ value, interval }) => ({ value, meaning: interval, ids: all, isForAlike }))
  }
  const value = normal.kind === 'known' ? normal.value : said
  const offer = { value, meaning: null, ids: own, isForAlike: false }
  return isForAlike ? [offer, { ...offer, ids: all, isForAlike }] : [offer]
}

/** A long inventory says the same few words again and again. */
function oncePerText<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work(text)
    known.set(text, answer)
    return answer
  }
}

function isSame(one: NormalFrequency, other: NormalFrequency): boolean {
  return one.kind === 'known' && other.kind === 'known' ? one.value === other.value : one.kind === other.kind
}

/** What the inventory says of all of them alike, '' where it differs. */
function wordOf(datasets: readonly WithFrequency[]): string {
  const [first = '', ...others] = datasets.map(({ facts }) => facts['update-frequency'].trim())
  return others.every((other) => other === first) ? first : ''
}

function isEmpty({ commitment }: WithFrequency): boolean {
  return commitment.updateFrequency.trim() === ''
}
