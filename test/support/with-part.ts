import { readEntry, readZip } from '../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip } from '../../src/engine/ooxml/zip/zip-writer.ts'

/** The workbook with one of its parts rewritten, as another program might have done. */
export function withPart(workbook: Buffer, name: string, change: (xml: string) => string): Buffer {
  const archive = readZip(workbook)
  if (!archive.ok) throw new Error(archive.error.code)
  const entry = archive.value.entries.find((one) => one.name === name)
  if (entry === undefined) throw new Error(`${name} is not there`)
  const content = readEntry(archive.value, entry)
  if (!content.ok) throw new Error(content.error.code)
  const changed = Buffer.from(change(content.value.toString('utf8')))
  return rewriteZip(archive.value, { replaced: new Map([[name, changed]]) })
}
