import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { writeBackup } from '../../../src/engine/plans/backup-file.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a backup that holds no plan gets no name, and leaves nothing behind', () => {
  const { db } = aPlanFile()
  const folder = temporaryFolder()
  const path = join(folder, '000001-automatic.odap')
  const workbooks = join(folder, 'workbooks')
  const take = () => writeBackup(db, path, workbooks, (copy) => copy.exec('DELETE FROM plan'))
  expect(take).toThrow(/Empty backup/)
  expect(readdirSync(folder)).toEqual(['workbooks'])
  writeBackup(db, path, workbooks)
  expect(existsSync(path)).toBe(true)
})

test('a backup that SQLite finds fault with gets no name, and leaves nothing behind', () => {
  const { db } = aPlanFile()
  const folder = temporaryFolder()
  const spoil = (copy: Database) => {
    copy.exec("INSERT INTO rating (id, dataset_id, criterion, value) VALUES ('r', 'a', 'goals', NULL)")
    copy.unsafeMode().pragma('writable_schema = ON')
    copy.exec("UPDATE sqlite_schema SET sql = replace(sql, 'value INTEGER', 'value INTEGER NOT NULL')")
    copy.pragma('writable_schema = RESET')
  }
  const take = () => writeBackup(db, join(folder, '1.odap'), join(folder, 'workbooks'), spoil)
  expect(take).toThrow(/Unsound backup/)
  expect(readdirSync(folder)).toEqual(['workbooks'])
})

test('a workbook kept beside the backups that has gone bad is written anew with the next backup', () => {
  const { db } = aPlanFile()
  const bytes = Buffer.from('the agency’s workbook')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  db.prepare('INSERT INTO workbook (sha256, bytes, size, added_at) VALUES (?, ?, ?, ?)').run(
    sha256,
    bytes,
    bytes.length,
    '',
  )
  const folder = temporaryFolder()
  const workbooks = join(folder, 'workbooks')
  writeBackup(db, join(folder, '1.odap'), workbooks)
  const kept = join(workbooks, sha256)
  expect(readFileSync(kept)).toEqual(bytes)
  writeFileSync(kept, 'gone bad')
  writeBackup(db, join(folder, '2.odap'), workbooks)
  expect(readFileSync(kept)).toEqual(bytes)
})
