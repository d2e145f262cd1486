import { describe, expect, it, test } from 'vitest'
import type { LastWord } from '../../../src/domain/write-back/changed-dataset.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan } from '../../support/builders.ts'
import { type Change, changed, day, logOf, table, word } from '../../support/changed-datasets.ts'

describe('the reason a sheet of changes gives', () => {
  const reasonOf = (change: Change) => logOf([changed(change)]).map(({ rest }) => rest[4])
  const nowPrivate = { review: { availability: 'not-public' } } as const

  test.each([
    ['the dataset’s own note first', ' On paper. ', 'Decided together', 'On paper.'],
    ['then what the person said while doing it', '  ', ' Decided together ', 'Decided together'],
    ['and else what was done', '', '  ', 'Said where it stands'],
  ])('is %s', (_, upkeepNote, reason, given) => {
    const now = { commitment: { upkeep: 'retire', upkeepNote } } as const
    expect(reasonOf({ now, words: { 'commitment.upkeep': { reason } } })).toEqual([given])
  })

  it('is never the note that is for the team alone', () => {
    const now = { review: { ...nowPrivate.review, reviewNote: 'Holds names.' } }
    expect(reasonOf({ now, words: { 'review.availability': {}, 'review.reviewNote': {} } })).toEqual([
      'Said where it stands',
    ])
  })

  it('is what was done also where the column has no place for one', () => {
    const now = { review: { publishedAt: 'Annual report' } }
    expect(reasonOf({ now, words: { 'review.publishedAt': { what: 'Wrote it' } } })).toEqual(['Wrote it'])
  })

  it('is of upkeep its note, and of a tier the reason of the person who decided on it', () => {
    const upkeep = { commitment: { upkeep: 'retire', upkeepNote: 'Nobody asks for it.' } } as const
    expect(reasonOf({ now: upkeep, words: { 'commitment.upkeep': {} } })).toEqual(['Nobody asks for it.'])
    const override = { tier: 'next', reason: 'Promised to the Council', who: 'M. Chen', at: '' } as const
    const tier = { identification: { access: 'public' }, priority: { override } } as const
    expect(
      reasonOf({
        before: { identification: { access: 'public' } },
        now: tier,
        words: { 'priority.override': {} },
      }),
    ).toEqual(['Promised to the Council', 'Said where it stands'])
  })
})

describe('who a sheet of changes names', () => {
  it('is the person who spoke last of what makes the column’s value, whatever was said first', () => {
    const earlier = { actionId: 4, who: 'A. Stone', day: '2026-11-20', what: 'Wrote the law' }
    const later = { actionId: 11, who: 'M. Chen', day: '2026-11-24', what: 'Found it protected' }
    const now = { identification: { access: 'protected', legalBasis: 'CGS 1-210' } } as const
    const said = (legalBasis: LastWord, access: LastWord) =>
      logOf([
        changed({ now, words: { 'identification.legalBasis': legalBasis, 'identification.access': access } }),
      ])
        .filter(({ rest }) => rest[1] === 'Plan: Legal basis')
        .map(({ rest }) => rest.slice(2))
    const one = { ...word, ...earlier }
    const other = { ...word, ...later }
    const expected = [[null, 'CGS 1-210', 'Found it protected', 'M. Chen', { date: '2026-11-24' }]]
    expect(said(one, other)).toEqual(expected)
    expect(said(other, one)).toEqual(expected)
  })

  it('is nobody where no name was given', () => {
    const one = changed({
      now: { review: { availability: 'not-public' } },
      words: { 'review.availability': { who: '' } },
    })
    expect(logOf([one]).map(({ rest }) => rest.slice(4))).toEqual([['Said where it stands', null, day]])
  })
})

describe('a dataset that was added during the work', () => {
  const added = (more: Partial<Change> = {}) =>
    changed({
      before: null,
      now: {
        id: 'new',
        source: null,
        facts: { title: 'Wait times' },
        review: { availability: 'not-public' },
      },
      words: { 'facts.title': { what: 'Added a dataset' }, 'review.availability': {} },
      ...more,
    })
  const another = aDataset({ id: 'other', source: null })

  it('is told of with its title and answers, by the place of its row among the new ones', () => {
    expect(logOf([added()], [another])).toEqual([
      {
        cell: { newRow: 1, letter: 'B' },
        rest: ['Wait times', 'Title', null, 'Wait times', 'Added a dataset', 'J. Rivera', day],
      },
      {
        cell: { newRow: 1, mark: 'ODAP_availability' },
        rest: [
          'Wait times',
          'Plan: Availability',
          null,
          'Not public',
          'Said where it stands',
          'J. Rivera',
          day,
        ],
      },
    ])
    expect(logOf([added()]).map(({ cell }) => cell)).toEqual([
      { newRow: 0, letter: 'B' },
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('of which nobody’s word is known stands without reason, person and day', () => {
    expect(logOf([added({ words: {} })])).toEqual([
      {
        cell: { newRow: 0, letter: 'B' },
        rest: ['Wait times', 'Title', null, 'Wait times', null, null, null],
      },
    ])
  })

  it('has its answers alone told of where the table has no column of titles', () => {
    const untitled = { ...table, fields: [{ letter: 'A', field: 'notes' }] as const }
    expect(logOf([added()], [], untitled).map(({ cell }) => cell)).toEqual([
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('is no new row where it was there before', () => {
    const before = { id: 'new', source: null, facts: { title: 'Wait times' } } as const
    expect(logOf([added({ before })]).map(({ cell }) => cell)).toEqual([
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('that has a row of the inventory by now gets no row of its own', () => {
    const now = { id: 'new', source: { sheet: 'Inventory', row: 8 } } as const
    expect(logOf([added({ now, words: { 'facts.title': {} } })])).toEqual([])
  })

  it('is marked by the numbered names of its sheet’s columns', () => {
    const plan = aPlan({ datasets: [added().now] })
    const marks = [{ name: 'ODAP_rank_3', sheet: 'Inventory', letter: 'Z', headerRow: 4 }]
    const { changeLog } = workbookChanges(plan, table, { marks, changed: [added()], withChangeLog: true })
    expect(changeLog?.entries.map(({ cell }) => cell)).toEqual([
      { newRow: 0, letter: 'B' },
      { newRow: 0, mark: 'ODAP_availability_3' },
    ])
  })
})
