import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { odap, sampleInventory } from '../support/odap.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A drafted plan in a folder, with nothing decided in it. */
async function aDraft() {
  const folder = temporaryFolder()
  const target = join(folder, 'draft')
  const draft = (out = target) =>
    odap(temporaryFolder(), ['draft', sampleInventory, '--out', out, '--json'], { cwd: folder })
  expect((await draft()).code).toBe(0)
  const plan = join(target, 'plan.odap')
  const call = (name: string, input: unknown) =>
    odap(temporaryFolder(), ['call', plan, name, JSON.stringify(input)])
  const decide = () => call('plan.set-details', { changes: { agencyName: 'Office of Made-Up Affairs' } })
  return { folder, target, plan, draft, call, decide }
}

describe('odap draft never replaces', () => {
  test('a plan with decisions, by whatever path, and leaves the other files as they are too', async () => {
    const { folder, target, plan, draft, decide } = await aDraft()
    expect((await decide()).code).toBe(0)
    const document = join(target, 'Open-Data-Access-Plan.docx')
    writeFileSync(document, 'worked on')
    symlinkSync(target, join(folder, 'linked'), 'junction')
    const before = readFileSync(plan)
    for (const out of [target, relative(folder, target), './draft/../draft/', 'linked']) {
      const ended = await draft(out)
      expect(ended.code, out).toBe(1)
      expect(JSON.parse(ended.out).code, out).toBe('plan-has-decisions')
      expect(ended.err, out).toMatch(/it was not overwritten\. Choose another folder\.\n$/)
    }
    expect(readFileSync(plan).equals(before)).toBe(true)
    expect(readFileSync(document, 'utf8')).toBe('worked on')
  })

  test('a plan whose one decision was taken back: it can still be done again', async () => {
    const { draft, decide, call } = await aDraft()
    await decide()
    expect((await call('plan.undo', {})).code).toBe(0)
    expect(JSON.parse((await draft()).out).code).toBe('plan-has-decisions')
  })

  test('what is no plan though it is called one', async () => {
    const folder = temporaryFolder()
    const plan = join(folder, 'plan.odap')
    writeFileSync(plan, 'somebody else’s')
    const ended = await odap(temporaryFolder(), ['draft', sampleInventory, '--out', folder, '--json'])
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.out).code).toBe('not-a-plan-file')
    expect(readFileSync(plan, 'utf8')).toBe('somebody else’s')
    expect(readdirSync(folder)).toEqual(['plan.odap'])
  })
})

describe('a plan that a program has open', () => {
  async function inUse() {
    const drafted = await aDraft()
    const engine = createEngine({ dataDir: temporaryFolder() })
    onTestFinished(() => engine.close())
    expect(engine.openPlanAt(drafted.plan)).toMatchObject({ ok: true })
    const set = (agencyName: string) =>
      engine.call({ callId: 'x', call: 'plan.set-details', input: { changes: { agencyName } } })
    return { ...drafted, set }
  }

  test('is not replaced by a draft though nothing is decided in it yet', async () => {
    const { draft, set } = await inUse()
    const ended = await draft()
    expect(ended.code).toBe(1)
    expect(JSON.parse(ended.out).code).toBe('plan-open-elsewhere')
    // What is decided now is kept where people will look for it.
    expect(await set('Office of Made-Up Affairs')).toMatchObject({ ok: true })
  })

  test('is neither read nor changed by a call', async () => {
    const { call, decide, set } = await inUse()
    for (const ended of [await call('plan.read', {}), await decide()]) {
      expect(ended).toMatchObject({ code: 1, err: '' })
      expect(JSON.parse(ended.out)).toMatchObject({ ok: false, error: { code: 'plan-open-elsewhere' } })
    }
    expect(await set('Office of Other Affairs')).toMatchObject({ ok: true })
  })
})

test('what a killed program left beside an earlier draft does not get into the next one', async () => {
  const { folder, plan, draft } = await aDraft()
  const writing = new BetterSqlite3(plan)
  writing.pragma('journal_mode = WAL')
  writing.exec('CREATE TABLE left_over (x)')
  const left = join(folder, 'left')
  mkdirSync(left)
  for (const ending of ['', '-wal']) copyFileSync(plan + ending, join(left, `plan.odap${ending}`))
  writing.close()
  const tables = () => {
    const db = new BetterSqlite3(join(left, 'plan.odap'))
    const found = db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'left_over'").pluck().get()
    const sound = db.pragma('quick_check', { simple: true })
    db.close()
    return { found, sound }
  }
  expect((await draft(left)).code).toBe(0)
  expect(tables()).toEqual({ found: 0, sound: 'ok' })
})
