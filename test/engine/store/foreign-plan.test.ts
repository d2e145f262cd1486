import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { setPlanFields } from '../../../src/engine/store/edit-rows.ts'
import { change } from '../../../src/engine/store/history.ts'
import {
  closePlanFile,
  openForReading,
  openPlanFile,
  openPlanFileToRead,
} from '../../../src/engine/store/open-plan-file.ts'
import { aPlanFile, someone } from '../../support/plan-file.ts'
import { withFewerFields } from '../../support/with-fewer-fields.ts'

const engine = fileURLToPath(new URL('../../../src/engine', import.meta.url))

/** What somebody may put into a plan before it is sent: a trigger and a view that call a function of the program. */
function withSchemaOfItsOwn(path: string): string {
  const db = new BetterSqlite3(path)
  db.exec(`
    CREATE TRIGGER own_trigger AFTER UPDATE ON plan BEGIN SELECT reach_out('from a trigger'); END;
    CREATE VIEW own_view AS SELECT reach_out('from a view') AS reached;
  `)
  db.close()
  return path
}

/** Gives the connection a function with an effect, as SQLite and its extensions have some. */
function reached(db: Database): readonly string[] {
  const calls: string[] = []
  db.function('reach_out', (text) => {
    calls.push(String(text))
    return 1
  })
  return calls
}

function aForeignPlan(): string {
  const file = aPlanFile()
  closePlanFile(file)
  return withSchemaOfItsOwn(file.path)
}

function anOlderPlan(): string {
  const file = aPlanFile()
  closePlanFile(file)
  return withFewerFields(file.path)
}

function anOlderForeignPlan(): string {
  return withSchemaOfItsOwn(anOlderPlan())
}

describe('what a plan from elsewhere brings along calls nothing', () => {
  test.each([
    ['a plan of today', aForeignPlan],
    ['an older one', anOlderForeignPlan],
  ])('%s that is opened for changes', (_, make) => {
    const opened = openPlanFile(make())
    if (!opened.ok) throw new Error(opened.error.code)
    const { db } = opened.value
    const calls = reached(db)
    const act = () =>
      change(db, { ...someone, call: 'Changed the details' }, () =>
        setPlanFields(db, 'details', { period: '2027' }),
      )
    expect(act).toThrow(/unsafe use of reach_out/)
    expect(() => db.prepare('SELECT * FROM own_view').all()).toThrow(/unsafe use of reach_out/)
    expect(calls).toEqual([])
    closePlanFile(opened.value)
  })

  test.each([
    ['a plan of today', aForeignPlan],
    ['an older one', anOlderForeignPlan],
  ])('%s that is looked at', (_, make) => {
    const opened = openForReading(make())
    if (!opened.ok) throw new Error(opened.error.code)
    const calls = reached(opened.value)
    expect(() => opened.value.prepare('SELECT * FROM own_view').all()).toThrow(/unsafe use of reach_out/)
    expect(calls).toEqual([])
    opened.value.close()
  })

  test('one that is open to read', () => {
    const opened = openPlanFileToRead(aForeignPlan())
    if (!opened.ok) throw new Error(opened.error.code)
    const calls = reached(opened.value.db)
    expect(() => opened.value.db.prepare('SELECT * FROM own_view').all()).toThrow(/unsafe use of reach_out/)
    expect(calls).toEqual([])
    closePlanFile(opened.value)
  })

  test('and every database the engine opens is opened that way, but its own locks', () => {
    const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /new (BetterSqlite3|Database)\(/.test(
        name.endsWith('.ts') ? readFileSync(join(engine, name), 'utf8') : '',
      ),
    )
    expect(files.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual([
      'store/open-database.ts',
      'store/plan-lock.ts',
    ])
  })
})

describe('a plan that is only looked at', () => {
  test.each([
    ['of another program to read', () => openPlanFileToRead(aForeignPlan())],
    ['for a moment', () => openForReading(aForeignPlan())],
  ])('%s cannot be written to', (_, open) => {
    const opened = open()
    if (!opened.ok) throw new Error(opened.error.code)
    const db = 'db' in opened.value ? opened.value.db : opened.value
    expect(() => db.exec('DELETE FROM dataset')).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
    db.close()
  })

  test('of an older program stays the file it was, to the byte', () => {
    const path = anOlderPlan()
    const bytes = readFileSync(path)
    const opened = openForReading(path)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.prepare('SELECT submitted_how FROM plan').pluck().get()).toBe('')
    opened.value.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })
})
