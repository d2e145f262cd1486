import { ok, type Result } from '../../../../domain/result.ts'
import { relationshipsEntry } from '../../../ooxml/parts/relationships.ts'
import { namespaces, strictRelationships } from '../../../ooxml/xml/xml-namespaces.ts'
import { appendInto, attributeOf, prefixOf, type XmlElement } from '../../../ooxml/xml/xml-outline.ts'
import { escapeAttribute } from '../../../ooxml/xml/xml-writing.ts'
import { partKey, type ZipArchive, type ZipEntry } from '../../../ooxml/zip/zip-directory.ts'
import {
  editedBytes,
  notWritten,
  type PatchFailure,
  readWritablePart,
  type WritablePart,
} from '../writable-part.ts'

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

  const sheets = nameSheets(archive, workbook, relations.value.root, types.value.root, count)
  const base = isStrict(relations.value.root) ? strictRelationships : namespaces.relationships
  const folder = folderOf(workbook)
  const relationsXml = sheets.map(({ part, relationship }) => {
    const target = escapeAttribute(part.slice(folder.length))
    const name = `${prefixOf(relations.value.root)}Relationship`
    return `<${name} Id="${relationship}" Type="${base}/worksheet" Target="${target}"/>`
  })
  const typesXml = sheets.map(({ part }) => {
    const name = `${prefixOf(types.value.root)}Override`
    return `<${name} PartName="/${escapeAttribute(part)}" ContentType="${sheetType}"/>`
  })
  const replaced = new Map([lengthened(relations.value, relationsXml), lengthened(types.value, typesXml)])
  return ok({ sheets, replaced })
}

function lengthened(part: WritablePart, items: readonly string[]): readonly [string, Buffer] {
  return [part.entry.name, editedBytes(part, [appendInto(part.root, items.join(''))])]
}

function nameSheets(
  archive: ZipArchive,
  workbook: ZipEntry,
  relations: XmlElement,
  types: XmlElement,
  count: number,
): readonly RegisteredSheet[] {
  const folder = folderOf(workbook)
  // Some lists still name parts that are gone.
  const listed = new Set(types.children.map((type) => partKey(attributeOf(type, 'PartName') ?? '')))
  const isTaken = (name: string) => archive.byKey.has(partKey(name)) || listed.has(partKey(name))
  const parts = freeNames(count, (number) => `${folder}worksheets/sheet${number}.xml`, isTaken)
  const ids = new Set(relations.children.map((relation) => attributeOf(relation, 'Id')))
  const relationships = freeNames(
    count,
    (number) => `rId${number}`,
    (id) => ids.has(id),
  )
  return parts.map((part, index) => ({ part, relationship: relationships[index] ?? '' }))
}

function folderOf(workbook: ZipEntry): string {
  const path = workbook.name.replaceAll('\\', '/')
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function isStrict(relations: XmlElement): boolean {
  return relations.children.some((relation) => attributeOf(relation, 'Type')?.startsWith(strictRelationships))
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
