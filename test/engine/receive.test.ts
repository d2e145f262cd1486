import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { safeFileName } from '../../src/engine/file-shelf.ts'
import { createEngine } from '../../src/engine/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

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
