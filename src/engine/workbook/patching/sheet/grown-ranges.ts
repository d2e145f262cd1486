import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  setAttribute,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { formatRange, formatRanges, overlaps, parseRange, parseRanges } from '../../cells/cell-range.ts'
import type { SheetLayout } from '../cells/sheet-layout.ts'

/** How the table on a sheet grows, and so what spans it. */
export interface Growth {
  /** As it was. */
  readonly table: CellRange
  /** Columns that join it on the right. */
  readonly columns: number
  /** Its last row afterwards. */
  readonly lastRow: number
  /** The rows that counted as its last: the inventory's, and that of an Excel table with blank rows at its end. */
  readonly edges: readonly number[]
}

/** The range with the new rows when it ended with the table. */
export function downTo({ table, lastRow, edges }: Growth, range: CellRange): CellRange {
  const beside = range.firstColumn <= table.lastColumn && range.lastColumn >= table.firstColumn
  const ends = beside && range.lastRow < lastRow && edges.includes(range.lastRow)
  return ends ? { ...range, lastRow } : range
}

/** A whole row's colour goes on through the columns that now belong to the table, and every colour down its rows. */
function formatted(growth: Growth, range: CellRange): CellRange {
  const { table, columns } = growth
  const spans =
    range.firstColumn <= table.firstColumn &&
    range.lastColumn === table.lastColumn &&
    range.firstRow <= table.lastRow &&
    range.lastRow > table.firstRow
  const wide = spans ? { ...range, lastColumn: range.lastColumn + columns } : range
  return downTo(growth, range).lastRow === range.lastRow ? wide : { ...wide, lastRow: growth.lastRow }
}

export function grownConditionalFormats(layout: SheetLayout, growth: Growth): readonly ByteEdit[] {
  const grown = (sqref: string) => grownList(sqref, (range) => formatted(growth, range))
  const edits: ByteEdit[] = []
  for (const format of childrenOf(layout.root, 'conditionalFormatting')) {
    const sqref = grown(attributeOf(format, 'sqref') ?? '')
    if (sqref !== null) edits.push(setAttribute(format, 'sqref', sqref))
  }
  for (const place of extendedPlaces(layout, 'conditionalFormatting')) {
    const sqref = grown(layout.bytes.toString('utf8', place.openEnd, place.closeStart))
    if (sqref !== null) edits.push({ start: place.openEnd, end: place.closeStart, text: sqref })
  }
  return edits
}

/** The list of ranges after each was given its new size; null when none changes, or one is not understood. */
export function grownList(sqref: string, grow: (range: CellRange) => CellRange): string | null {
  const ranges = parseRanges(sqref)
  if (ranges === null) return null
  const grown = formatRanges(ranges.map(grow))
  return grown === formatRanges(ranges) ? null : grown
}

/** Grows a validation's range, unless the cells below it have a rule already: no cell may lie in two. */
export function validated(growth: Growth, others: readonly CellRange[]): (range: CellRange) => CellRange {
  return (range) => {
    const grown = downTo(growth, range)
    const strip = { ...grown, firstRow: range.lastRow + 1 }
    const taken = grown.lastRow > range.lastRow && others.some((other) => overlaps(other, strip))
    return taken ? range : grown
  }
}

/** Where the ranges of such elements stand that older Excels do not know. */
export function extendedPlaces(layout: SheetLayout, local: string): readonly XmlElement[] {
  const extensions = childOf(layout.root, 'extLst')
  if (extensions === null) return []
  return descendantsOf(extensions, local).flatMap((element) => childrenOf(element, 'sqref'))
}

/** A sheet's filter over the table and what it becomes; null when it does not end where the table grows. */
export interface FilterGrowth {
  readonly before: CellRange
  readonly after: CellRange
  readonly edit: ByteEdit
}

export function grownFilter(layout: SheetLayout, growth: Growth): FilterGrowth | null {
  const { table, columns } = growth
  const filter = childOf(layout.root, 'autoFilter')
  const before = filter === null ? null : parseRange(attributeOf(filter, 'ref') ?? '')
  if (filter === null || before === null || before.firstRow !== table.firstRow) return null
  const wider = before.lastColumn === table.lastColumn ? columns : 0
  const after = { ...downTo(growth, before), lastColumn: before.lastColumn + wider }
  if (formatRange(after) === formatRange(before)) return null
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
