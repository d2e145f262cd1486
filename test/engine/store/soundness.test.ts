import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { closePlanFile, type PlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { isDamage, isSound } from '../../../src/engine/store/soundness.ts'
import { damageUnnoticed } from '../../support/damage.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function closedPlan(change: (file: PlanFile) => void = () => undefined): string {
  const file = aPlanFile()
  change(file)
  closePlanFile(file)
  return file.path
}

describe('reading a plan through', () => {
  test('finds nothing wrong with a good one, an open one too', () => {
    const file = aPlanFile()
    expect(isSound(file.path)).toBe(true)
    closePlanFile(file)
    expect(isSound(file.path)).toBe(true)
  })

  test('finds a page that makes no sense, and a file cut short', () => {
    const path = closedPlan()
    damageUnnoticed(path)
    expect(isSound(path)).toBe(false)
    const cut = closedPlan()
    writeFileSync(cut, readFileSync(cut).subarray(0, 20_000))
    expect(isSound(cut)).toBe(false)
  })

  test('finds a reference to what is not there', () => {
    const path = closedPlan(({ db }) => {
      db.pragma('foreign_keys = OFF')
      db.exec("INSERT INTO rating (id, dataset_id, criterion) VALUES ('x/demand', 'x', 'demand')")
    })
    expect(isSound(path)).toBe(false)
  })

  test('of a file that is not there says no such thing as damaged', () => {
    expect(() => isSound(join(temporaryFolder(), 'none.odap'))).toThrow()
  })

  test('of what is no database says no such thing as damaged, either', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    writeFileSync(path, 'This is a letter, not a plan. '.repeat(100))
    expect(() => isSound(path)).toThrow('not a database')
  })

  test('changes nothing of it, nor of a log that was left beside it', () => {
    const killed = aPlanFile()
    const path = join(temporaryFolder(), 'copy.odap')
    const files = ['', '-wal']
    for (const suffix of files) copyFileSync(killed.path + suffix, path + suffix)
    const read = () => files.map((suffix) => readFileSync(path + suffix).toString('latin1'))
    const before = read()
    expect(isSound(path)).toBe(true)
    expect(read()).toEqual(before)
  })

  test('knows damage from everything else that goes wrong', () => {
    expect(isDamage(new BetterSqlite3.SqliteError('x', 'SQLITE_CORRUPT'))).toBe(true)
    expect(isDamage(new BetterSqlite3.SqliteError('x', 'SQLITE_CORRUPT_VTAB'))).toBe(true)
    expect(isDamage(new BetterSqlite3.SqliteError('x', 'SQLITE_FULL'))).toBe(false)
    expect(isDamage(Object.assign(new Error('x'), { code: 'SQLITE_CORRUPT' }))).toBe(false)
    expect(isDamage(null)).toBe(false)
  })
})
