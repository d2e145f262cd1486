import { crc32, inflateRawSync } from 'node:zlib'
import type { Result } from '../../../domain/result.ts'
import { err, ok } from '../../../domain/result.ts'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endSize = 22
const deflated = 8

/**
 * The parts of a package this program has just written, by name; the error names the part that is not as its
 * directory says. Not a reader of foreign files: no ZIP64, no comment, no encryption.
 */
export function readPackage(bytes: Uint8Array): Result<ReadonlyMap<string, Buffer>, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.length - endSize
  if (end < 0 || file.readUInt32LE(end) !== endSignature) return err('end of the package')

  const parts = new Map<string, Buffer>()
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(file, at)
    if (entry === null) return err('directory of the package')
    const content = readContent(file, entry)
    if (content === null || parts.has(entry.name)) return err(entry.name)
    parts.set(entry.name, content)
    at = entry.next
  }
  return at === end ? ok(parts) : err('directory of the package')
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly compressed: number
  readonly size: number
  readonly offset: number
  readonly next: number
}

function readEntry(file: Buffer, at: number): Entry | null {
  if (at + 46 > file.length || file.readUInt32LE(at) !== entrySignature) return null
  const nameEnd = at + 46 + file.readUInt16LE(at + 28)
  return {
    name: file.toString('utf8', at + 46, nameEnd),
    method: file.readUInt16LE(at + 10),
    checksum: file.readUInt32LE(at + 16),
    compressed: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
    next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  }
}

function readContent(file: Buffer, { method, checksum, compressed, size, offset }: Entry): Buffer | null {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localSignature) return null
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const raw = file.subarray(start, start + compressed)
  const content = method === deflated ? inflated(raw, size) : raw
  return content !== null && content.length === size && crc32(content) === checksum ? content : null
}

function inflated(raw: Buffer, size: number): Buffer | null {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) })
  } catch {
    // Whatever zlib has against the bytes, the part is not what was written.
    return null
  }
}
