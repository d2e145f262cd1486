/** A small strict XML reader for checking what the program wrote: made apart from the program's own on purpose. */

export interface XmlNode {
  readonly name: string
  readonly local: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[]
  text: string
}

const tokens =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const attributePattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Throws where the text is not well-formed or uses a prefix that nobody declared. */
export function parseXml(source: string): XmlNode {
  const text = source.replace(/^\ufeff/, '')
  const top: XmlNode = { name: '', local: '', attributes: new Map(), children: [], text: '' }
  const open: { readonly node: XmlNode; readonly prefixes: ReadonlySet<string> }[] = [
    { node: top, prefixes: new Set(['', 'xml', 'xmlns']) },
  ]
  tokens.lastIndex = 0
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex
    const match = tokens.exec(text)
    if (match === null) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`)
    const [, cdata, closing, name, attributes = '', empty, characters] = match
    const parent = open.at(-1)
    if (parent === undefined) throw new Error('not well-formed: more closed than opened')
    if (closing !== undefined) {
      if (parent.node.name !== closing) throw new Error(`</${closing}> closes <${parent.node.name}>`)
      open.pop()
    } else if (name !== undefined) {
      const node = newNode(name, attributes)
      const prefixes = declared(node, parent.prefixes)
      parent.node.children.push(node)
      if (empty === '') open.push({ node, prefixes })
    } else if (characters !== undefined) parent.node.text += unescaped(characters)
    else if (cdata !== undefined) parent.node.text += cdata
  }
  const root = top.children[0]
  if (open.length !== 1 || root === undefined || top.children.length !== 1)
    throw new Error('not one whole element')
  return root
}

function newNode(name: string, raw: string): XmlNode {
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single] of raw.matchAll(attributePattern)) {
    if (attributes.has(key)) throw new Error(`attribute ${key} twice in <${name}>`)
    attributes.set(key, unescaped(double ?? single ?? ''))
  }
  return { name, local: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' }
}

function declared(node: XmlNode, inherited: ReadonlySet<string>): ReadonlySet<string> {
  const own = [...node.attributes.keys()].filter((key) => key.startsWith('xmlns:')).map((key) => key.slice(6))
  const prefixes = own.length === 0 ? inherited : new Set([...inherited, ...own])
  for (const name of [node.name, ...node.attributes.keys()]) {
    const colon = name.indexOf(':')
    if (colon > 0 && !prefixes.has(name.slice(0, colon))) throw new Error(`prefix of ${name} is not declared`)
  }
  return prefixes
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, named) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    const known: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
    const character = known[named]
    if (character === undefined) throw new Error(`entity ${whole}`)
    return character
  })
}

export function child(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((one) => one.local === local)
}

export function children(node: XmlNode | undefined, local: string): readonly XmlNode[] {
  return (
    node?.children.flatMap((one) => {
      if (one.local === local) return [one]
      // Of a choice for newer programs and its fallback every program reads one.
      return one.local === 'AlternateContent' ? children(child(one, 'Fallback'), local) : []
    }) ?? []
  )
}

export function attribute(node: XmlNode | undefined, name: string): string {
  return node?.attributes.get(name) ?? ''
}

/** The text of an element and all elements in it. */
export function allText(node: XmlNode): string {
  return node.text + node.children.map(allText).join('')
}
