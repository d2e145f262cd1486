import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { journalledTables } from '../../../src/engine/store/journal-triggers.ts'
import { aPlanFile } from '../../support/plan-file.ts'

const engine = fileURLToPath(new URL('../../../src/engine', import.meta.url))

/** What changes rows without firing the triggers that record it. */
const silent =
  /\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO|ON\s+CONFLICT\s+REPLACE|ON\s+(DELETE|UPDATE)\s+(CASCADE|SET\s+(NULL|DEFAULT)))\b/i

/** Without comments, which may name what must not be done. */
function codeOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*(\/\/|--).*$/gm, '')
}

test('no statement of the engine changes rows past the journal', () => {
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => silent.test(codeOf(join(engine, name))))).toEqual([])
})

test.each([
  'INSERT OR REPLACE INTO dataset',
  'replace into dataset',
  'REFERENCES dataset (id) ON DELETE CASCADE',
  'on delete  set null',
])('%s would be found', (sql) => {
  expect(sql).toMatch(silent)
})

test('every journalled table has a text key, holds no bytes, and its references wait for the end of an action', () => {
  const { db } = aPlanFile()
  for (const table of journalledTables) {
    const columns = db.pragma(`table_info(${table})`) as readonly {
      readonly name: string
      readonly type: string
      readonly pk: number
    }[]
    expect(columns.filter(({ pk }) => pk > 0)).toMatchObject([{ name: 'id', type: 'TEXT' }])
    expect(columns.filter(({ type }) => type === 'BLOB')).toEqual([])
    const references = db.pragma(`foreign_key_list(${table})`) as readonly {
      readonly table: string
      readonly on_delete: string
      readonly on_update: string
    }[]
    for (const reference of references) {
      expect(reference).toMatchObject({ on_delete: 'NO ACTION', on_update: 'NO ACTION' })
    }
    const sql = String(db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
    const toJournalled = references.filter((one) => journalledTables.some((name) => name === one.table))
    expect(sql.match(/DEFERRABLE INITIALLY DEFERRED/g) ?? []).toHaveLength(toJournalled.length)
  }
})
