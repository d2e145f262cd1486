/** Most text: nothing in it needs another form in a cell. This is asked for every value that is written. */
const plainText = /^[ -%'-;=?-^`-~]*$/

/** A lone half of a surrogate pair has no meaning at all. */
const loneSurrogates = /\p{Cs}/gu

/** Halves of surrogate pairs become U+FFFD, as they would when saved by anyone; everything else stays. */
export function withoutLoneSurrogates(text: string): string {
  return plainText.test(text) ? text : text.replace(loneSurrogates, '\ufffd')
}

/**
 * Text as a cell holds it (ST_Xstring): characters XML has no place for are written `_xHHHH_`, and a text that
 * happens to look like that has its underscore written so. A lone CR would be read back as LF.
 */
export function escapeCellText(text: string): string {
  if (plainText.test(text)) return text
  const spelled = withoutLoneSurrogates(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(suspects, (character) => (fitsXml(character) ? character : `_x${hexadecimal(character)}_`))
  return escapeMarkup(spelled)
}

/** A table column's name is written like a cell's text, its line breaks spelled too. */
export function escapeTableName(text: string): string {
  return escapeCellText(text)
    .replaceAll('\n', '_x000a_')
    .replaceAll('\t', '_x0009_')
    .replaceAll('"', '&quot;')
}

export function escapeAttribute(text: string): string {
  return escapeMarkup(
    withoutLoneSurrogates(text).replace(suspects, (character) => (fitsXml(character) ? character : '')),
  )
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Control characters and the two code points XML leaves out; most of the former are none of its business. */
const suspects = /[\p{Cc}\ufffe\uffff]/gu

/** CR could be written, but every reader turns it into LF. */
function fitsXml(character: string): boolean {
  const code = character.charCodeAt(0)
  return code === 9 || code === 10 || (code >= 32 && code < 0xfffe)
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}
