/** Headings in every spelling agencies use, made comparable: `datasetTitle`, `DATASET_TITLE` and `Data Set Titles` are the same words. */
export function headingWords(heading: string): readonly string[] {
  const spaced = heading
    .replace(footnoteMarks, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(numberInFront, '')
    .replace(/#/g, ' number ')
    .replace(abbreviationsPlural, '$1')
    .replace(/(URL|ID|PII|PHI|FOIA?)(?=\p{Ll}{2})/gu, '$1 ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
  const words = spaced.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const telling = words.filter((word) => !fillers.has(word))
  return joined((telling.length === 0 ? words : telling).map(singular))
}

/** Raised figures lead to a note. */
const footnoteMarks = /[¹²³⁰⁴-⁹]+/gu
/** `URLs` and `Dataset IDs` hold words in capitals, not `UR Ls`. */
const abbreviationsPlural = /(\p{Lu}{2})s(?!\p{Ll})/gu
/** `1. Dataset name`, `(2) Owner`, `Q3: Contact`, `2.1) Format`, `a) Topic`. */
const numberInFront = /^\W*(Q|question\s*)?(\d{1,2}(\.\d{1,2})*|[a-z])[.):]+\s+(?=\p{L})/iu

/** Words that make a question or a sentence of a heading: `Is it public?` asks for what `Public` names. */
const fillers: ReadonlySet<string> = new Set(
  'a an and any are be by can current currently do does for has have if in is it its of or please that the this to what where which who with'.split(
    ' ',
  ),
)

const leastExplaining = 4

/** The words in front of an explanation, such as `Owner: the person who answers for the data`. */
export function headingWordsInFront(heading: string): readonly string[] {
  const [front = '', ...rest] = heading.split(/:\s+|\s+[-–—]\s+/)
  const isExplained = rest.join(' ').split(/\s+/).length >= leastExplaining
  return headingWords(isExplained && front !== '' ? front : heading)
}

/** The words without what stands in brackets, which is usually how to fill the column in. */
export function headingWordsWithoutBrackets(heading: string): readonly string[] {
  return headingWords(heading.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' '))
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['data set', 'dataset'],
  ['e mail', 'email'],
  ['web site', 'website'],
  ['data base', 'database'],
])

function joined(words: readonly string[]): readonly string[] {
  const result: string[] = []
  for (const word of words) {
    const pair = pairs.get(`${result.at(-1) ?? ''} ${word}`)
    if (pair === undefined) result.push(word)
    else result[result.length - 1] = pair
  }
  return result
}
