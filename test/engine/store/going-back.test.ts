import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  deleteIdea,
  insertIdea,
  setFields,
  setIdea,
  setPlanFields,
  setRating,
  setSubmission,
} from '../../../src/engine/store/edit-rows.ts'
import { canGoBackTo, goBack } from '../../../src/engine/store/go-back.ts'
import { undo, whatUndoDoes } from '../../../src/engine/store/history.ts'
import { closePlanFile, createPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { readSubmission } from '../../../src/engine/store/plan-rows.ts'
import { readActions } from '../../../src/engine/store/read-history.ts'
import { aPlanFile, everyRow, someone } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { all, did, idea, noted, noteOf } from '../../support/told-actions.ts'

const later = '2026-11-22T16:00:00.000Z'

describe('going back', () => {
  test('brings every row to where it stood after that action, as one action that can be undone', () => {
    const file = aPlanFile()
    const { db } = file
    const first = did(file, 'First', () => {
      noted(file, 'one')()
      insertIdea(db, { id: 'i1', ...idea })
      setRating(db, 'b', 'demand', { value: 1, reason: '' })
    })
    const then = everyRow(file)
    did(file, 'Second', () => {
      noted(file, 'two')()
      setPlanFields(db, 'details', { period: '2027' })
      deleteIdea(db, 'i1')
      insertIdea(db, { id: 'i2', ...idea })
    })
    did(file, 'Third', () => {
      noted(file, 'three')()
      setIdea(db, 'i2', { text: 'Waiting' })
      setRating(db, 'b', 'demand', { value: 3, reason: 'Often' })
    })
    const now = everyRow(file)
    const touched = goBack(db, { ...someone, call: 'Went back' }, first)
    expect(everyRow(file)).toEqual(then)
    expect(touched).toEqual({
      plan: ['plan-1'],
      criterion: [],
      dataset: ['a'],
      rating: ['b/demand'],
      idea: ['i2', 'i1'],
    })
    expect(whatUndoDoes(db)).toBe('Went back to: First')
    undo(db, later)
    expect(everyRow(file)).toEqual(now)
  })

  test('to where one had gone back to is told by the place, not by the way', () => {
    const file = aPlanFile()
    const first = did(file, 'First', noted(file, 'one'))
    did(file, 'Second', noted(file, 'two'))
    goBack(file.db, { ...someone, call: 'history.go-back' }, first)
    const back = Number(file.db.prepare('SELECT max(id) FROM action').pluck().get())
    did(file, 'Third', noted(file, 'three'))
    goBack(file.db, { ...someone, call: 'history.go-back' }, back)
    expect(whatUndoDoes(file.db)).toBe('Went back to: First')
    expect(readActions(file.db, all).map(({ what }) => what)).toEqual([
      'Went back to: First',
      'Third',
      'Went back to: First',
      'Second',
      'First',
      'Imported 3 datasets',
    ])
  })

  test('reaches what was undone and left behind', () => {
    const file = aPlanFile()
    const { db } = file
    did(file, 'Common', () => insertIdea(db, { id: 'i1', ...idea }))
    const left = did(file, 'Left', () => {
      noted(file, 'left')()
      setIdea(db, 'i1', { text: 'Changed' })
    })
    const then = everyRow(file)
    undo(db, later)
    did(file, 'Another way', () => setFields(db, ['b'], 'review', { reviewNote: 'other' }))
    expect(canGoBackTo(db, left)).toBe(true)
    goBack(db, { ...someone, call: 'Went over' }, left)
    expect(everyRow(file)).toEqual(then)
  })

  test('to what was never there changes what came and went in between not at all', () => {
    const file = aPlanFile()
    const { db } = file
    const first = did(file, 'First', noted(file, 'one'))
    did(file, 'Comes', () => insertIdea(db, { id: 'i1', ...idea }))
    did(file, 'Goes', () => deleteIdea(db, 'i1'))
    expect(goBack(db, { ...someone, call: 'Went back' }, first)).toBeNull()
    expect(whatUndoDoes(db)).toBe('Goes')
  })

  test('to where the plan stands changes nothing and leaves no trace', () => {
    const file = aPlanFile()
    const first = did(file, 'First', noted(file, 'one'))
    expect(goBack(file.db, { ...someone, call: 'Went nowhere' }, first)).toBeNull()
    expect(readActions(file.db, all).map(({ what }) => what)).toEqual(['First', 'Imported 3 datasets'])
  })

  test('is refused where no way leads', () => {
    const file = aPlanFile()
    did(file, 'First', noted(file, 'one'))
    expect(canGoBackTo(file.db, 999)).toBe(false)
    expect(() => goBack(file.db, { ...someone, call: 'Went' }, 999)).toThrow('No way leads to action 999')
    expect(noteOf(file)).toBe('one')
  })

  test('to what was submitted makes the plan what was submitted again', () => {
    const file = aPlanFile()
    const submitted = did(file, 'Submitted', () => setSubmission(file.db, { on: '2026-12-01', how: '' }))
    did(file, 'Later', noted(file, 'later'))
    expect(readSubmission(file.db)?.isChangedSince).toBe(true)
    goBack(file.db, { ...someone, call: 'Went back' }, submitted)
    expect(readSubmission(file.db)?.isChangedSince).toBe(false)
  })

  test('joins what several actions did to one row in different columns', () => {
    const file = aPlanFile()
    const { db } = file
    const first = did(file, 'First', noted(file, 'one'))
    const then = everyRow(file)
    did(file, 'Noted', noted(file, 'two'))
    const last = did(file, 'Set', () => setFields(db, ['a'], 'review', { availability: 'on-portal' }))
    const now = everyRow(file)
    goBack(db, { ...someone, call: 'Went back' }, first)
    expect(everyRow(file)).toEqual(then)
    goBack(db, { ...someone, call: 'Went forth' }, last)
    expect(everyRow(file)).toEqual(now)
  })

  test('past an action that changed a row twice leads to before both', () => {
    const file = aPlanFile()
    const first = did(file, 'First', noted(file, 'one'))
    did(file, 'Twice', () => {
      noted(file, 'two')()
      noted(file, 'three')()
    })
    goBack(file.db, { ...someone, call: 'Went back' }, first)
    expect(noteOf(file)).toBe('one')
  })

  test('brings back what was changed and then taken away, as it was before the change', () => {
    const file = aPlanFile()
    const { db } = file
    const first = did(file, 'First', () => insertIdea(db, { id: 'i1', ...idea }))
    const then = everyRow(file)
    did(file, 'Changed', () => setIdea(db, 'i1', { text: 'Waiting' }))
    did(file, 'Taken away', () => deleteIdea(db, 'i1'))
    goBack(db, { ...someone, call: 'Went back' }, first)
    expect(everyRow(file)).toEqual(then)
  })

  test('over to actions that were left behind does them again in their order', () => {
    const file = aPlanFile()
    const { db } = file
    did(file, 'Left', () => {
      noted(file, 'one')()
      setRating(db, 'a', 'demand', { value: 1, reason: 'Seldom' })
    })
    const left = did(file, 'Left, too', noted(file, 'two'))
    const then = everyRow(file)
    undo(db, later)
    undo(db, later)
    did(file, 'Another way', () => setRating(db, 'a', 'demand', { value: 3, reason: 'Often' }))
    goBack(db, { ...someone, call: 'Went over' }, left)
    expect(everyRow(file)).toEqual(then)
  })

  test('leads nowhere in a plan in which nothing was done yet, and nothing can be undone there', () => {
    const created = createPlanFile(join(temporaryFolder(), 'plan.odap'))
    if (!created.ok) throw new Error(created.error.code)
    onTestFinished(() => closePlanFile(created.value))
    const { db } = created.value
    expect(canGoBackTo(db, 1)).toBe(false)
    expect([whatUndoDoes(db), undo(db, later)]).toEqual([null, null])
  })
})
