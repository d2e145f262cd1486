import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeSnapshot } from '../../src/engine/snapshot.ts'
import { aPlanFile } from '../support/plan-file.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a backup that holds no plan gets no name, and leaves nothing behind', () => {
  const { db } = aPlanFile()
  const folder = temporaryFolder()
  const path = join(folder, '000001-automatic.odap')
  const workbooks = join(folder, 'workbooks')
  const take = () => takeSnapshot(db, path, workbooks, (copy) => copy.exec('DELETE FROM plan'))
  expect(take).toThrow(/Empty snapshot/)
  expect(readdirSync(folder)).toEqual(['workbooks'])
  takeSnapshot(db, path, workbooks)
  expect(existsSync(path)).toBe(true)
})
