import { packageLimits } from '../limits.ts'
import { nameAt, nameHash, type XmlName } from './xml-names.ts'
import { bind, type NamespaceScope, namespaceOf, newNamespaceScope, unbindFrom } from './xml-namespaces.ts'
import { decodeAttribute, decodeCdata, decodeText } from './xml-text.ts'

/** An empty element `<a/>` is an `open` with `empty` set, then a `close` of no width. */
export type XmlToken = 'start' | 'open' | 'close' | 'text' | 'cdata' | 'end'

/**
 * A pull reader over the bytes of one XML part. Every position is an offset into `bytes`, so that whoever
 * changes the part can splice at it. Call `advance` until it answers false, then look at `fault`.
 */
export interface XmlScanner {
  readonly bytes: Buffer
  token: XmlToken
  /** The token's first byte and the byte behind it, markup included. */
  start: number
  end: number
  /** Elements open around the token: the root's `open` and `close` have depth 1, its children 2. */
  depth: number
  /** Name of the element that opened or closed last. */
  name: XmlName
  /** Its local name while it opens or closes, '' at text. */
  local: string
  empty: boolean
  /** Why reading stopped before the end of the part; null when it did not. */
  fault: XmlFault | null
  attributeCount: number
  readonly attributeNames: XmlName[]
  /** Where each attribute's value starts and ends, without its quotes. */
  readonly valueStarts: number[]
  readonly valueEnds: number[]
  readonly open: XmlName[]
  readonly scope: NamespaceScope
}

export type XmlFault = 'not-well-formed' | 'doctype' | 'too-deep' | 'too-many-attributes'

const lessThan = 0x3c
const greaterThan = 0x3e
const slash = 0x2f
const equals = 0x3d
const noName: XmlName = { qualified: '', prefix: '', local: '', bytes: Buffer.alloc(0) }

/** `bytes` must be UTF-8; see xml-encoding.ts. */
export function scanXml(bytes: Buffer): XmlScanner {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return {
    bytes,
    token: 'start',
    start: mark,
    end: mark,
    depth: 0,
    name: noName,
    local: '',
    empty: false,
    fault: null,
    attributeCount: 0,
    attributeNames: [],
    valueStarts: [],
    valueEnds: [],
    open: [],
    scope: newNamespaceScope(),
  }
}

/** Moves to the next tag or text; false at the end of the part or at a fault. */
export function advance(scanner: XmlScanner): boolean {
  if (scanner.token === 'open' && scanner.empty) return closeElement(scanner, scanner.end, scanner.end)
  if (scanner.token === 'close') leaveElement(scanner)
  const { bytes } = scanner
  let position = scanner.end
  while (position < bytes.length) {
    if (bytes[position] !== lessThan) {
      const found = bytes.indexOf(lessThan, position)
      const end = found === -1 ? bytes.length : found
      if (scanner.depth > 0) return textToken(scanner, 'text', position, end)
      position = end
      continue
    }
    const next = bytes[position + 1]
    if (next === slash) return closingTag(scanner, position)
    if (next !== 0x21 && next !== 0x3f) return openingTag(scanner, position)
    const special = specialMarkup(scanner, position)
    if (special === null) return false
    if (scanner.token === 'cdata' && scanner.start === position) return true
    position = special
  }
  scanner.token = 'end'
  scanner.start = bytes.length
  scanner.end = bytes.length
  if (scanner.open.length > 0) return fail(scanner, 'not-well-formed')
  return false
}

function setToken(scanner: XmlScanner, token: XmlToken, start: number, end: number): true {
  scanner.token = token
  scanner.start = start
  scanner.end = end
  return true
}

function textToken(scanner: XmlScanner, token: 'text' | 'cdata', start: number, end: number): true {
  scanner.local = ''
  return setToken(scanner, token, start, end)
}

function fail(scanner: XmlScanner, fault: XmlFault): false {
  scanner.fault = fault
  scanner.token = 'end'
  scanner.empty = false
  scanner.end = scanner.bytes.length
  return false
}

/** Comments and instructions are stepped over, CDATA becomes a token. Answers where to go on; null at a fault. */
function specialMarkup(scanner: XmlScanner, position: number): number | null {
  const { bytes } = scanner
  const starts = (text: string) => bytes.toString('latin1', position, position + text.length) === text
  const behind = (text: string, from: number) => {
    const at = bytes.indexOf(text, from, 'latin1')
    return at === -1 ? -1 : at + text.length
  }
  let end = -1
  if (starts('<?')) end = behind('?>', position + 2)
  else if (starts('<!--')) end = behind('-->', position + 4)
  else if (starts('<![CDATA[') && scanner.depth > 0) {
    end = behind(']]>', position + 9)
    if (end !== -1) textToken(scanner, 'cdata', position, end)
  } else if (starts('<!DOCTYPE')) {
    fail(scanner, 'doctype')
    return null
  }
  if (end !== -1) return end
  fail(scanner, 'not-well-formed')
  return null
}

function openingTag(scanner: XmlScanner, position: number): boolean {
  const { bytes } = scanner
  let hash = 0
  let at = position + 1
  let byte = bytes[at] ?? 0
  while (!endsName(byte)) {
    hash = nameHash(hash, byte)
    at += 1
    byte = bytes[at] ?? 0
  }
  if (at === position + 1) return fail(scanner, 'not-well-formed')
  scanner.name = nameAt(bytes, position + 1, at, hash)
  scanner.local = scanner.name.local
  scanner.depth += 1
  if (scanner.depth > packageLimits.xmlDepth) return fail(scanner, 'too-deep')
  scanner.attributeCount = 0
  const close = attributes(scanner, at)
  if (close === -1) return scanner.fault === null ? fail(scanner, 'not-well-formed') : false
  scanner.empty = bytes[close] === slash
  scanner.open.push(scanner.name)
  return setToken(scanner, 'open', position, scanner.empty ? close + 2 : close + 1)
}

/** Reads attributes up to the `>` or `/>` of the tag and answers where that stands; -1 when the tag is broken. */
function attributes(scanner: XmlScanner, from: number): number {
  const { bytes } = scanner
  let at = from
  for (;;) {
    while (isSpace(bytes[at])) at += 1
    const byte = bytes[at]
    if (byte === greaterThan) return at
    if (byte === slash) return bytes[at + 1] === greaterThan ? at : -1
    if (byte === undefined || byte === lessThan) return -1
    at = attribute(scanner, at)
    if (at === -1) return -1
  }
}

function attribute(scanner: XmlScanner, from: number): number {
  const { bytes } = scanner
  let hash = 0
  let at = from
  let byte = bytes[at] ?? 0
  while (!endsName(byte)) {
    hash = nameHash(hash, byte)
    at += 1
    byte = bytes[at] ?? 0
  }
  if (at === from) return -1
  const name = nameAt(bytes, from, at, hash)
  while (isSpace(bytes[at])) at += 1
  if (bytes[at] !== equals) return -1
  at += 1
  while (isSpace(bytes[at])) at += 1
  const quote = bytes[at]
  if (quote !== 0x22 && quote !== 0x27) return -1
  const start = at + 1
  let end = start
  while (end < bytes.length && bytes[end] !== quote) end += 1
  if (end >= bytes.length) return -1

  const index = scanner.attributeCount
  if (index >= packageLimits.xmlAttributes) {
    fail(scanner, 'too-many-attributes')
    return -1
  }
  scanner.attributeNames[index] = name
  scanner.valueStarts[index] = start
  scanner.valueEnds[index] = end
  scanner.attributeCount = index + 1
  const prefix = name.qualified === 'xmlns' ? '' : name.prefix === 'xmlns' ? name.local : null
  if (prefix !== null) bind(scanner.scope, prefix, decodeAttribute(bytes, start, end), scanner.depth)
  return end + 1
}

function closingTag(scanner: XmlScanner, position: number): boolean {
  const { bytes } = scanner
  const expected = scanner.open.at(-1)
  if (expected === undefined) return fail(scanner, 'not-well-formed')
  let at = position + 2
  for (let index = 0; index < expected.bytes.length; index += 1, at += 1) {
    if (bytes[at] !== expected.bytes[index]) return fail(scanner, 'not-well-formed')
  }
  while (isSpace(bytes[at])) at += 1
  if (bytes[at] !== greaterThan) return fail(scanner, 'not-well-formed')
  return closeElement(scanner, position, at + 1)
}

function closeElement(scanner: XmlScanner, start: number, end: number): true {
  scanner.name = scanner.open.pop() ?? noName
  scanner.local = scanner.name.local
  scanner.empty = false
  return setToken(scanner, 'close', start, end)
}

/** An element's own namespaces still hold at its closing tag, so they go when the reader moves on. */
function leaveElement(scanner: XmlScanner): void {
  if (scanner.scope.bindings.length > 0) unbindFrom(scanner.scope, scanner.depth)
  scanner.depth -= 1
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function endsName(byte: number): boolean {
  return byte <= 0x20 || byte === greaterThan || byte === slash || byte === equals || byte === lessThan
}

/** The namespace of the element at hand, strict names given as transitional ones; '' for none. */
export function elementNamespace(scanner: XmlScanner): string {
  return namespaceOf(scanner.scope, scanner.name.prefix)
}

/** Which attribute has this local name and no prefix; -1 for none. Use with `valueStarts` and `valueEnds`. */
export function attributeIndex(scanner: XmlScanner, local: string): number {
  for (let index = 0; index < scanner.attributeCount; index += 1) {
    if (scanner.attributeNames[index]?.qualified === local) return index
  }
  return -1
}

export function attributeText(scanner: XmlScanner, local: string): string | null {
  return valueAt(scanner, attributeIndex(scanner, local))
}

/** An attribute with a prefix, for example the `id` of the relationships' namespace, whatever its prefix. */
export function attributeTextIn(scanner: XmlScanner, namespace: string, local: string): string | null {
  for (let index = 0; index < scanner.attributeCount; index += 1) {
    const name = scanner.attributeNames[index]
    if (name === undefined || name.local !== local || name.prefix === '') continue
    if (namespaceOf(scanner.scope, name.prefix) === namespace) return valueAt(scanner, index)
  }
  return null
}

function valueAt(scanner: XmlScanner, index: number): string | null {
  if (index === -1) return null
  return decodeAttribute(scanner.bytes, scanner.valueStarts[index] ?? 0, scanner.valueEnds[index] ?? 0)
}

/** The characters of a text or CDATA token. */
export function tokenText(scanner: XmlScanner): string {
  if (scanner.token === 'cdata') return decodeCdata(scanner.bytes, scanner.start + 9, scanner.end - 3)
  return decodeText(scanner.bytes, scanner.start, scanner.end)
}

/** Moves from an element's `open` to its `close`; false when the part ends first. */
export function skipElement(scanner: XmlScanner): boolean {
  const { depth } = scanner
  while (advance(scanner)) {
    if (scanner.token === 'close' && scanner.depth === depth) return true
  }
  return false
}
