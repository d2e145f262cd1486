import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { readableXml } from '../../encoding/xml-encoding.ts'
import { readEntry, type ZipArchive, type ZipEntry } from '../zip/zip-directory.ts'
import { scanXml, type XmlFault, type XmlScanner } from './xml-scan.ts'

/** A scanner at the start of a part. */
export function openXmlPart(archive: ZipArchive, entry: ZipEntry): Result<XmlScanner, WorkbookProblem> {
  const content = readEntry(archive, entry)
  if (!content.ok) return content
  const readable = readableXml(content.value)
  if (readable === null) return err({ code: 'workbook-too-complex', what: 'xml-encoding' })
  return ok(scanXml(readable.bytes))
}

/** What a scanner that stopped early says about the workbook. */
export function xmlProblem(fault: XmlFault): WorkbookProblem {
  if (fault === 'not-well-formed') return { code: 'file-damaged' }
  return { code: 'workbook-too-complex', what: `xml-${fault}` }
}
