import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { undecided } from '../../../src/domain/dataset.ts'
import { readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import { fileIdentity } from '../../../src/engine/store/file-identity.ts'
import { currentVersion } from '../../../src/engine/store/migrations/index.ts'
import {
  closePlanFile,
  createPlanFile,
  hasItsName,
  isInPlace,
  openForReading,
  openPlanFile,
  openPlanFileToRead,
  type PlanFile,
} from '../../../src/engine/store/open-plan-file.ts'
import { isHeldOrLeft, readHolder, takeLock } from '../../../src/engine/store/plan-lock.ts'
import { damageUnnoticed } from '../../support/damage.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { laterColumns, withFewerFields } from '../../support/with-fewer-fields.ts'

const unreleasedPlan = new URL('../../fixtures/unreleased.odap', import.meta.url)
const holder = { who: 'J. Rivera', computer: 'desk-4', since: '2026-11-23T09:00:00.000Z' }

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: { code: string } }): Value {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function closedPlan(change: (file: PlanFile) => void = () => undefined): string {
  const file = aPlanFile()
  change(file)
  closePlanFile(file)
  return file.path
}

/** A plan of a program that knew fewer fields, alone in its folder, and its bytes. */
function anOldPlan(): { readonly path: string; readonly bytes: Buffer } {
  const path = join(temporaryFolder(), 'old.odap')
  copyFileSync(withFewerFields(closedPlan()), path)
  return { path, bytes: readFileSync(path) }
}

/** Opened, and closed when the test ends. */
function opened(result: ReturnType<typeof openPlanFile>): PlanFile {
  const file = must(result)
  onTestFinished(() => {
    if (file.db.open) closePlanFile(file)
  })
  return file
}

const columnsOf = (db: PlanFile['db']) =>
  db.prepare("SELECT name FROM pragma_table_info('dataset')").pluck().all()

const filesBeside = (path: string) => readdirSync(dirname(path)).toSorted()

describe('the lock of a plan', () => {
  const aPath = () => join(temporaryFolder(), 'plan.odap')

  test('is one holder’s until it is let go, and names whoever holds it', () => {
    const path = aPath()
    const lock = takeLock(path, holder)
    expect(lock).not.toBeNull()
    expect(takeLock(path, { ...holder, who: 'Another' })).toBeNull()
    expect(readHolder(path)).toEqual(holder)
    lock?.setWho('M. Chen')
    expect(readHolder(path)).toEqual({ ...holder, who: 'M. Chen' })
    expect(isHeldOrLeft(path)).toBe(true)
    lock?.release()
    expect([readHolder(path), isHeldOrLeft(path)]).toEqual([null, false])
    const next = takeLock(path)
    expect(next).not.toBeNull()
    next?.release()
  })

  test('taken for a moment names nobody, and takes away what an earlier holder left', () => {
    const path = aPath()
    writeFileSync(`${path}.holder.json`, JSON.stringify(holder))
    expect(isHeldOrLeft(path)).toBe(true)
    const lock = takeLock(path)
    expect(readHolder(path)).toBeNull()
    lock?.setWho('M. Chen')
    expect(isHeldOrLeft(path)).toBe(false)
    lock?.release()
  })

  test('where nothing can be written is no lock that somebody holds', () => {
    expect(() => takeLock(join(temporaryFolder(), 'none', 'plan.odap'))).toThrow()
    const path = aPath()
    writeFileSync(`${path}.lock`, 'This is no database, but long enough to be taken for one. '.repeat(20))
    expect(() => takeLock(path)).toThrow('not a database')
  })

  test.each([
    ['no JSON', 'letter'],
    ['nothing', ''],
    ['no name', JSON.stringify({ ...holder, who: undefined })],
    ['a computer that is no text', JSON.stringify({ ...holder, computer: 5 })],
    ['no time', JSON.stringify({ ...holder, since: undefined })],
    ['a time that is none', JSON.stringify({ ...holder, since: 'yesterday' })],
  ])('with a note that holds %s has a holder nobody can name', (_, note) => {
    const path = aPath()
    writeFileSync(`${path}.holder.json`, note)
    expect(readHolder(path)).toBeNull()
  })

  test('says no more of its holder than whom to ask', () => {
    const path = aPath()
    writeFileSync(`${path}.holder.json`, JSON.stringify({ ...holder, more: 1 }))
    expect(readHolder(path)).toEqual(holder)
  })
})

describe('a plan that is opened for changes', () => {
  test('is marked as one of this program, of this schema, and kept from harm', () => {
    const { db } = aPlanFile()
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(
      Buffer.from(Uint32Array.of(Number(pragma('application_id'))).buffer)
        .reverse()
        .toString(),
    ).toBe('ODAP')
    expect(pragma('user_version')).toBe(currentVersion)
    expect(['trusted_schema', 'foreign_keys', 'synchronous', 'journal_mode'].map(pragma)).toEqual([
      0,
      1,
      2,
      'wal',
    ])
  })

  test('names its holder to whoever would open or make it too', () => {
    const path = closedPlan()
    const file = opened(openPlanFile(path, { holder }))
    const elsewhere = { ok: false, error: { code: 'plan-open-elsewhere', holder } }
    expect(openPlanFile(path)).toEqual(elsewhere)
    expect(createPlanFile(path)).toEqual(elsewhere)
    closePlanFile(file)
    expect(readHolder(path)).toBeNull()
  })

  test('is not read again where it cannot be opened, and can be once it can', () => {
    const path = closedPlan(({ db }) => db.pragma(`user_version = ${currentVersion + 1}`))
    expect(openPlanFile(path)).toEqual({ ok: false, error: { code: 'plan-newer' } })
    const lock = takeLock(path)
    expect(lock).not.toBeNull()
    lock?.release()
  })

  test.each([
    ['none', 'DELETE FROM plan'],
    ['two', "INSERT INTO plan (id) VALUES ('another')"],
  ])('with %s in it is damaged', (_, sql) => {
    const path = closedPlan(({ db }) => db.exec(sql))
    expect(openPlanFile(path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
    expect(openForReading(path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
  })

  test('that only begins like a database is none of ours, and leaves no lock held', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    writeFileSync(path, `SQLite format 3\0${'nothing of the kind '.repeat(100)}`)
    const refused = { ok: false, error: { code: 'not-a-plan-file' } }
    expect(openPlanFile(path)).toEqual(refused)
    expect(openPlanFile(path)).toEqual(refused)
    expect(openForReading(path)).toEqual(refused)
  })

  test('that is shorter than a database’s first words is none', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    for (const text of ['', 'SQLite format']) {
      writeFileSync(path, text)
      expect(openPlanFile(path)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })
    }
    expect(filesBeside(path)).toEqual(['plan.odap'])
  })
})

describe('a plan of a newer program', () => {
  test('is refused where it has a field that this one does not know', () => {
    for (const table of ['dataset', 'plan']) {
      const path = closedPlan(({ db }) => db.exec(`ALTER TABLE ${table} ADD COLUMN unheard_of TEXT`))
      expect(openPlanFile(path), table).toEqual({ ok: false, error: { code: 'plan-newer' } })
      expect(openForReading(path), table).toEqual({ ok: false, error: { code: 'plan-newer' } })
    }
  })
})

test('a plan from before the first release is refused, and stays the file it was', () => {
  const path = join(temporaryFolder(), 'plan.odap')
  copyFileSync(unreleasedPlan, path)
  const refused = { ok: false, error: { code: 'plan-unreleased' } }
  expect([openPlanFile(path), openPlanFileToRead(path), openForReading(path)]).toEqual([
    refused,
    refused,
    refused,
  ])
  expect(readFileSync(path).equals(readFileSync(unreleasedPlan))).toBe(true)
  expect(filesBeside(path)).toEqual(['plan.odap', 'plan.odap.lock'])
})

describe('a plan of an older program', () => {
  test('is brought up to date when it is opened for changes, after whoever asked has seen it as it was', () => {
    const { path } = anOldPlan()
    const seen: unknown[] = []
    const file = opened(
      openPlanFile(path, {
        beforeMigration: (plan) => seen.push([plan.path, columnsOf(plan.db).includes('upkeep_note')]),
      }),
    )
    expect(seen).toEqual([[path, false]])
    expect(columnsOf(file.db)).toEqual(expect.arrayContaining([...laterColumns.dataset]))
    expect(readDatasets(file.db)[0]?.commitment).toEqual(undecided.commitment)
    expect(file.db.prepare('SELECT count(*) FROM plan').pluck().get()).toBe(1)
  })

  test('stays as it is where that fails, and can be opened again', () => {
    const { path, bytes } = anOldPlan()
    const stop = () => {
      throw new Error('no room for a copy')
    }
    expect(() => openPlanFile(path, { beforeMigration: stop })).toThrow('no room')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    closePlanFile(must(openPlanFile(path)))
  })

  test('is looked at without becoming anybody’s or changing', () => {
    const { path, bytes } = anOldPlan()
    const db = must(openForReading(path))
    expect(db.prepare('SELECT count(*) FROM plan').pluck().get()).toBe(1)
    expect(db.prepare('SELECT submitted_how FROM plan').pluck().get()).toBe('')
    db.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(filesBeside(path)).toEqual(['old.odap'])
  })

  test('that is open in its own program is not read beside it', () => {
    const { path } = anOldPlan()
    writeFileSync(`${path}.holder.json`, JSON.stringify(holder))
    expect(openPlanFileToRead(path)).toEqual({ ok: false, error: { code: 'plan-open-elsewhere', holder } })
  })
})

test('a current plan needs no bringing up to date, and nobody is asked first', () => {
  const path = closedPlan()
  const seen: unknown[] = []
  opened(openPlanFile(path, { beforeMigration: () => seen.push('asked') }))
  expect(seen).toEqual([])
})

describe('a plan that is opened to read', () => {
  test('shows what its writer does, from then on, and cannot be written', () => {
    const writer = aPlanFile()
    const reader = opened(openPlanFileToRead(writer.path))
    expect(reader.lock).toBeNull()
    writer.db.exec("UPDATE plan SET period = '2027'")
    expect(reader.db.prepare('SELECT period FROM plan').pluck().get()).toBe('2027')
    expect(() => reader.db.exec("UPDATE plan SET period = '2028'")).toThrow('readonly')
    closePlanFile(reader)
    expect(writer.db.open).toBe(true)
    expect(openPlanFile(writer.path).ok).toBe(false)
  })

  test('that is not there is said to be so', () => {
    const missing = { ok: false, error: { code: 'plan-not-found' } }
    expect(openPlanFileToRead(join(temporaryFolder(), 'none.odap'))).toEqual(missing)
    expect(openForReading(join(temporaryFolder(), 'none.odap'))).toEqual(missing)
  })

  test('is read through unless it was closed well and that is trusted', () => {
    const path = closedPlan()
    damageUnnoticed(path)
    expect(openForReading(path)).toEqual({ ok: false, error: { code: 'plan-damaged' } })
    must(openForReading(path, { trustsCleanEnd: true })).close()
  })
})

describe('where an open plan’s file is', () => {
  test('is its place until it is moved, removed or replaced', () => {
    const file = aPlanFile()
    expect([isInPlace(file), hasItsName(file)]).toEqual([true, true])
    renameSync(file.path, `${file.path}.moved`)
    expect([isInPlace(file), hasItsName(file)]).toEqual([false, false])
    copyFileSync(`${file.path}.moved`, file.path)
    expect([isInPlace(file), hasItsName(file)]).toEqual([false, false])
    rmSync(file.path)
    renameSync(`${file.path}.moved`, file.path)
    expect([isInPlace(file), hasItsName(file)]).toEqual([true, true])
  })

  test('is no longer good for writing once its log has gone', () => {
    const file = aPlanFile()
    expect(existsSync(`${file.path}-wal`)).toBe(true)
    renameSync(`${file.path}-wal`, `${file.path}-moved`)
    expect([isInPlace(file), hasItsName(file)]).toEqual([false, true])
    renameSync(`${file.path}-moved`, `${file.path}-wal`)
    expect(isInPlace(file)).toBe(true)
  })

  test('is told by the file, not by its name', () => {
    const folder = temporaryFolder()
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    expect(fileIdentity(one)).toBeNull()
    writeFileSync(one, '')
    writeFileSync(two, '')
    expect(fileIdentity(one)).not.toBe(fileIdentity(two))
    const before = fileIdentity(one)
    renameSync(one, `${one}-moved`)
    expect(fileIdentity(`${one}-moved`)).toBe(before)
    expect(before).toMatch(/^\d+:\d+$/)
  })
})
