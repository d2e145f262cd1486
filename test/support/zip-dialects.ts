import { readZip, type ZipArchive } from '../../src/engine/ooxml/zip/zip-directory.ts'

function opened(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

/** The same zip as a streaming producer writes it: sizes behind the data instead of in the local header. */
export function withDescriptors(bytes: Buffer): Buffer {
  const archive = opened(bytes)
  const chunks: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const entry of archive.entries) {
    const local = Buffer.from(bytes.subarray(entry.localStart, entry.dataEnd))
    local.writeUInt16LE(entry.flags | 8, 6)
    local.fill(0, 14, 26)
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    descriptor.writeUInt32LE(entry.crc, 4)
    descriptor.writeUInt32LE(entry.compressedSize, 8)
    descriptor.writeUInt32LE(entry.size, 12)
    const record = Buffer.from(bytes.subarray(entry.centralStart, entry.centralEnd))
    record.writeUInt16LE(entry.flags | 8, 8)
    record.writeUInt32LE(offset, 42)
    chunks.push(local, descriptor)
    records.push(record)
    offset += local.length + descriptor.length
  }
  const end = Buffer.from(bytes.subarray(archive.centralEnd))
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...records, end])
}

/** The same zip with every size and offset in 64-bit fields, as producers write it that do not know them beforehand. */
export function asZip64(bytes: Buffer): Buffer {
  const archive = opened(bytes)
  const chunks: Buffer[] = []
  const records: Buffer[] = []
  let offset = 0
  for (const entry of archive.entries) {
    const nameLength = bytes.readUInt16LE(entry.localStart + 26)
    const header = Buffer.from(bytes.subarray(entry.localStart, entry.localStart + 30 + nameLength))
    header.writeUInt16LE(20, 28)
    header.fill(0xff, 18, 26)
    const data = bytes.subarray(entry.dataStart, entry.dataEnd)
    const local = Buffer.concat([header, extra64([entry.size, entry.compressedSize]), data])
    const record = Buffer.from(bytes.subarray(entry.centralStart, entry.centralStart + 46 + nameLength))
    record.writeUInt16LE(28, 30)
    record.writeUInt16LE(0, 32)
    record.fill(0xff, 20, 28)
    record.fill(0xff, 42, 46)
    records.push(record, extra64([entry.size, entry.compressedSize, offset]))
    chunks.push(local)
    offset += local.length
  }
  const central = Buffer.concat(records)
  return Buffer.concat([...chunks, central, end64(archive.entries.length, central.length, offset)])
}

function extra64(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * values.length, 2)
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  return field
}

function end64(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  for (const place of [24, 32]) record.writeBigUInt64LE(BigInt(count), place)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22, 0xff)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(0, 4)
  end.writeUInt16LE(0, 20)
  return Buffer.concat([record, locator, end])
}
