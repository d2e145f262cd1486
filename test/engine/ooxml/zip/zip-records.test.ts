import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  entryEnd,
  readEntry,
  readZip,
  type ZipArchive,
} from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { zip64Extra } from '../../../../src/engine/ooxml/zip/zip-record.ts'
import { rewriteZip, writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { type EntryBytes, u16, u32, u64, zipByBytes } from '../../../support/zip-by-bytes.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const content = text('content')
const crc = u32(crc32(content))
const signed = text('PK\u0007\u0008')

function opened(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(`not opened: ${JSON.stringify(archive.error)}`)
  return archive.value
}

const stored = (name: string, more: Partial<EntryBytes> = {}): EntryBytes => ({
  name,
  method: 0,
  content,
  ...more,
})

describe('a data descriptor', () => {
  const described = (descriptor: Buffer, flags = 8) => stored('a', { descriptor, flags })
  const lengthOf = (entries: readonly EntryBytes[]) => {
    const archive = opened(zipByBytes(entries))
    const [entry] = archive.entries
    return entry === undefined ? null : entryEnd(archive, entry) - entry.dataEnd
  }
  const forms: readonly (readonly [string, Buffer])[] = [
    ['with a signature', Buffer.concat([signed, crc, u32(7), u32(7)])],
    ['with a signature and 64-bit sizes', Buffer.concat([signed, crc, u64(7), u64(7)])],
    ['without a signature', Buffer.concat([crc, u32(7), u32(7)])],
    ['without a signature, with 64-bit sizes', Buffer.concat([crc, u64(7), u64(7)])],
  ]

  it.each(forms)('%s is as long as it is, in front of another entry or of the directory', (_, descriptor) => {
    expect(lengthOf([described(descriptor), stored('b')])).toBe(descriptor.length)
    expect(lengthOf([described(descriptor)])).toBe(descriptor.length)
  })

  it.each(forms)('%s goes along when its entry is copied', (_, descriptor) => {
    const bytes = zipByBytes([stored('b'), described(descriptor), stored('c')])
    const after = rewriteZip(opened(bytes), { removed: new Set(['b']) })
    expect(after).toEqual(zipByBytes([described(descriptor), stored('c')]))
  })

  it('is none where the entry does not speak of one', () => {
    expect(lengthOf([described(Buffer.concat([signed, crc, u32(7), u32(7)]), 0)])).toBe(0)
  })

  it('that names another CRC is taken by its signature, or not at all', () => {
    expect(lengthOf([described(Buffer.concat([signed, u32(1), u32(7), u32(7)])), stored('b')])).toBe(16)
    expect(lengthOf([described(Buffer.concat([u32(1), u32(7), u32(7)])), stored('b')])).toBe(0)
  })
})

describe('the zip64 field among others', () => {
  const other = Buffer.concat([u16(0x5455), u16(5), Buffer.alloc(5)])
  const field = Buffer.concat([u16(1), u16(8), u64(7)])
  const start = (...fields: readonly Buffer[]) => {
    const bytes = Buffer.concat([text('front'), ...fields])
    return zip64Extra(bytes, 5, bytes.length) - 5
  }

  it('is found wherever it stands', () => {
    expect(start(field)).toBe(4)
    expect(start(other, field, other)).toBe(9 + 4)
    expect(start(other, Buffer.concat([u16(1), u16(0)]))).toBe(9 + 4)
  })

  it('is at the end where there is none', () => {
    expect(start(other)).toBe(9)
    expect(start()).toBe(0)
    expect(start(other, Buffer.from([1, 0, 0]))).toBe(12)
  })
})

describe('a written zip', () => {
  it('is byte for byte what the format asks for', () => {
    const parts = [
      { name: 'a.txt', content: text('first') },
      { name: 'ü.txt', content: Buffer.alloc(0) },
    ]
    expect(writeZip(parts)).toEqual(
      zipByBytes([
        { name: 'a.txt', content: text('first') },
        { name: 'ü.txt', flags: 0x800 },
      ]),
    )
  })

  it('keeps the order of its entries in the file and in the directory, whichever they are', () => {
    const bytes = zipByBytes([stored('a'), stored('bb')])
    const { entries, centralStart } = opened(bytes)
    const [first, second] = entries.map((entry) => entry.centralStart)
    if (first === undefined || second === undefined) throw new Error('no entry')
    const swapped = Buffer.concat([
      bytes.subarray(0, centralStart),
      bytes.subarray(second, -22),
      bytes.subarray(first, second),
      bytes.subarray(-22),
    ])
    expect(rewriteZip(opened(swapped), {})).toEqual(swapped)
    const replaced = new Map([['a', text('other')]])
    const after = opened(rewriteZip(opened(swapped), { replaced }))
    expect(after.entries.map((entry) => [entry.name, readEntry(after, entry)])).toEqual([
      ['bb', { ok: true, value: content }],
      ['a', { ok: true, value: text('other') }],
    ])
  })

  it('keeps its comment, and what its entries say beside their content', () => {
    const odd = stored('a', {
      ...{ flags: 0x802, time: 0x6b2d, date: 0x5b6f, madeBy: 0x314, attributes: 0x81a40000 },
      ...{ extra: Buffer.alloc(5), localExtra: Buffer.alloc(9), comment: text('c') },
    })
    const bytes = zipByBytes([odd, stored('b')], text('made by hand'))
    expect(rewriteZip(opened(bytes), {})).toEqual(bytes)
  })

  it('keeps of a replaced entry who made it, when, and its attributes', () => {
    const { extra: _extra, ...plain } = {
      ...{ name: 'a', flags: 0x802, time: 0x6b2d, date: 0x5b6f, madeBy: 0x314, attributes: 0x81a40000 },
      extra: Buffer.alloc(5),
    }
    const before = opened(
      zipByBytes([
        stored('0'),
        { ...plain, content, flags: 0x80a, descriptor: Buffer.concat([crc, u32(7), u32(7)]) },
      ]),
    )
    const replaced = new Map([['a', text('new')]])
    expect(rewriteZip(before, { replaced })).toEqual(
      zipByBytes([stored('0'), { ...plain, content: text('new') }]),
    )
  })

  it('writes new places where its entries keep them, in 32 bits or in 64', () => {
    const large = 0xffffffff
    const field = (...values: readonly number[]) =>
      Buffer.concat([u16(1), u16(8 * values.length), ...values.map(u64)])
    const one = (at: number) => stored('one', { claims: { at: large }, extra: field(at) })
    const two = (at: number) => stored('two', { claims: { size: large, at: large }, extra: field(7, at) })
    const lengthOf = (name: string) => 30 + name.length + content.length
    const before = zipByBytes([
      stored('a'),
      one(lengthOf('a')),
      two(lengthOf('a') + lengthOf('one')),
      stored('z'),
    ])
    expect(rewriteZip(opened(before), { removed: new Set(['a']) })).toEqual(
      zipByBytes([one(0), two(lengthOf('one')), stored('z')]),
    )
  })

  it('leaves out bytes that belong to no entry', () => {
    const stray = stored('a', { descriptor: text('stray') })
    expect(rewriteZip(opened(zipByBytes([stray, stored('b')])), {})).toEqual(
      zipByBytes([stored('a'), stored('b')]),
    )
  })
})
