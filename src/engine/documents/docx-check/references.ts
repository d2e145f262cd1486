import { posix } from 'node:path'

type Parts = ReadonlyMap<string, Buffer>

const contentTypes = '[Content_Types].xml'

/** What in the package refers to something that is not there, or leads where no document of ours may; null when nothing does. */
export function brokenReference(parts: Parts): string | null {
  for (const [name, content] of parts) {
    const xml = content.toString('utf8')
    const fault = name.endsWith('.rels')
      ? brokenRelationship(parts, name, xml)
      : name.endsWith('.xml')
        ? unknownReference(parts, name, xml)
        : null
    if (fault !== null) return fault
  }
  return untypedPart(parts)
}

/** A link out of the document leads to the web: a program, a file or a share of the reader's network is none of ours. */
function brokenRelationship(parts: Parts, name: string, xml: string): string | null {
  const ids = new Set<string>()
  for (const [relationship] of xml.matchAll(/<Relationship\b[^>]*>/g)) {
    const id = attribute(relationship, 'Id')
    if (ids.has(id)) return `${name}: ${id} twice`
    ids.add(id)
    const target = attribute(relationship, 'Target')
    if (attribute(relationship, 'TargetMode') === 'External') {
      if (!/^https?:\/\//i.test(target)) return `${name}: link to ${target}`
    } else if (!parts.has(partAt(name, target))) return partAt(name, target)
  }
  return null
}

/** `../x` of `word/charts/_rels/chart1.xml.rels` is `word/x`. */
function partAt(relationships: string, target: string): string {
  const folder = posix.dirname(posix.dirname(relationships))
  return posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1)
}

function unknownReference(parts: Parts, name: string, xml: string): string | null {
  const { dir, base } = posix.parse(name)
  const known = parts.get(posix.join(dir, '_rels', `${base}.rels`))?.toString('utf8') ?? ''
  const ids = new Set([...known.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id))
  for (const [, id] of xml.matchAll(/\br:(?:id|embed|link)="([^"]*)"/g)) {
    if (!ids.has(id)) return `${name}: no relationship ${id}`
  }
  const places = [...xml.matchAll(/<w:bookmarkStart [^>]*\bw:name="([^"]*)"/g)].map(([, place]) => place)
  const twice = places.find((place, index) => places.indexOf(place) !== index)
  if (twice !== undefined) return `${name}: ${twice} twice`
  for (const [, place] of xml.matchAll(/\bw:anchor="([^"]*)"/g)) {
    if (!places.includes(place)) return `${name}: no place ${place}`
  }
  return null
}

/** Every part is of a type that is told, and every type that is told has its part. */
function untypedPart(parts: Parts): string | null {
  const xml = parts.get(contentTypes)?.toString('utf8') ?? ''
  const told = (element: string, name: string) =>
    [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>`, 'g'))].map(([entry]) => attribute(entry, name))
  const endings = new Set(told('Default', 'Extension'))
  const names = told('Override', 'PartName').map((name) => name.slice(1))
  const lost = names.find((name) => !parts.has(name))
  if (lost !== undefined) return lost
  const isTold = (name: string) => names.includes(name) || endings.has(name.slice(name.lastIndexOf('.') + 1))
  return [...parts.keys()].find((name) => name !== contentTypes && !isTold(name)) ?? null
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? ''
}
