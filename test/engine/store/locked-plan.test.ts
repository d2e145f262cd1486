import type { Options } from 'better-sqlite3'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { closePlanFile, openForReading, openPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { isBusy } from '../../../src/engine/store/plan-lock.ts'
import { aPlanFile } from '../../support/plan-file.ts'

// Without the seconds that SQLite waits for others to finish.
vi.mock('../../../src/engine/store/open-database.ts', async (original) => {
  const { openDatabase } = await original<typeof import('../../../src/engine/store/open-database.ts')>()
  return {
    openDatabase: (file: string | Buffer, options?: Options) =>
      openDatabase(file, { ...options, timeout: 0 }),
  }
})

test('a plan that another program has locked is open elsewhere, until that program lets it go', () => {
  const file = aPlanFile()
  closePlanFile(file)
  const { path } = file
  const other = new BetterSqlite3(path)
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec("UPDATE plan SET period = '2027'")
  const elsewhere = { ok: false, error: { code: 'plan-open-elsewhere', holder: null } }
  expect(openPlanFile(path)).toEqual(elsewhere)
  expect(openForReading(path)).toEqual(elsewhere)
  other.close()
  const opened = openPlanFile(path)
  expect(opened.ok).toBe(true)
  if (opened.ok) closePlanFile(opened.value)
})

test('a lock of somebody else is told from everything else that goes wrong', () => {
  expect(isBusy(new BetterSqlite3.SqliteError('x', 'SQLITE_BUSY'))).toBe(true)
  expect(isBusy(new BetterSqlite3.SqliteError('x', 'SQLITE_BUSY_RECOVERY'))).toBe(true)
  expect(isBusy(new BetterSqlite3.SqliteError('x', 'SQLITE_FULL'))).toBe(false)
  expect(isBusy(Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }))).toBe(false)
  expect(isBusy(null)).toBe(false)
})
