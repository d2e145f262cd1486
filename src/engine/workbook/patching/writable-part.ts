import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { PatchProblem } from '../../../domain/write-back/workbook-changes.ts'
import { encodedXml, readableXml, type XmlEncoding } from '../../encoding/xml-encoding.ts'
import { applyEdits, type ByteEdit } from '../../ooxml/xml/byte-edits.ts'
import { outlineXml, type XmlElement } from '../../ooxml/xml/xml-outline.ts'
import { readEntryAgain, type ZipArchive, type ZipEntry } from '../../ooxml/zip/zip-directory.ts'

export type PatchFailure = PatchProblem | WorkbookProblem

/** A part's text as UTF-8, for edits by offset, and the encoding it goes back into. */
export interface WritableText {
  readonly bytes: Buffer
  readonly encoding: XmlEncoding
}

export interface WritablePart extends WritableText {
  readonly entry: ZipEntry
  readonly root: XmlElement
}

export function notWritten(what: string): Result<never, PatchFailure> {
  return err({ code: 'workbook-dialect-not-written', what })
}

/** Encodings that do not give back what was read are not written: some byte in the part is no proper text. */
export function readWritableText(archive: ZipArchive, entry: ZipEntry): Result<WritableText, PatchFailure> {
  const content = readEntryAgain(archive, entry)
  if (!content.ok) return content
  const readable = readableXml(content.value)
  if (readable === null || !encodedXml(readable.bytes, readable.encoding).equals(content.value)) {
    return notWritten(`encoding of ${entry.name}`)
  }
  return ok(readable)
}

export function readWritablePart(archive: ZipArchive, entry: ZipEntry): Result<WritablePart, PatchFailure> {
  const text = readWritableText(archive, entry)
  if (!text.ok) return text
  const root = outlineXml(text.value.bytes)
  return root === null ? notWritten(entry.name) : ok({ ...text.value, entry, root })
}

/** The part's new bytes, in its own encoding. */
export function editedBytes({ bytes, encoding }: WritableText, edits: readonly ByteEdit[]): Buffer {
  return encodedXml(applyEdits(bytes, edits), encoding)
}
