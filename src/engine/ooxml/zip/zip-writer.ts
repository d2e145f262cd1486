import { crc32, deflateRawSync } from 'node:zlib'
import { entryEnd, type ZipArchive, type ZipEntry } from './zip-directory.ts'
import { flagBits, inZip64, lengths, signatures, zip64Extra } from './zip-record.ts'

export interface NewPart {
  readonly name: string
  readonly content: Uint8Array
}

export interface ZipChanges {
  /** New content by the entry's exact name. */
  readonly replaced?: ReadonlyMap<string, Uint8Array>
  readonly removed?: ReadonlySet<string>
  /** Written behind all others, in this order. */
  readonly added?: readonly NewPart[]
}

/**
 * How hard parts are compressed. Excel writes with the fastest setting itself (it marks its entries so), and this one
 * still makes smaller parts than Excel's; zlib's usual 6 takes four times as long for a seventh less.
 */
export const deflateLevel = 2

interface WrittenEntry {
  readonly local: readonly Buffer[]
  /** The central record, its offset still to be set by `place`. */
  readonly central: Buffer
  readonly place: (offset: number) => void
}

const version = 20
/** January 1, 1980, as Excel stamps the parts it writes: equal changes give equal bytes. */
const stamp = { time: 0, date: 0x21 }

/**
 * The archive with some parts changed. Entries without a change are copied raw, in their order: header, extra
 * fields, timestamps, compressed bytes and descriptor. Bytes that belong to no entry are left out.
 */
export function rewriteZip(archive: ZipArchive, changes: ZipChanges): Buffer {
  const written = new Map<ZipEntry, WrittenEntry>()
  const places = new Map<ZipEntry, number>()
  const chunks: Buffer[] = []
  let offset = 0
  const append = (entry: WrittenEntry): number => {
    const at = offset
    for (const chunk of entry.local) {
      chunks.push(chunk)
      offset += chunk.length
    }
    return at
  }

  const kept = archive.entries.filter((entry) => !changes.removed?.has(entry.name))
  for (const entry of [...kept].sort((a, b) => a.localStart - b.localStart)) {
    const content = changes.replaced?.get(entry.name)
    const copy = content === undefined ? copied(archive, entry) : replaced(archive, entry, content)
    written.set(entry, copy)
    places.set(entry, append(copy))
  }
  const added = (changes.added ?? []).map((part) => {
    const entry = created(part)
    entry.place(append(entry))
    return entry
  })

  const centralStart = offset
  for (const entry of kept) {
    const copy = written.get(entry)
    if (copy === undefined) continue
    copy.place(places.get(entry) ?? 0)
    chunks.push(copy.central)
    offset += copy.central.length
  }
  for (const entry of added) {
    chunks.push(entry.central)
    offset += entry.central.length
  }
  chunks.push(endRecord(kept.length + added.length, centralStart, offset - centralStart, archive.comment))
  return Buffer.concat(chunks)
}

/** A zip of nothing but new parts. */
export function writeZip(parts: readonly NewPart[]): Buffer {
  const chunks: Buffer[] = []
  const entries: WrittenEntry[] = []
  let offset = 0
  for (const part of parts) {
    const entry = created(part)
    entry.place(offset)
    chunks.push(...entry.local)
    offset += entry.local.reduce((sum, chunk) => sum + chunk.length, 0)
    entries.push(entry)
  }
  const central = Buffer.concat(entries.map((entry) => entry.central))
  return Buffer.concat([
    ...chunks,
    central,
    endRecord(entries.length, offset, central.length, Buffer.alloc(0)),
  ])
}

function copied(archive: ZipArchive, entry: ZipEntry): WrittenEntry {
  const central = Buffer.from(archive.bytes.subarray(entry.centralStart, entry.centralEnd))
  const extraStart = lengths.central + central.readUInt16LE(28)
  const extraEnd = extraStart + central.readUInt16LE(30)
  return {
    local: [archive.bytes.subarray(entry.localStart, entryEnd(archive, entry))],
    central,
    place: (offset) => {
      if (central.readUInt32LE(42) !== inZip64) {
        central.writeUInt32LE(offset, 42)
        return
      }
      // The offset is the last of the 64-bit values that a record carries in place of its 32-bit ones.
      const before = [central.readUInt32LE(24), central.readUInt32LE(20)].filter((value) => value === inZip64)
      central.writeBigUInt64LE(BigInt(offset), zip64Extra(central, extraStart, extraEnd) + 8 * before.length)
    },
  }
}

function replaced(archive: ZipArchive, entry: ZipEntry, content: Uint8Array): WrittenEntry {
  const name = archive.bytes.subarray(
    entry.centralStart + lengths.central,
    entry.centralStart + lengths.central + archive.bytes.readUInt16LE(entry.centralStart + 28),
  )
  const written = deflated(name, content, entry.flags & ~flagBits.descriptor, entry)
  // Who made the entry and its file attributes are the original's.
  archive.bytes.copy(written.central, 4, entry.centralStart + 4, entry.centralStart + 6)
  archive.bytes.copy(written.central, 36, entry.centralStart + 36, entry.centralStart + 42)
  return written
}

function created(part: NewPart): WrittenEntry {
  const name = Buffer.from(part.name, 'utf8')
  const flags = name.length === part.name.length ? 0 : flagBits.utf8
  return deflated(name, part.content, flags, stamp)
}

function deflated(
  name: Buffer,
  content: Uint8Array,
  flags: number,
  stamped: { readonly time: number; readonly date: number },
): WrittenEntry {
  const data = deflateRawSync(content, { level: deflateLevel, chunkSize: chunkSizeFor(content.length) })
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(version, 0)
  shared.writeUInt16LE(flags, 2)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt16LE(stamped.time, 6)
  shared.writeUInt16LE(stamped.date, 8)
  shared.writeUInt32LE(crc32(content), 10)
  shared.writeUInt32LE(data.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(name.length, 22)

  const local = Buffer.alloc(4)
  local.writeUInt32LE(signatures.local, 0)
  const central = Buffer.alloc(lengths.central + name.length)
  central.writeUInt32LE(signatures.central, 0)
  central.writeUInt16LE(version, 4)
  shared.copy(central, 6)
  name.copy(central, lengths.central)
  return {
    local: [local, shared, name, data],
    central,
    place: (offset) => {
      central.writeUInt32LE(offset, 42)
    },
  }
}

/** Room for the whole result at once: sheets come down to a tenth of their size. */
function chunkSizeFor(length: number): number {
  return Math.max(1_024, Math.min(length, 64 * 1_024 + Math.ceil(length / 6)))
}

function endRecord(count: number, start: number, size: number, comment: Buffer): Buffer {
  const end = Buffer.alloc(lengths.end)
  end.writeUInt32LE(signatures.end, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, comment])
}
