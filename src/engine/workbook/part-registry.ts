import { ok, type Result } from '../../domain/result.ts'
import { applyEdits } from './byte-edits.ts'
import { notWritten, type PatchFailure, readWritablePart } from './writable-part.ts'
import { namespaces } from './xml-namespaces.ts'
import { appendInto, attributeOf, prefixOf } from './xml-outline.ts'
import { escapeAttribute } from './xml-writing.ts'
import { partKey, type ZipArchive, type ZipEntry } from './zip-directory.ts'

/** A worksheet part that the package is to get, and the relationship it will be known by. */
export interface RegisteredSheet {
  readonly part: string
  readonly relationship: string
}

export interface Registration {
  readonly sheets: readonly RegisteredSheet[]
  /** New content of the parts that list the others, by entry name. */
  readonly replaced: ReadonlyMap<string, Buffer>
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

export function relationshipsEntry(archive: ZipArchive, source: ZipEntry): ZipEntry | undefined {
  const key = partKey(source.name)
  const slash = key.lastIndexOf('/') + 1
  return archive.byKey.get(`${key.slice(0, slash)}_rels/${key.slice(slash)}.rels`)
}

/** Makes room for new worksheets in the two lists of parts that a package keeps. */
export function registerSheets(
  archive: ZipArchive,
  workbook: ZipEntry,
  count: number,
): Result<Registration, PatchFailure> {
  if (count === 0) return ok({ sheets: [], replaced: new Map() })
  const relationsEntry = relationshipsEntry(archive, workbook)
  const typesEntry = archive.byKey.get('[content_types].xml')
  if (relationsEntry === undefined || typesEntry === undefined)
    return notWritten('package without lists of its parts')
  const relations = readWritablePart(archive, relationsEntry)
  if (!relations.ok) return relations
  const types = readWritablePart(archive, typesEntry)
  if (!types.ok) return types

  const path = workbook.name.replaceAll('\\', '/')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  // Some lists still name parts that are gone.
  const listed = new Set(
    types.value.root.children.map((type) => partKey(attributeOf(type, 'PartName') ?? '')),
  )
  const parts = freeNames(
    count,
    (number) => `${folder}worksheets/sheet${number}.xml`,
    (name) => archive.byKey.has(partKey(name)) || listed.has(partKey(name)),
  )
  const ids = new Set(relations.value.root.children.map((relation) => attributeOf(relation, 'Id')))
  const relationships = freeNames(
    count,
    (number) => `rId${number}`,
    (id) => ids.has(id),
  )
  const sheets = parts.map((part, index) => ({ part, relationship: relationships[index] ?? '' }))

  const strict = relations.value.root.children.some((relation) =>
    (attributeOf(relation, 'Type') ?? '').includes('purl.oclc.org'),
  )
  const base = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : namespaces.relationships
  const relationsPrefix = prefixOf(relations.value.root)
  const relationsXml = sheets.map(({ part, relationship }) => {
    const target = escapeAttribute(part.slice(folder.length))
    return `<${relationsPrefix}Relationship Id="${relationship}" Type="${base}/worksheet" Target="${target}"/>`
  })
  const typesPrefix = prefixOf(types.value.root)
  const typesXml = sheets.map(
    ({ part }) => `<${typesPrefix}Override PartName="/${escapeAttribute(part)}" ContentType="${sheetType}"/>`,
  )
  const replaced = new Map([
    [
      relationsEntry.name,
      applyEdits(relations.value.bytes, [appendInto(relations.value.root, relationsXml.join(''))]),
    ],
    [typesEntry.name, applyEdits(types.value.bytes, [appendInto(types.value.root, typesXml.join(''))])],
  ])
  return ok({ sheets, replaced })
}

function freeNames(
  count: number,
  name: (number: number) => string,
  taken: (name: string) => boolean,
): readonly string[] {
  const names: string[] = []
  for (let number = 1; names.length < count; number += 1) if (!taken(name(number))) names.push(name(number))
  return names
}
