import { join } from 'node:path'
import type { Options } from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { closePlanFile, createPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const sqlite = vi.hoisted(() => ({ version: '' }))

vi.mock('../../../src/engine/store/open-database.ts', async (original) => {
  const { openDatabase } = await original<typeof import('../../../src/engine/store/open-database.ts')>()
  return {
    openDatabase: (file: string | Buffer, options?: Options) =>
      openDatabase(file, options).function('sqlite_version', () => sqlite.version),
  }
})

const create = (version: string) => {
  sqlite.version = version
  return createPlanFile(join(temporaryFolder(), 'plan.odap'))
}

test.each(['3.51.2', '3.50.9', '2.99.9', '3.7'])('no plan is written by SQLite %s', (version) => {
  expect(() => create(version)).toThrow(`SQLite ${version} is too old: 3.51.3 is needed`)
})

test.each(['3.51.3', '3.51.10', '3.52.0', '4.0'])('plans are written by SQLite %s', (version) => {
  const created = create(version)
  expect(created.ok).toBe(true)
  if (created.ok) closePlanFile(created.value)
})
