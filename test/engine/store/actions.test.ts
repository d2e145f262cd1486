import { describe, expect, test } from 'vitest'
import {
  deleteIdea,
  insertIdea,
  setFields,
  setIdea,
  setPlanFields,
  setRating,
} from '../../../src/engine/store/edit-rows.ts'
import { goBack } from '../../../src/engine/store/go-back.ts'
import {
  begin,
  change,
  changesOf,
  countChanges,
  firstChangesOf,
  redo,
  revisionOf,
  undo,
  whatRedoDoes,
  whatUndoDoes,
} from '../../../src/engine/store/history.ts'
import { readActions, readPlace } from '../../../src/engine/store/read-history.ts'
import { aPlanFile, everyRow, someone } from '../../support/plan-file.ts'
import { all, did, idea, noted, noteOf } from '../../support/told-actions.ts'

const later = '2026-11-22T16:00:00.000Z'

describe('an action', () => {
  test('that fails leaves nothing behind, and the next one is recorded as ever', () => {
    const file = aPlanFile()
    const before = everyRow(file)
    const failing = () => {
      noted(file, 'one')()
      throw new Error('stop')
    }
    expect(() => change(file.db, { ...someone, call: 'Breaks' }, failing)).toThrow('stop')
    expect(everyRow(file)).toEqual(before)
    const next = did(file, 'Next', noted(file, 'two'))
    expect(changesOf(file.db, next)).toHaveLength(1)
    expect(readActions(file.db, all).map(({ what }) => what)).toEqual(['Next', 'Imported 3 datasets'])
  })

  test('stores only the columns that differ, and of new and removed rows all', () => {
    const file = aPlanFile()
    const { db } = file
    const came = did(file, 'Comes', () => insertIdea(db, { id: 'i1', ...idea }))
    const went = did(file, 'Goes', () => deleteIdea(db, 'i1'))
    const image = {
      id: 'i1',
      question: 'on-portal',
      text: 'Wait times',
      raised_by: '',
      dataset_id: null,
      position: 1,
    }
    const [[comes], [goes]] = [changesOf(db, came), changesOf(db, went)]
    expect([comes?.before, JSON.parse(comes?.after ?? '')]).toEqual([null, image])
    expect([JSON.parse(goes?.before ?? ''), goes?.after]).toEqual([image, null])
  })

  test('that is the beginning cannot be undone, and is not there once it was dropped', () => {
    const file = aPlanFile()
    expect(whatUndoDoes(file.db)).toBeNull()
    expect(undo(file.db, later)).toBeNull()
    const dropped = begin(file.db, { ...someone, call: 'Dropped' })
    noted(file, 'one')()
    dropped.drop()
    dropped.drop()
    expect(noteOf(file)).toBe('')
    const kept = begin(file.db, { ...someone, call: 'Kept' })
    noted(file, 'two')()
    kept.keep()
    kept.drop()
    expect(noteOf(file)).toBe('two')
    expect(readActions(file.db, all)[0]).toMatchObject({ what: 'Kept', undoable: false, datasets: 0 })
    expect(redo(file.db, later)).toBeNull()
  })

  test('that changes one row twice is taken back to before both, and done again to after both', () => {
    const file = aPlanFile()
    did(file, 'Twice', () => {
      noted(file, 'one')()
      noted(file, 'two')()
    })
    undo(file.db, later)
    expect(noteOf(file)).toBe('')
    redo(file.db, later)
    expect(noteOf(file)).toBe('two')
  })

  test('that is new leaves what was undone behind', () => {
    const file = aPlanFile()
    did(file, 'First', noted(file, 'one'))
    undo(file.db, later)
    did(file, 'Second', noted(file, 'two'))
    expect(redo(file.db, later)).toBeNull()
    undo(file.db, later)
    expect(whatRedoDoes(file.db)).toBe('Second')
  })
})

describe('the history', () => {
  test('tells of every action, the newest first, what became of it', () => {
    const file = aPlanFile()
    const { db } = file
    const first = did(
      file,
      'First',
      () => {
        setFields(db, ['a', 'b'], 'review', { reviewNote: 'one' })
        setRating(db, 'b', 'demand', { value: 1, reason: '' })
        setRating(db, 'c', 'demand', { value: 1, reason: '' })
      },
      { reason: 'They asked' },
    )
    const left = did(file, 'Left', noted(file, 'left'))
    undo(db, later)
    const second = did(file, 'Second', () => setPlanFields(db, 'details', { period: '2027' }))
    const undone = did(file, 'Undone', noted(file, 'two'))
    undo(db, later)
    const action = { ...someone, reason: '', state: 'done', undoable: true, isCurrent: false, stands: true }
    const beginning = { ...action, id: 1, what: 'Imported 3 datasets', undoable: false, datasets: 0 }
    expect(readActions(db, all)).toEqual([
      { ...action, id: undone, what: 'Undone', datasets: 1, state: 'undone', stands: false },
      { ...action, id: second, what: 'Second', datasets: 0, isCurrent: true },
      { ...action, id: left, what: 'Left', datasets: 1, state: 'left', stands: false },
      { ...action, id: first, what: 'First', datasets: 3, reason: 'They asked' },
      beginning,
    ])
    expect(readActions(db, { ...all, before: first })).toEqual([beginning])
    expect(readActions(db, { ...all, limit: 2 }).map(({ what }) => what)).toEqual(['Undone', 'Second'])
    expect(readActions(db, { ...all, before: 1 })).toEqual([])
    expect(readPlace(db, first)).toBe('First')
    expect(readPlace(db, 999)).toBeNull()
  })

  test('of one dataset tells of what touched it or a rating of it', () => {
    const file = aPlanFile()
    const { db } = file
    did(file, 'Noted a', noted(file, 'one'))
    did(file, 'Rated a', () => setRating(db, 'a', 'demand', { value: 1, reason: '' }))
    const other = did(file, 'Noted b', () => setFields(db, ['b'], 'review', { reviewNote: 'one' }))
    did(file, 'Rated b', () => setRating(db, 'b', 'demand', { value: 1, reason: '' }))
    const what = (datasetId: string, before: number | null = null) =>
      readActions(db, { datasetId, before, limit: 9 }).map((one) => one.what)
    expect(what('a')).toEqual(['Rated a', 'Noted a'])
    expect(what('b')).toEqual(['Rated b', 'Noted b'])
    expect(what('b', other + 1)).toEqual(['Noted b'])
    expect(what('c')).toEqual([])
  })

  test('says that what was gone back past no longer stands', () => {
    const file = aPlanFile()
    const first = did(file, 'First', noted(file, 'one'))
    did(file, 'Passed', noted(file, 'two'))
    goBack(file.db, { ...someone, call: 'Went back' }, first)
    did(file, 'After', () => setFields(file.db, ['b'], 'review', { reviewNote: 'x' }))
    expect(readActions(file.db, all).map(({ what, stands }) => [what, stands])).toEqual([
      ['After', true],
      ['Went back to: First', true],
      ['Passed', false],
      ['First', true],
      ['Imported 3 datasets', true],
    ])
  })

  test('keeps the images of an action in the order they were made', () => {
    const file = aPlanFile()
    const { db } = file
    const id = did(file, 'Several', () => setFields(db, ['a', 'b', 'c'], 'review', { reviewNote: 'x' }))
    const row = (key: string) => ({
      table_name: 'dataset',
      row_key: key,
      before: '{"review_note":""}',
      after: '{"review_note":"x"}',
    })
    expect(changesOf(db, id)).toEqual(['a', 'b', 'c'].map(row))
    expect(firstChangesOf(db, id, 2)).toEqual(['a', 'b'].map(row))
    expect(countChanges(db, id)).toBe(3)
  })

  test('counts every change of the plan, undone and redone ones too, and when it was', () => {
    const file = aPlanFile()
    const { db } = file
    expect(revisionOf(db)).toEqual({ revision: 1, changedAt: someone.at })
    did(file, 'First', noted(file, 'one'))
    expect(revisionOf(db)).toEqual({ revision: 2, changedAt: someone.at })
    expect(whatRedoDoes(db)).toBeNull()
    undo(db, later)
    expect(revisionOf(db)).toEqual({ revision: 3, changedAt: later })
    expect(whatRedoDoes(db)).toBe('First')
    redo(db, '2026-11-22T17:00:00.000Z')
    expect(revisionOf(db)).toEqual({ revision: 4, changedAt: '2026-11-22T17:00:00.000Z' })
    expect(whatRedoDoes(db)).toBeNull()
    did(file, 'Nothing', () => undefined)
    expect(revisionOf(db).revision).toBe(4)
  })

  test('is redone in the order it was undone', () => {
    const file = aPlanFile()
    for (const note of ['one', 'two', 'three']) did(file, note, noted(file, note))
    undo(file.db, later)
    undo(file.db, later)
    expect(whatRedoDoes(file.db)).toBe('two')
    redo(file.db, later)
    expect(noteOf(file)).toBe('two')
    expect(whatUndoDoes(file.db)).toBe('two')
    expect(whatRedoDoes(file.db)).toBe('three')
  })
})

describe('an undo', () => {
  test('that would break a reference is refused, and the plan stays as it is', () => {
    const file = aPlanFile()
    const { db } = file
    did(file, 'Pointed', () => insertIdea(db, { id: 'i1', ...idea, datasetId: 'a' }))
    did(file, 'Pointed elsewhere', () => setIdea(db, 'i1', { datasetId: 'b' }))
    db.pragma('foreign_keys = OFF')
    db.exec("DELETE FROM dataset WHERE id = 'a'")
    const before = everyRow(file)
    expect(() => undo(db, later)).toThrow(/broke a reference of idea/)
    expect(everyRow(file)).toEqual(before)
    expect(whatUndoDoes(db)).toBe('Pointed elsewhere')
  })

  test('is not refused for a reference that was broken before, elsewhere', () => {
    const file = aPlanFile()
    const { db } = file
    did(file, 'Noted', noted(file, 'one'))
    db.pragma('foreign_keys = OFF')
    db.exec("INSERT INTO rating (id, dataset_id, criterion) VALUES ('x/demand', 'x', 'demand')")
    expect(undo(db, later)).toMatchObject({ dataset: ['a'] })
    expect(noteOf(file)).toBe('')
  })
})
