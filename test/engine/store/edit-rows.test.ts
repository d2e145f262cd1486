import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { undecided } from '../../../src/domain/dataset.ts'
import { type Facts, inventoryFields, noFacts } from '../../../src/domain/inventory-field.ts'
import { setWeights } from '../../../src/engine/store/criterion-rows.ts'
import { countDatasets, datasetIds, readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import {
  datasetInserter,
  deleteIdea,
  insertIdea,
  nextPosition,
  setFields,
  setIdea,
  setOverride,
  setPlanFields,
  setRating,
  setSubmission,
} from '../../../src/engine/store/edit-rows.ts'
import { change } from '../../../src/engine/store/history.ts'
import { readIdeas, readPlanRow, readSubmission } from '../../../src/engine/store/plan-rows.ts'
import { weighed } from '../../support/builders.ts'
import { anInventory, aPlanFile, someone } from '../../support/plan-file.ts'

type Db = ReturnType<typeof aPlanFile>['db']

const at = (db: Db, id: string) => readDatasets(db, [id])[0]
const act = (db: Db, work: () => void) => change(db, { ...someone, call: 'Worked' }, work)

describe('what is decided of a dataset', () => {
  test('is nothing before anybody did', () => {
    expect(at(aPlanFile().db, 'b')).toEqual({
      id: 'b',
      position: 2,
      source: null,
      facts: { ...noFacts, title: 'Dataset b' },
      ...undecided,
    })
  })

  test('comes back as it was said, of that dataset and no other', () => {
    const { db } = aPlanFile()
    const others = readDatasets(db, ['a', 'c'])
    const facts = Object.fromEntries(inventoryFields.map((field) => [field, `the ${field}`])) as Facts
    const review = {
      availability: 'public-report',
      publishedAt: 'https://data.example.gov/a',
      publishedFormat: 'PDF',
      reviewNote: 'A report of 2025',
    } as const
    const identification = {
      access: 'protected-releasable',
      legalBasis: 'CGS 1-210',
      releaseRoute: 'aggregate',
      suppressionRule: 'Fewer than 6',
      checkedBy: 'M. Chen',
      highValueGrounds: ['A', 'C', 'F'],
    } as const
    const openness = {
      free: 'yes',
      'machine-readable': 'no',
      unrestricted: 'yes',
      'finest-detail': 'not-yet-determined',
      described: 'no',
    } as const
    const commitment = {
      targetDate: '2027-03-01',
      updateFrequency: 'Monthly',
      method: 'Export',
      steward: 'A. Steward',
      custodian: 'C. Custodian',
      automation: 'manual',
      upkeep: 'retire',
      retirementGround: 'replaced',
      upkeepNote: 'After the new system',
    } as const
    const override = { tier: 'now', reason: 'Asked for', who: 'J. Rivera', at: someone.at } as const
    act(db, () => {
      setFields(db, ['b'], 'facts', facts)
      setFields(db, ['b'], 'review', review)
      setFields(db, ['b'], 'identification', identification)
      setFields(db, ['b'], 'openness', openness)
      setFields(db, ['b'], 'commitment', commitment)
      setOverride(db, 'b', override)
      setRating(db, 'b', 'demand', { value: 2, reason: 'Often' })
      setRating(db, 'b', 'goals', { value: 0, reason: 'None' })
    })
    expect(at(db, 'b')).toEqual({
      id: 'b',
      position: 2,
      source: null,
      facts,
      review,
      identification,
      openness,
      commitment,
      priority: {
        override,
        ratings: {
          ...undecided.priority.ratings,
          demand: { value: 2, reason: 'Often' },
          goals: { value: 0, reason: 'None' },
        },
      },
    })
    expect(readDatasets(db, ['a', 'c'])).toEqual(others)
  })

  test('leaves alone what is not said, in every part', () => {
    const { db } = aPlanFile()
    act(db, () =>
      setFields(db, ['a'], 'identification', { checkedBy: 'M. Chen', highValueGrounds: ['A', 'C'] }),
    )
    const before = readDatasets(db)
    expect(
      act(db, () => {
        setFields(db, ['a'], 'facts', {})
        setFields(db, ['a'], 'review', { availability: undefined })
        setFields(db, ['a'], 'identification', {})
        setFields(db, ['a'], 'commitment', {})
        setPlanFields(db, 'details', {})
        setPlanFields(db, 'delivery', {})
      }),
    ).toBeNull()
    expect(readDatasets(db)).toEqual(before)
  })

  test('can be said of several at once', () => {
    const { db } = aPlanFile()
    const touched = act(db, () => setFields(db, ['a', 'c'], 'review', { availability: 'on-portal' }))
    expect(touched).toEqual({ plan: [], criterion: [], dataset: ['a', 'c'], rating: [], idea: [] })
    expect(readDatasets(db).map(({ review }) => review.availability)).toEqual([
      'on-portal',
      'not-yet-determined',
      'on-portal',
    ])
  })

  test('names each ground once, in order', () => {
    const { db } = aPlanFile()
    act(db, () => setFields(db, ['a'], 'identification', { highValueGrounds: ['F', 'A', 'F', 'C'] }))
    expect(at(db, 'a')?.identification.highValueGrounds).toEqual(['A', 'C', 'F'])
  })

  test('a tier set by hand can be taken away again, with all that was said of it', () => {
    const { db } = aPlanFile()
    const stored = () =>
      db.prepare('SELECT override_tier, override_reason, override_who, override_at FROM dataset').get()
    act(db, () => setOverride(db, 'a', { tier: 'now', reason: 'Asked for', ...someone }))
    expect(at(db, 'a')?.priority.override).toEqual({ tier: 'now', reason: 'Asked for', ...someone })
    act(db, () => setOverride(db, 'a', null))
    expect(at(db, 'a')?.priority.override).toBeNull()
    expect(stored()).toEqual({ override_tier: null, override_reason: '', override_who: '', override_at: '' })
  })

  test('a rating given again replaces the first', () => {
    const { db } = aPlanFile()
    act(db, () => setRating(db, 'a', 'quality', { value: 3, reason: 'Good' }))
    act(db, () => setRating(db, 'a', 'quality', { value: null, reason: 'Nobody knows' }))
    expect(at(db, 'a')?.priority.ratings['quality']).toEqual({ value: null, reason: 'Nobody knows' })
    expect(db.prepare('SELECT id, dataset_id, criterion FROM rating').all()).toEqual([
      { id: 'a/quality', dataset_id: 'a', criterion: 'quality' },
    ])
  })
})

describe('what is said of the plan', () => {
  const details = {
    agencyName: 'Office of Made-Up Affairs',
    planTitle: 'Open data access plan',
    period: '2027',
    officerName: 'J. Rivera',
    officerTitle: 'Officer',
    officerEmail: 'j@example.gov',
    headName: 'M. Chen',
    headTitle: 'Commissioner',
    reviewedOn: '2026-11-20',
  }
  const weights = { goals: 0, 'focal-points': 0.5, demand: 1.5, quality: 2, 'machine-readable': 3 }
  const delivery = {
    changesSheet: 'add',
    columns: 'main',
    protectedCells: 'keep-off',
    lockedStructure: 'keep-off',
  } as const

  test('is nothing before anybody did', () => {
    expect(readPlanRow(aPlanFile().db)).toEqual({
      id: 'plan-1',
      isSample: false,
      details: Object.fromEntries(Object.keys(details).map((field) => [field, ''])),
      criteria: guidanceCriteria,
      delivery: { changesSheet: null, columns: null, protectedCells: null, lockedStructure: null },
    })
  })

  test('comes back as it was said', () => {
    const { db } = aPlanFile()
    const touched = act(db, () => {
      setPlanFields(db, 'details', details)
      setWeights(db, weights)
      setPlanFields(db, 'delivery', delivery)
    })
    expect(touched).toMatchObject({ plan: ['plan-1'], dataset: [] })
    expect(readPlanRow(db)).toEqual({
      id: 'plan-1',
      isSample: false,
      details,
      criteria: weighed(weights),
      delivery,
    })
  })

  test('a file without a plan is no plan', () => {
    const { db } = aPlanFile()
    db.exec('DELETE FROM plan')
    expect(() => readPlanRow(db)).toThrow('holds none')
  })

  test('it was submitted when and how somebody says, until something else is done', () => {
    const { db } = aPlanFile()
    expect(readSubmission(db)).toBeNull()
    act(db, () => setSubmission(db, { on: '2026-12-01', how: 'By e-mail' }))
    expect(readSubmission(db)).toEqual({ on: '2026-12-01', how: 'By e-mail', isChangedSince: false })
    act(db, () => setFields(db, ['a'], 'review', { availability: 'on-portal' }))
    expect(readSubmission(db)).toEqual({ on: '2026-12-01', how: 'By e-mail', isChangedSince: true })
    // The same words on the same day are a submission of their own.
    act(db, () => setSubmission(db, { on: '2026-12-01', how: 'By e-mail' }))
    expect(readSubmission(db)).toMatchObject({ isChangedSince: false })
  })
})

describe('cards of the board', () => {
  const card = {
    id: 'i1',
    question: 'on-portal',
    text: 'Wait times',
    raisedBy: 'Clerks',
    datasetId: null,
  } as const

  test('come back in the order they were raised, all or some', () => {
    const { db } = aPlanFile()
    act(db, () => {
      for (const id of ['i2', 'i1', 'i3'])
        insertIdea(db, { ...card, id, datasetId: id === 'i3' ? 'c' : null })
    })
    expect(readIdeas(db)).toEqual([
      { ...card, id: 'i2', position: 1 },
      { ...card, position: 2 },
      { ...card, id: 'i3', datasetId: 'c', position: 3 },
    ])
    expect(readIdeas(db, ['i3', 'i2']).map(({ id }) => id)).toEqual(['i2', 'i3'])
    expect(readIdeas(db, [])).toEqual([])
  })

  test('are changed and taken away one by one', () => {
    const { db } = aPlanFile()
    act(db, () => {
      for (const id of ['i1', 'i2']) insertIdea(db, { ...card, id })
    })
    act(db, () => setIdea(db, 'i1', { text: 'Waiting', raisedBy: 'Town clerks', datasetId: 'a' }))
    expect(readIdeas(db, ['i1'])).toEqual([
      { ...card, text: 'Waiting', raisedBy: 'Town clerks', datasetId: 'a', position: 1 },
    ])
    act(db, () => deleteIdea(db, 'i1'))
    expect(readIdeas(db)).toEqual([{ ...card, id: 'i2', position: 2 }])
  })
})

describe('the list of datasets', () => {
  test('is in the order of the inventory, all or some, and says how many there are', () => {
    const { db } = aPlanFile()
    const insert = datasetInserter(db)
    insert({ id: 'first', position: 0, sourceRowId: null, facts: noFacts })
    expect(nextPosition(db)).toBe(4)
    expect(datasetIds(db)).toEqual(['first', 'a', 'b', 'c'])
    expect(datasetIds(db, ['c', 'first', 'none'])).toEqual(['first', 'c'])
    expect(datasetIds(db, [])).toEqual([])
    expect(readDatasets(db, ['c', 'a', 'none']).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(countDatasets(db, ['c', 'a', 'none'])).toBe(2)
    expect(countDatasets(db, [])).toBe(0)
  })

  test('begins at one', () => {
    const { db } = aPlanFile()
    db.exec('DELETE FROM dataset')
    expect(nextPosition(db)).toBe(1)
  })

  test('says where in the inventory each was found', () => {
    const { db } = aPlanFile()
    db.exec(
      `${anInventory}; INSERT INTO source_row (id, inventory_id, sheet, row, cells) VALUES ('s', 1, 'Inventory', 7, '{}')`,
    )
    datasetInserter(db)({ id: 'd', position: 9, sourceRowId: 's', facts: noFacts })
    expect(at(db, 'd')?.source).toEqual({ sheet: 'Inventory', row: 7 })
  })
})
