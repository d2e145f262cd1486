import { err, ok, type Result } from '../../../domain/result.ts'
import type { WorkbookProblem } from '../../../domain/table/inventory-table.ts'
import type { PatchProblem } from '../../../domain/write-back/workbook-changes.ts'
import { readableXml } from '../encoding/xml-encoding.ts'
import { outlineXml, type XmlElement } from '../xml/xml-outline.ts'
import { readEntry, type ZipArchive, type ZipEntry } from '../zip/zip-directory.ts'

export type PatchFailure = PatchProblem | WorkbookProblem

export interface WritablePart {
  readonly entry: ZipEntry
  readonly bytes: Buffer
  readonly root: XmlElement
}

export function notWritten(what: string): Result<never, PatchFailure> {
  return err({ code: 'workbook-dialect-not-written', what })
}

/** A part's bytes, where new text can be spliced in as UTF-8. Other encodings are read, but not written. */
export function readWritableBytes(archive: ZipArchive, entry: ZipEntry): Result<Buffer, PatchFailure> {
  const content = readEntry(archive, entry)
  if (!content.ok) return content
  const readable = readableXml(content.value)
  if (readable === null || !readable.original) return notWritten(`encoding of ${entry.name}`)
  return ok(content.value)
}

export function readWritablePart(archive: ZipArchive, entry: ZipEntry): Result<WritablePart, PatchFailure> {
  const bytes = readWritableBytes(archive, entry)
  if (!bytes.ok) return bytes
  const root = outlineXml(bytes.value)
  return root === null ? notWritten(entry.name) : ok({ entry, bytes: bytes.value, root })
}
