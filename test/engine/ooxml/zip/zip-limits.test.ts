import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import {
  inflateAhead,
  looksLikeZip,
  partKey,
  readEntry,
  readEntryAgain,
  readZip,
  type ZipArchive,
  type ZipEntry,
} from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { type EntryBytes, endByBytes, u16, u64, zipByBytes } from '../../../support/zip-by-bytes.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const damaged = { ok: false, error: { code: 'file-damaged' } }
const tooComplex = (what: string) => ({ ok: false, error: { code: 'workbook-too-complex', what } })

function opened(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(`not opened: ${JSON.stringify(archive.error)}`)
  return archive.value
}

/** A zip of one entry, opened. */
function alone(entry: Omit<EntryBytes, 'name'>): { readonly archive: ZipArchive; readonly entry: ZipEntry } {
  const archive = opened(zipByBytes([{ name: 'a.xml', ...entry }]))
  const [only] = archive.entries
  if (only === undefined) throw new Error('no entry')
  return { archive, entry: only }
}

const read = ({ archive, entry }: ReturnType<typeof alone>, changes: Partial<ZipEntry> = {}) =>
  readEntry(archive, { ...entry, ...changes })

describe('a file that is too large', () => {
  it('is refused by its length alone, and one as long as allowed is not', () => {
    const bytes = Buffer.alloc(packageLimits.fileBytes + 1)
    expect(readZip(bytes)).toEqual({
      ok: false,
      error: { code: 'file-too-large', megabytes: 51, limit: 50 },
    })
    expect(readZip(bytes.subarray(1))).toEqual(damaged)
  })

  it('may have as many entries as the limit says', () => {
    const entries = Array.from({ length: packageLimits.entries }, (_, index) => ({
      name: `${index}`,
      method: 0,
    }))
    expect(opened(zipByBytes(entries)).entries).toHaveLength(packageLimits.entries)
  })
})

describe('the names of entries', () => {
  it.each(['c:evil.xml', 'Z:/evil.xml', 'a\0.xml', '', '..', 'a/../../b', '\\evil.xml', 'a/..'])(
    'may not be “%s”',
    (name) => {
      expect(readZip(zipByBytes([{ name }]))).toEqual(tooComplex('zip-entry-name'))
    },
  )

  it.each(['a..b/c.xml', '...', 'xl/c:1.xml', 'a.xml..', ' /a'])('may be “%s”', (name) => {
    expect(opened(zipByBytes([{ name }])).entries[0]?.name).toBe(name)
  })

  it('mean the same part whatever their slashes and letter case', () => {
    expect(partKey('\\XL\\Worksheets\\Sheet1.XML')).toBe('xl/worksheets/sheet1.xml')
    expect(partKey('//xl//a.xml')).toBe('xl//a.xml')
    const archive = opened(zipByBytes([{ name: 'XL\\A.xml' }]))
    expect(archive.byKey.get('xl/a.xml')).toBe(archive.entries[0])
  })

  it('are UTF-8 where they say so, and of the first PC where they do not', () => {
    const bytes = Buffer.from([0x41, 0x7f, 0x80, 0x81, 0xe1, 0xff])
    expect(opened(zipByBytes([{ name: bytes }])).entries[0]?.name).toBe('A\u007fÇüß\u00a0')
    const utf8 = { name: text('ünï'), flags: 0x800 }
    expect(opened(zipByBytes([utf8])).entries[0]?.name).toBe('ünï')
  })
})

describe('reading an entry', () => {
  const content = text('words that come again '.repeat(50))

  it('gives its content, stored or deflated, and takes its size from the budget', () => {
    for (const method of [0, 8]) {
      const one = alone({ content, method })
      expect(read(one)).toEqual({ ok: true, value: content })
      expect(one.archive.budget.inflated).toBe(content.length)
    }
  })

  it('refuses one that is encrypted, however little it is', () => {
    expect(read(alone({ content, flags: 1 }))).toEqual({
      ok: false,
      error: { code: 'file-locked-by-password' },
    })
  })

  it('refuses ways of compressing that nobody uses for workbooks', () => {
    expect(read(alone({ content, method: 12 }))).toEqual(tooComplex('zip-method'))
  })

  it('refuses what does not fit the budget, and takes what just does', () => {
    const one = alone({ content })
    one.archive.budget.inflated = packageLimits.inflatedBytes - content.length + 1
    expect(read(one)).toEqual(tooComplex('inflated-size'))
    one.archive.budget.inflated -= 1
    expect(read(one).ok).toBe(true)
    expect(one.archive.budget.inflated).toBe(packageLimits.inflatedBytes)
  })

  it.each([
    ['shorter than it says', { size: content.length + 1 }],
    ['longer than it says', { size: content.length - 1 }],
    ['other than its CRC', { crc: 1 }],
  ])('tells that a content is %s', (_, changes) => {
    expect(read(alone({ content }), changes)).toEqual(damaged)
    expect(read(alone({ content, method: 0 }), changes)).toEqual(damaged)
  })

  it('tells that a content cannot be inflated', () => {
    const bytes = Buffer.from(zipByBytes([{ name: 'a.xml', content }]))
    bytes.fill(0xff, 35, 45)
    const archive = opened(bytes)
    expect(archive.entries.map((entry) => readEntry(archive, entry))).toEqual([damaged])
  })

  it('that was kept is not counted again, but held against its CRC again', () => {
    const { archive, entry } = alone({ content })
    expect(readEntryAgain(archive, entry)).toEqual({ ok: true, value: content })
    const again = readEntryAgain(archive, entry)
    expect(again).toEqual({ ok: true, value: content })
    expect(archive.budget.inflated).toBe(content.length)
    if (again.ok) again.value[0] = 0
    expect(readEntryAgain(archive, entry)).toEqual(damaged)
  })

  it('that could not be read is not kept', () => {
    const { archive, entry } = alone({ content, claims: { crc: 1 } })
    expect(readEntryAgain(archive, entry)).toEqual(damaged)
    expect(archive.kept.size).toBe(0)
  })
})

describe('how much an entry may grow', () => {
  const dense = Buffer.alloc(packageLimits.ratioFrom)

  it('is not counted while it is small', () => {
    expect(read(alone({ content: dense })).ok).toBe(true)
  })

  it('is counted from there on', () => {
    const one = alone({ content: Buffer.alloc(packageLimits.ratioFrom + 1) })
    expect(read(one)).toEqual(tooComplex('inflated-ratio'))
    expect(read(one, { size: 10 })).toEqual(tooComplex('inflated-ratio'))
  })

  it('is as much as the ratio says', () => {
    const loose = Buffer.concat([dense, randomBytes(70_000)])
    expect(read(alone({ content: loose })).ok).toBe(true)
  })

  it('is never more than the budget has left, whatever the entry says', () => {
    const one = alone({ content: dense })
    one.archive.budget.inflated = packageLimits.inflatedBytes - 100
    expect(read(one, { size: 10 })).toEqual(tooComplex('inflated-ratio'))
  })
})

describe('inflating ahead', () => {
  const content = text('words that come again '.repeat(50))

  it.each([
    ['is stored', alone({ content, method: 0 })],
    ['is encrypted', alone({ content, flags: 1 })],
    ['is compressed in another way', alone({ content, method: 12 })],
    ['grows too much', alone({ content: Buffer.alloc(packageLimits.ratioFrom + 1) })],
  ])('leaves alone what %s', async (_, { archive, entry }) => {
    await inflateAhead(archive, entry)
    expect(archive.ahead.size).toBe(0)
    expect(archive.budget.inflated).toBe(0)
  })

  it('takes what just fits the budget, and gives it out once', async () => {
    const { archive, entry } = alone({ content })
    archive.budget.inflated = packageLimits.inflatedBytes - content.length
    await inflateAhead(archive, entry)
    expect(archive.ahead.get(entry)).toEqual(content)
    expect(readEntry(archive, entry)).toEqual({ ok: true, value: content })
    expect(archive.ahead.size).toBe(0)
  })

  it('never inflates more than an entry says', async () => {
    const { archive, entry } = alone({ content, claims: { size: 10 } })
    await inflateAhead(archive, entry)
    expect(archive.ahead.size).toBe(0)
  })
})

describe('where entries lie', () => {
  const stored = (name: string, content: string, more: Partial<EntryBytes> = {}): EntryBytes => ({
    name,
    method: 0,
    content: text(content),
    ...more,
  })

  it('may be in any order, but not over each other by a single byte', () => {
    const bytes = zipByBytes([stored('a', '12345'), stored('b', '12345')])
    const { entries, centralStart } = opened(bytes)
    const [first, second] = entries.map((entry) => entry.centralStart)
    if (first === undefined || second === undefined) throw new Error('no entry')
    const swapped = Buffer.concat([
      bytes.subarray(0, centralStart),
      bytes.subarray(second, -22),
      bytes.subarray(first, second),
      bytes.subarray(-22),
    ])
    expect(opened(swapped).entries.map(({ name }) => name)).toEqual(['b', 'a'])
    swapped.writeUInt32LE(6, swapped.length - 22 - (second - first) + 20)
    expect(readZip(swapped)).toEqual(tooComplex('zip-entries-overlap'))
  })

  it('are told by their headers, whose extra fields need not be those of the directory', () => {
    const one = stored('a', 'content', {
      localExtra: Buffer.alloc(9),
      extra: Buffer.alloc(5),
      comment: text('c'),
    })
    const archive = opened(zipByBytes([one, stored('b', 'more')]))
    expect(archive.entries.map((entry) => readEntry(archive, entry))).toEqual([
      { ok: true, value: text('content') },
      { ok: true, value: text('more') },
    ])
    expect(archive.entries[0]).toMatchObject({ localStart: 0, dataStart: 40, dataEnd: 47, centralStart: 82 })
    expect(archive.entries[0]?.centralEnd).toBe(82 + 46 + 1 + 5 + 1)
  })

  it.each([
    ['its header is not where it should be', { at: 1 }],
    ['its header would lie in the directory', { at: 30 }],
    ['it reaches into the directory', { compressed: 100 }],
  ])('are refused where %s', (_, claims) => {
    expect(readZip(zipByBytes([stored('a', 'content', { claims })]))).toEqual(damaged)
  })

  it('are refused where the directory counts one more than there is', () => {
    const bytes = zipByBytes([stored('a', '1')])
    const cut = bytes.subarray(0, -22)
    const directory = cut.length - cut.indexOf('PK\u0001\u0002')
    expect(readZip(Buffer.concat([cut, endByBytes(2, directory, cut.length - directory)]))).toEqual(damaged)
    // One record more than the directory says it is long.
    expect(readZip(Buffer.concat([cut, endByBytes(1, directory - 1, cut.length - directory)]))).toEqual(
      damaged,
    )
  })

  it('keeps what the directory says of each', () => {
    const content = text('content')
    const bytes = zipByBytes([{ name: 'a', content, time: 0x6b2d, date: 0x5b6f, flags: 0x802 }])
    expect(opened(bytes).entries).toMatchObject([
      { name: 'a', flags: 0x802, method: 8, time: 0x6b2d, date: 0x5b6f, crc: crc32(content), size: 7 },
    ])
  })
})

describe('64-bit fields', () => {
  const content = text('content')
  const large = 0xffffffff
  const field = (...values: readonly (number | bigint)[]) =>
    Buffer.concat([u16(1), u16(8 * values.length), ...values.map(u64)])
  const other = Buffer.concat([u16(0x5455), u16(5), Buffer.alloc(5)])
  const entry = (claims: EntryBytes['claims'], extra: Buffer): EntryBytes => ({
    name: 'a',
    method: 0,
    content,
    extra,
    ...(claims === undefined ? {} : { claims }),
  })

  it.each([
    ['the size alone', entry({ size: large }, field(7))],
    ['the compressed size alone', entry({ compressed: large }, field(7))],
    ['the place alone', entry({ at: large }, field(0))],
    [
      'all three, behind another field',
      entry({ size: large, compressed: large, at: large }, Buffer.concat([other, field(7, 7, 0)])),
    ],
  ])('give %s', (_, one) => {
    const archive = opened(zipByBytes([one]))
    expect(archive.entries.map((found) => readEntry(archive, found))).toEqual([{ ok: true, value: content }])
  })

  it.each([
    ['no field has the number', entry({ size: large }, other)],
    ['the field is too short', entry({ size: large, compressed: large }, field(7))],
    ['the field is cut', entry({ size: large }, field(7).subarray(0, 11))],
    ['a number is beyond all counting', entry({ size: large }, field(2n ** 60n))],
  ])('are refused where %s', (_, one) => {
    expect(readZip(zipByBytes([one]))).toEqual(damaged)
  })
})

it('a zip is known by its first bytes', () => {
  expect(looksLikeZip(zipByBytes([{ name: 'a' }]))).toBe(true)
  expect(looksLikeZip(endByBytes(0, 0, 0))).toBe(true)
  expect(looksLikeZip(Buffer.from('PK\u0003\u0004'))).toBe(true)
  expect(looksLikeZip(Buffer.from('PK\u0001\u0002'))).toBe(false)
  expect(looksLikeZip(Buffer.from('PK\u0003'))).toBe(false)
})
