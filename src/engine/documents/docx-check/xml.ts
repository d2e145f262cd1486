/** What no XML part may hold: characters outside XML 1.0, among them halves of characters. */
const forbiddenCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const markup = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s<>/]+)((?:\s+[^\s=<>]+="[^"<]*")*)\s*(\/?)>|[<]/g
const loneAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i

/** What keeps the text from being well-formed XML, in a word or two, or null. */
export function firstXmlFault(xml: string): string | null {
  if (forbiddenCharacter.test(xml)) return 'a character XML does not allow'
  if (loneAmpersand.test(xml)) return 'an unescaped ampersand'
  const open: string[] = []
  for (const [whole, closing, name, , selfClosing] of xml.matchAll(markup)) {
    if (name === undefined) {
      if (whole === '<') return 'a broken tag'
      continue
    }
    if (closing === '/') {
      if (open.pop() !== name) return `an unexpected end of ${name}`
    } else if (selfClosing !== '/') open.push(name)
  }
  const [unclosed] = open
  return unclosed === undefined ? null : `no end of ${unclosed}`
}

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text of the runs in a piece of a Word part. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => decoded(text ?? '')).join('')
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return entities[name] ?? whole
  })
}
