import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import { attributeOf, childOf, descendantsOf, type XmlElement } from '../../../ooxml/xml/xml-outline.ts'
import { decodeText } from '../../../ooxml/xml/xml-text.ts'
import type { WritablePart } from '../writable-part.ts'

/** Of a usual column and row, in English Metric Units: what is anchored by its size covers about so many of them. */
const columnWidth = 609_600
const rowHeight = 190_500

/** The cells that charts, pictures and shapes of a drawing lie over. */
export function drawnRanges({ root, bytes }: Pick<WritablePart, 'root' | 'bytes'>): readonly CellRange[] {
  const numberIn = (element: XmlElement | null, local: string) => {
    const child = element === null ? null : childOf(element, local)
    return child === null ? 0 : Number(decodeText(bytes, child.openEnd, child.closeStart))
  }
  const place = (element: XmlElement | null) => {
    return { column: numberIn(element, 'col') + 1, row: numberIn(element, 'row') + 1 }
  }
  const size = (element: XmlElement) => {
    const extent = childOf(element, 'ext')
    const of = (name: string) => Number((extent && attributeOf(extent, name)) ?? 0)
    return { columns: Math.ceil(of('cx') / columnWidth), rows: Math.ceil(of('cy') / rowHeight) }
  }
  const twoCells = descendantsOf(root, 'twoCellAnchor').map((anchor) => {
    const [from, to] = [place(childOf(anchor, 'from')), place(childOf(anchor, 'to'))]
    return { firstColumn: from.column, firstRow: from.row, lastColumn: to.column, lastRow: to.row }
  })
  const oneCell = descendantsOf(root, 'oneCellAnchor').map((anchor) => {
    const { column, row } = place(childOf(anchor, 'from'))
    const { columns, rows } = size(anchor)
    return { firstColumn: column, firstRow: row, lastColumn: column + columns, lastRow: row + rows }
  })
  const absolute = descendantsOf(root, 'absoluteAnchor').map((anchor) => {
    const position = childOf(anchor, 'pos')
    const at = (name: string) => Number((position && attributeOf(position, name)) ?? 0)
    const [column, row] = [Math.floor(at('x') / columnWidth) + 1, Math.floor(at('y') / rowHeight) + 1]
    const { columns, rows } = size(anchor)
    return { firstColumn: column, firstRow: row, lastColumn: column + columns, lastRow: row + rows }
  })
  return [...twoCells, ...oneCell, ...absolute].filter((range) => Object.values(range).every(Number.isFinite))
}
