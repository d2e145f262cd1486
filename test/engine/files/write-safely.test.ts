import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSafely } from '../../../src/engine/files/write-safely.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a file is replaced whole, and nothing else is left beside it', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'settings.json')
  writeFileSync(path, 'before')
  writeSafely(path, Buffer.from('after'))
  expect(readFileSync(path, 'utf8')).toBe('after')
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('a file that cannot be written is said to be so, and nothing of it lies beside its place', () => {
  const folder = temporaryFolder()
  const taken = join(folder, 'taken')
  mkdirSync(join(taken, 'by a folder with something in it'), { recursive: true })
  expect(() => writeSafely(taken, Buffer.from('after'))).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})
