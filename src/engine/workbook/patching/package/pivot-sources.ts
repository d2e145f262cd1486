import { ok, type Result } from '../../../../domain/result.ts'
import type { PatchWarning } from '../../../../domain/write-back/workbook-changes.ts'
import { readRelationships } from '../../../ooxml/parts/relationships.ts'
import { attributeOf, descendantsOf } from '../../../ooxml/xml/xml-outline.ts'
import type { LoadedWorkbook } from '../../reading/loaded-workbook.ts'
import { type PatchFailure, readWritablePart } from '../writable-part.ts'

/** Pivot tables keep a copy of what they read: Excel brings it up to date when somebody presses Refresh. */
export function pivotWarnings(
  { archive, package: workbook }: LoadedWorkbook,
  changedSheets: readonly string[],
): Result<readonly PatchWarning[], PatchFailure> {
  if (changedSheets.length === 0) return ok([])
  const relationships = readRelationships(archive, workbook.workbook)
  if (!relationships.ok) return relationships
  const stale = new Set<string>()
  for (const { type, target } of relationships.value) {
    if (type !== 'pivotCacheDefinition' || target === null) continue
    const part = readWritablePart(archive, target)
    if (!part.ok) return part
    for (const source of descendantsOf(part.value.root, 'worksheetSource')) {
      const sheet = attributeOf(source, 'sheet')?.toLowerCase()
      // A source without a sheet is a table or a name, which may well be the inventory's.
      for (const name of changedSheets)
        if (sheet === undefined || sheet === name.toLowerCase()) stale.add(name)
    }
  }
  return ok([...stale].map((where) => ({ where, code: 'pivot-needs-refresh' })))
}
