/** Names of elements and attributes, each distinct one made a string only once: comparing them is comparing pointers. */
export interface XmlName {
  readonly qualified: string
  readonly prefix: string
  readonly local: string
  /** The bytes of `qualified`, to tell apart names with the same hash. */
  readonly bytes: Buffer
}

/** Shared by all scanners: a package has a few hundred names. Hostile files with more get theirs unshared. */
const shared = new Map<number, XmlName>()
const mostShared = 4_096

export function nameHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

export function nameAt(source: Buffer, start: number, end: number, hash: number): XmlName {
  const known = shared.get(hash)
  if (known !== undefined && sameBytes(known.bytes, source, start, end)) return known
  const bytes = Buffer.from(source.subarray(start, end))
  const qualified = bytes.toString('utf8')
  const colon = qualified.indexOf(':')
  const name: XmlName = {
    qualified,
    prefix: colon === -1 ? '' : qualified.slice(0, colon),
    local: qualified.slice(colon + 1),
    bytes,
  }
  if (known === undefined && shared.size < mostShared && bytes.length <= 64) shared.set(hash, name)
  return name
}

function sameBytes(name: Buffer, source: Buffer, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let index = 0; index < name.length; index += 1) {
    if (name[index] !== source[start + index]) return false
  }
  return true
}
