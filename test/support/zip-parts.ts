import { readEntry, readZip } from '../../src/engine/ooxml/zip/zip-directory.ts'

/** Every part of a package by its name, held against its checksum. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return new Map(
    archive.value.entries.map((entry) => {
      const content = readEntry(archive.value, entry)
      if (!content.ok) throw new Error(`${entry.name}: ${content.error.code}`)
      return [entry.name, content.value]
    }),
  )
}
