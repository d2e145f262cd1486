import { isUtf8 } from 'node:buffer'
import { err, ok, type Result } from '../../../domain/result.ts'
import { elementsOf, outlineXml, type XmlElement } from '../../ooxml/xml/xml-outline.ts'
import { decodeText } from '../../ooxml/xml/xml-text.ts'

/** A part of a document as it was read again. */
export interface XmlPart {
  readonly bytes: Buffer
  /** All of them, in the order of the document; the first is the root. */
  readonly elements: readonly XmlElement[]
}

const forbiddenCharacter = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const loneAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i

/**
 * The elements of a part that this program has written; the error says in a few words what keeps it from being
 * well-formed. Stricter than reading the workbooks of others, where much is forgiven.
 */
export function readStrictly(bytes: Buffer): Result<XmlPart, string> {
  const xml = bytes.toString('utf8')
  if (!isUtf8(bytes) || forbiddenCharacter.test(xml)) return err('a character XML does not allow')
  if (loneAmpersand.test(xml)) return err('an unescaped ampersand')
  const root = outlineXml(bytes)
  if (root === null) return err('tags that do not match')
  const elements = elementsOf(root)
  const amiss = elements.find((element) => hasBrokenAttribute(bytes, element))
  return amiss === undefined ? ok({ bytes, elements }) : err(`a broken attribute of ${amiss.name.qualified}`)
}

function hasBrokenAttribute(bytes: Buffer, { attributes }: XmlElement): boolean {
  const names = new Set(attributes.map(({ name }) => name))
  return (
    names.size < attributes.length ||
    attributes.some(({ start, end }) => bytes.subarray(start, end).includes('<'))
  )
}

/** The text of the runs in a piece of a Word part. */
export function textOf({ bytes }: XmlPart, element: XmlElement): string {
  return elementsOf(element)
    .filter(({ name, empty }) => name.qualified === 'w:t' && !empty)
    .map(({ openEnd, closeStart }) => decodeText(bytes, openEnd, closeStart))
    .join('')
}
