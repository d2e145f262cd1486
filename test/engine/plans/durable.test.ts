import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settingsIn } from '../../../src/engine/computer/settings.ts'
import { saveCopy } from '../../../src/engine/files/save-copy.ts'
import { writeSafely } from '../../../src/engine/files/write-safely.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { wholePlanFile } from '../../../src/engine/plans/whole-plan-file.ts'
import { takeLock } from '../../../src/engine/store/plan-lock.ts'
import { aPlan, aSession, type Session, setAvailability } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { disk, watch } from '../../support/watched-disk.ts'

vi.mock('node:fs', async (original) => {
  const { watchedFileSystem } = await import('../../support/watched-disk.ts')
  return watchedFileSystem(await original())
})

beforeEach(watch)

/** What it takes for `name`, written beside itself first, to be there after a power cut. Windows needs no more. */
function flushedAround(temporary: string, name: string, folder: string): readonly string[] {
  const renamed = [`flush ${temporary}`, `rename ${temporary} to ${name}`]
  return process.platform === 'win32' ? renamed : [...renamed, `flush ${folder}`]
}

/** Where in what was asked of the disk `wanted` stands, one right behind the other; -1 where it does not. */
function placeOf(wanted: readonly string[]): number {
  return disk.calls.findIndex((_, start) => wanted.every((call, index) => disk.calls[start + index] === call))
}

function expectDurable(name: string, temporary: string, folder: string): void {
  const wanted = flushedAround(temporary, name, folder)
  expect(placeOf(wanted), disk.calls.join(', ')).not.toBe(-1)
}

describe('what the program says is saved is on the disk by then', () => {
  test('a file is flushed before it gets its name, and the folder with the name after', () => {
    const folder = join(temporaryFolder(), 'place')
    mkdirSync(folder)
    writeSafely(join(folder, 'any.json'), Buffer.from('whole'))
    expect(disk.calls).toEqual([
      'write any.json.….tmp',
      ...flushedAround('any.json.….tmp', 'any.json', 'place'),
    ])
    expect(readFileSync(join(folder, 'any.json'), 'utf8')).toBe('whole')
  })

  test('the settings are', () => {
    const folder = join(temporaryFolder(), 'data')
    settingsIn(folder).write({ yourName: 'J. Rivera' })
    expectDurable('settings.json', 'settings.json.….tmp', 'data')
  })

  test('a saved file is, and what stood there before is kept beside it by then', async () => {
    const folder = temporaryFolder()
    const place = join(folder, 'place')
    mkdirSync(place)
    const [source, target] = [join(folder, 'made.docx'), join(place, 'Plan.docx')]
    writeFileSync(source, 'new')
    writeFileSync(target, 'old')
    const at = () => new Date(2026, 10, 26, 14, 5)
    expect(await saveCopy(source, target, new Set(), at)).toMatchObject({ ok: true })
    const kept = 'Plan (as it was 2026-11-26 14.05).docx'
    const keeping = flushedAround(`${kept}.….tmp`, kept, 'place')
    const saving = flushedAround('Plan.docx.….tmp', 'Plan.docx', 'place')
    expect(placeOf(keeping)).not.toBe(-1)
    expect(placeOf(saving)).toBeGreaterThan(placeOf(keeping))
  })

  test('a plan is, however it was made', () => {
    const folder = join(temporaryFolder(), 'plans')
    mkdirSync(folder)
    wholePlanFile(join(folder, 'plan.odap'), (temporary) => {
      writeFileSync(temporary, 'whole')
      return { ok: true, value: null }
    })
    expect(disk.calls).toEqual(flushedAround('.new-plan.odap', 'plan.odap', 'plans'))
  })

  test('an imported plan, a copy of it, and a plan file that is taken in are', async () => {
    const session = aSession()
    const plan = await aPlan(session)
    expectDurable(`${plan.id}.odap`, `.new-${plan.id}.odap`, 'plans')

    const copy = must(await session.client.call('plan.open-copy', { planId: plan.id }))
    expectDurable(`${copy.plan.id}.odap`, `.new-${copy.plan.id}.odap`, 'plans')

    const { fileId } = must(await session.client.call('deliver.make-plan-file', {}))
    const taken = must(await session.client.call('open.plan-file', { fileId, evenIfKnown: true }))
    expectDurable(`${taken.plan.id}.odap`, `.new-${taken.plan.id}.odap`, 'plans')
  })

  test('a backup is, with its workbook and its name before it', async () => {
    const session = aSession()
    const { id, inventory } = await aPlan(session)
    watch()
    const point = must(await session.client.call('history.make-backup', { name: 'Good' }))
    const workbook = flushedAround(`${inventory.sha256}.….tmp`, inventory.sha256, 'workbooks')
    const note = flushedAround(`${point.id}.json.….tmp`, `${point.id}.json`, id)
    const backup = flushedAround(`${point.id}.odap.tmp`, `${point.id}.odap`, id)
    expect(placeOf(workbook)).not.toBe(-1)
    expect(placeOf(note)).not.toBe(-1)
    expect(placeOf(backup)).toBeGreaterThan(Math.max(placeOf(workbook), placeOf(note)))
  })

  test('a damaged plan is kept aside, flushed, before the restored one takes its name', async () => {
    const { session, id, backupId } = await aDamagedPlan()
    watch()
    must(await session.client.call('plan.recover', { planId: id, backupId }))
    const [aside = ''] = readdirSync(join(session.dataDir, 'damaged'))
    const restored = flushedAround(`.new-${id}.odap`, `${id}.odap`, 'plans')
    expect(disk.calls).toContain(`flush ${aside}`)
    expect(disk.calls.indexOf(`flush ${aside}`)).toBeLessThan(placeOf(restored))
    const folder = process.platform === 'win32' ? `flush ${aside}` : 'flush damaged'
    expect(disk.calls).toContain(folder)
    expect(disk.calls.indexOf(folder)).toBeLessThan(placeOf(restored))
  })
})

describe('while a backup takes a plan’s place', () => {
  test.each(['closed', 'open'])('nobody else can open the plan, which was %s', async (how) => {
    const { session, id, backupId } = how === 'open' ? await aPlanWithABackup() : await aDamagedPlan()
    const path = planPath(session.dataDir, id)
    const locks: unknown[] = []
    watch()
    disk.before = (call) => {
      if (call === `rename .new-${id}.odap to ${id}.odap`) locks.push(takeLock(path))
    }
    must(await session.client.call('plan.recover', { planId: id, backupId }))
    expect(locks).toEqual([null])
  })
})

describe('a change', () => {
  test('is committed by the time it is answered, and by the time the page hears of it', async () => {
    const session = aSession()
    const { id, datasets } = await aPlan(session)
    const reader = new BetterSqlite3(planPath(session.dataDir, id), { readonly: true })
    const committed = () =>
      reader.prepare("SELECT count(*) FROM dataset WHERE availability = 'on-portal'").pluck().get()
    const heard: unknown[] = []
    session.onEvent(({ kind }) => heard.push([kind, committed()]))
    const ids = datasets.slice(0, 3).map((dataset) => dataset.id)
    await setAvailability(session, ids, 'on-portal')
    expect(committed()).toBe(3)
    must(await session.client.call('plan.undo', {}))
    expect(committed()).toBe(0)
    must(await session.client.call('plan.redo', {}))
    expect(heard).toEqual([
      ['changed', 3],
      ['changed', 0],
      ['changed', 3],
    ])
    reader.close()
  })
})

describe('a disk that does not keep what it is given', () => {
  const turned = (bytes: Uint8Array) => Buffer.from(bytes).fill(0x58)

  test('is found out: a file counts as saved only once it was read back', async () => {
    const folder = temporaryFolder()
    const [source, target] = [join(folder, 'made.docx'), join(folder, 'Plan.docx')]
    writeFileSync(source, 'new')
    disk.keeps = turned
    const savedBefore = new Set<string>()
    expect(await saveCopy(source, target, savedBefore)).toEqual({
      ok: false,
      error: { code: 'cannot-write' },
    })
    expect(savedBefore.size).toBe(0)
  })

  test('costs nobody the file that stood there, which stays beside', async () => {
    const folder = temporaryFolder()
    const [source, target] = [join(folder, 'made.docx'), join(folder, 'Plan.docx')]
    writeFileSync(source, 'new')
    writeFileSync(target, 'old')
    disk.keeps = (bytes, path) => (path.includes('as it was') ? bytes : turned(bytes))
    expect(await saveCopy(source, target, new Set())).toMatchObject({ ok: false })
    const kept = readdirSync(folder).filter((name) => name.includes('as it was'))
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['old'])
  })

  test('does not spoil the next backup, which keeps the workbook anew', async () => {
    const session = aSession()
    const { id, inventory } = await aPlan(session)
    disk.keeps = (bytes, path) => (path.includes(inventory.sha256) ? turned(bytes) : bytes)
    must(await session.client.call('history.make-backup', { name: 'On a bad day' }))
    watch()
    const again = must(await session.client.call('history.make-backup', { name: 'On a good day' }))
    must(await session.client.call('plan.close', {}))
    const recovered = await session.client.call('plan.recover', { planId: id, backupId: again.id })
    expect(recovered).toMatchObject({ ok: true })
  })

  test('leaves what stood there where it is, and nothing beside it, where writing fails', async () => {
    const folder = temporaryFolder()
    const [source, target] = [join(folder, 'made.docx'), join(folder, 'Plan.docx')]
    writeFileSync(source, 'new')
    writeFileSync(target, 'old')
    disk.keeps = (bytes, path) => {
      if (path.includes('as it was')) return bytes
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(readdirSync(folder).toSorted()).toEqual(['Plan.docx', 'made.docx'])
    expect(readFileSync(target, 'utf8')).toBe('old')
  })

  test('is asked again where a virus scanner or OneDrive holds the file for a moment', async () => {
    const folder = temporaryFolder()
    const [source, target] = [join(folder, 'made.docx'), join(folder, 'Plan.docx')]
    writeFileSync(source, 'new')
    let refusals = 3
    disk.keeps = (bytes) => {
      if (refusals-- > 0) throw Object.assign(new Error('held'), { code: 'EBUSY' })
      return bytes
    }
    expect(await saveCopy(source, target, new Set())).toMatchObject({ ok: true })
    expect(readFileSync(target, 'utf8')).toBe('new')
  })

  test('may take a file in pieces: it is there whole all the same', () => {
    const folder = temporaryFolder()
    disk.takes = 4
    writeSafely(join(folder, 'any.json'), Buffer.from('more than four bytes'))
    expect(readFileSync(join(folder, 'any.json'), 'utf8')).toBe('more than four bytes')
  })

  test('says so of a folder too; one that cannot be opened or flushed at all is no failure', () => {
    const folder = join(temporaryFolder(), 'place')
    mkdirSync(folder)
    const failing = (code: string) => {
      disk.before = (call) => {
        if (call === 'flush place') throw Object.assign(new Error(`the disk says ${code}`), { code })
      }
      writeSafely(join(folder, 'any.json'), Buffer.from('any'))
    }
    if (process.platform !== 'win32') expect(() => failing('EIO')).toThrow('the disk says EIO')
    expect(() => failing('EINVAL')).not.toThrow()
  })

  test('without room for what is saved and for what is kept beside it leaves both as they were', async () => {
    const folder = temporaryFolder()
    const [source, target] = [join(folder, 'made.docx'), join(folder, 'Plan.docx')]
    writeFileSync(source, 'ten bytes!')
    writeFileSync(target, 'ten before')
    disk.room = 15
    expect(await saveCopy(source, target, new Set())).toEqual({ ok: false, error: { code: 'disk-full' } })
    expect(readdirSync(folder).toSorted()).toEqual(['Plan.docx', 'made.docx'])
    disk.room = 20
    expect(await saveCopy(source, target, new Set())).toMatchObject({ ok: true })
  })

  test('leaves nothing half made where writing fails', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'any.json'), 'before')
    disk.keeps = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    expect(() => writeSafely(join(folder, 'any.json'), Buffer.from('after'))).toThrow('no space')
    expect(readdirSync(folder)).toEqual(['any.json'])
    expect(readFileSync(join(folder, 'any.json'), 'utf8')).toBe('before')
  })
})

interface PlanWithABackup {
  readonly session: Session
  readonly id: string
  readonly backupId: string
}

async function aPlanWithABackup(): Promise<PlanWithABackup> {
  const session = aSession()
  const { id, datasets } = await aPlan(session)
  await setAvailability(session, [datasets[0]?.id ?? ''], 'on-portal')
  const { id: backupId } = must(await session.client.call('history.make-backup', { name: 'Good' }))
  return { session, id, backupId }
}

async function aDamagedPlan(): Promise<PlanWithABackup> {
  const { session, id, backupId } = await aPlanWithABackup()
  await session.restart()
  const path = planPath(session.dataDir, id)
  expect(existsSync(path)).toBe(true)
  truncateSync(path, 30_000)
  return { session, id, backupId }
}
