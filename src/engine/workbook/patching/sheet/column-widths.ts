import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  rewrittenElement,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { placeFor, type SheetLayout } from '../cells/sheet-layout.ts'

interface ColumnSpan {
  readonly from: number
  readonly to: number
  readonly element: XmlElement
}

function spansOf(layout: SheetLayout): readonly ColumnSpan[] {
  const cols = childOf(layout.root, 'cols')
  if (cols === null) return []
  return childrenOf(cols, 'col').map((element) => ({
    from: Number(attributeOf(element, 'min')),
    to: Number(attributeOf(element, 'max')),
    element,
  }))
}

/** The style that columns give to cells which are not there. */
export function columnStyles(layout: SheetLayout): (column: number) => number {
  const spans = spansOf(layout)
  return (column) => {
    const span = spans.find(({ from, to }) => column >= from && column <= to)
    return span === undefined ? 0 : Number(attributeOf(span.element, 'style') ?? 0)
  }
}

/** Gives columns a width of their own, in characters. Ranges that hold such a column are split around it. */
export function widthEdits(layout: SheetLayout, widths: ReadonlyMap<number, number>): readonly ByteEdit[] {
  const columns = [...widths.keys()].sort((a, b) => a - b)
  if (columns.length === 0) return []
  const prefix = prefixOf(layout.root)
  const fresh = (column: number, style: string | null) => {
    const styled = style === null ? '' : ` style="${style}"`
    const width = widths.get(column) ?? 0
    return `<${prefix}col min="${column}" max="${column}" width="${width}"${styled} customWidth="1"/>`
  }
  const cols = childOf(layout.root, 'cols')
  if (cols === null) {
    const at = placeFor(layout, 'cols')
    const xml = columns.map((column) => fresh(column, null)).join('')
    return [{ start: at, end: at, text: `<${prefix}cols>${xml}</${prefix}cols>` }]
  }
  const spans = spansOf(layout)
  const edits: ByteEdit[] = []
  for (const span of spans) {
    const inside = columns.filter((column) => column >= span.from && column <= span.to)
    if (inside.length > 0) edits.push(splitSpan(layout.bytes, span, inside, fresh))
  }
  for (const column of columns) {
    if (spans.some(({ from, to }) => column >= from && column <= to)) continue
    const next = spans.find(({ from }) => from > column)
    const at = next?.element.start ?? cols.closeStart
    edits.push({ start: at, end: at, text: fresh(column, null) })
  }
  return edits
}

/** A hidden or grouped range gives up that column: what is written there must be seen. */
function splitSpan(
  bytes: Buffer,
  span: ColumnSpan,
  columns: readonly number[],
  fresh: (column: number, style: string | null) => string,
): ByteEdit {
  const pieces: string[] = []
  const keep = (from: number, to: number) => {
    if (from <= to) pieces.push(rewrittenElement(bytes, span.element, { min: String(from), max: String(to) }))
  }
  let next = span.from
  for (const column of columns) {
    keep(next, column - 1)
    pieces.push(fresh(column, attributeOf(span.element, 'style')))
    next = column + 1
  }
  keep(next, span.to)
  return { start: span.element.start, end: span.element.end, text: pieces.join('') }
}
