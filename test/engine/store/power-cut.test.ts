import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { deleteIdea, insertIdea, setFields, setRating } from '../../../src/engine/store/edit-rows.ts'
import { change, redo, undo } from '../../../src/engine/store/history.ts'
import { closePlanFile, openPlanFile, type PlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { aPlanFile, everyRow, someone } from '../../support/plan-file.ts'
import { randomNumbers } from '../../support/random-numbers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// https://www.sqlite.org/fileformat.html, 4.1
const logHeader = 32
const frameHeader = 24

/** How long the log was when an action was acknowledged, and what the plan then held. */
interface Commit {
  readonly logLength: number
  readonly rows: unknown
}

function act(file: PlanFile, work: () => void): void {
  change(file.db, { ...someone, call: 'An action' }, work)
}

/** Actions of every kind of write, none of them checkpointed into the plan file itself. */
function commitsOf(file: PlanFile): readonly Commit[] {
  const { db } = file
  const actions: readonly (() => void)[] = [
    () => act(file, () => setFields(db, ['a', 'b', 'c'], 'review', { availability: 'not-public' })),
    () => act(file, () => setFields(db, ['b'], 'review', { reviewNote: 'long '.repeat(3_000) })),
    () =>
      act(file, () =>
        insertIdea(db, { id: 'i', question: 'on-portal', text: 'Roads', raisedBy: '', datasetId: 'a' }),
      ),
    () =>
      act(file, () => {
        for (const { id } of guidanceCriteria) setRating(db, 'c', id, { value: 2, reason: 'Asked for' })
      }),
    () => undo(db, someone.at),
    () => redo(db, someone.at),
    () => act(file, () => deleteIdea(db, 'i')),
    () => undo(db, someone.at),
    () => act(file, () => setFields(db, ['a'], 'review', { publishedAt: 'https://data.ct.gov' })),
  ]
  const nothing = { logLength: 0, rows: everyRow(file) }
  return [
    nothing,
    ...actions.map((action) => {
      action()
      return { logLength: statSync(`${file.path}-wal`).size, rows: everyRow(file) }
    }),
  ]
}

describe('a log that a power cut left short', () => {
  const file = () => {
    const plan = aPlanFile()
    plan.db.pragma('wal_checkpoint(TRUNCATE)')
    return plan
  }

  test('opens at the last whole action wherever it ends', { timeout: 120_000 }, () => {
    const plan = file()
    const commits = commitsOf(plan)
    const log = readFileSync(`${plan.path}-wal`)
    const pageSize = Number(plan.db.pragma('page_size', { simple: true }))
    const frame = frameHeader + pageSize
    expect((log.length - logHeader) % frame).toBe(0)
    expect(commits.at(-1)?.logLength).toBe(log.length)

    const random = randomNumbers(3)
    const boundaries = Array.from(
      { length: (log.length - logHeader) / frame + 1 },
      (_, index) => logHeader + index * frame,
    )
    const anywhere = Array.from({ length: 100 }, () => random.below(log.length))
    const target = join(temporaryFolder(), 'cut.odap')
    for (const length of [0, logHeader - 1, ...boundaries, ...anywhere]) {
      copyFileSync(plan.path, target)
      writeFileSync(`${target}-wal`, log.subarray(0, length))
      rmSync(`${target}-shm`, { force: true })
      const opened = openPlanFile(target)
      if (!opened.ok) throw new Error(`Cut at ${length}: ${opened.error.code}`)
      const { db } = opened.value
      const expected = commits.findLast(({ logLength }) => logLength <= length)
      expect({ length, rows: everyRow(opened.value) }).toEqual({ length, rows: expected?.rows })
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.prepare('SELECT action_id FROM journal').pluck().get()).toBeNull()
      closePlanFile(opened.value)
    }
  })

  test('with a byte turned over ends before the action that byte belongs to', { timeout: 120_000 }, () => {
    const plan = file()
    const commits = commitsOf(plan)
    const log = readFileSync(`${plan.path}-wal`)
    const random = randomNumbers(4)
    const target = join(temporaryFolder(), 'turned.odap')
    for (let count = 0; count < 60; count++) {
      const place = logHeader + random.below(log.length - logHeader)
      const turned = Buffer.from(log)
      turned[place] = (turned[place] ?? 0) ^ 0x40
      copyFileSync(plan.path, target)
      writeFileSync(`${target}-wal`, turned)
      rmSync(`${target}-shm`, { force: true })
      const opened = openPlanFile(target)
      if (!opened.ok) throw new Error(`Turned at ${place}: ${opened.error.code}`)
      const expected = commits.findLast(({ logLength }) => logLength <= place)
      expect({ place, rows: everyRow(opened.value) }).toEqual({ place, rows: expected?.rows })
      closePlanFile(opened.value)
    }
  })
})

describe('a full disk', () => {
  test('refuses the whole action, whatever its size, and goes on when there is room again', () => {
    const { db, ...rest } = aPlanFile()
    const plan = { db, ...rest }
    const full = Number(db.pragma('page_count', { simple: true }))
    for (const room of [0, 1, 2, 3]) {
      db.pragma(`max_page_count = ${full + room}`)
      const before = everyRow(plan)
      const actions = db.prepare('SELECT count(*) FROM action').pluck().get()
      expect(() =>
        act(plan, () => {
          setFields(db, ['a'], 'review', { availability: 'on-portal' })
          setFields(db, ['a', 'b', 'c'], 'review', { reviewNote: `${room} `.repeat(9_000) })
        }),
      ).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
      expect(db.inTransaction).toBe(false)
      expect(everyRow(plan)).toEqual(before)
      expect(db.prepare('SELECT count(*) FROM action').pluck().get()).toBe(actions)
      expect(db.prepare('SELECT action_id FROM journal').pluck().get()).toBeNull()
    }
    db.pragma('max_page_count = 1073741823')
    act(plan, () => setFields(db, ['a'], 'review', { availability: 'on-portal' }))
    expect(undo(db, someone.at)).not.toBeNull()
  })
})
