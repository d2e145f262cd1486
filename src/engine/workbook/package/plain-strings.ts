import { standsAt } from '../../ooxml/xml/stands-at.ts'

const opening = Buffer.from('<si><t>')
const openingPreserved = Buffer.from('<si><t xml:space="preserve">')
const closing = Buffer.from('</t></si>')
const lessThan = 0x3c

/**
 * Reads shared strings from `from` on as long as they have the usual form, `<si><t>words</t></si>`, and answers where
 * the first other thing stands; runs, phonetics and prefixes are left to the tokens of xml-scan.ts.
 */
export function readPlainStrings(
  bytes: Buffer,
  from: number,
  onString: (start: number, end: number) => void,
): number {
  let position = from
  for (;;) {
    const start = textStart(bytes, position)
    if (start === -1) return position
    // Most are so short that Node's own search would cost several times as much.
    let end = start
    while (end < bytes.length && bytes[end] !== lessThan) end += 1
    if (!standsAt(bytes, end, closing)) return position
    onString(start, end)
    position = end + closing.length
  }
}

function textStart(bytes: Buffer, position: number): number {
  if (standsAt(bytes, position, opening)) return position + opening.length
  return standsAt(bytes, position, openingPreserved) ? position + openingPreserved.length : -1
}
