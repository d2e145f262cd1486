import { ok, type Result } from '../../domain/result.ts'
import type { CellRange } from '../../domain/sheet-grid.ts'
import type { ByteEdit } from './byte-edits.ts'
import { formatRange, parseRange } from './cell-range.ts'
import { readRelationships } from './relationships.ts'
import { type PatchFailure, readWritablePart, type WritablePart } from './writable-part.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  setAttribute,
  type XmlElement,
} from './xml-outline.ts'
import { escapeTableName } from './xml-writing.ts'
import type { ZipArchive, ZipEntry } from './zip-directory.ts'

/** An Excel table (ListObject) of a sheet. */
export interface TablePart {
  readonly part: WritablePart
  readonly range: CellRange
  readonly headerRows: number
  /** Tables fed by a query or an XML map, or with a row of totals, keep their size. */
  readonly resizable: boolean
  readonly columnNames: readonly string[]
}

export interface RelatedRanges {
  readonly tables: readonly TablePart[]
  readonly pivots: readonly CellRange[]
}

export function readRelatedRanges(archive: ZipArchive, sheet: ZipEntry): Result<RelatedRanges, PatchFailure> {
  const relationships = readRelationships(archive, sheet)
  if (!relationships.ok) return relationships
  const tables: TablePart[] = []
  const pivots: CellRange[] = []
  for (const { type, target } of relationships.value) {
    if (target === null || (type !== 'table' && type !== 'pivotTable')) continue
    const part = readWritablePart(archive, target)
    if (!part.ok) return part
    if (type === 'table') {
      const table = tablePart(part.value)
      if (table !== null) tables.push(table)
    } else {
      const location = childOf(part.value.root, 'location')
      const range = location === null ? null : parseRange(attributeOf(location, 'ref') ?? '')
      if (range !== null) pivots.push(range)
    }
  }
  return ok({ tables, pivots })
}

function tablePart(part: WritablePart): TablePart | null {
  const { root } = part
  const range = parseRange(attributeOf(root, 'ref') ?? '')
  if (range === null) return null
  const headerRows = Number(attributeOf(root, 'headerRowCount') ?? 1)
  const totals = Number(attributeOf(root, 'totalsRowCount') ?? 0)
  const kind = attributeOf(root, 'tableType') ?? 'worksheet'
  const columnNames = columnsOf(root).map((column) => attributeOf(column, 'name') ?? '')
  return {
    part,
    range,
    headerRows,
    resizable: kind === 'worksheet' && totals === 0 && headerRows === 1,
    columnNames,
  }
}

function columnsOf(root: XmlElement): readonly XmlElement[] {
  const columns = childOf(root, 'tableColumns')
  return columns === null ? [] : childrenOf(columns, 'tableColumn')
}

/** Makes room for columns directly right of the table, in its part only; `headers` are what their heading cells say. */
export function widenTable(table: TablePart, headers: readonly string[]): readonly ByteEdit[] {
  const { root } = table.part
  const columns = childOf(root, 'tableColumns')
  if (columns === null || headers.length === 0) return []
  const prefix = prefixOf(root)
  const known = columnsOf(root)
  const highest = Math.max(0, ...known.map((column) => Number(attributeOf(column, 'id') ?? 0)))
  const added = headers.map(
    (header, index) =>
      `<${prefix}tableColumn id="${highest + index + 1}" name="${escapeTableName(header)}"/>`,
  )
  const edits: ByteEdit[] = [
    setAttribute(root, 'ref', formatRange(widened(table.range, headers.length))),
    setAttribute(columns, 'count', String(known.length + headers.length)),
    appendInto(columns, added.join('')),
  ]
  const filter = childOf(root, 'autoFilter')
  const filtered = filter === null ? null : parseRange(attributeOf(filter, 'ref') ?? '')
  if (filter !== null && filtered !== null) {
    edits.push(setAttribute(filter, 'ref', formatRange(widened(filtered, headers.length))))
  }
  return edits
}

export function widened(range: CellRange, columns: number): CellRange {
  return { ...range, lastColumn: range.lastColumn + columns }
}
