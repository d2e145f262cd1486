import { mkdirSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { safeFileName } from '../../../src/engine/files/file-shelf.ts'
import { createEngine } from '../../../src/engine/index.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function anEngine() {
  const folder = temporaryFolder()
  const engine = createEngine({ dataDir: join(folder, 'data') })
  onTestFinished(() => engine.close())
  return { engine, folder }
}

test('a file is taken in under an id, and its bytes are kept', () => {
  const { engine, folder } = anEngine()
  const path = join(folder, 'inventory.xlsx')
  writeFileSync(path, 'bytes')
  const received = engine.receive({ path })
  expect(received).toMatchObject({ ok: true, value: { name: 'inventory.xlsx', size: 5 } })
})

test('a disk image is refused before it is copied', () => {
  const { engine, folder } = anEngine()
  const path = join(folder, 'disk.img')
  writeFileSync(path, '')
  truncateSync(path, 3 * 1024 ** 3)
  expect(engine.receive({ path })).toEqual({
    ok: false,
    error: { code: 'file-too-large', megabytes: 3072, limit: 50 },
  })
})

test('a folder and a file that is gone are said to be unreadable', () => {
  const { engine, folder } = anEngine()
  mkdirSync(join(folder, 'folder.xlsx'))
  const unreadable = { ok: false, error: { code: 'file-not-readable' } }
  expect(engine.receive({ path: join(folder, 'folder.xlsx') })).toEqual(unreadable)
  expect(engine.receive({ path: join(folder, 'gone.xlsx') })).toEqual(unreadable)
})

test('what was taken in is gone at the end, and what a crash left a day later; what is younger may be another window’s', async () => {
  const dataDir = temporaryFolder()
  const files = join(dataDir, 'files')
  const hours = (count: number) => new Date(Date.now() - count * 60 * 60 * 1000)
  for (const [name, age] of [['crashed', hours(25)] as const, ['elsewhere', hours(23)] as const]) {
    mkdirSync(join(files, name), { recursive: true })
    writeFileSync(join(files, name, 'inventory.xlsx'), 'bytes')
    utimesSync(join(files, name), age, age)
  }
  const engine = createEngine({ dataDir })
  expect(readdirSync(files)).toEqual(['elsewhere'])
  expect(engine.receive({ name: 'inventory.xlsx', bytes: Buffer.from('bytes') }).ok).toBe(true)
  expect(readdirSync(files)).toHaveLength(2)
  await engine.close()
  expect(readdirSync(files)).toEqual(['elsewhere'])
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\inventory.xlsx', 'inventory.xlsx'],
  ['CON.xlsx', '_CON.xlsx'],
  ['a<b>:"|?*\u0001.xlsx', 'a_b_______.xlsx'],
  ['.hidden', 'file.hidden'],
  ['', 'file'],
  ['trailing. ', 'trailing'],
  [`😀${'x'.repeat(144)}.xlsx`, `_${'x'.repeat(144)}.xlsx`],
])('the name %j becomes one that every system takes: %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe)
})
