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

/** Whether a formula means other cells when it stands elsewhere: a reference without a dollar sign moves with it, a table's column in brackets does not. */
export function movesWithCell(formula: string): boolean {
  const text = formula.replace(/("|&quot;).*?\1/g, '').replace(/\[[^\]]*\]/g, '')
  return /(?<![$\w.])[A-Za-z]{1,3}\$?\d+(?![\w(])|\$[A-Za-z]{1,3}\d/.test(text)
}

/** Prefixes longer than this are nobody's. */
const longestTag = 24
const formulaTag = /^<(?:[\w.-]+:)?f[\s/>]/
