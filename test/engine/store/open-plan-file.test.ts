import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { currentVersion } from '../../../src/engine/store/migrations/index.ts'
import {
  closePlanFile,
  createPlanFile,
  openForReading,
  openPlanFile,
} from '../../../src/engine/store/open-plan-file.ts'
import { damageUnnoticed, leaveHeld } from '../../support/damage.ts'
import { must } from '../../support/journey.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { withFewerFields } from '../../support/with-fewer-fields.ts'

/** A plan of a program that knew fewer fields. */
function anOlderPlan(): string {
  const file = aPlanFile()
  closePlanFile(file)
  return withFewerFields(file.path)
}

describe('a plan file', () => {
  test('is written through to the disk before a commit is acknowledged', () => {
    const { db } = aPlanFile()
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  test('is one file once it is closed', () => {
    const file = aPlanFile()
    closePlanFile(file)
    expect(readdirSync(dirname(file.path)).filter((name) => !name.endsWith('.lock'))).toEqual(['plan.odap'])
  })

  test('has one writer; a second one is told so, and may open it afterwards', () => {
    const file = aPlanFile()
    expect(openPlanFile(file.path)).toEqual({
      ok: false,
      error: { code: 'plan-open-elsewhere', holder: null },
    })
    closePlanFile(file)
    closePlanFile(must(openPlanFile(file.path)))
  })

  test('can be read while it is open for writing', () => {
    const file = aPlanFile()
    const reader = must(openForReading(file.path))
    expect(reader.prepare('SELECT count(*) FROM dataset').pluck().get()).toBe(3)
    reader.close()
  })

  test('that is missing, no plan, or not SQLite at all is said to be so and left alone', () => {
    const folder = temporaryFolder()
    expect(openPlanFile(join(folder, 'none.odap'))).toEqual({ ok: false, error: { code: 'plan-not-found' } })
    expect(existsSync(join(folder, 'none.odap'))).toBe(false)

    const text = join(folder, 'text.odap')
    writeFileSync(text, 'This is a letter, not a plan. '.repeat(100))
    expect(openPlanFile(text)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })

    const short = join(folder, 'short.odap')
    writeFileSync(short, 'SQLite')
    expect(openPlanFile(short)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })
    expect(readdirSync(folder).toSorted()).toEqual(['short.odap', 'text.odap'])

    const other = join(folder, 'other.odap')
    new BetterSqlite3(other).exec('CREATE TABLE other (id TEXT)').close()
    expect(openPlanFile(other)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })
  })

  test('of a newer program is refused and not touched', () => {
    const file = aPlanFile()
    file.db.pragma(`user_version = ${currentVersion + 1}`)
    closePlanFile(file)
    expect(openPlanFile(file.path)).toEqual({ ok: false, error: { code: 'plan-newer' } })
    const db = new BetterSqlite3(file.path)
    expect(db.pragma('user_version', { simple: true })).toBe(currentVersion + 1)
    db.close()
  })

  test('of an older program that cannot be brought up to date stays as it was, as a whole', () => {
    const path = anOlderPlan()
    // The second of the tables that are going to get columns cannot get any.
    new BetterSqlite3(path)
      .exec('ALTER TABLE plan RENAME TO plan_rows; CREATE VIEW plan AS SELECT * FROM plan_rows')
      .close()
    const schemaOf = () => {
      const db = new BetterSqlite3(path, { readonly: true })
      const schema = db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()
      const version = db.pragma('user_version', { simple: true })
      db.close()
      return { schema, version }
    }
    const before = schemaOf()
    expect(() => openPlanFile(path)).toThrow(/Cannot add a column to a view/)
    expect(schemaOf()).toEqual(before)
    // And it is free for whoever tries again.
    expect(() => openPlanFile(path)).toThrow(/Cannot add a column to a view/)
  })

  test('of an older program that kept a log is looked at all the same', () => {
    const path = anOlderPlan()
    const older = new BetterSqlite3(path)
    older.pragma('journal_mode = WAL')
    older.close()
    const db = must(openForReading(path))
    expect(db.prepare('SELECT count(*) FROM plan').pluck().get()).toBe(1)
    db.close()
  })

  test('that is opened and closed again stays the file it was, to the byte', () => {
    const file = aPlanFile()
    closePlanFile(file)
    const before = readFileSync(file.path)
    closePlanFile(must(openPlanFile(file.path)))
    expect(readFileSync(file.path).equals(before)).toBe(true)
  })

  test('cannot be made where a folder has its name, and once the folder is gone it can', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    mkdirSync(path)
    expect(() => createPlanFile(path)).toThrow('unable to open')
    rmdirSync(path)
    closePlanFile(must(createPlanFile(path)))
  })

  test('with more than one plan in it, or none, is damaged', () => {
    for (const sql of ['DELETE FROM plan', "INSERT INTO plan (id) VALUES ('plan-2')"]) {
      const file = aPlanFile()
      closePlanFile(file)
      new BetterSqlite3(file.path).exec(sql).close()
      expect(openPlanFile(file.path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
      expect(openForReading(file.path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
    }
  })

  test('that is damaged is said to be so', () => {
    const file = aPlanFile()
    closePlanFile(file)
    truncateSync(file.path, 20_000)
    expect(openPlanFile(file.path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
  })

  test('that was closed well is opened without reading it through, where that is trusted', () => {
    const file = aPlanFile()
    closePlanFile(file)
    damageUnnoticed(file.path)
    const damaged = { ok: false, error: { code: 'plan-damaged' } }
    expect(openPlanFile(file.path)).toEqual(damaged)
    const opened = openPlanFile(file.path, { trustsCleanEnd: true })
    expect(opened.ok).toBe(true)
    if (opened.ok) closePlanFile(opened.value)

    leaveHeld(file.path)
    expect(openPlanFile(file.path, { trustsCleanEnd: true })).toEqual(damaged)
  })

  test('with a log that was left beside it is read through', () => {
    const killed = aPlanFile()
    const path = join(temporaryFolder(), 'copy.odap')
    killed.db.pragma('wal_checkpoint(TRUNCATE)')
    damageUnnoticed(killed.path)
    // Not by an action, which would write the damaged page anew, into the log.
    killed.db.exec("UPDATE plan SET period = '2027'")
    for (const suffix of ['', '-wal']) copyFileSync(killed.path + suffix, path + suffix)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    expect(openPlanFile(path, { trustsCleanEnd: true })).toEqual({
      ok: false,
      error: { code: 'plan-damaged' },
    })
  })

  test('that is a folder is no plan, and gets no lock beside it', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'folder.odap')
    mkdirSync(path)
    expect(openPlanFile(path)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })
    expect(readdirSync(folder)).toEqual(['folder.odap'])
  })
})
