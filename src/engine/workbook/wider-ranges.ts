import type { CellRange } from '../../domain/sheet-grid.ts'
import type { ByteEdit } from './byte-edits.ts'
import { formatRange, formatRanges, parseRange, parseRanges } from './cell-range.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { widened } from './table-part.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  setAttribute,
  type XmlElement,
} from './xml-outline.ts'

/** Colours for whole rows of the table go on through the columns that now belong to it. */
export function wideConditionalFormats(
  layout: SheetLayout,
  table: CellRange,
  columns: number,
): readonly ByteEdit[] {
  if (columns === 0) return []
  const wider = (sqref: string) => {
    const ranges = parseRanges(sqref)
    if (ranges === null || !ranges.some((range) => spansTable(range, table))) return null
    return formatRanges(ranges.map((range) => (spansTable(range, table) ? widened(range, columns) : range)))
  }
  const edits: ByteEdit[] = []
  for (const format of childrenOf(layout.root, 'conditionalFormatting')) {
    const sqref = wider(attributeOf(format, 'sqref') ?? '')
    if (sqref !== null) edits.push(setAttribute(format, 'sqref', sqref))
  }
  for (const place of extendedPlaces(layout)) {
    const sqref = wider(layout.bytes.toString('utf8', place.openEnd, place.closeStart))
    if (sqref !== null) edits.push({ start: place.openEnd, end: place.closeStart, text: sqref })
  }
  return edits
}

function spansTable(range: CellRange, table: CellRange): boolean {
  return (
    range.firstColumn <= table.firstColumn &&
    range.lastColumn === table.lastColumn &&
    range.firstRow <= table.lastRow &&
    range.lastRow > table.firstRow
  )
}

function extendedPlaces(layout: SheetLayout): readonly XmlElement[] {
  const extensions = childOf(layout.root, 'extLst')
  if (extensions === null) return []
  return descendantsOf(extensions, 'conditionalFormatting').flatMap((format) => childrenOf(format, 'sqref'))
}

/** A sheet's filter over the table and what it becomes; null when it does not end at the table's last column. */
export interface FilterGrowth {
  readonly before: CellRange
  readonly after: CellRange
  readonly edit: ByteEdit
}

export function widerFilter(layout: SheetLayout, table: CellRange, columns: number): FilterGrowth | null {
  const filter = childOf(layout.root, 'autoFilter')
  const before = filter === null ? null : parseRange(attributeOf(filter, 'ref') ?? '')
  if (filter === null || before === null || columns === 0) return null
  if (before.lastColumn !== table.lastColumn || before.firstRow !== table.firstRow) return null
  const after = widened(before, columns)
  return { before, after, edit: setAttribute(filter, 'ref', formatRange(after)) }
}

export function wideDimension(
  layout: SheetLayout,
  cells: readonly { readonly row: number; readonly column: number }[],
): readonly ByteEdit[] {
  const dimension = childOf(layout.root, 'dimension')
  const before = dimension === null ? null : parseRange(attributeOf(dimension, 'ref') ?? '')
  if (dimension === null || before === null || cells.length === 0) return []
  let { firstColumn, firstRow, lastColumn, lastRow } = before
  for (const { row, column } of cells) {
    firstColumn = Math.min(firstColumn, column)
    lastColumn = Math.max(lastColumn, column)
    firstRow = Math.min(firstRow, row)
    lastRow = Math.max(lastRow, row)
  }
  const after = formatRange({ firstColumn, firstRow, lastColumn, lastRow })
  return after === formatRange(before) ? [] : [setAttribute(dimension, 'ref', after)]
}
