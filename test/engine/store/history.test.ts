import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { availabilities, tiers } from '../../../src/domain/vocabulary.ts'
import { setWeights } from '../../../src/engine/store/criterion-rows.ts'
import { readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import {
  deleteIdea,
  insertIdea,
  setFields,
  setIdea,
  setOverride,
  setPlanFields,
  setRating,
} from '../../../src/engine/store/edit-rows.ts'
import { goBack } from '../../../src/engine/store/go-back.ts'
import { change, redo, undo, whatRedoDoes, whatUndoDoes } from '../../../src/engine/store/history.ts'
import { closePlanFile, openPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { restoreRows } from '../../../src/engine/store/restore-rows.ts'
import { aPlanFile, everyRow, someone } from '../../support/plan-file.ts'

const later = '2026-11-22T16:00:00.000Z'

function availabilityOf(file: ReturnType<typeof aPlanFile>, id: string): string | undefined {
  return readDatasets(file.db, [id])[0]?.review.availability
}

describe('an action', () => {
  test('is committed and named when it returns', () => {
    const file = aPlanFile()
    change(file.db, { ...someone, call: 'Set availability of Dataset a' }, () =>
      setFields(file.db, ['a'], 'review', { availability: 'on-portal' }),
    )
    expect(availabilityOf(file, 'a')).toBe('on-portal')
    expect(whatUndoDoes(file.db)).toBe('Set availability of Dataset a')
    expect(file.db.inTransaction).toBe(false)
  })

  test('that throws leaves nothing behind, not even its name', () => {
    const file = aPlanFile()
    const before = everyRow(file)
    expect(() =>
      change(file.db, { ...someone, call: 'Breaks' }, () => {
        setFields(file.db, ['a'], 'review', { availability: 'on-portal' })
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(everyRow(file)).toEqual(before)
    expect(whatUndoDoes(file.db)).toBeNull()
    expect(file.db.prepare('SELECT action_id FROM journal').pluck().get()).toBeNull()
  })

  test('that changed nothing is no action', () => {
    const file = aPlanFile()
    const touched = change(file.db, { ...someone, call: 'Nothing' }, () =>
      setFields(file.db, ['a'], 'review', { availability: 'not-yet-determined' }),
    )
    expect(touched).toBeNull()
    expect(whatUndoDoes(file.db)).toBeNull()
  })

  test('stores only the columns that differ', () => {
    const file = aPlanFile()
    change(file.db, { ...someone, call: 'One column' }, () =>
      setFields(file.db, ['a'], 'review', { availability: 'on-portal', publishedAt: '' }),
    )
    const images = file.db.prepare('SELECT before, after FROM change ORDER BY id DESC LIMIT 1').get()
    expect(images).toEqual({
      before: '{"availability":"not-yet-determined"}',
      after: '{"availability":"on-portal"}',
    })
  })
})

describe('undo and redo', () => {
  test('the import cannot be undone away', () => {
    const file = aPlanFile()
    expect(undo(file.db, later)).toBeNull()
    expect(readDatasets(file.db)).toHaveLength(3)
  })

  test('reach past a restart', () => {
    const file = aPlanFile()
    change(file.db, { ...someone, call: 'Set b' }, () =>
      setFields(file.db, ['b'], 'review', { availability: 'not-public' }),
    )
    closePlanFile(file)
    const opened = openPlanFile(file.path)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(whatUndoDoes(opened.value.db)).toBe('Set b')
    undo(opened.value.db, later)
    expect(availabilityOf(opened.value, 'b')).toBe('not-yet-determined')
    closePlanFile(opened.value)
    const again = openPlanFile(file.path)
    if (!again.ok) throw new Error(again.error.code)
    expect(whatRedoDoes(again.value.db)).toBe('Set b')
    redo(again.value.db, later)
    expect(availabilityOf(again.value, 'b')).toBe('not-public')
    closePlanFile(again.value)
  })

  test('take an action as a whole, however often it changed the same row', () => {
    const file = aPlanFile()
    const before = everyRow(file)
    change(file.db, { ...someone, call: 'Twice' }, () => {
      setFields(file.db, ['a'], 'review', { availability: 'on-portal' })
      insertIdea(file.db, { id: 'i', question: 'on-portal', text: 'One', raisedBy: '', datasetId: 'a' })
      setFields(file.db, ['a'], 'review', { availability: 'not-public' })
      setIdea(file.db, 'i', { text: 'Another' })
    })
    const after = everyRow(file)
    undo(file.db, later)
    expect(everyRow(file)).toEqual(before)
    redo(file.db, later)
    expect(everyRow(file)).toEqual(after)
    goBack(file.db, { ...someone, call: 'Went back' }, 1)
    expect(everyRow(file)).toEqual(before)
  })

  test('what was undone can no longer be redone after a new action', () => {
    const file = aPlanFile()
    change(file.db, { ...someone, call: 'First' }, () =>
      setFields(file.db, ['a'], 'review', { availability: 'on-portal' }),
    )
    undo(file.db, later)
    change(file.db, { ...someone, call: 'Second' }, () =>
      setFields(file.db, ['b'], 'review', { availability: 'on-portal' }),
    )
    expect(redo(file.db, later)).toBeNull()
    expect(file.db.prepare("SELECT call FROM action WHERE state = 'left'").pluck().all()).toEqual(['First'])
  })

  test('say which rows they touched', () => {
    const file = aPlanFile()
    change(file.db, { ...someone, call: 'Rated' }, () =>
      setRating(file.db, 'c', 'demand', { value: 3, reason: 'Asked for 14 times in 2026' }),
    )
    expect(undo(file.db, later)).toMatchObject({ rating: ['c/demand'], dataset: [] })
    expect(readDatasets(file.db, ['c'])[0]?.priority.ratings['demand']).toBeUndefined()
  })

  test('any sequence of actions undone is the start, and redone is the end, row for row', {
    timeout: 300_000,
  }, () => {
    const ids = fc.constantFrom('a', 'b', 'c')
    const text = fc.string({ maxLength: 12 })
    const action = fc.oneof(
      fc.record({
        do: fc.constant('review' as const),
        ids: fc.subarray(['a', 'b', 'c']),
        to: fc.constantFrom(...availabilities),
        text,
      }),
      fc.record({
        do: fc.constant('rate' as const),
        id: ids,
        criterion: fc.constantFrom(...guidanceCriteria.map(({ id }) => id)),
        value: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, null),
        text,
      }),
      fc.record({
        do: fc.constant('override' as const),
        id: ids,
        tier: fc.option(fc.constantFrom(...tiers)),
        text,
      }),
      fc.record({
        do: fc.constant('idea' as const),
        id: fc.constantFrom('i1', 'i2'),
        text,
        datasetId: fc.option(ids),
      }),
      fc.record({ do: fc.constant('details' as const), text }),
      fc.record({ do: fc.constant('weigh' as const), demand: fc.constantFrom(0, 1, 2.5) }),
    )
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 30 }), (actions) => {
        const file = aPlanFile()
        const { db } = file
        const start = everyRow(file)
        for (const one of actions) {
          change(db, { ...someone, call: one.do }, () => {
            if (one.do === 'review')
              setFields(db, one.ids, 'review', { availability: one.to, reviewNote: one.text })
            if (one.do === 'rate')
              setRating(db, one.id, one.criterion, { value: one.value, reason: one.text })
            if (one.do === 'override')
              setOverride(
                db,
                one.id,
                one.tier === null ? null : { tier: one.tier, reason: one.text, ...someone },
              )
            if (one.do === 'details') setPlanFields(db, 'details', { agencyName: one.text })
            if (one.do === 'weigh') setWeights(db, { demand: one.demand })
            if (one.do !== 'idea') return
            const exists = db.prepare('SELECT 1 FROM idea WHERE id = ?').get(one.id) !== undefined
            if (!exists)
              insertIdea(db, {
                id: one.id,
                question: 'on-portal',
                text: one.text,
                raisedBy: '',
                datasetId: one.datasetId,
              })
            else if (one.text.length > 6) deleteIdea(db, one.id)
            else setIdea(db, one.id, { text: one.text, datasetId: one.datasetId })
          })
        }
        const end = everyRow(file)
        let undone = 0
        while (undo(db, later) !== null) undone++
        expect(everyRow(file)).toEqual(start)
        for (let done = 0; done < undone; done++) expect(redo(db, later)).not.toBeNull()
        expect(redo(db, later)).toBeNull()
        expect(everyRow(file)).toEqual(end)
        closePlanFile(file)
      }),
      { numRuns: process.env['ODAP_SUITE'] === 'full' ? 300 : 40 },
    )
  })
})

describe('a reference to a dataset that is not there', () => {
  /** A card of the board that pointed at a dataset and does no longer, in a plan whose history was tampered with. */
  function aBrokenHistory(image: 'before' | 'after') {
    const file = aPlanFile()
    const { db } = file
    const act = (what: string, work: () => void) => change(db, { ...someone, call: what }, work)
    const card = { id: 'i', question: 'on-portal', text: 'Roads', raisedBy: '' } as const
    act('Added a card', () => insertIdea(db, { ...card, datasetId: 'a' }))
    act('Took its dataset away', () => setIdea(db, 'i', { datasetId: null }))
    act('Pointed it at another', () => setIdea(db, 'i', { datasetId: 'b' }))
    if (image === 'after') undo(db, later)
    const last = db.prepare('SELECT max(id) FROM change').pluck().get()
    db.prepare(`UPDATE change SET ${image} = '{"dataset_id":"gone"}' WHERE id = ?`).run(last)
    return file
  }
  const stateOf = (file: ReturnType<typeof aPlanFile>) => ({
    rows: everyRow(file),
    actions: file.db.prepare('SELECT id, call, state FROM action ORDER BY id').all(),
    journal: file.db.prepare('SELECT * FROM journal').all(),
  })

  // Once by SQLite itself, and once by the program’s own look where SQLite is told not to mind.
  test.each([
    ['undo', 'before', 'ON'],
    ['undo', 'before', 'OFF'],
    ['redo', 'after', 'ON'],
    ['redo', 'after', 'OFF'],
  ] as const)(
    '%s that would make one is refused and changes nothing (%s, foreign keys %s)',
    (step, image, enforced) => {
      const file = aBrokenHistory(image)
      const before = stateOf(file)
      file.db.pragma(`foreign_keys = ${enforced}`)
      expect(() => (step === 'undo' ? undo(file.db, later) : redo(file.db, later))).toThrow(
        /reference|FOREIGN KEY/,
      )
      expect(stateOf(file)).toEqual(before)
      expect(file.db.inTransaction).toBe(false)
    },
  )

  test('going back to one is refused and changes nothing', () => {
    const file = aBrokenHistory('before')
    const before = stateOf(file)
    const third = file.db.prepare("SELECT id FROM action WHERE call = 'Took its dataset away'").pluck().get()
    const back = () => goBack(file.db, { ...someone, call: 'Went back' }, Number(third))
    expect(back).toThrow(/FOREIGN KEY/)
    expect(stateOf(file)).toEqual(before)
  })

  test('bringing one back from another state of the plan is refused and changes nothing', () => {
    const [file, other] = [aPlanFile(), aPlanFile()]
    other.db.pragma('foreign_keys = OFF')
    const card = { id: 'i', question: 'on-portal', text: 'Roads', raisedBy: '', datasetId: 'gone' } as const
    change(other.db, { ...someone, call: 'Added a card' }, () => insertIdea(other.db, card))
    const before = stateOf(file)
    expect(() => restoreRows(file.db, other.db, { ...someone, call: 'Restored' })).toThrow(/FOREIGN KEY/)
    expect(stateOf(file)).toEqual(before)
  })

  test('an action that would make one is refused and leaves nothing behind', () => {
    const file = aPlanFile()
    const before = stateOf(file)
    const card = { id: 'i', question: 'on-portal', text: 'Roads', raisedBy: '', datasetId: 'gone' } as const
    const act = () => change(file.db, { ...someone, call: 'Added' }, () => insertIdea(file.db, card))
    expect(act).toThrow(/FOREIGN KEY/)
    expect(stateOf(file)).toEqual(before)
  })
})
