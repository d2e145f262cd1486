import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { odap, sampleInventory } from '../support/odap.ts'
import { canMount, mountSmall } from '../support/small-disk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const change = JSON.stringify({ cells: [{ sheet: 'Inventory', cell: 'B7', value: 'Edited' }] })
const original = readFileSync(sampleInventory)

/** An inventory in a folder of its own, and other ways to say where it is. */
function anInventory(name = 'inventory.xlsx') {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'agency'))
  const path = join(folder, 'agency', name)
  copyFileSync(sampleInventory, path)
  writeFileSync(join(folder, 'changes.json'), change)
  symlinkSync(join(folder, 'agency'), join(folder, 'linked-folder'), 'junction')
  linkSync(path, join(folder, 'hard-link.xlsx'))
  symlinkSync(path, join(folder, 'symbolic-link.xlsx'))
  return { folder, path }
}

describe('odap patch never writes over the original', () => {
  test.each<[string, string]>([
    ['by its own path', 'agency/inventory.xlsx'],
    ['by another spelling', './agency/../agency//inventory.xlsx'],
    ['through a symbolic link', 'symbolic-link.xlsx'],
    ['through a hard link', 'hard-link.xlsx'],
    ['through a linked folder', 'linked-folder/inventory.xlsx'],
  ])('%s, whichever of the two is spelled so', async (_, spelled) => {
    const { folder, path } = anInventory()
    const names = readdirSync(folder)
    for (const [from, out] of [
      [path, spelled],
      [spelled, path],
      ['agency/inventory.xlsx', join(folder, spelled)],
    ]) {
      const words = ['patch', from ?? '', 'changes.json', '--out', out ?? '']
      const ended = await odap(temporaryFolder(), words, { cwd: folder })
      expect(ended).toMatchObject({ code: 2, out: '' })
      expect(ended.err).toMatch(/^The original is not written over; .*\.\nUsage:/)
    }
    expect(readFileSync(path).equals(original)).toBe(true)
    expect(readFileSync(join(folder, 'hard-link.xlsx')).equals(original)).toBe(true)
    expect(readdirSync(folder)).toEqual(names)
    expect(readdirSync(join(folder, 'agency'))).toEqual(['inventory.xlsx'])
  })

  test('in another letter case, whether the disk makes a difference or not', async () => {
    const { folder, path } = anInventory()
    const words = ['patch', path, 'changes.json', '--out', join(folder, 'agency', 'INVENTORY.XLSX')]
    await odap(temporaryFolder(), words, { cwd: folder })
    expect(readFileSync(path).equals(original)).toBe(true)
  })

  test('nor over the file with the changes', async () => {
    const { folder } = anInventory()
    const words = ['patch', 'agency/inventory.xlsx', 'changes.json', '--out', './changes.json']
    const ended = await odap(temporaryFolder(), words, { cwd: folder })
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(join(folder, 'changes.json'), 'utf8')).toBe(change)
  })

  test('nor over a plan, under whatever name', async () => {
    const { folder } = anInventory()
    const plan = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'unreleased.odap'))
    for (const name of ['plan.odap', 'plan.xlsx']) {
      writeFileSync(join(folder, name), plan)
      const words = ['patch', 'agency/inventory.xlsx', 'changes.json', '--out', name]
      const ended = await odap(temporaryFolder(), words, { cwd: folder })
      expect(ended).toMatchObject({ code: 2, out: '' })
      expect(ended.err).toMatch(/^A plan is not written over; /)
      expect(readFileSync(join(folder, name)).equals(plan)).toBe(true)
    }
  })

  test('but beside it, where a link only looks like it', async () => {
    const { folder, path } = anInventory()
    writeFileSync(join(folder, 'other.xlsx'), 'other')
    symlinkSync(join(folder, 'other.xlsx'), join(folder, 'agency', 'link.xlsx'))
    const words = ['patch', path, 'changes.json', '--out', 'agency/link.xlsx']
    expect((await odap(temporaryFolder(), words, { cwd: folder })).code).toBe(0)
    expect(readFileSync(path).equals(original)).toBe(true)
    expect(readFileSync(join(folder, 'other.xlsx'), 'utf8')).toBe('other')
  })
})

describe('odap draft never writes over the original', () => {
  test('whose name is the one its workbook gets, by whatever path', async () => {
    const { folder, path } = anInventory('inventory (updated).xlsx')
    for (const out of [dirname(path), 'agency', './agency/../agency', 'linked-folder']) {
      const ended = await odap(temporaryFolder(), ['draft', path, '--out', out, '--json'], { cwd: folder })
      expect(ended, out).toMatchObject({ code: 2, out: '' })
      expect(ended.err, out).toMatch(/^The original is not written over; name another folder/)
    }
    expect(readFileSync(path).equals(original)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['inventory (updated).xlsx'])
  })

  test.each(['symbolic', 'hard'])('through a %s link of that name', async (kind) => {
    const { folder, path } = anInventory()
    const target = join(folder, 'draft')
    mkdirSync(target)
    const link = join(target, 'inventory (updated).xlsx')
    if (kind === 'hard') linkSync(path, link)
    else symlinkSync(path, link)
    const ended = await odap(temporaryFolder(), ['draft', path, '--out', target])
    expect(ended.code).toBe(2)
    expect(readFileSync(path).equals(original)).toBe(true)
    expect(readdirSync(target)).toEqual(['inventory (updated).xlsx'])
  })

  test('nor over what a link leads to that has the name of one of its files', async () => {
    const { folder, path } = anInventory()
    const target = join(folder, 'draft')
    mkdirSync(target)
    const names = ['inventory (updated).xlsx', 'Open-Data-Access-Plan.docx']
    for (const name of names) {
      writeFileSync(join(folder, `other ${name}`), 'other')
      symlinkSync(join(folder, `other ${name}`), join(target, name))
    }
    expect((await odap(temporaryFolder(), ['draft', path, '--out', target])).code).toBe(0)
    for (const name of names) {
      expect(readFileSync(join(folder, `other ${name}`), 'utf8'), name).toBe('other')
      expect(readFileSync(join(target, name)).length, name).toBeGreaterThan(1_000)
    }
  })

  test('and writes nothing at all where one of its files cannot be written', async () => {
    const { folder, path } = anInventory()
    for (const name of ['inventory (updated).xlsx', 'Open-Data-Access-Plan.docx']) {
      const target = join(folder, `without ${name}`)
      mkdirSync(join(target, name), { recursive: true })
      const ended = await odap(temporaryFolder(), ['draft', path, '--out', target, '--json'])
      expect(ended.code, name).toBe(1)
      expect(JSON.parse(ended.out).code, name).toBe('cannot-write')
      expect(readdirSync(target), name).toEqual([name])
    }
  })

  test.skipIf(!canMount())('nor where they do not fit on the disk all together', async () => {
    const { folder, path } = anInventory()
    const fits = join(folder, 'fits')
    expect((await odap(temporaryFolder(), ['draft', path, '--out', fits])).code).toBe(0)
    const sizes = readdirSync(fits).map((name) => statSync(join(fits, name)).size)
    const target = join(folder, 'draft')
    mkdirSync(target)
    // Room for the largest of them and for each of the others, but not for the smallest as well.
    mountSmall(target, `size=${sum(sizes) - Math.min(...sizes)}`)
    const ended = await odap(temporaryFolder(), ['draft', path, '--out', target, '--json'])
    expect(JSON.parse(ended.out).code).toBe('disk-full')
    expect(readdirSync(target)).toEqual([])
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
