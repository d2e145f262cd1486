import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { cellKey } from '../../../domain/table/sheet-grid.ts'
import { readRelationships } from '../../ooxml/parts/relationships.ts'
import { namespaces } from '../../ooxml/xml/xml-namespaces.ts'
import { attributeText, attributeTextIn, type XmlScanner } from '../../ooxml/xml/xml-scan.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { parseRange } from '../cells/cell-reference.ts'
import { limits } from '../limits.ts'

/** A `hyperlink` element: the cells it lies on and the relationship that knows where it leads. */
export interface SheetLink {
  readonly reference: string
  readonly relationship: string
  readonly anchor: string
}

const mostCellsOfOne = 1_000
/** What a formula `HYPERLINK("https://…", "words")` leads to; joined or computed addresses are left alone. */
const linkFormula = /^\s*HYPERLINK\(\s*"((?:[^"]|"")+)"\s*[,)]/i

export function readLink(scanner: XmlScanner): SheetLink {
  return {
    reference: attributeText(scanner, 'ref') ?? '',
    relationship: attributeTextIn(scanner, namespaces.relationships, 'id') ?? '',
    anchor: attributeText(scanner, 'location') ?? '',
  }
}

export function linkInFormula(formula: string): string | null {
  const target = linkFormula.exec(formula)?.[1]?.replaceAll('""', '"')
  return target !== undefined && isOutside(target) ? target : null
}

/** Adds where the links lead to `found`, by cell. Places in the workbook itself are not addresses. */
export function resolveLinks(
  archive: ZipArchive,
  sheet: ZipEntry,
  links: readonly SheetLink[],
  found: Map<number, string>,
): Result<ReadonlyMap<number, string>, WorkbookProblem> {
  if (links.length === 0) return ok(found)
  const relationships = readRelationships(archive, sheet)
  if (!relationships.ok) return relationships
  const addresses = new Map(
    relationships.value.filter(({ external }) => external).map(({ id, address }) => [id, address]),
  )
  for (const { reference, relationship, anchor } of links) {
    const address = addresses.get(relationship)
    const range = parseRange(reference)
    if (address === undefined || range === null || !isOutside(address)) continue
    const target = anchor === '' || address.includes('#') ? address : `${address}#${anchor}`
    const cells = (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1)
    if (cells > mostCellsOfOne) continue
    for (let row = range.firstRow; row <= range.lastRow; row += 1) {
      for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
        found.set(cellKey(row, column), target)
      }
    }
    if (found.size > limits.hyperlinks) return err({ code: 'workbook-too-complex', what: 'hyperlinks' })
  }
  return ok(found)
}

function isOutside(address: string): boolean {
  return /^(https?|ftp|mailto):\S/i.test(address)
}
