const leastNames = 3
const technicalShare = 0.5
const oneWord = /^\p{Ll}[\p{L}\d]*([_.-][\p{L}\d]+)*$/u
const joinedWords = /_|[.]|\p{Ll}\p{Lu}/u

/** What a form or a database calls its columns: `ds_title`, `updateFrequency`. People's headings stand beside them. */
export function areTechnicalNames(texts: readonly string[]): boolean {
  if (texts.length < leastNames || !texts.every((text) => oneWord.test(text))) return false
  return texts.filter((text) => joinedWords.test(text)).length >= texts.length * technicalShare
}
