import type { ByteEdit } from './byte-edits.ts'
import type { XmlName } from './xml-names.ts'
import { advance, elementNamespace, scanXml, type XmlScanner } from './xml-scan.ts'
import { decodeAttribute } from './xml-text.ts'

export interface XmlAttribute {
  readonly name: string
  readonly local: string
  readonly value: string
  /** Where the value stands, without its quotes. */
  readonly start: number
  readonly end: number
}

/** An element and where its tags stand in the bytes of its part, so that changes can be spliced in. */
export interface XmlElement {
  readonly name: XmlName
  readonly local: string
  readonly namespace: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  readonly empty: boolean
  readonly start: number
  readonly openEnd: number
  readonly closeStart: number
  readonly end: number
}

/** The root element of a whole part; null when it is not well-formed. */
export function outlineXml(bytes: Buffer): XmlElement | null {
  return outlineRange(bytes, 0, bytes.length)
}

/** One element out of the middle of a part. Namespaces declared around it are unknown here: compare local names. */
export function outlineRange(bytes: Buffer, start: number, end: number): XmlElement | null {
  const scanner = scanXml(bytes.subarray(start, end))
  while (advance(scanner)) {
    if (scanner.token !== 'open') continue
    const element = outlineElement(scanner, start)
    if (element === null) return null
    while (advance(scanner)) if (scanner.token === 'open') return null
    return scanner.fault === null ? element : null
  }
  return null
}

/** From an element's `open` to its `close`, which becomes the scanner's token. */
export function outlineElement(scanner: XmlScanner, offset = 0): XmlElement | null {
  const opened = openedElement(scanner, offset)
  const { depth } = scanner
  const children: XmlElement[] = []
  while (advance(scanner)) {
    if (scanner.token === 'close' && scanner.depth === depth)
      return closedElement(scanner, opened, children, offset)
    if (scanner.token !== 'open') continue
    const child = outlineElement(scanner, offset)
    if (child === null) return null
    children.push(child)
  }
  return null
}

type OpenedElement = Omit<XmlElement, 'children' | 'closeStart' | 'end'>

export function openedElement(scanner: XmlScanner, offset = 0): OpenedElement {
  const attributes: XmlAttribute[] = []
  for (let index = 0; index < scanner.attributeCount; index += 1) {
    const name = scanner.attributeNames[index]
    const start = scanner.valueStarts[index] ?? 0
    const end = scanner.valueEnds[index] ?? 0
    if (name === undefined) continue
    const value = decodeAttribute(scanner.bytes, start, end)
    attributes.push({
      name: name.qualified,
      local: name.local,
      value,
      start: start + offset,
      end: end + offset,
    })
  }
  return {
    name: scanner.name,
    local: scanner.local,
    namespace: elementNamespace(scanner),
    attributes,
    empty: scanner.empty,
    start: scanner.start + offset,
    openEnd: scanner.end + offset,
  }
}

export function closedElement(
  scanner: XmlScanner,
  opened: OpenedElement,
  children: readonly XmlElement[],
  offset = 0,
): XmlElement {
  return { ...opened, children, closeStart: scanner.start + offset, end: scanner.end + offset }
}

export function attributeOf(element: XmlElement, name: string): string | null {
  return element.attributes.find((attribute) => attribute.name === name)?.value ?? null
}

/** XML Schema's booleans: `1` and `true`. */
export function isSet(element: XmlElement, name: string): boolean {
  const value = attributeOf(element, name)
  return value === '1' || value === 'true'
}

export function childOf(element: XmlElement, local: string): XmlElement | null {
  return element.children.find((child) => child.local === local) ?? null
}

export function childrenOf(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.filter((child) => child.local === local)
}

/** Every element below with this local name, at whatever depth. */
export function descendantsOf(element: XmlElement, local: string): readonly XmlElement[] {
  return element.children.flatMap(elementsOf).filter((below) => below.local === local)
}

/** The element and all below it, in the order of the document. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = []
  const collect = (one: XmlElement) => {
    found.push(one)
    one.children.forEach(collect)
  }
  collect(element)
  return found
}

export function setAttribute(element: XmlElement, name: string, value: string): ByteEdit {
  const found = element.attributes.find((attribute) => attribute.name === name)
  if (found !== undefined) return { start: found.start, end: found.end, text: value }
  const behindName = element.start + 1 + element.name.bytes.length
  return { start: behindName, end: behindName, text: ` ${name}="${value}"` }
}

/** Puts `xml` behind the last child; only once for each element, as an empty one is opened for it. */
export function appendInto(element: XmlElement, xml: string): ByteEdit {
  if (!element.empty) return { start: element.closeStart, end: element.closeStart, text: xml }
  return { start: element.openEnd - 2, end: element.openEnd, text: `>${xml}</${element.name.qualified}>` }
}

export function replaceElement(element: XmlElement, xml: string): ByteEdit {
  return { start: element.start, end: element.end, text: xml }
}

export function insertBefore(element: XmlElement, xml: string): ByteEdit {
  return { start: element.start, end: element.start, text: xml }
}

/** `x:` where the element's name has a prefix, so that new elements speak the part's own dialect. */
export function prefixOf(element: XmlElement): string {
  return element.name.prefix === '' ? '' : `${element.name.prefix}:`
}

/** The element as it stands, with some attributes given new (escaped) values. */
export function rewrittenElement(
  bytes: Buffer,
  element: XmlElement,
  changes: { readonly [name: string]: string | null },
): string {
  const kept = element.attributes
    .filter((attribute) => !(attribute.name in changes))
    .map((attribute) => ` ${attribute.name}="${quotable(bytes, attribute)}"`)
  const given = Object.entries(changes).map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`))
  const open = `<${element.name.qualified}${kept.join('')}${given.join('')}`
  if (element.empty) return `${open}/>`
  return `${open}>${bytes.toString('utf8', element.openEnd, element.closeStart)}</${element.name.qualified}>`
}

/** A value may have stood in single quotes. */
function quotable(bytes: Buffer, attribute: XmlAttribute): string {
  return bytes.toString('utf8', attribute.start, attribute.end).replaceAll('"', '&quot;')
}
