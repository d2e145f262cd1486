import { contentTypeOf, readContentTypes } from '../../ooxml/parts/content-types.ts'
import { type Relationship, readRelationships } from '../../ooxml/parts/relationships.ts'
import { attributeOf } from '../../ooxml/xml/xml-outline.ts'
import { partKey, type ZipArchive, type ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import type { XmlPart } from './strict-xml.ts'

const typesKey = '[content_types].xml'

/** What in the package refers to something that is not there, or leads where no document of ours may; null when nothing does. */
export function brokenReference(archive: ZipArchive, parts: ReadonlyMap<ZipEntry, XmlPart>): string | null {
  for (const entry of archive.entries) {
    const part = parts.get(entry)
    const fault = entry.name.endsWith('.rels')
      ? brokenRelationship(archive, entry)
      : part !== undefined
        ? unknownReference(archive, entry, part)
        : null
    if (fault !== null) return fault
  }
  return untypedPart(archive)
}

/** A link out of the document leads to the web: a program, a file or a share of the reader's network is none of ours. */
function brokenRelationship(archive: ZipArchive, { name }: ZipEntry): string | null {
  const source = archive.byKey.get(partKey(name.replace('_rels/', '').replace(/\.rels$/, '')))
  if (source === undefined && name !== '_rels/.rels') return `${name}: of no part`
  const relationships = relationshipsOf(archive, source ?? null)
  const twice = firstTwice(relationships.map(({ id }) => id))
  if (twice !== undefined) return `${name}: ${twice} twice`
  const link = relationships.find(({ external, address }) => external && !/^https?:\/\//i.test(address))
  if (link !== undefined) return `${name}: link to ${link.address}`
  const lost = relationships.find(({ external, target }) => !external && target === null)
  return lost === undefined ? null : `${name}: no part ${lost.address}`
}

function unknownReference(archive: ZipArchive, entry: ZipEntry, { elements }: XmlPart): string | null {
  const { name } = entry
  const ids = new Set(relationshipsOf(archive, entry).map(({ id }) => id))
  const places: string[] = []
  const wanted: string[] = []
  for (const element of elements) {
    const id = element.attributes.find((one) => /^r:(?:id|embed|link)$/.test(one.name))?.value
    if (id !== undefined && !ids.has(id)) return `${name}: no relationship ${id}`
    if (element.name.qualified === 'w:bookmarkStart') places.push(attributeOf(element, 'w:name') ?? '')
    const anchor = attributeOf(element, 'w:anchor')
    if (anchor !== null) wanted.push(anchor)
  }
  const twice = firstTwice(places)
  if (twice !== undefined) return `${name}: ${twice} twice`
  const lost = wanted.find((place) => !places.includes(place))
  return lost === undefined ? null : `${name}: no place ${lost}`
}

/** Read without a fault before, as every part was. */
function relationshipsOf(archive: ZipArchive, source: ZipEntry | null): readonly Relationship[] {
  const read = readRelationships(archive, source)
  if (!read.ok) throw new Error(`Relationships that were well-formed: ${read.error.code}`)
  return read.value
}

function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index)
}

/** Every part is of a type that is told, and every type that is told has its part. */
function untypedPart(archive: ZipArchive): string | null {
  const types = readContentTypes(archive)
  if (!types.ok) return types.error.code
  const lost = [...types.value.overrides.keys()].find((key) => !archive.byKey.has(key))
  if (lost !== undefined) return lost
  const parts = archive.entries.filter(({ name }) => partKey(name) !== typesKey)
  return parts.find((entry) => contentTypeOf(types.value, entry) === '')?.name ?? null
}
