import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freeNameBeside, saveCopy } from '../../../src/engine/files/save-copy.ts'
import { isPlaceholder, problemOf, targetProblem } from '../../../src/engine/files/target-problem.ts'
import { canMount, mountSmall } from '../../support/small-disk.ts'
import { startProcess } from '../../support/start-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function aFile(bytes = 'new bytes') {
  const folder = temporaryFolder()
  const source = join(folder, 'made.xlsx')
  writeFileSync(source, bytes)
  const place = join(folder, 'place')
  mkdirSync(place)
  const target = join(place, 'inventory (updated).xlsx')
  return { source, place, target }
}

const at = () => new Date(2026, 10, 26, 14, 5)

describe('a saved file', () => {
  it('is whole under its name, with nothing half made beside it', async () => {
    const { source, place, target } = aFile()
    expect(await saveCopy(source, target, new Set())).toEqual({
      ok: true,
      value: { saved: target, kept: null },
    })
    expect(readFileSync(target, 'utf8')).toBe('new bytes')
    expect(readdirSync(place)).toEqual(['inventory (updated).xlsx'])
  })

  it('never costs the file that stood there: it is kept beside it', async () => {
    const { source, place, target } = aFile()
    writeFileSync(target, 'the original, with work of this morning in it')
    const kept = join(place, 'inventory (updated) (as it was 2026-11-26 14.05).xlsx')
    expect(await saveCopy(source, target, new Set(), at)).toEqual({
      ok: true,
      value: { saved: target, kept },
    })
    expect(readFileSync(kept, 'utf8')).toBe('the original, with work of this morning in it')
    expect(readFileSync(target, 'utf8')).toBe('new bytes')
  })

  it('replaces what the program itself saved before without keeping that', async () => {
    const { source, place, target } = aFile()
    const before = new Set<string>()
    await saveCopy(source, target, before)
    writeFileSync(source, 'newer bytes')
    expect(await saveCopy(source, target, before)).toMatchObject({ value: { kept: null } })
    expect(readdirSync(place)).toEqual(['inventory (updated).xlsx'])
  })

  it('that stands there already byte for byte is kept by nobody a second time', async () => {
    const { source, place, target } = aFile()
    writeFileSync(target, 'new bytes')
    expect(await saveCopy(source, target, new Set())).toMatchObject({ ok: true, value: { kept: null } })
    expect(readdirSync(place)).toEqual(['inventory (updated).xlsx'])
  })

  it('keeps a file of somebody else, whatever the program saved before', async () => {
    const { source, place, target } = aFile()
    const before = new Set<string>()
    await saveCopy(source, target, before)
    writeFileSync(target, 'edited in Excel since')
    writeFileSync(source, 'newer bytes')
    await saveCopy(source, target, before, at)
    writeFileSync(target, 'and edited once more')
    writeFileSync(source, 'newest bytes')
    await saveCopy(source, target, before, at)
    const texts = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'))
    expect(texts.toSorted()).toEqual(['and edited once more', 'edited in Excel since', 'newest bytes'])
  })

  it('finds a free name beside one that is taken', () => {
    const { place, target } = aFile()
    writeFileSync(target, '')
    writeFileSync(join(place, 'inventory (updated) 2.xlsx'), '')
    expect(freeNameBeside(target)).toBe(join(place, 'inventory (updated) 3.xlsx'))
  })
})

describe('what stands in the way is found before anything is written', () => {
  it.each([
    ['~$inventory (updated).xlsx'],
    ['.~lock.inventory (updated).xlsx#'],
    ['~$ventory (updated).xlsx'],
  ])('the file is open in another program: %s', async (lock) => {
    const { source, place, target } = aFile()
    writeFileSync(target, 'old')
    writeFileSync(join(place, lock), '')
    const error = { code: 'target-open', name: 'inventory (updated).xlsx' }
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error })
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(place)).toHaveLength(2)
  })

  const notOnLinux = process.platform === 'linux' ? '' : ' (skipped: only Linux refuses so)'
  it.skipIf(notOnLinux !== '')(`the system itself says that it is in use${notOnLinux}`, async () => {
    const { source, target } = aFile()
    copyFileSync('/bin/sleep', target)
    chmodSync(target, 0o755)
    await startProcess(target, ['60'])
    expect(targetProblem(target)).toEqual({ code: 'target-open', name: 'inventory (updated).xlsx' })
    expect(await saveCopy(source, target, new Set())).toMatchObject({ error: { code: 'target-open' } })
  })

  it('the file is read-only', async () => {
    const { source, target } = aFile()
    writeFileSync(target, 'old')
    chmodSync(target, 0o444)
    const error = { code: 'target-read-only', name: 'inventory (updated).xlsx' }
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error })
    expect(readFileSync(target, 'utf8')).toBe('old')
  })

  it('the folder is gone, or is no folder', async () => {
    const { source, place } = aFile()
    const gone = join(place, 'removed drive', 'x.xlsx')
    expect(await saveCopy(source, gone, new Set())).toEqual({
      ok: false,
      error: { code: 'folder-gone', folder: join(place, 'removed drive') },
    })
    expect(targetProblem(join(source, 'x.xlsx'))).toMatchObject({ code: 'folder-gone' })
    expect(targetProblem(place)).toEqual({ code: 'cannot-write' })
  })

  const mountable = canMount()
  const why = mountable ? '' : ' (skipped: a small disk is mounted by root on Linux only)'
  it.skipIf(!mountable)(`the disk is full${why}`, async () => {
    const { source, place, target } = aFile('x'.repeat(200_000))
    mountSmall(place, 'size=64k')
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(readdirSync(place)).toEqual([])
  })

  it.skipIf(!mountable)(
    `there is room for the new file or for keeping the old one, not for both${why}`,
    async () => {
      const { source, place, target } = aFile('x'.repeat(30_000))
      mountSmall(place, 'size=64k')
      writeFileSync(target, 'y'.repeat(30_000))
      expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error: { code: 'disk-full' } })
      expect(readFileSync(target, 'utf8')).toBe('y'.repeat(30_000))
      expect(readdirSync(place)).toHaveLength(1)
    },
  )

  it.skipIf(!mountable)(`nothing may be written into the folder${why}`, async () => {
    const { source, place, target } = aFile()
    mountSmall(place, 'ro,size=64k')
    const error = { code: 'folder-read-only', folder: place }
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error })
  })
})

describe('what the system answers', () => {
  it.each([
    ['EBUSY', 'target-open'],
    ['EPERM', 'target-open'],
    ['EROFS', 'folder-read-only'],
    ['ENOSPC', 'disk-full'],
    ['ENXIO', 'folder-gone'],
    ['EIO', 'cannot-write'],
  ])('%s means %s, where the file is there', (code, meaning) => {
    const { target } = aFile()
    writeFileSync(target, '')
    expect(problemOf(Object.assign(new Error(code), { code }), target).code).toBe(meaning)
  })

  it('about rights is about the folder where the file is not there', () => {
    const { target, place } = aFile()
    const cause = Object.assign(new Error(), { code: 'EACCES' })
    expect(problemOf(cause, target)).toEqual({ code: 'folder-read-only', folder: place })
  })

  it('of a file whose bytes are in the cloud has a size and no blocks', () => {
    expect(isPlaceholder({ size: 40_960, blocks: 0 })).toBe(true)
    expect(isPlaceholder({ size: 40_960, blocks: 80 })).toBe(false)
    expect(isPlaceholder({ size: 0, blocks: 0 })).toBe(false)
  })
})
