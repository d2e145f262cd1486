import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { currentVersion } from '../../../src/engine/store/migrations/index.ts'
import {
  closePlanFile,
  openForReading,
  openPlanFile,
  openPlanFileToRead,
} from '../../../src/engine/store/open-plan-file.ts'
import { takeLock } from '../../../src/engine/store/plan-lock.ts'
import { isSound } from '../../../src/engine/store/soundness.ts'
import { damageUnnoticed } from '../../support/damage.ts'
import { must } from '../../support/journey.ts'
import { openFilesIn, tellsOpenFiles } from '../../support/open-files.ts'
import { aPlanFile } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { withFewerFields } from '../../support/with-fewer-fields.ts'

function aNewerPlan(): string {
  const file = aPlanFile()
  file.db.pragma(`user_version = ${currentVersion + 1}`)
  closePlanFile(file)
  return file.path
}

function anOlderPlan(): string {
  const file = aPlanFile()
  closePlanFile(file)
  return withFewerFields(file.path)
}

function aDamagedPlan(): string {
  const file = aPlanFile()
  closePlanFile(file)
  damageUnnoticed(file.path)
  return file.path
}

/** What begins like a database, or does not. */
function noPlan(beginning: string): string {
  const path = join(temporaryFolder(), 'plan.odap')
  writeFileSync(path, beginning + 'nothing of the kind '.repeat(100))
  return path
}

// An open file can be neither moved nor thrown away on Windows.
describe.skipIf(!tellsOpenFiles)('no file stays open', () => {
  test.each([
    ['a plan of a newer program', aNewerPlan],
    ['a damaged plan', aDamagedPlan],
    ['what is no database', () => noPlan('')],
    ['what only begins like one', () => noPlan('SQLite format 3\0')],
  ])('of %s, which cannot be opened', (_, make) => {
    const path = make()
    expect(openPlanFile(path).ok).toBe(false)
    expect(openForReading(path).ok).toBe(false)
    expect(openPlanFileToRead(path).ok).toBe(false)
    expect(openFilesIn(dirname(path))).toEqual([])
  })

  test('of an older plan that is only looked at', () => {
    const path = anOlderPlan()
    must(openForReading(path)).close()
    expect(openPlanFileToRead(path).ok).toBe(false)
    expect(openFilesIn(dirname(path))).toEqual([])
  })

  test('of a plan that was read through', () => {
    for (const path of [anOlderPlan(), aDamagedPlan()]) {
      isSound(path)
      expect(openFilesIn(dirname(path))).toEqual([])
    }
  })

  test('of a lock that was asked for in vain, once its holder has let it go', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    const lock = takeLock(path)
    expect(takeLock(path)).toBeNull()
    lock?.release()
    expect(openFilesIn(dirname(path))).toEqual([])
  })
})

test('a plan that is being closed is let go of once its file is closed, and not before', () => {
  const file = aPlanFile()
  let duringClose: unknown = 'not closed'
  const close = file.db.close.bind(file.db)
  vi.spyOn(file.db, 'close').mockImplementation(() => {
    duringClose = takeLock(file.path)
    return close()
  })
  closePlanFile(file)
  expect(duringClose).toBeNull()
  const lock = takeLock(file.path)
  expect(lock).not.toBeNull()
  lock?.release()
})
