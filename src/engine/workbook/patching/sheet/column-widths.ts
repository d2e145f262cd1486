import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  rewrittenElement,
  setAttribute,
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

export interface ColumnWidth {
  /** In characters. */
  readonly width: number
  /** Whether it stands in a group that is folded away, as Excel's Group command does. */
  readonly folded?: boolean
}

/** Gives columns a width of their own. Ranges that hold such a column are split around it. */
export function widthEdits(
  layout: SheetLayout,
  widths: ReadonlyMap<number, ColumnWidth>,
): readonly ByteEdit[] {
  const columns = [...widths.keys()].sort((a, b) => a - b)
  if (columns.length === 0) return []
  const isFolded = [...widths.values()].some(({ folded }) => folded)
  return [...(isFolded ? groupEdits(layout) : []), ...columnEdits(layout, columns, widths)]
}

function columnEdits(
  layout: SheetLayout,
  columns: readonly number[],
  widths: ReadonlyMap<number, ColumnWidth>,
): readonly ByteEdit[] {
  const prefix = prefixOf(layout.root)
  const fresh = (column: number, style: string | null) => {
    const styled = style === null ? '' : ` style="${style}"`
    const { width = 0, folded } = widths.get(column) ?? {}
    const hidden = folded ? ' hidden="1"' : ''
    const group = folded ? ' outlineLevel="1"' : ''
    return `<${prefix}col min="${column}" max="${column}" width="${width}"${styled}${hidden} customWidth="1"${group}/>`
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

/** Excel shows the button that unfolds a group where the sheet says how deep its groups go. */
function groupEdits(layout: SheetLayout): readonly ByteEdit[] {
  const format = childOf(layout.root, 'sheetFormatPr')
  if (format === null) {
    const at = placeFor(layout, 'sheetFormatPr')
    const text = `<${prefixOf(layout.root)}sheetFormatPr defaultRowHeight="15" outlineLevelCol="1"/>`
    return [{ start: at, end: at, text }]
  }
  const levels = Number(attributeOf(format, 'outlineLevelCol') ?? 0)
  return levels >= 1 ? [] : [setAttribute(format, 'outlineLevelCol', '1')]
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
