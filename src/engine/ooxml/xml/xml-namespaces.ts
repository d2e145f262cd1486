const openXml = 'http://schemas.openxmlformats.org/'

/** The namespaces we read, under the names of the transitional dialect. */
export const namespaces = {
  sheet: `${openXml}spreadsheetml/2006/main`,
  relationships: `${openXml}officeDocument/2006/relationships`,
  packageRelationships: `${openXml}package/2006/relationships`,
  contentTypes: `${openXml}package/2006/content-types`,
} as const

/** Strict Open XML says the same under other names. */
export const strictRelationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
export const strictSheet = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const strict: ReadonlyMap<string, string> = new Map([
  [strictSheet, namespaces.sheet],
  [strictRelationships, namespaces.relationships],
])

export function knownNamespace(uri: string): string {
  return strict.get(uri) ?? uri
}

/** A prefix's namespace in force from the element at `depth` on, until that element closes. */
interface Binding {
  readonly prefix: string
  readonly uri: string
  readonly depth: number
}

export interface NamespaceScope {
  readonly bindings: Binding[]
  /** What each prefix means now; emptied whenever a binding comes or goes. */
  readonly resolved: Map<string, string>
}

export function newNamespaceScope(): NamespaceScope {
  return { bindings: [], resolved: new Map() }
}

export function bind(scope: NamespaceScope, prefix: string, uri: string, depth: number): void {
  scope.bindings.push({ prefix, uri: knownNamespace(uri), depth })
  scope.resolved.clear()
}

export function unbindFrom(scope: NamespaceScope, depth: number): void {
  let last = scope.bindings.at(-1)
  while (last !== undefined && last.depth >= depth) {
    scope.bindings.pop()
    scope.resolved.clear()
    last = scope.bindings.at(-1)
  }
}

export function namespaceOf(scope: NamespaceScope, prefix: string): string {
  const known = scope.resolved.get(prefix)
  if (known !== undefined) return known
  const uri = scope.bindings.findLast((binding) => binding.prefix === prefix)?.uri ?? ''
  scope.resolved.set(prefix, uri)
  return uri
}
