import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { DeclaredTable } from '../../../domain/table/sheet-grid.ts'
import { readRelationships } from '../../ooxml/parts/relationships.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import { advance, attributeText } from '../../ooxml/xml/xml-scan.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { parseRange } from '../cells/cell-reference.ts'
import { limits } from '../limits.ts'

/** The Excel tables of a sheet. */
export function readSheetTables(
  archive: ZipArchive,
  sheet: ZipEntry,
): Result<readonly DeclaredTable[], WorkbookProblem> {
  const relationships = readRelationships(archive, sheet)
  if (!relationships.ok) return relationships
  const tables: DeclaredTable[] = []
  for (const { type, target } of relationships.value) {
    if (type !== 'table' || target === null) continue
    if (tables.length >= limits.tables) return err({ code: 'workbook-too-complex', what: 'tables' })
    const table = readTable(archive, target)
    if (!table.ok) return table
    if (table.value !== null) tables.push(table.value)
  }
  return ok(tables)
}

function readTable(archive: ZipArchive, entry: ZipEntry): Result<DeclaredTable | null, WorkbookProblem> {
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  if (!advance(scanner)) return scanner.fault === null ? ok(null) : err(xmlProblem(scanner.fault))
  const range = parseRange(attributeText(scanner, 'ref') ?? '')
  if (range === null) return ok(null)
  const headerRows = Number(attributeText(scanner, 'headerRowCount') ?? 1)
  const totalsRows = Number(attributeText(scanner, 'totalsRowCount') ?? 0)
  let isFiltered = false
  while (advance(scanner)) {
    if (scanner.token === 'open' && scanner.local === 'filterColumn') isFiltered ||= !scanner.empty
  }
  if (scanner.fault !== null) return err(xmlProblem(scanner.fault))
  return ok({ ...range, headerRows, totalsRows, isFiltered })
}
