const ampersand = 0x26
const carriageReturn = 0x0d

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const longestName = 4

/** The text of a range of bytes as it stands between tags: entities resolved, line ends made LF, as XML says. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  const length = end - start
  if (length === 0) return ''
  let plain = true
  let special = false
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte > 127) plain = false
    else if (byte === ampersand || byte === carriageReturn) special = true
  }
  const raw = plain ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end)
  return special ? resolveReferences(raw) : raw
}

/** CDATA knows no entities; its line ends are those of text. */
export function decodeCdata(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('utf8', start, end).replace(/\r\n?/g, '\n')
}

/** In attributes white space becomes a space, unless it was written as a character reference. */
export function decodeAttribute(bytes: Buffer, start: number, end: number): string {
  const raw = bytes.toString('utf8', start, end)
  if (!/[&\t\r\n]/.test(raw)) return raw
  return references(raw.replace(/\r\n|[\t\r\n]/g, ' '))
}

/** Text as it stands between tags, already made characters. */
export function resolveReferences(raw: string): string {
  return references(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)
}

/** One pass, written out because it runs for most texts of a workbook. */
function namedReferences(raw: string): string {
  let text = ''
  let from = 0
  let end = -1
  for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) {
    if (end < at) end = raw.indexOf(';', at)
    if (end === -1) break
    const character = end - at - 1 > longestName ? undefined : named.get(raw.slice(at + 1, end))
    if (character === undefined) continue
    text += raw.slice(from, at) + character
    from = end + 1
  }
  return text + raw.slice(from)
}

function references(raw: string): string {
  if (!raw.includes('&')) return raw
  if (!raw.includes('&#')) return namedReferences(raw)
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named.get(String(name)) ?? whole
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return code > 0x10ffff ? whole : String.fromCodePoint(code)
  })
}
