import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  isSet,
  outlineXml,
  prefixOf,
  rewrittenElement,
  setAttribute,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { builtInFormat, parseNumberFormat } from '../../cells/number-format.ts'

/** The cell formats of a workbook. New ones go behind the last, so that no number in use changes its meaning. */
export interface StyleBook {
  readonly bytes: Buffer
  readonly root: XmlElement
  readonly cellXfs: XmlElement
  readonly formats: readonly XmlElement[]
  readonly fonts: XmlElement | null
  /** The workbook's own number formats by id. */
  readonly formatCodes: ReadonlyMap<number, string>
  /** Text of the formats and fonts added so far. */
  readonly addedFormats: string[]
  readonly addedFonts: string[]
  /** The styles found for what values asked of others: a column asks the same in every row. */
  readonly found: Map<number, number>
}

/** Excel's own short date, shown the way the reader's computer writes dates. */
const shortDate = 14
const generalFormat = 0
const textFormat = 49

/** The items of a list. Where newer programs are given a choice, what they and others read counts as one item. */
function itemsOf(list: XmlElement, local: string): readonly XmlElement[] {
  return list.children.flatMap((child) => {
    if (child.local === local) return [child]
    if (child.local !== 'AlternateContent') return []
    // What stands in the fallback needs no namespace that only the choice declares.
    const read = childOf(child, 'Fallback') ?? childOf(child, 'Choice')
    return read === null ? [] : itemsOf(read, local)
  })
}

/** Null when the part has no cell formats to go by. */
export function readStyleBook(bytes: Buffer): StyleBook | null {
  const root = outlineXml(bytes)
  const cellXfs = root === null ? null : childOf(root, 'cellXfs')
  if (root === null || cellXfs === null) return null
  const formats = itemsOf(cellXfs, 'xf')
  if (formats.length === 0) return null
  const fonts = childOf(root, 'fonts')
  return {
    bytes,
    root,
    cellXfs,
    formats,
    fonts,
    formatCodes: formatCodesOf(root),
    addedFormats: [],
    addedFonts: [],
    found: new Map(),
  }
}

function formatCodesOf(root: XmlElement): ReadonlyMap<number, string> {
  const own = childOf(root, 'numFmts')
  const formats = own === null ? [] : itemsOf(own, 'numFmt')
  return new Map(
    formats.map((format) => [
      Number(attributeOf(format, 'numFmtId')),
      attributeOf(format, 'formatCode') ?? '',
    ]),
  )
}

function showsDays(book: StyleBook, id: number): boolean {
  const code = book.formatCodes.get(id)
  const format = code === undefined ? builtInFormat(id) : parseNumberFormat(code)
  return format.kind === 'date' && (format.parts === 'date' || format.parts === 'date-time')
}

function numberFormatOf(book: StyleBook, style: number): number {
  const format = book.formats[style]
  return format === undefined ? generalFormat : Number(attributeOf(format, 'numFmtId') ?? generalFormat)
}

/** Whether a protected sheet lets people type into cells of this style. */
export function isUnlocked(book: StyleBook, style: number): boolean {
  const format = book.formats[style]
  const protection = format === undefined ? null : childOf(format, 'protection')
  const locked = protection === null ? null : attributeOf(protection, 'locked')
  return locked === '0' || locked === 'false'
}

/** Underlined text is how cells with links look: a column of plain words beside them should not. */
export function isUnderlined(book: StyleBook, style: number): boolean {
  const format = book.formats[style]
  const fontId = format === undefined ? null : attributeOf(format, 'fontId')
  const font =
    book.fonts === null || fontId === null ? undefined : itemsOf(book.fonts, 'font')[Number(fontId)]
  return font !== undefined && childOf(font, 'u') !== null
}

/** What a value asks of the cell it goes into; everything else of its look stays. */
export interface StyleNeed {
  /** `plain` takes a number format away, `date` gives one where there is none for days. */
  readonly format: 'as-is' | 'plain' | 'date'
  /** Keeps Excel from taking a text for a formula when somebody goes into the cell and presses Enter. */
  readonly quoted: boolean
}

const formatNeeds: readonly StyleNeed['format'][] = ['as-is', 'plain', 'date']

/** `style` must be one the workbook came with. */
export function styleFor(book: StyleBook, style: number, need: StyleNeed): number {
  if (need.format === 'as-is' && !need.quoted) return style
  const asked = 6 * style + 2 * formatNeeds.indexOf(need.format) + (need.quoted ? 1 : 0)
  const found = book.found.get(asked) ?? suitableStyle(book, style, need)
  book.found.set(asked, found)
  return found
}

function suitableStyle(book: StyleBook, style: number, need: StyleNeed): number {
  const base = book.formats[style]
  const changes: { numFmtId?: string; applyNumberFormat?: string; quotePrefix?: string } = {}
  const current = numberFormatOf(book, style)
  if (need.format === 'plain' && current !== generalFormat && current !== textFormat) {
    changes.numFmtId = String(generalFormat)
  }
  if (need.format === 'date' && !showsDays(book, current)) {
    changes.numFmtId = String(shortDate)
    changes.applyNumberFormat = '1'
  }
  if (need.quoted && !(base !== undefined && isSet(base, 'quotePrefix'))) changes.quotePrefix = '1'
  if (Object.keys(changes).length === 0) return style
  return base === undefined ? addedNumber(book, plainFormat(book, changes)) : derived(book, base, changes)
}

type AttributeValues = { readonly [attribute: string]: string }

function derived(book: StyleBook, base: XmlElement, changes: AttributeValues): number {
  const wanted = signature(base, book.bytes, changes)
  const known = book.formats.findIndex((format) => signature(format, book.bytes, {}) === wanted)
  return known === -1 ? addedNumber(book, rewrittenElement(book.bytes, base, changes)) : known
}

function plainFormat(book: StyleBook, attributes: AttributeValues): string {
  const values = Object.entries({
    numFmtId: '0',
    fontId: '0',
    fillId: '0',
    borderId: '0',
    xfId: '0',
    ...attributes,
  })
  return `<${prefixOf(book.root)}xf${values.map(([name, value]) => ` ${name}="${value}"`).join('')}/>`
}

/** Two formats with the same signature look the same, whatever the order of their attributes. */
function signature(format: XmlElement, bytes: Buffer, changes: AttributeValues): string {
  const values = new Map(format.attributes.map((attribute) => [attribute.name, attribute.value]))
  for (const [name, value] of Object.entries(changes)) values.set(name, value)
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(sorted)}${bytes.toString('utf8', format.openEnd, format.closeStart)}`
}

function addedNumber(book: StyleBook, text: string): number {
  const original = book.formats.findIndex(
    (format) => book.bytes.toString('utf8', format.start, format.end) === text,
  )
  if (original !== -1) return original
  const known = book.addedFormats.indexOf(text)
  if (known !== -1) return book.formats.length + known
  book.addedFormats.push(text)
  return book.formats.length + book.addedFormats.length - 1
}

/** Bold headings on the sheets that are ours, in the workbook's own typeface. */
export function headingStyle(book: StyleBook): number {
  const fontId = String(boldFont(book))
  return addedNumber(book, wrappedFormat(book, { fontId, applyFont: '1', applyAlignment: '1' }))
}

/** Values and long texts on the sheets that are ours. */
export function wrappedStyle(book: StyleBook, need: StyleNeed): number {
  const quotes = need.quoted ? { quotePrefix: '1' } : {}
  const day = need.format === 'date' ? { numFmtId: String(shortDate), applyNumberFormat: '1' } : {}
  return addedNumber(book, wrappedFormat(book, { ...day, ...quotes, applyAlignment: '1' }))
}

function wrappedFormat(book: StyleBook, attributes: AttributeValues): string {
  const prefix = prefixOf(book.root)
  const alignment = `<${prefix}alignment horizontal="left" vertical="top" wrapText="1"/>`
  return plainFormat(book, attributes).replace(/\/>$/, `>${alignment}</${prefix}xf>`)
}

function boldFont(book: StyleBook): number {
  const fonts = book.fonts === null ? [] : itemsOf(book.fonts, 'font')
  const first = fonts[0]
  if (first === undefined) return 0
  const prefix = prefixOf(book.root)
  const inner = (font: XmlElement) => book.bytes.toString('utf8', font.openEnd, font.closeStart)
  const bold = childOf(first, 'b') === null ? `<${prefix}b/>${inner(first)}` : inner(first)
  const known = fonts.findIndex((font) => inner(font) === bold)
  if (known !== -1) return known
  const text = `<${prefix}font>${bold}</${prefix}font>`
  if (!book.addedFonts.includes(text)) book.addedFonts.push(text)
  return fonts.length + book.addedFonts.indexOf(text)
}

export function styleEdits(book: StyleBook): readonly ByteEdit[] {
  const edits: ByteEdit[] = []
  if (book.addedFormats.length > 0) {
    edits.push(
      setAttribute(book.cellXfs, 'count', String(book.formats.length + book.addedFormats.length)),
      appendInto(book.cellXfs, book.addedFormats.join('')),
    )
  }
  if (book.addedFonts.length > 0 && book.fonts !== null) {
    const count = itemsOf(book.fonts, 'font').length + book.addedFonts.length
    edits.push(
      setAttribute(book.fonts, 'count', String(count)),
      appendInto(book.fonts, book.addedFonts.join('')),
    )
  }
  return edits
}
