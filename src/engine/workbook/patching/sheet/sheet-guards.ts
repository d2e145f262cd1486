import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import type { RefusalReason } from '../../../../domain/write-back/workbook-changes.ts'
import { attributeOf, childOf, childrenOf, isSet } from '../../../ooxml/xml/xml-outline.ts'
import { contains, parseRange, parseRanges } from '../../cells/cell-range.ts'
import type { SheetLayout } from '../cells/sheet-layout.ts'
import type { CellSpot } from '../cells/sheet-row.ts'
import { isUnlocked, type StyleBook } from '../cells/style-book.ts'
import type { RelatedRanges } from './table-part.ts'

/** What on a sheet is not ours to write into. */
export interface SheetGuards {
  readonly merges: readonly CellRange[]
  readonly arrays: readonly CellRange[]
  readonly pivots: readonly CellRange[]
  readonly drawings: readonly CellRange[]
  /** The header rows of Excel tables. */
  readonly headings: readonly CellRange[]
  /** Null when the sheet is not protected; else where everybody may type although it is. */
  readonly protection: { readonly open: readonly CellRange[] } | null
}

/** `writeProtected`: a person wants the protected cells written too. */
export function sheetGuards(
  layout: SheetLayout,
  related: RelatedRanges,
  writeProtected: boolean,
): SheetGuards {
  const mergeCells = childOf(layout.root, 'mergeCells')
  const merges = (mergeCells === null ? [] : childrenOf(mergeCells, 'mergeCell'))
    .map((merge) => parseRange(attributeOf(merge, 'ref') ?? ''))
    .filter((range) => range !== null)
  const headings = related.tables
    .filter((table) => table.headerRows > 0)
    .map(({ range }) => ({ ...range, lastRow: range.firstRow }))
  return {
    merges,
    arrays: layout.arrays,
    pivots: related.pivots,
    drawings: related.drawings,
    headings,
    protection: writeProtected ? null : protectionOf(layout),
  }
}

function protectionOf(layout: SheetLayout): SheetGuards['protection'] {
  const protection = childOf(layout.root, 'sheetProtection')
  if (protection === null || !isSet(protection, 'sheet')) return null
  const ranges = childOf(layout.root, 'protectedRanges')
  // A range with a password or for certain people only is not open to everybody.
  const open = (ranges === null ? [] : childrenOf(ranges, 'protectedRange'))
    .filter((range) => !range.attributes.some((attribute) => closedBy.has(attribute.name)))
    .flatMap((range) => parseRanges(attributeOf(range, 'sqref') ?? '') ?? [])
  return { open }
}

const closedBy = new Set(['password', 'algorithmName', 'hashValue', 'securityDescriptor'])

export interface CellPlace {
  readonly row: number
  readonly column: number
  readonly cell: CellSpot | null
  /** The style in force, whether the cell, its row or its column sets it. */
  readonly style: number
}

/** Asked for every cell that is written. */
export function isInside(ranges: readonly CellRange[], row: number, column: number): boolean {
  for (const range of ranges) if (contains(range, row, column)) return true
  return false
}

export function refusalFor(
  guards: SheetGuards,
  styles: StyleBook | null,
  place: CellPlace,
): RefusalReason | null {
  const { row, column, cell } = place
  if (cell?.formula === 'array' || isInside(guards.arrays, row, column)) return 'array-formula'
  if (cell?.formula === 'plain') return 'formula-cell'
  for (const merge of guards.merges) {
    const isCorner = merge.firstRow === row && merge.firstColumn === column
    if (!isCorner && contains(merge, row, column)) return 'inside-merge'
  }
  if (isInside(guards.pivots, row, column)) return 'pivot-table'
  if (guards.protection === null || isInside(guards.protection.open, row, column)) return null
  return styles !== null && isUnlocked(styles, place.style) ? null : 'protected-sheet'
}
