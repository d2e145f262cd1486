import { promisify } from 'node:util'
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { bytesPerMegabyte, packageLimits } from '../limits.ts'
import { findCentralDirectory } from './zip-end.ts'
import { dataDescriptorLength, flagBits, readCentralRecord, signatures, type ZipEntry } from './zip-record.ts'

export type { ZipEntry } from './zip-record.ts'

/** A zip file as it lies in memory, with the budget its parts are inflated from. */
export interface ZipArchive {
  readonly bytes: Buffer
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[]
  /** By `partKey(name)`: names in packages are equal whatever their letter case. */
  readonly byKey: ReadonlyMap<string, ZipEntry>
  readonly centralStart: number
  readonly centralEnd: number
  readonly zip64: boolean
  readonly comment: Buffer
  readonly budget: { inflated: number }
  /** Contents that are asked for more than once. */
  readonly kept: Map<ZipEntry, Buffer>
  /** Contents inflated before they were asked for; see `inflateAhead`. */
  readonly ahead: Map<ZipEntry, Buffer>
}

const damaged = err({ code: 'file-damaged' } as const)

function tooComplex(what: string): Result<never, WorkbookProblem> {
  return err({ code: 'workbook-too-complex', what })
}

/** What two names of the same part have in common: slashes forward, none in front, letter case folded. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

export function readZip(input: Uint8Array): Result<ZipArchive, WorkbookProblem> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  if (bytes.length > packageLimits.fileBytes) {
    const megabytes = Math.ceil(bytes.length / bytesPerMegabyte)
    return err({ code: 'file-too-large', megabytes, limit: packageLimits.fileBytes / bytesPerMegabyte })
  }
  const central = findCentralDirectory(bytes)
  if (central === null) return damaged
  if (central.count > packageLimits.entries) return tooComplex('zip-entries')

  const entries: ZipEntry[] = []
  const byKey = new Map<string, ZipEntry>()
  let position = central.start
  for (let index = 0; index < central.count; index += 1) {
    const entry = readCentralRecord(bytes, position, central.start)
    if (entry === null || entry.centralEnd > central.end) return damaged
    if (unsafeName(entry.name)) return tooComplex('zip-entry-name')
    const key = partKey(entry.name)
    if (byKey.has(key)) return tooComplex('zip-entry-twice')
    entries.push(entry)
    byKey.set(key, entry)
    position = entry.centralEnd
  }
  if (overlapping(entries)) return tooComplex('zip-entries-overlap')
  const { start, end, zip64, comment } = central
  return ok({
    bytes,
    entries,
    byKey,
    centralStart: start,
    centralEnd: end,
    zip64,
    comment,
    budget: { inflated: 0 },
    kept: new Map(),
    ahead: new Map(),
  })
}

function unsafeName(name: string): boolean {
  const path = name.replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return true
  return path.split('/').includes('..')
}

/** Entries that share bytes are how a small file claims to hold terabytes. */
function overlapping(entries: readonly ZipEntry[]): boolean {
  const byPlace = [...entries].sort((a, b) => a.localStart - b.localStart)
  let free = 0
  for (const entry of byPlace) {
    if (entry.localStart < free) return true
    free = entry.dataEnd
  }
  return false
}

/** The content of an entry, checked against its size and CRC, taken from the archive's inflation budget. */
export function readEntry(archive: ZipArchive, entry: ZipEntry): Result<Buffer, WorkbookProblem> {
  if ((entry.flags & flagBits.encrypted) !== 0) return err({ code: 'file-locked-by-password' })
  const left = packageLimits.inflatedBytes - archive.budget.inflated
  if (entry.size > left) return tooComplex('inflated-size')
  const content = contentOf(archive, entry, left)
  if (!content.ok) return content
  archive.budget.inflated += content.value.length
  if (content.value.length !== entry.size || crc32(content.value) !== entry.crc) return damaged
  return content
}

/** As `readEntry`, for a content that is read twice: it is kept, and held against its CRC again before it is given out. */
export function readEntryAgain(archive: ZipArchive, entry: ZipEntry): Result<Buffer, WorkbookProblem> {
  const kept = archive.kept.get(entry)
  if (kept !== undefined) return crc32(kept) === entry.crc ? ok(kept) : damaged
  const content = readEntry(archive, entry)
  if (content.ok) archive.kept.set(entry, content.value)
  return content
}

function contentOf(archive: ZipArchive, entry: ZipEntry, left: number): Result<Buffer, WorkbookProblem> {
  const ahead = archive.ahead.get(entry)
  archive.ahead.delete(entry)
  if (ahead !== undefined) return ok(ahead)
  const raw = archive.bytes.subarray(entry.dataStart, entry.dataEnd)
  return entry.method === 0 ? ok(raw) : inflate(raw, entry, left)
}

function inflate(raw: Buffer, entry: ZipEntry, left: number): Result<Buffer, WorkbookProblem> {
  if (entry.method !== 8) return tooComplex('zip-method')
  const byRatio = mostByRatio(entry)
  if (entry.size > byRatio) return tooComplex('inflated-ratio')
  const maxOutputLength = Math.min(left, byRatio)
  try {
    return ok(inflateRawSync(raw, { chunkSize: firstBuffer(entry), maxOutputLength }))
  } catch (error) {
    if (isTooLong(error)) return tooComplex('inflated-ratio')
    return damaged
  }
}

function mostByRatio({ compressedSize }: ZipEntry): number {
  return Math.max(packageLimits.ratioFrom, compressedSize * packageLimits.ratio)
}

/** The size an entry claims is only a hint for the first buffer; the count while inflating decides. */
function firstBuffer({ size, compressedSize }: ZipEntry): number {
  return Math.max(64, Math.min(size, compressedSize * 1_032) + 16)
}

const inflateAside = promisify(inflateRaw)

/**
 * Inflates an entry in another thread, so that `readEntry` finds it done. An entry there is anything wrong with is left
 * to `readEntry`, which says what.
 */
export async function inflateAhead(archive: ZipArchive, entry: ZipEntry): Promise<void> {
  const { budget, ahead } = archive
  const sound = entry.method === 8 && (entry.flags & flagBits.encrypted) === 0
  if (!sound || entry.size > Math.min(mostByRatio(entry), packageLimits.inflatedBytes - budget.inflated))
    return
  // Other entries are read meanwhile: together they stay within the budget.
  budget.inflated += entry.size
  const raw = archive.bytes.subarray(entry.dataStart, entry.dataEnd)
  const options = { chunkSize: firstBuffer(entry), maxOutputLength: entry.size }
  const content = await inflateAside(raw, options).catch(() => null)
  budget.inflated -= entry.size
  if (content !== null) ahead.set(entry, content)
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** Where an entry ends including its data descriptor, so that it can be copied as it is. */
export function entryEnd(archive: ZipArchive, entry: ZipEntry): number {
  return entry.dataEnd + dataDescriptorLength(archive.bytes, entry)
}

export function looksLikeZip(bytes: Buffer): boolean {
  if (bytes.length < 4) return false
  const start = bytes.readUInt32LE(0)
  return start === signatures.local || start === signatures.end
}
