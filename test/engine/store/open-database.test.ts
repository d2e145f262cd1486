import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/engine/store/open-database.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test.each([{ readonly: true }, {}])(
  'nothing that a file’s schema or pages say is believed: %j',
  (options) => {
    const path = join(temporaryFolder(), 'plan.odap')
    const made = new BetterSqlite3(path)
    made.exec('CREATE TABLE t (a)')
    made.close()
    const db = openDatabase(path, options)
    onTestFinished(() => void db.close())
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(db.pragma('cell_size_check', { simple: true })).toBe(1)
  },
)
