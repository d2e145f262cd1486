import type { WorkbookProblem } from '../../domain/inventory-table.ts'
import { ok, type Result } from '../../domain/result.ts'
import { readEntry, type ZipArchive, type ZipEntry } from './zip-directory.ts'

/** Whether a sheet's part has a formula, by its tag alone: one too many only means a recalculation more. */
export function holdsFormulas(archive: ZipArchive, sheet: ZipEntry): Result<boolean, WorkbookProblem> {
  const content = readEntry(archive, sheet)
  if (!content.ok) return content
  const bytes = content.value
  for (let at = bytes.indexOf('<'); at !== -1; at = bytes.indexOf('<', at + 1)) {
    if (formulaTag.test(bytes.toString('latin1', at, at + longestTag))) return ok(true)
  }
  return ok(false)
}

/** Prefixes longer than this are nobody's. */
const longestTag = 24
const formulaTag = /^<(?:[\w.-]+:)?f[\s/>]/
