import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { openXmlPart, xmlProblem } from '../xml/xml-part.ts'
import { advance, attributeText } from '../xml/xml-scan.ts'
import { partKey, type ZipArchive, type ZipEntry } from '../zip/zip-directory.ts'

export interface Relationship {
  readonly id: string
  /** The last word of the type's address: `worksheet`, `styles`, `table` …: strict and transitional share it. */
  readonly type: string
  /** The part it points at; null when that is outside the package or missing. */
  readonly target: ZipEntry | null
  readonly external: boolean
  /** The target as it is written, for links that lead out of the package; never followed. */
  readonly address: string
}

/** Where the relationships of a part stand, or those of the package itself when `source` is null. */
export function relationshipsEntry(archive: ZipArchive, source: ZipEntry | null): ZipEntry | undefined {
  const path = source === null ? '' : partKey(source.name)
  return archive.byKey.get(`${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`)
}

/** The relationships of a part, or of the package itself when `source` is null. None is no problem. */
export function readRelationships(
  archive: ZipArchive,
  source: ZipEntry | null,
): Result<readonly Relationship[], WorkbookProblem> {
  const entry = relationshipsEntry(archive, source)
  if (entry === undefined) return ok([])
  const folder = source === null ? '' : folderOf(partKey(source.name))
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  const relationships: Relationship[] = []
  while (advance(scanner)) {
    if (scanner.token !== 'open' || scanner.local !== 'Relationship') continue
    const external = attributeText(scanner, 'TargetMode') === 'External'
    const target = attributeText(scanner, 'Target') ?? ''
    relationships.push({
      id: attributeText(scanner, 'Id') ?? '',
      type: (attributeText(scanner, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? null : partAt(archive, folder, target),
      external,
      address: target,
    })
  }
  return scanner.fault === null ? ok(relationships) : err(xmlProblem(scanner.fault))
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** The part a target names: absolute or relative to `folder`, whatever its slashes and letter case. */
function partAt(archive: ZipArchive, folder: string, target: string): ZipEntry | null {
  const forward = target.replaceAll('\\', '/')
  const path = resolvePath(forward.startsWith('/') ? forward : folder + forward)
  return archive.byKey.get(path) ?? archive.byKey.get(unescaped(path)) ?? null
}

function resolvePath(path: string): string {
  const resolved: string[] = []
  for (const piece of path.split('/')) {
    if (piece === '..') resolved.pop()
    else if (piece !== '' && piece !== '.') resolved.push(piece)
  }
  return resolved.join('/').toLowerCase()
}

function unescaped(path: string): string {
  return path.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
