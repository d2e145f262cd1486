import type { WorkbookProblem } from '../../../../domain/inventory-table.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import { readableXml } from '../../../encoding/xml-encoding.ts'
import { readEntry, type ZipArchive, type ZipEntry } from '../../../ooxml/zip/zip-directory.ts'

/** Whether a sheet's part has a formula, by its tag alone: one too many only means a recalculation more. */
export function holdsFormulas(archive: ZipArchive, sheet: ZipEntry): Result<boolean, WorkbookProblem> {
  const content = readEntry(archive, sheet)
  if (!content.ok) return content
  const bytes = readableXml(content.value)?.bytes ?? content.value
  const head = bytes.toString('latin1', 0, longestHead)
  const prefix = /<(?:([\w.-]+):)?worksheet[\s>]/.exec(head)?.[1]
  const tag = `<${prefix === undefined ? '' : `${prefix}:`}f`
  return ok(['>', '/', ' ', '\t', '\n', '\r'].some((end) => bytes.includes(tag + end)))
}

/** Far enough for any sheet's opening tag. */
const longestHead = 16_384

/** Whether a formula means other cells when it stands elsewhere: a reference without a dollar sign moves with it, a table's column in brackets does not. */
export function movesWithCell(formula: string): boolean {
  const text = formula.replace(/("|&quot;).*?\1/g, '').replace(/\[[^\]]*\]/g, '')
  return /(?<![$\w.])[A-Za-z]{1,3}\$?\d+(?![\w(])|\$[A-Za-z]{1,3}\d/.test(text)
}
