import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { replacePlan } from '../../../src/engine/plans/replaceable-plan.ts'
import { setFields } from '../../../src/engine/store/edit-rows.ts'
import { change } from '../../../src/engine/store/history.ts'
import { closePlanFile, openPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { aPlanFile, someone } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const meanwhile = vi.hoisted(() => ({ happens: () => {} }))
vi.mock('../../../src/engine/store/plan-lock.ts', async (original) => {
  const actual = await original<typeof import('../../../src/engine/store/plan-lock.ts')>()
  return {
    ...actual,
    takeLock: (path: string) => {
      const { happens } = meanwhile
      meanwhile.happens = () => {}
      happens()
      return actual.takeLock(path)
    },
  }
})

function decideIn(path: string): void {
  const opened = openPlanFile(path)
  if (!opened.ok) throw new Error(opened.error.code)
  const { db } = opened.value
  change(db, { ...someone, call: 'review.set' }, () =>
    setFields(db, ['a'], 'review', { availability: 'on-portal' }),
  )
  closePlanFile(opened.value)
}

test('a plan about which somebody decides between looking and locking is not replaced', () => {
  const path = join(temporaryFolder(), 'plan.odap')
  closePlanFile(aPlanFile(path))
  const work = vi.fn(() => 'replaced')
  meanwhile.happens = () => decideIn(path)
  expect(replacePlan(path, work)).toEqual({ ok: false, error: { code: 'plan-has-decisions' } })
  expect(work).not.toHaveBeenCalled()
})

test('one that nobody touches meanwhile is', () => {
  const path = join(temporaryFolder(), 'plan.odap')
  closePlanFile(aPlanFile(path))
  expect(replacePlan(path, () => 'replaced')).toEqual({ ok: true, value: 'replaced' })
})
