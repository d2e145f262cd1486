import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import {
  inflateAhead,
  readEntry,
  readZip,
  type ZipArchive,
} from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { rewriteZip, writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { asZip64, withDescriptors } from '../../../support/zip-dialects.ts'

const text = (content: string) => Buffer.from(content, 'utf8')

function opened(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(`not opened: ${archive.error.code}`)
  return archive.value
}

function contentOf(archive: ZipArchive, name: string): string {
  const entry = archive.entries.find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`no entry ${name}`)
  const content = readEntry(archive, entry)
  if (!content.ok) throw new Error(content.error.code)
  return content.value.toString('utf8')
}

const sample = writeZip([
  { name: 'a.txt', content: text('first') },
  { name: 'folder/b.txt', content: text('second '.repeat(1_000)) },
  { name: 'ünïcode.txt', content: text('') },
])

/** One stored entry as programs write it that use zip64 for every file. */
function zip64(name: string, content: Buffer): Buffer {
  const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
  const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
  const u64 = (value: number) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer)
  const [none, all] = [u32(0), u32(0xffffffff)]
  const label = Buffer.from(name)
  const what = [u16(45), u16(0), u16(0), none, u32(crc32(content)), all, all, u16(label.length)]
  const size = u64(content.length)
  const local = Buffer.concat([
    u32(0x04034b50),
    ...what,
    u16(20),
    label,
    u16(1),
    u16(16),
    size,
    size,
    content,
  ])
  const central = Buffer.concat([
    ...[u32(0x02014b50), u16(45), ...what, u16(28), u16(0), u16(0), u16(0), none, all, label],
    ...[u16(1), u16(24), size, size, u64(0)],
  ])
  const end64 = Buffer.concat([
    ...[u32(0x06064b50), u64(44), u16(45), u16(45), none, none, u64(1), u64(1)],
    ...[u64(central.length), u64(local.length)],
  ])
  const locator = Buffer.concat([u32(0x07064b50), none, u64(local.length + central.length), u32(1)])
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(0xffff), u16(0xffff), all, all, u16(0)])
  return Buffer.concat([local, central, end64, locator, end])
}

describe('reading a zip', () => {
  it('gives back names and contents', () => {
    const archive = opened(sample)
    expect(archive.entries.map((entry) => entry.name)).toEqual(['a.txt', 'folder/b.txt', 'ünïcode.txt'])
    expect(contentOf(archive, 'a.txt')).toBe('first')
    expect(contentOf(archive, 'folder/b.txt')).toBe('second '.repeat(1_000))
    expect(contentOf(archive, 'ünïcode.txt')).toBe('')
  })

  it('reads entries whose sizes and places stand in 64-bit fields', () => {
    const archive = opened(zip64('xl/a.xml', text('<a>64</a>')))
    expect(archive.zip64).toBe(true)
    expect(contentOf(archive, 'xl/a.xml')).toBe('<a>64</a>')
  })

  it('finds the end record in front of a comment', () => {
    const comment = text('made by hand')
    const bytes = Buffer.concat([sample, comment])
    bytes.writeUInt16LE(comment.length, sample.length - 2)
    expect(opened(bytes).comment.toString()).toBe('made by hand')
  })

  it.each(['../evil.xml', '/absolute.xml', 'C:\\evil.xml', 'xl\\..\\..\\evil.xml', '', 'a\0.xml'])(
    'refuses the name %s',
    (name) => {
      expect(readZip(writeZip([{ name, content: text('x') }]))).toEqual({
        ok: false,
        error: { code: 'workbook-too-complex', what: 'zip-entry-name' },
      })
    },
  )

  it('refuses one name twice, whatever its letter case', () => {
    const bytes = writeZip([
      { name: 'xl/workbook.xml', content: text('1') },
      { name: 'XL\\Workbook.xml', content: text('2') },
    ])
    expect(readZip(bytes)).toMatchObject({ error: { what: 'zip-entry-twice' } })
  })

  it('refuses more entries than the limit', () => {
    const parts = Array.from({ length: packageLimits.entries + 1 }, (_, index) => ({
      name: `${index}`,
      content: Buffer.alloc(0),
    }))
    expect(readZip(writeZip(parts))).toMatchObject({ error: { what: 'zip-entries' } })
  })

  it('stops inflating a bomb', () => {
    const archive = opened(bombOf(Buffer.alloc(40 * 1024 * 1024)))
    const [bomb] = archive.entries
    if (bomb === undefined) throw new Error('no entry')
    // What it holds is nothing to print.
    const refusalOf = (entry: typeof bomb) => {
      const read = readEntry(archive, entry)
      return read.ok ? null : read.error
    }
    expect(refusalOf(bomb)).toMatchObject({ what: 'inflated-ratio' })
    expect(refusalOf({ ...bomb, size: 10 })).toMatchObject({ what: 'inflated-ratio' })
    expect(archive.budget.inflated).toBe(0)
  })

  it('reads nothing that is encrypted, or compressed in a way it does not know', () => {
    const archive = opened(sample)
    const [entry] = archive.entries
    if (entry === undefined) throw new Error('no entry')
    const locked = { ok: false, error: { code: 'file-locked-by-password' } }
    expect(readEntry(archive, { ...entry, flags: entry.flags | 1 })).toEqual(locked)
    const unknown = { ok: false, error: { code: 'workbook-too-complex', what: 'zip-method' } }
    expect(readEntry(archive, { ...entry, method: 12 })).toEqual(unknown)
  })

  it('refuses entries that share their bytes', () => {
    const bytes = Buffer.from(sample)
    const { entries } = opened(bytes)
    const second = entries[1]
    if (second === undefined) throw new Error('no entry')
    bytes.writeUInt32LE(0, second.centralStart + 42)
    expect(readZip(bytes)).toMatchObject({ error: { what: 'zip-entries-overlap' } })
  })

  it('tells damaged content by its CRC', () => {
    const bytes = Buffer.from(sample)
    const archive = opened(bytes)
    const [first] = archive.entries
    if (first === undefined) throw new Error('no entry')
    bytes.writeUInt8((bytes[first.dataStart + 2] ?? 0) ^ 1, first.dataStart + 2)
    expect(readEntry(archive, first)).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })

  it('answers every cut of the file with a problem', () => {
    for (let length = 0; length < sample.length; length += 1) {
      expect(readZip(sample.subarray(0, length)).ok).toBe(false)
    }
  })
})

/** A zip of one entry, compressed as hard as deflate can: our own writer does not try that. */
function bombOf(content: Buffer): Buffer {
  const data = deflateRawSync(content, { level: 9 })
  const bytes = Buffer.concat([sample.subarray(0, 30), text('bomb!'), data])
  const record = Buffer.from(sample.subarray(opened(sample).centralStart, opened(sample).centralStart + 51))
  for (const [place, header] of [
    [14, bytes],
    [16, record],
  ] as const) {
    header.writeUInt32LE(crc32(content), place)
    header.writeUInt32LE(data.length, place + 4)
    header.writeUInt32LE(content.length, place + 8)
  }
  const end = Buffer.from(sample.subarray(sample.length - 22))
  for (const place of [8, 10]) end.writeUInt16LE(1, place)
  end.writeUInt32LE(record.length, 12)
  end.writeUInt32LE(bytes.length, 16)
  return Buffer.concat([bytes, record, end])
}

describe('inflating ahead', () => {
  it('gives the same content and counts it once', async () => {
    const archive = opened(sample)
    for (const entry of archive.entries) await inflateAhead(archive, entry)
    expect(archive.budget.inflated).toBe(0)
    expect(contentOf(archive, 'folder/b.txt')).toBe('second '.repeat(1_000))
    expect(archive.budget.inflated).toBe(7_000)
    expect(['a.txt', 'ünïcode.txt', 'folder/b.txt'].map((name) => contentOf(archive, name))).toEqual([
      'first',
      '',
      'second '.repeat(1_000),
    ])
  })

  it('counts while it goes on what an entry claims, and leaves one beyond the budget alone', async () => {
    const archive = opened(sample)
    const [, entry] = archive.entries
    if (entry === undefined) throw new Error('no entry')
    const ahead = inflateAhead(archive, entry)
    expect(archive.budget.inflated).toBe(7_000)
    await ahead
    expect(archive.budget.inflated).toBe(0)
    archive.budget.inflated = packageLimits.inflatedBytes - 6_999
    archive.ahead.clear()
    await inflateAhead(archive, entry)
    expect(archive.ahead.size).toBe(0)
  })

  it.each([
    ['damaged', () => changedContent(), { code: 'file-damaged' }],
    ['longer than it says', () => longerThanSaid(), { code: 'file-damaged' }],
  ])('leaves an entry that is %s to be told when it is read', async (_, make, error) => {
    const archive = opened(make())
    const [entry] = archive.entries
    if (entry === undefined) throw new Error('no entry')
    await inflateAhead(archive, entry)
    expect(readEntry(archive, entry)).toEqual({ ok: false, error })
  })
})

function changedContent(): Buffer {
  const bytes = Buffer.from(writeZip([{ name: 'a.txt', content: text('words that come again '.repeat(99)) }]))
  bytes[45] = (bytes[45] ?? 0) ^ 0xff
  return bytes
}

/** The size in the central record is one less than the truth. */
function longerThanSaid(): Buffer {
  const bytes = Buffer.from(writeZip([{ name: 'a.txt', content: text('words that come again '.repeat(99)) }]))
  const central = bytes.lastIndexOf('PK\u0001\u0002', bytes.length, 'latin1')
  bytes.writeUInt32LE(22 * 99 - 1, central + 24)
  return bytes
}

describe('rewriting a zip', () => {
  it('gives identical bytes when nothing changes', () => {
    expect(rewriteZip(opened(sample), {}).equals(sample)).toBe(true)
  })

  it('copies data descriptors with their entries', () => {
    const described = withDescriptors(sample)
    const archive = opened(described)
    expect(contentOf(archive, 'folder/b.txt')).toBe('second '.repeat(1_000))
    expect(rewriteZip(archive, {}).equals(described)).toBe(true)
  })

  it('reads and copies entries whose numbers stand in 64 bits', () => {
    const large = asZip64(sample)
    const archive = opened(large)
    expect(archive.zip64).toBe(true)
    expect(contentOf(archive, 'folder/b.txt')).toBe('second '.repeat(1_000))
    const after = opened(rewriteZip(archive, { replaced: new Map([['a.txt', text('changed, and longer')]]) }))
    expect(contentOf(after, 'a.txt')).toBe('changed, and longer')
    expect(contentOf(after, 'folder/b.txt')).toBe('second '.repeat(1_000))
  })

  it('replaces, removes and adds parts and leaves the others raw', () => {
    const described = withDescriptors(sample)
    const before = opened(described)
    const after = opened(
      rewriteZip(before, {
        replaced: new Map([['a.txt', text('changed')]]),
        removed: new Set(['ünïcode.txt']),
        added: [{ name: 'new.txt', content: text('new') }],
      }),
    )
    expect(after.entries.map((entry) => entry.name)).toEqual(['a.txt', 'folder/b.txt', 'new.txt'])
    expect(contentOf(after, 'a.txt')).toBe('changed')
    expect(contentOf(after, 'new.txt')).toBe('new')
    const [changed, kept] = after.entries
    const raw = before.entries[1]
    if (changed === undefined || kept === undefined || raw === undefined) throw new Error('no entry')
    expect(changed.flags & 8).toBe(0)
    expect(changed.time).toBe(before.entries[0]?.time)
    expect(
      after.bytes
        .subarray(kept.localStart, kept.dataEnd)
        .equals(before.bytes.subarray(raw.localStart, raw.dataEnd)),
    ).toBe(true)
  })
})
