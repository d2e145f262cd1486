import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { openXmlPart, xmlProblem } from '../xml/xml-part.ts'
import { advance, attributeText } from '../xml/xml-scan.ts'
import { partKey, type ZipArchive, type ZipEntry } from '../zip/zip-directory.ts'

export interface ContentTypes {
  /** By `partKey`. */
  readonly overrides: ReadonlyMap<string, string>
  /** By extension in lower case. */
  readonly defaults: ReadonlyMap<string, string>
}

export function readContentTypes(archive: ZipArchive): Result<ContentTypes, WorkbookProblem> {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  const entry = archive.byKey.get('[content_types].xml')
  if (entry === undefined) return ok({ overrides, defaults })
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  while (advance(scanner)) {
    if (scanner.token !== 'open') continue
    const type = (attributeText(scanner, 'ContentType') ?? '').toLowerCase()
    if (scanner.local === 'Override') overrides.set(partKey(attributeText(scanner, 'PartName') ?? ''), type)
    if (scanner.local === 'Default')
      defaults.set((attributeText(scanner, 'Extension') ?? '').toLowerCase(), type)
  }
  return scanner.fault === null ? ok({ overrides, defaults }) : err(xmlProblem(scanner.fault))
}

export function contentTypeOf(types: ContentTypes, entry: ZipEntry): string {
  const key = partKey(entry.name)
  return types.overrides.get(key) ?? types.defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
}
