import { attribute, children, type XmlNode } from './xml-tree.ts'

export interface PackageView {
  readonly names: readonly string[]
  readonly parts: ReadonlyMap<string, XmlNode>
  /** By the name of the part they start from; '' for the package. */
  readonly relationships: ReadonlyMap<string, readonly XmlNode[]>
}

export function resolveTarget(view: PackageView, source: string, target: string): string | undefined {
  const folder = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  const path = [...folder]
  for (const piece of target.replaceAll('\\', '/').split('/')) {
    if (piece === '..') path.pop()
    else if (piece !== '' && piece !== '.') path.push(piece)
  }
  const wanted = decodeURI(path.join('/')).toLowerCase()
  return view.names.find((name) => name.replaceAll('\\', '/').toLowerCase() === wanted)
}

export function checkPackage(view: PackageView, faults: string[]): void {
  for (const [source, relationships] of view.relationships) {
    if (source !== '' && !view.names.includes(source))
      faults.push(`relationships of ${source}, which is not there`)
    const ids = relationships.map((one) => attribute(one, 'Id'))
    for (const id of repeated(ids)) faults.push(`relationships of ${source}: ${id} twice`)
    for (const relationship of relationships) {
      if (attribute(relationship, 'TargetMode') === 'External') continue
      const target = attribute(relationship, 'Target').split('#')[0] ?? ''
      if (target !== '' && resolveTarget(view, source, target) === undefined) {
        faults.push(`relationships of ${source}: ${target} is not there`)
      }
    }
  }
  checkContentTypes(view, faults)
  checkReferences(view, faults)
}

function checkContentTypes(view: PackageView, faults: string[]): void {
  const typesName = view.names.find((name) => name.toLowerCase() === '[content_types].xml') ?? ''
  const types = view.parts.get(typesName)
  const defaults = new Set(children(types, 'Default').map((one) => attribute(one, 'Extension').toLowerCase()))
  const overrides = children(types, 'Override').map((one) =>
    attribute(one, 'PartName').slice(1).toLowerCase(),
  )
  const names = new Set(view.names.map((name) => name.toLowerCase()))
  for (const name of repeated(overrides)) faults.push(`content types: ${name} twice`)
  for (const name of overrides) if (!names.has(name)) faults.push(`content types: ${name} is not there`)
  const known = new Set(overrides)
  for (const name of names) {
    if (name === '[content_types].xml') continue
    const extension = name.slice(name.lastIndexOf('.') + 1)
    if (!known.has(name) && !defaults.has(extension)) faults.push(`content types: none for ${name}`)
  }
}

/** Every `r:id` in a part must be one of its relationships. */
function checkReferences(view: PackageView, faults: string[]): void {
  for (const [name, root] of view.parts) {
    if (name.endsWith('.rels') || !name.includes('xl/')) continue
    const ids = new Set((view.relationships.get(name) ?? []).map((one) => attribute(one, 'Id')))
    for (const id of referencedIds(root))
      if (!ids.has(id)) faults.push(`${name}: relationship ${id} is not there`)
  }
}

function referencedIds(node: XmlNode): readonly string[] {
  const own = node.attributes.get('r:id')
  return [...(own === undefined || own === '' ? [] : [own]), ...node.children.flatMap(referencedIds)]
}

export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

/** Reports elements that stand behind one the schema wants after them. */
export function checkOrder(name: string, root: XmlNode, order: readonly string[], faults: string[]): void {
  let reached = -1
  for (const { local } of root.children) {
    const place = order.indexOf(local)
    if (place === -1) continue
    if (place < reached) faults.push(`${name}: <${local}> out of order`)
    reached = Math.max(reached, place)
  }
}

/** A `count` that is there must be right. */
export function checkCount(name: string, list: XmlNode | undefined, faults: string[]): void {
  const count = list?.attributes.get('count')
  if (list === undefined || count === undefined) return
  if (Number(count) !== list.children.length) faults.push(`${name}: count of <${list.local}> is ${count}`)
}
