import { describe, expect, it } from 'vitest'
import { readZip, type ZipArchive } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { endByBytes, u16, u64, zipByBytes } from '../../../support/zip-by-bytes.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const damaged = { ok: false, error: { code: 'file-damaged' } }

function opened(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(`not opened: ${JSON.stringify(archive.error)}`)
  return archive.value
}

describe('the end record', () => {
  const one = { name: 'a', method: 0, content: text('content') }

  it('is found in front of the longest comment there can be', () => {
    expect(opened(zipByBytes([one], Buffer.alloc(0xffff, 0x20))).comment).toHaveLength(0xffff)
  })

  it('is not taken from what stands in its comment', () => {
    const decoy = endByBytes(1, 0x7fffffff, 0)
    const archive = opened(zipByBytes([one], Buffer.concat([text('x'), decoy])))
    expect(archive.entries.map(({ name }) => name)).toEqual(['a'])
    expect(archive.comment).toHaveLength(23)
    const cut = Buffer.concat([decoy.subarray(0, 20), u16(99)])
    expect(opened(zipByBytes([one], cut)).comment).toEqual(cut)
  })

  it('may have bytes behind it that are nobody’s', () => {
    const archive = opened(Buffer.concat([zipByBytes([one]), Buffer.alloc(100)]))
    expect(archive).toMatchObject({ centralStart: 38, centralEnd: 85, zip64: false })
  })

  it('may say that there is nothing', () => {
    expect(opened(endByBytes(0, 0, 0)).entries).toEqual([])
    expect(readZip(endByBytes(0, 1, 0))).toEqual(damaged)
    expect(readZip(Buffer.alloc(0))).toEqual(damaged)
    expect(readZip(Buffer.alloc(21))).toEqual(damaged)
  })

  describe('in 64 bits', () => {
    const cut = zipByBytes([one]).subarray(0, -22)
    const directory = cut.length - cut.indexOf('PK\u0001\u0002')
    const signature = (name: string) => Buffer.from(`PK${name}`)
    const end64 = (count: number, size: number, start: number) =>
      Buffer.concat([
        signature('\u0006\u0006'),
        u64(44),
        Buffer.alloc(12),
        u64(count),
        u64(count),
        u64(size),
        u64(start),
      ])
    const locator = (at: number | bigint, name = '\u0006\u0007') =>
      Buffer.concat([signature(name), Buffer.alloc(4), u64(at), Buffer.from([1, 0, 0, 0])])
    const nothing = endByBytes(0, 0, 0)
    const fits = end64(1, directory, cut.length - directory)

    it('wins over the one in 32', () => {
      const archive = opened(Buffer.concat([cut, fits, locator(cut.length), nothing]))
      expect(archive.zip64).toBe(true)
      expect(archive.entries.map(({ name }) => name)).toEqual(['a'])
      expect(archive).toMatchObject({ centralStart: cut.length - directory, centralEnd: cut.length })
    })

    it.each([
      ['its locator is none', fits, locator(cut.length, '\u0006\u0008')],
      ['it is not where its locator says', fits, locator(cut.length + 1)],
      ['it would reach into its locator', fits, locator(cut.length + 20)],
      ['it is beyond all counting', fits, locator(2n ** 63n)],
      [
        'its directory would reach into it',
        end64(1, directory + 1, cut.length - directory),
        locator(cut.length),
      ],
    ])('is not believed where %s', (_, record, place) => {
      const archive = opened(Buffer.concat([cut, record, place, nothing]))
      expect(archive).toMatchObject({ zip64: false, entries: [] })
    })
  })
})
