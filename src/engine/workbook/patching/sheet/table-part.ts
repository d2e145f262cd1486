import { ok, type Result } from '../../../../domain/result.ts'
import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import { readRelationships } from '../../../ooxml/parts/relationships.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  isSet,
  prefixOf,
  setAttribute,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { decodeText } from '../../../ooxml/xml/xml-text.ts'
import { escapeTableName } from '../../../ooxml/xml/xml-writing.ts'
import type { ZipArchive, ZipEntry } from '../../../ooxml/zip/zip-directory.ts'
import { formatRange, parseRange } from '../../cells/cell-range.ts'
import { type PatchFailure, readWritablePart, type WritablePart } from '../writable-part.ts'
import { drawnRanges } from './drawings.ts'

/** An Excel table (ListObject) of a sheet. */
export interface TablePart {
  readonly part: WritablePart
  readonly range: CellRange
  readonly headerRows: number
  /** Tables fed by a query or an XML map, or with a row of totals, keep their size. */
  readonly resizable: boolean
  readonly columnNames: readonly string[]
  /** Formulas that fill a whole column, by the column's place on the sheet. */
  readonly formulas: ReadonlyMap<number, string>
}

export interface RelatedRanges {
  readonly tables: readonly TablePart[]
  readonly pivots: readonly CellRange[]
  /** What charts, pictures and shapes lie over. */
  readonly drawings: readonly CellRange[]
}

export function readRelatedRanges(archive: ZipArchive, sheet: ZipEntry): Result<RelatedRanges, PatchFailure> {
  const relationships = readRelationships(archive, sheet)
  if (!relationships.ok) return relationships
  const tables: TablePart[] = []
  const pivots: CellRange[] = []
  const drawings: CellRange[] = []
  for (const { type, target } of relationships.value) {
    if (target === null || (type !== 'table' && type !== 'pivotTable' && type !== 'drawing')) continue
    const part = readWritablePart(archive, target)
    if (!part.ok) return part
    if (type === 'drawing') drawings.push(...drawnRanges(part.value))
    else if (type === 'table') {
      const table = tablePart(part.value)
      if (table !== null) tables.push(table)
    } else {
      const range = pivotRange(part.value.root)
      if (range !== null) pivots.push(range)
    }
  }
  return ok({ tables, pivots, drawings })
}

/** A pivot table with its filters, which stand above it, behind an empty row, and are not in its range. */
function pivotRange(root: XmlElement): CellRange | null {
  const location = childOf(root, 'location')
  const range = location === null ? null : parseRange(attributeOf(location, 'ref') ?? '')
  if (location === null || range === null) return null
  const rows = Number(attributeOf(location, 'rowPageCount') ?? 0)
  if (!(rows > 0)) return range
  // Each column of filters has a name, a choice, and an empty column behind it.
  const width = 3 * Number(attributeOf(location, 'colPageCount') ?? 1) - 1
  return {
    ...range,
    firstRow: Math.max(1, range.firstRow - rows - 1),
    lastColumn: Math.max(range.lastColumn, range.firstColumn + width - 1),
  }
}

function tablePart(part: WritablePart): TablePart | null {
  const { root } = part
  const range = parseRange(attributeOf(root, 'ref') ?? '')
  if (range === null) return null
  const headerRows = Number(attributeOf(root, 'headerRowCount') ?? 1)
  const totals = Number(attributeOf(root, 'totalsRowCount') ?? 0)
  const kind = attributeOf(root, 'tableType') ?? 'worksheet'
  const columns = columnsOf(root)
  const formulas = columns.flatMap((column, index) => {
    const formula = childOf(column, 'calculatedColumnFormula')
    if (formula === null || isSet(formula, 'array')) return []
    return [[range.firstColumn + index, decodeText(part.bytes, formula.openEnd, formula.closeStart)] as const]
  })
  return {
    part,
    range,
    headerRows,
    resizable: kind === 'worksheet' && totals === 0 && headerRows === 1,
    columnNames: columns.map((column) => attributeOf(column, 'name') ?? ''),
    formulas: new Map(formulas),
  }
}

function columnsOf(root: XmlElement): readonly XmlElement[] {
  const columns = childOf(root, 'tableColumns')
  return columns === null ? [] : childrenOf(columns, 'tableColumn')
}

/** What an Excel table gets: columns directly right of it, with the headings their cells have, and rows below it. */
export interface TableGrowth {
  readonly headers: readonly string[]
  readonly lastRow: number
}

/** Makes room in the table's part only. */
export function growTable(table: TablePart, { headers, lastRow }: TableGrowth): readonly ByteEdit[] {
  const { root } = table.part
  const columns = childOf(root, 'tableColumns')
  const grown = (range: CellRange): CellRange => ({
    ...range,
    lastColumn: range.lastColumn + headers.length,
    lastRow: range.lastRow === table.range.lastRow ? Math.max(range.lastRow, lastRow) : range.lastRow,
  })
  if (columns === null || formatRange(grown(table.range)) === formatRange(table.range)) return []
  const edits: ByteEdit[] = [setAttribute(root, 'ref', formatRange(grown(table.range)))]
  const filter = childOf(root, 'autoFilter')
  const filtered = filter === null ? null : parseRange(attributeOf(filter, 'ref') ?? '')
  if (filter !== null && filtered !== null) {
    edits.push(setAttribute(filter, 'ref', formatRange(grown(filtered))))
  }
  if (headers.length === 0) return edits
  const known = columnsOf(root)
  const highest = Math.max(0, ...known.map((column) => Number(attributeOf(column, 'id') ?? 0)))
  const added = headers.map(
    (header, index) =>
      `<${prefixOf(root)}tableColumn id="${highest + index + 1}" name="${escapeTableName(header)}"/>`,
  )
  const count = String(known.length + headers.length)
  return [...edits, setAttribute(columns, 'count', count), appendInto(columns, added.join(''))]
}
